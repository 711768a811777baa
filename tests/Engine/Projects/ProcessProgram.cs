using System.Diagnostics;

namespace Pulumi.LocalEngine.Projects;

/// <summary>A command line, in parts.</summary>
public sealed record ProgramCommand(string File, params string[] Arguments);

/// <summary>A program that is a process: a command that builds it, maybe, and one that runs it.</summary>
/// <param name="folder">The working directory.</param>
/// <param name="build">Run first, or null.</param>
/// <param name="command">The program.</param>
/// <param name="environment">Its environment, besides what the engine tells it.</param>
public sealed class ProcessProgram(
    string folder,
    ProgramCommand? build,
    ProgramCommand command,
    IReadOnlyDictionary<string, string> environment
) : IStackProgram
{
    private bool _built;

    /// <summary>A .NET program: built once, then run as it was built.</summary>
    public static ProcessProgram DotNet(string folder, IReadOnlyDictionary<string, string> environment) =>
        new(
            folder,
            new ProgramCommand("dotnet", "build", "-nologo", "-v", "quiet", folder),
            new ProgramCommand("dotnet", "run", "--no-build", "--project", folder),
            environment
        );

    /// <summary>A built .NET program.</summary>
    public static ProcessProgram Binary(
        string folder,
        string binary,
        IReadOnlyDictionary<string, string> environment
    ) =>
        new(
            folder,
            null,
            binary.EndsWith(".dll", StringComparison.Ordinal)
                ? new ProgramCommand("dotnet", binary)
                : new ProgramCommand(binary),
            environment
        );

    /// <inheritdoc/>
    public async Task PrepareAsync(ProgramOutputSink output, CancellationToken cancellationToken)
    {
        if (build is null || _built)
        {
            return;
        }

        var lines = new List<string>();
        var exitCode = await ExecuteAsync(
            build,
            environment,
            (line, _) =>
            {
                lock (lines)
                {
                    lines.Add(line);
                }
            },
            cancellationToken
        );
        if (exitCode != 0)
        {
            throw new EngineException(
                $"the program could not be built ({build.File} {string.Join(' ', build.Arguments)}):\n"
                    + string.Join('\n', lines)
            );
        }

        _built = true;
    }

    /// <inheritdoc/>
    public async Task RunAsync(ProgramRun run, ProgramOutputSink output, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(environment);
        foreach (var (name, value) in run.Environment)
        {
            variables[name] = value;
        }

        var exitCode = await ExecuteAsync(command, variables, output, cancellationToken);
        if (exitCode != 0)
        {
            throw new EngineException($"program exited with non-zero exit code: {exitCode}");
        }
    }

    private async Task<int> ExecuteAsync(
        ProgramCommand what,
        IReadOnlyDictionary<string, string> variables,
        ProgramOutputSink output,
        CancellationToken cancellationToken
    )
    {
        var start = new ProcessStartInfo(what.File, what.Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start) ?? throw new EngineException($"could not start {what.File}");
            try
            {
                await Task.WhenAll(
                    ForwardAsync(process.StandardOutput, line => output(line, false), cancellationToken),
                    ForwardAsync(process.StandardError, line => output(line, true), cancellationToken)
                );
                await process.WaitForExitAsync(cancellationToken);
                return process.ExitCode;
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new EngineException($"could not start {what.File}: {problem.Message}", problem);
        }
    }

    private static async Task ForwardAsync(StreamReader from, Action<string> line, CancellationToken cancellationToken)
    {
        while (await from.ReadLineAsync(cancellationToken) is { } text)
        {
            line(text);
        }
    }
}
