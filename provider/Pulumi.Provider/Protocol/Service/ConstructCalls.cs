using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using LogSeverity = Pulumi.Provider.Model.Operations.LogSeverity;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Puts components together, on the engine's behalf and with its ResourceMonitor.</summary>
internal sealed class ConstructCalls(ProviderDefinition provider, Connection connection, TimeProvider time)
{
    public Task<ConstructResponse> ConstructAsync(ConstructRequest request, ServerCallContext context) =>
        connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                var definition = Definition(request.Type);
                var given = Inputs(request, definition);
                var checkedInputs = definition.Check(
                    connection.Session,
                    connection.Completed(definition.Inputs, given)
                );
                if (!checkedInputs.Problems.IsEmpty)
                {
                    throw connection.Problems.OfConstruct(
                        [
                            .. checkedInputs.Problems.Select(problem =>
                                connection.Sourced(problem, definition.Inputs, given)
                            ),
                        ],
                        definition.Inputs,
                        given
                    );
                }

                using var channel = LoopbackChannel.Open(request.MonitorEndpoint);
                var monitor = new ComponentMonitor(
                    provider,
                    connection.Self,
                    request,
                    new ResourceMonitor.ResourceMonitorClient(channel),
                    time,
                    call.Token
                );
                var urn = await monitor
                    .RegisterComponentAsync(DeclaredSecrets.Mark(definition.Inputs, given))
                    .ConfigureAwait(false);
                using var current = connection.Log.Current.Enter(urn);
                foreach (var (path, reason) in checkedInputs.Warnings)
                {
                    connection.Log.Write(LogSeverity.Warning, $"{path}: {reason}", urn);
                }

                var construction = new Construction(monitor.RegisterChildAsync)
                {
                    Name = request.Name,
                    Urn = urn,
                    Stack = (request.Project, request.Stack),
                    Preview = request.DryRun,
                    Providers = request.Providers,
                    Log = connection.Log,
                    CancellationToken = call.Token,
                };
                var outputs = await definition
                    .ConstructAsync(connection.Session, construction, checkedInputs.Inputs)
                    .ConfigureAwait(false);
                var state = StructCodec.Encode(DeclaredSecrets.Mark(definition.Outputs, outputs.Plain()));
                await monitor.RegisterOutputsAsync(state).ConfigureAwait(false);
                var answer = new ConstructResponse { Urn = urn, State = state };
                foreach (var (name, value) in outputs)
                {
                    var sources = new ConstructResponse.Types.PropertyDependencies();
                    sources.Urns.AddRange(value.Sources().Distinct(StringComparer.Ordinal));
                    answer.StateDependencies.Add(name, sources);
                }

                return answer;
            }
        );

    private ComponentDefinition Definition(string type) =>
        provider.FindComponent(type)
        ?? throw UnknownToken.OfOptional(provider, "component", type, provider.Components.Keys);

    // What an input comes from is said inside of it; by engines and SDKs that do not do so, beside it.
    private PropertyMap Inputs(ConstructRequest request, ComponentDefinition definition) =>
        new(
            connection
                .Decode(request.Inputs, definition.Inputs)
                .Select(input =>
                {
                    var (name, value) = input;
                    ImmutableArray<string> beside = request.InputDependencies.TryGetValue(name, out var dependencies)
                        ? [.. dependencies.Urns]
                        : [];
                    return KeyValuePair.Create(name, value.Sources().Any() ? value : value.From(false, beside));
                })
        );
}
