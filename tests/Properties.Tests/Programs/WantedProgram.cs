using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Programs;

namespace Properties.Tests.Programs;

/// <summary>What a program is told of a resource it registered; in a preview, outputs that are not there are unknown.</summary>
internal sealed record Registered(string Urn, string Id, PropertyMap Outputs);

/// <summary>Registers what is wanted as SDKs do: all at once, each as soon as what it refers to is there.</summary>
internal sealed class WantedProgram(IReadOnlyList<WantedResource> wanted)
{
    // What changes in place on one cloud or another.
    private static readonly string[] InPlace =
    [
        "approvalEnabled",
        "decision",
        "description",
        "enableWhitelist",
        "policyStatements",
        "portId",
        "ports",
        "rejectConnectionsOnDelete",
        "routeTables",
        "serviceName",
        "tags",
        "tcpProxy",
        "whitelist",
    ];

    private readonly ConcurrentDictionary<Slot, Registered> _registered = new();

    /// <summary>What came of the registrations of the last run.</summary>
    public IReadOnlyDictionary<Slot, Registered> Registered => _registered;

    public async Task RunAsync(ProgramRun run, CancellationToken cancellationToken)
    {
        using var monitor = LoopbackChannel.Open(run.MonitorAddress);
        var stack = await run.RegisterStackAsync(monitor, cancellationToken);
        var under = new Dictionary<Slot, Task<Registered>>();
        foreach (var resource in wanted)
        {
            under[resource.Slot] = RegisterAsync(
                monitor,
                stack,
                resource,
                resource.Service is { } service ? under[service] : null,
                resource.Endpoint is { } endpoint ? under[endpoint] : null,
                resource.After is { } other ? under[other] : Task.CompletedTask,
                cancellationToken
            );
        }

        await Task.WhenAll(under.Values);
    }

    private async Task<Registered> RegisterAsync(
        GrpcChannel monitor,
        string stack,
        WantedResource resource,
        Task<Registered>? service,
        Task<Registered>? endpoint,
        Task after,
        CancellationToken cancellationToken
    )
    {
        var request = new RegisterResourceRequest
        {
            Type = resource.Slot.Type,
            Name = resource.Name,
            Parent = stack,
            Custom = true,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            ImportId = resource.ImportId,
            RetainOnDelete = resource.Kept,
            DeleteBeforeReplace = resource.DeletedFirst,
            DeleteBeforeReplaceDefined = resource.DeletedFirst,
            ReplacementTrigger = Value.ForNumber(resource.Trigger),
        };
        if (resource.Alias is { } former)
        {
            request.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = former } });
        }

        request.IgnoreChanges.AddRange(resource.Ignored);
        if (resource.Forced)
        {
            request.ReplaceOnChanges.AddRange(InPlace);
        }

        await after;
        var inputs = resource.Inputs;
        foreach (var (name, other) in new[] { ("endpointServiceId", service), ("endpointId", endpoint) })
        {
            if (other is not null)
            {
                var (urn, id, _) = await other;
                inputs = inputs.With(name, id.Length > 0 ? id : PropertyValue.Unknown);
                request.Dependencies.Add(urn);
                request.PropertyDependencies[name] = new RegisterResourceRequest.Types.PropertyDependencies
                {
                    Urns = { urn },
                };
            }
        }

        request.Object = StructCodec.Encode(inputs);
        var answer = await new ResourceMonitor.ResourceMonitorClient(monitor).RegisterResourceAsync(
            request,
            cancellationToken: cancellationToken
        );
        return _registered[resource.Slot] = new Registered(answer.Urn, answer.Id, StructCodec.Decode(answer.Object));
    }
}
