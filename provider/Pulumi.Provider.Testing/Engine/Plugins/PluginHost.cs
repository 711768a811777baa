using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.Provider.Testing.Engine.Plugins;

/// <summary>Starts plugins, tells them of cancellation, and ends them in the engine's way.</summary>
internal sealed class PluginHost(PluginHostOptions options, EventSink events, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan HandshakePause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly List<PluginConnection> _open = [];
    private int _started;
    private int _calls;

    /// <summary>The address of the engine's own services, known once they listen.</summary>
    public string EngineAddress { get; set; } = "";

    /// <summary>Starts a process for a provider and shakes hands with it.</summary>
    /// <exception cref="EngineException">There is no such plugin, or it does not come alive.</exception>
    public async Task<(PluginConnection Connection, ProviderHandshakeResponse? Handshake)> LoadAsync(
        string package,
        string? configJson,
        CancellationToken cancellationToken
    )
    {
        var source = options.Attach is { } attach
            ? new PluginAttachment(await attach(package))
            : options.Locator.Find(package);
        var process = source is PluginExecutable executable
            ? await StartAsync(package, executable, configJson, cancellationToken)
            : null;
        var port = process?.Port ?? ((PluginAttachment)source).Port;
        var connection = new PluginConnection(
            package,
            Interlocked.Increment(ref _started),
            process,
            LoopbackChannel.Open($"127.0.0.1:{port}"),
            () => Interlocked.Increment(ref _calls),
            events,
            time
        );
        lock (_lock)
        {
            _open.Add(connection);
        }

        var folder = source is PluginExecutable { Path: var path } ? Path.GetDirectoryName(path) : null;
        return (connection, await GreetAsync(connection, folder, port, cancellationToken));
    }

    /// <summary>Ctrl-C: tells all plugins at once to stop waiting; what is in flight goes on.</summary>
    public Task SignalCancellationAsync(bool atOnce) =>
        Task.WhenAll(Open().Select(plugin => CancelAsync(plugin, atOnce ? CloseLimit : CancelLimit)));

    /// <summary>The end of every operation: Cancel, then SIGINT, then a grace period, one plugin after the other.</summary>
    public async Task CloseAsync()
    {
        var began = time.GetTimestamp();
        foreach (var plugin in Open())
        {
            await ReleaseAsync(plugin, CloseLimit - time.GetElapsedTime(began));
        }
    }

    /// <summary>Ends one plugin.</summary>
    public Task ReleaseAsync(PluginConnection plugin) => ReleaseAsync(plugin, CloseLimit);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task ReleaseAsync(PluginConnection plugin, TimeSpan limit)
    {
        lock (_lock)
        {
            _open.Remove(plugin);
        }

        if (plugin.Process is { HasExited: true } dead && !plugin.Released)
        {
            ReportDeath(plugin, dead);
        }
        else
        {
            await CancelAsync(plugin, limit > TimeSpan.Zero ? limit : TimeSpan.FromMilliseconds(1));
        }

        if (plugin.Process is { } process)
        {
            await process.StopAsync();
        }

        plugin.Dispose();
    }

    private PluginConnection[] Open()
    {
        lock (_lock)
        {
            return [.. _open];
        }
    }

    private Task<PluginProcess> StartAsync(
        string package,
        PluginExecutable executable,
        string? configJson,
        CancellationToken cancellationToken
    )
    {
        if (executable.FromPath)
        {
            events(
                new Diagnostic(
                    "",
                    LogSeverity.Warning,
                    $"using pulumi-resource-{package} from $PATH at {executable.Path}",
                    Ephemeral: false,
                    StreamId: 0
                )
            );
        }

        var environment = new Dictionary<string, string>(options.Environment)
        {
            ["PULUMI_PROJECT"] = options.Project,
            ["PULUMI_CONFIG"] = configJson ?? "{}",
        };
        return PluginProcess.StartAsync(
            executable.Path,
            EngineAddress,
            options.ProjectFolder,
            environment,
            time,
            cancellationToken
        );
    }

    private async Task<ProviderHandshakeResponse?> GreetAsync(
        PluginConnection plugin,
        string? folder,
        int port,
        CancellationToken cancellationToken
    )
    {
        var request = new ProviderHandshakeRequest
        {
            EngineAddress = EngineAddress,
            ConfigureWithUrn = true,
            InvokeWithPreview = true,
            SupportsRefreshBeforeUpdate = true,
        };
        if (folder is not null)
        {
            request.RootDirectory = folder;
            request.ProgramDirectory = folder;
        }

        ProviderHandshakeResponse? answer = null;
        try
        {
            answer = await ShakeHandsAsync(plugin, request, cancellationToken);
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unimplemented)
        {
            // An older provider: Configure will say what it can do.
        }
        catch (Exception failure) when (failure is RpcException or PluginGoneException)
        {
            throw new EngineException(
                plugin.Process is null
                    ? $"plugin [{plugin.Package}] did not begin responding to RPC connections at port {port}: {failure.Words()}"
                    : $"plugin [{plugin.Package}] did not come alive: failed to handshake: {failure.Words()}",
                failure
            );
        }

        if (plugin.Process is null)
        {
            await plugin.Client.AttachAsync(
                new PluginAttach { Address = EngineAddress },
                cancellationToken: cancellationToken
            );
        }

        await plugin.Client.GetPluginInfoAsync(new Empty(), cancellationToken: cancellationToken);
        return answer;
    }

    // A plugin may print its port a little before it answers there.
    private async Task<ProviderHandshakeResponse> ShakeHandsAsync(
        PluginConnection plugin,
        ProviderHandshakeRequest request,
        CancellationToken cancellationToken
    )
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var left = HandshakeLimit - time.GetElapsedTime(began);
            try
            {
                return await plugin.Client.HandshakeAsync(
                    request,
                    deadline: time.GetUtcNow().UtcDateTime + left,
                    cancellationToken: cancellationToken
                );
            }
            catch (PluginGoneException) when (left > TimeSpan.Zero && plugin.Process is not { HasExited: true })
            {
                await Task.Delay(HandshakePause, time, cancellationToken);
            }
        }
    }

    private async Task CancelAsync(PluginConnection plugin, TimeSpan limit)
    {
        try
        {
            await plugin.Client.CancelAsync(new Empty(), deadline: time.GetUtcNow().UtcDateTime + limit);
            plugin.Released = true;
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unimplemented)
        {
            plugin.Released = true;
        }
        catch (Exception failure) when (failure is RpcException or PluginGoneException)
        {
            if (plugin.Process is { } process)
            {
                ReportDeath(plugin, process);
            }
            else
            {
                Report($"plugin [{plugin.Package}] did not answer Cancel: {failure.Words()}", LogSeverity.Warning);
            }
        }
    }

    private void ReportDeath(PluginConnection plugin, PluginProcess process) =>
        Report(
            $"Detected that pulumi-resource-{plugin.Package} exited prematurely or did not acknowledge Cancel. "
                + $"This is *always* a bug in the provider.\n{process.Written}".TrimEnd(),
            LogSeverity.Error
        );

    private void Report(string message, LogSeverity severity) =>
        events(new Diagnostic("", severity, message, Ephemeral: false, StreamId: 0));
}

/// <summary>What plugins are started with.</summary>
/// <param name="Locator">Finds them.</param>
/// <param name="Attach">Tells the port of each instead, by its package; or null.</param>
/// <param name="Project">The project's name.</param>
/// <param name="ProjectFolder">The project's folder, their working directory.</param>
/// <param name="Environment">Their environment.</param>
internal sealed record PluginHostOptions(
    PluginLocator Locator,
    Func<string, Task<int>>? Attach,
    string Project,
    string ProjectFolder,
    IReadOnlyDictionary<string, string> Environment
);
