using System.Diagnostics;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Pulumi.LocalEngine.Projects;

/// <summary>A command line, in parts.</summary>
public sealed record ProgramCommand(string File, params string[] Arguments)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File} {string.Join(' ', Arguments)}";
}

/// <summary>Runs commands to their end.</summary>
internal static class ChildProcess
{
    /// <summary>Runs a command and passes on what it writes, line by line.</summary>
    /// <returns>Its exit code.</returns>
    /// <exception cref="EngineException">It could not be started.</exception>
    public static async Task<int> RunAsync(
        ProgramCommand command,
        string folder,
        IReadOnlyDictionary<string, string> environment,
        ProgramOutputSink output,
        CancellationToken cancellationToken
    )
    {
        using var process = Start(command, folder, environment);
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

    private static Process Start(ProgramCommand command, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(command.File, command.Arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start) ?? throw new EngineException($"could not start {command.File}");
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            throw new EngineException($"could not start {command.File}: {problem.Message}", problem);
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
