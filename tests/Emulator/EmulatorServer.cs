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

    private EmulatorServer(WebApplication app, EmulatorOptions options, Cloud cloud)
    {
        _app = app;
        Options = options;
        Cloud = cloud;
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
        var server = new EmulatorServer(app, options, new Cloud(options));
        var api = new ApiHandler(options, server.Cloud, server.Faults, server.Calls);
        var control = new ControlHandler(server);
        app.Run(context =>
            context.Request.Path.StartsWithSegments(ControlHandler.Root, out var rest)
                ? control.ServeAsync(context, rest)
                : api.ServeAsync(context)
        );
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        _app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await _app.DisposeAsync().ConfigureAwait(false);
        Cloud.Close();
    }
}
