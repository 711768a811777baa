using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Pulumi.LocalEngine.Projects;

/// <summary>A .NET project: built once, then run as it was built. The variable Configuration chooses how it is built.</summary>
/// <param name="folder">The project's folder.</param>
/// <param name="environment">Its environment, besides what the engine tells it.</param>
public sealed class DotNetProgram(string folder, IReadOnlyDictionary<string, string> environment) : IStackProgram
{
    private ProcessProgram? _built;

    /// <summary>A program that was built before.</summary>
    public static ProcessProgram Binary(
        string folder,
        string binary,
        IReadOnlyDictionary<string, string> environment
    ) =>
        new(
            folder,
            binary.EndsWith(".dll", StringComparison.Ordinal)
                ? new ProgramCommand("dotnet", binary)
                : new ProgramCommand(binary),
            environment
        );

    /// <inheritdoc/>
    public async Task PrepareAsync(ProgramOutputSink output, CancellationToken cancellationToken) =>
        _built ??= await BuildAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunAsync(ProgramRun run, ProgramOutputSink output, CancellationToken cancellationToken) =>
        (_built ?? throw new InvalidOperationException("the program was not built")).RunAsync(
            run,
            output,
            cancellationToken
        );

    private async Task<ProcessProgram> BuildAsync(CancellationToken cancellationToken)
    {
        // Asked for one property, the build writes nothing else to its output.
        var build = new ProgramCommand(
            "dotnet",
            "build",
            "-nologo",
            "-v",
            "quiet",
            "-t:Build",
            "-getProperty:TargetPath",
            folder
        );
        var written = new List<string>();
        var exitCode = await ChildProcess.RunAsync(build, folder, environment, Remember, cancellationToken);
        if (exitCode != 0)
        {
            throw new EngineException($"the program could not be built ({build}):\n{string.Join('\n', written)}");
        }

        var target = written.LastOrDefault(static line => line.EndsWith(".dll", StringComparison.Ordinal));
        return target is null
            ? throw new EngineException($"the build did not say what it built ({build}):\n{string.Join('\n', written)}")
            : Binary(folder, target, environment);

        void Remember(string line, bool isError)
        {
            lock (written)
            {
                written.Add(line);
            }
        }
    }
}
