using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Pulumi.Provider.Hosting.Tracing;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Service;

namespace Pulumi.Provider.Hosting;

/// <summary>Runs a provider as the plugin process that the engine starts.</summary>
public static class PluginHost
{
    // The engine kills 5 s after its signal.
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(4);

    /// <summary>
    /// What the build of a plugin sets in the <see cref="AppContext"/> before it runs the program: an action that is given the
    /// definition. Then nothing is served.
    /// </summary>
    public const string DeclarationsKey = "Pulumi.Provider.Declarations";

    /// <summary>
    /// Listens, writes the port as the first line of standard output, serves until a signal comes or the engine is gone,
    /// then lets calls under way report what they made.
    /// </summary>
    /// <returns>The exit code: 2 for a command line that cannot be meant, told on standard error before any port is printed.</returns>
    public static async Task<int> RunAsync(ProviderDefinition provider, IReadOnlyList<string> args, TimeProvider time)
    {
        if (AppContext.GetData(DeclarationsKey) is Action<ProviderDefinition> learn)
        {
            learn(provider);
            return 0;
        }

        PluginArguments arguments;
        try
        {
            arguments = PluginArguments.Parse(args);
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync($"{provider.Name}: {problem.Message}").ConfigureAwait(false);
            return 2;
        }

        using var stopping = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        await using var tracing = SpanExporter.Start(
            $"pulumi-resource-{provider.Name}",
            Environment.GetEnvironmentVariable,
            provider.TraceSources,
            time
        );
        await using var service = new ProviderService(provider, time, Environment.GetEnvironmentVariable)
        {
            EngineAddress = arguments.EngineAddress,
        };
        await using var server = await LoopbackServer
            .StartAsync(services => ResourceProvider.BindService(services, service))
            .ConfigureAwait(false);
        await WritePortAsync(server.Port).ConfigureAwait(false);
        server.WarmUp();
        if (args.Count == 0 && !Console.IsInputRedirected && !Console.IsOutputRedirected)
        {
            await Console
                .Error.WriteLineAsync(
                    $"serving; PULUMI_DEBUG_PROVIDERS={provider.Name}:{server.Port} attaches an engine; Ctrl-C ends it"
                )
                .ConfigureAwait(false);
        }

        await UntilStoppedAsync(arguments, time, stopping.Token).ConfigureAwait(false);
        if (stopping.IsCancellationRequested)
        {
            service.EndRun();
        }

        using var limit = new CancellationTokenSource(DrainLimit, time);
        await service.CancelAsync().ConfigureAwait(false);
        await server.StopAsync(limit.Token).ConfigureAwait(false);
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true; // end in order, not at once
            stopping.Cancel();
        }
    }

    private static Task UntilStoppedAsync(PluginArguments arguments, TimeProvider time, CancellationToken stopping) =>
        arguments.EngineAddress is { } address
            ? EngineWatch.UntilGoneAsync(address, time, stopping)
            : Task.Delay(Timeout.InfiniteTimeSpan, time, stopping)
                .ContinueWith(
                    static _ => { },
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );

    // Straight to the stream: the console's text writer costs start-up time and may add a byte order mark.
    private static async Task WritePortAsync(int port)
    {
        var line = Encoding.ASCII.GetBytes(port.ToString(CultureInfo.InvariantCulture) + "\n");
        var output = Console.OpenStandardOutput();
        await using (output.ConfigureAwait(false))
        {
            await output.WriteAsync(line).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
        }
    }
}
