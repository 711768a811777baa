using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Programs;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests.Support;

/// <summary>A registered resource: its URN, id and outputs; an output that is not known is not there.</summary>
internal sealed record Registered(string Urn, string Id, PropertyMap Outputs)
{
    /// <summary>An output; unknown where it is absent, as SDKs see it.</summary>
    public PropertyValue this[string name] => Outputs.Find(name) ?? PropertyValue.Unknown;
}

/// <summary>A program's side of the resource monitor.</summary>
internal sealed class EchoProgram(ProgramRun run, CancellationToken cancellationToken) : IDisposable
{
    private readonly GrpcChannel _monitor = LoopbackChannel.Open(run.MonitorAddress);
    private string _stack = "";

    /// <summary>True in a preview.</summary>
    public bool DryRun => run.DryRun;

    /// <summary>Registers the stack's root.</summary>
    public async Task StackAsync()
    {
        var response = await Monitor.RegisterResourceAsync(
            new RegisterResourceRequest
            {
                Type = Urn.StackType,
                Name = $"{run.Project}-{run.Stack}",
                Object = new Struct(),
            },
            cancellationToken: cancellationToken
        );
        _stack = response.Urn;
    }

    /// <summary>Registers an item; dependencies are taken from what is passed beside a property.</summary>
    public Task<Registered> ItemAsync(
        string name,
        Action<RegisterResourceRequest>? options = null,
        params (string Name, PropertyValue Value, Registered? From)[] inputs
    ) => ResourceAsync("echo:index:Item", name, options, inputs);

    /// <summary>Registers a resource of any type.</summary>
    public async Task<Registered> ResourceAsync(
        string type,
        string name,
        Action<RegisterResourceRequest>? options = null,
        params (string Name, PropertyValue Value, Registered? From)[] inputs
    )
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Parent = _stack,
            Custom = true,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            Object = StructCodec.Encode(
                new PropertyMap(inputs.Select(static input => KeyValuePair.Create(input.Name, input.Value)))
            ),
        };
        foreach (var (property, _, from) in inputs)
        {
            var urns = new RegisterResourceRequest.Types.PropertyDependencies();
            if (from is not null)
            {
                urns.Urns.Add(from.Urn);
                request.Dependencies.Add(from.Urn);
            }

            request.PropertyDependencies[property] = urns;
        }

        options?.Invoke(request);
        var response = await Monitor.RegisterResourceAsync(request, cancellationToken: cancellationToken);
        return new Registered(response.Urn, response.Id, StructCodec.Decode(response.Object));
    }

    /// <summary>Sets the stack's outputs.</summary>
    public Task OutputsAsync(PropertyMap outputs) =>
        Monitor
            .RegisterResourceOutputsAsync(
                new RegisterResourceOutputsRequest { Urn = _stack, Outputs = StructCodec.Encode(outputs) },
                cancellationToken: cancellationToken
            )
            .ResponseAsync;

    /// <summary>Fires when the engine ends the program.</summary>
    public CancellationToken Token => cancellationToken;

    /// <summary>The monitor itself.</summary>
    public ResourceMonitor.ResourceMonitorClient Monitor => new(_monitor);

    /// <inheritdoc/>
    public void Dispose() => _monitor.Dispose();
}
