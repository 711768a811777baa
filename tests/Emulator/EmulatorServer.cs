using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Vpcep.Emulator.Control;
using Vpcep.Emulator.Server;

namespace Vpcep.Emulator;

/// <summary>A running emulator on 127.0.0.1.</summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CloudStore _store;

    private EmulatorServer(WebApplication app, EmulatorOptions options)
    {
        _app = app;
        _store = new CloudStore(options);
        Options = options;
        Cloud = new Cloud(_store, options);
    }

    /// <summary>What it was started with.</summary>
    public EmulatorOptions Options { get; }

    /// <summary>Where it listens, for VPCEP and IAM alike, such as <c>http://127.0.0.1:40123</c>.</summary>
    public Uri Url =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>What exists.</summary>
    public Cloud Cloud { get; }

    /// <summary>What was called.</summary>
    public CallLog Calls { get; } = new();

    /// <summary>What goes wrong.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>Starts one and returns when it accepts connections.</summary>
    public static async Task<EmulatorServer> StartAsync(
        EmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new EmulatorOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        var server = new EmulatorServer(app, options);
        var api = new ApiHandler(options, server._store, server.Faults, server.Calls);
        var control = new ControlHandler(server);
        app.Run(context =>
            ServeAsync(
                context,
                context.Request.Path.StartsWithSegments(ControlHandler.Root, out var rest)
                    ? control.ServeAsync(context, rest)
                    : api.ServeAsync(context)
            )
        );
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>A defect of the emulator must not look like one of the cloud: it is told on stderr.</summary>
    private static async Task ServeAsync(HttpContext context, Task serving)
    {
        try
        {
            await serving.ConfigureAwait(false);
        }
        // A caller that dies in the middle of a request is no defect.
        catch (Exception e)
            when (!context.RequestAborted.IsCancellationRequested
                && e is not Microsoft.AspNetCore.Http.BadHttpRequestException
            )
        {
            await Console.Error.WriteLineAsync($"vpcep-emulator: {context.Request.Path}: {e}").ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await _app.DisposeAsync().ConfigureAwait(false);
        _store.Close();
    }
}
