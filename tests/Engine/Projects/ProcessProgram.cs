using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Pulumi.LocalEngine.Projects;

/// <summary>A program that is a process, run by a command as it is.</summary>
/// <param name="folder">The working directory.</param>
/// <param name="command">The program.</param>
/// <param name="environment">Its environment, besides what the engine tells it.</param>
public sealed class ProcessProgram(
    string folder,
    ProgramCommand command,
    IReadOnlyDictionary<string, string> environment
) : IStackProgram
{
    // What SDKs end with once they have told the engine what went wrong.
    private const int FailureReported = 32;

    /// <inheritdoc/>
    public Task PrepareAsync(ProgramOutputSink output, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task RunAsync(ProgramRun run, ProgramOutputSink output, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(environment);
        foreach (var (name, value) in run.Environment)
        {
            variables[name] = value;
        }

        var exitCode = await ChildProcess.RunAsync(command, folder, variables, output, cancellationToken);
        if (exitCode == FailureReported)
        {
            throw new ProgramFailureReportedException();
        }

        if (exitCode != 0)
        {
            throw new EngineException($"program exited with non-zero exit code: {exitCode}");
        }
    }
}
