using System.Diagnostics;
using System.Globalization;
using Pulumi.Provider.Testing;

namespace Pulumi.LocalEngine.Tests.Support;

/// <summary>The command line as a process, on the stack of a fixture.</summary>
internal sealed class CommandLine
{
    private readonly EngineFixture _engine;

    /// <summary>A command line for a fixture; writes a project file with a program that registers nothing.</summary>
    public CommandLine(EngineFixture engine, string program = "/bin/true")
    {
        _engine = engine;
        File.WriteAllText(
            Path.Combine(engine.Folder, "Pulumi.yaml"),
            $"""
            name: rec
            runtime:
              name: dotnet
              options:
                binary: {program}
            config:
              size: 3
            """
        );
    }

    /// <summary>The passphrase, or null for none.</summary>
    public string? Passphrase { get; set; } = "correct horse";

    /// <summary>Starts a command.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "local-pulumi"),
            [.. arguments, "--cwd", _engine.Folder, "--state", Path.Combine(_engine.Folder, "state"), "--stack", "dev"]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PULUMI_DEBUG_PROVIDERS"] = "echo:" + _engine.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PULUMI_CONFIG_PASSPHRASE"] = Passphrase;
        return Process.Start(start)!;
    }

    /// <summary>Runs a command to its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().DefaultTimeout();
        return (process.ExitCode, await output, await error);
    }
}
