using System.Diagnostics;
using Pulumi.LocalEngine.Cli;
using Pulumi.Provider.Testing;
using Support;

namespace Pulumi.LocalEngine.Tests;

/// <summary>The demo's script with a stand-in for the Pulumi CLI on PATH, which refuses what that one does not have.</summary>
public sealed class DemoScriptTests : IDisposable
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private readonly string _calls = Path.GetTempFileName();

    [Fact]
    public async Task Script_speaks_to_the_pulumi_cli_and_to_the_local_engine_alike()
    {
        var (exitCode, output) = await RunAsync();

        Assert.True(exitCode == 0, output);
        var calls = await File.ReadAllLinesAsync(_calls);
        Assert.Equal(
            "stack init, config set, config set, config set, config set, config set, preview, up, up, stack export, "
                + "refresh, up, config set, up, config set, up, destroy",
            string.Join(", ", calls.Select(Verb))
        );
        Assert.All(
            calls.Skip(1),
            static call => Assert.Empty(Commands.Root(Surroundings.OfTheProcess).Parse(call.Split(' ')).Errors)
        );
    }

    [Fact]
    public async Task Change_behind_the_engine_is_made_and_shown_whole()
    {
        var (_, output) = await RunAsync();

        Assert.Contains("-d '{\"approval_enabled\": true, \"name\": \"hijacked\"}'", output, StringComparison.Ordinal);
        Assert.Matches("\"approval_enabled\":true,\"service_name\":\"[^\"]*\\.hijacked\\.", output);
    }

    public void Dispose() => File.Delete(_calls);

    private async Task<(int ExitCode, string Output)> RunAsync()
    {
        var root = Repository.Root;
        var start = new ProcessStartInfo(Path.Combine(root, "scripts", "demo.sh"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CONFIGURATION"] = Configuration;
        start.Environment["DEMO_CALLS"] = _calls;
        start.Environment["PATH"] =
            Path.Combine(root, "tests", "Engine.Tests", "Demo") + ":" + Environment.GetEnvironmentVariable("PATH");

        // A user's own: none of it may reach the demo.
        start.Environment["PULUMI_BACKEND_URL"] = "https://api.pulumi.com";
        start.Environment["HW_AUTH_TOKEN"] = "of another cloud";
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync().DefaultTimeout();
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Verb(string call) =>
        call.Split(' ') is ["stack" or "config", ..] words ? $"{words[0]} {words[1]}" : call.Split(' ')[0];
}
