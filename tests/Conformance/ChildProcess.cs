using System.Diagnostics;

namespace Conformance.Tests;

/// <summary>Runs programs to their end.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder =>
                File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".cmd"))
            );

    /// <summary>Runs a program; when <paramref name="go"/> completes, it gets a line of input.</summary>
    public static async Task<NodeRun> RunAsync(string program, string[] arguments, string folder, Task? go = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            if (go is not null)
            {
                await Task.WhenAny(go, output).WaitAsync(limit.Token);
                await process.StandardInput.WriteLineAsync("go");
            }

            process.StandardInput.Close();
            return new NodeRun(await output, await errors, await ExitAsync(process, limit.Token));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Limit}");
        }
    }

    private static async Task<int> ExitAsync(Process process, CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}

/// <summary>How a program ended.</summary>
internal sealed record NodeRun(string Output, string Errors, int ExitCode)
{
    public string Everything => $"exit {ExitCode}\n{Output}\n{Errors}";
}
