using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Calls methods of resources and components.</summary>
internal sealed class MethodCalls(ProviderDefinition provider, Connection connection)
{
    private const string Self = "__self__";

    public Task<CallResponse> CallAsync(CallRequest request, ServerCallContext context)
    {
        var definition = Definition(request.Tok);
        var given = connection.Decode(request.Args, definition.Args);
        var self =
            given.Find(Self)?.Unwrapped as ResourceReferenceValue
            ?? throw new RpcException(
                new Status(StatusCode.InvalidArgument, $"'{request.Tok}' is called on a resource, and none is given")
            );
        return connection.GuardAsync(
            self.Urn,
            context,
            timeout: null,
            async call =>
            {
                var args = given.Without(Self);
                var method = new MethodCall(() => StateAsync(request.MonitorEndpoint, self.Urn, call.Token))
                {
                    Urn = self.Urn,
                    Id = self.KnownId,
                    Preview = request.DryRun,
                    Log = connection.Log,
                    CancellationToken = call.Token,
                };
                var (result, problems) = await definition
                    .CallAsync(
                        connection.Session,
                        method,
                        self.KnownId is not null || provider.Components.ContainsKey(definition.Resource),
                        connection.Completed(definition.Args, args)
                    )
                    .ConfigureAwait(false);
                result = DeclaredSecrets.MarkOutputs(definition.Result, result, definition.Args, args);
                var answer = new CallResponse
                {
                    Return = StructCodec.Encode(connection.Secrets.Mark(result, definition.Result, args)),
                };
                var sources = Sources(request, given, self);
                foreach (var name in result.Keys)
                {
                    var dependencies = new CallResponse.Types.ReturnDependencies();
                    dependencies.Urns.AddRange(sources);
                    answer.ReturnDependencies.Add(name, dependencies);
                }

                answer.Failures.AddRange(
                    problems.Select(problem =>
                        connection.Problems.OfInvoke(connection.Sourced(problem, definition.Args, args))
                    )
                );
                return answer;
            }
        );
    }

    // What a method answers may come from all that it was given.
    private static ImmutableArray<string> Sources(
        CallRequest request,
        PropertyMap given,
        ResourceReferenceValue self
    ) =>
        [
            .. given
                .Values.SelectMany(Lineage.Sources)
                .Concat(request.ArgDependencies.Values.SelectMany(static one => one.Urns))
                .Append(self.Urn)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];

    private async Task<PropertyMap> StateAsync(string monitor, string urn, CancellationToken cancellationToken)
    {
        using var channel = LoopbackChannel.Open(monitor);
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = new Struct { Fields = { ["urn"] = Value.ForString(urn) } },
            AcceptResources = true,
        };
        var response = await new ResourceMonitor.ResourceMonitorClient(channel)
            .InvokeAsync(request, cancellationToken: cancellationToken)
            .ResponseAsync.ConfigureAwait(false);
        return
            connection.Decode(response.Return, model: null).Find("state")?.Unwrapped
                is ObjectValue { Fields: var state }
            ? state
            : PropertyMap.Empty;
    }

    private MethodDefinition Definition(string token) =>
        provider.Methods.GetValueOrDefault(token)
        ?? throw UnknownToken.OfOptional(provider, "method", token, provider.Methods.Keys);
}
