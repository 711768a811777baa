using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Calls functions.</summary>
internal sealed class FunctionCalls(ProviderDefinition provider, Connection connection)
{
    /// <summary>Calls one.</summary>
    /// <param name="request">The call.</param>
    /// <param name="tellsPreview">True when the engine says in calls whether they are of a preview.</param>
    /// <param name="context">The call's context.</param>
    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, bool tellsPreview, ServerCallContext context) =>
        connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                if (!provider.Functions.TryGetValue(request.Tok, out var function))
                {
                    throw new RpcException(
                        new Status(StatusCode.NotFound, $"the {provider.Name} provider has no function '{request.Tok}'")
                    );
                }

                // Engines that do not say so in the handshake leave the field out, which reads as false.
                bool? preview = tellsPreview ? request.Preview : null;
                var given = connection.Decode(request.Args, function.Args);
                var args = connection.Completed(function.Args, given);
                var (result, problems) = await function
                    .InvokeAsync(connection.Session, new Invocation(preview, connection.Log, call.Token), args)
                    .ConfigureAwait(false);
                var answer = new InvokeResponse
                {
                    Return = result is null
                        ? null
                        : StructCodec.Encode(DeclaredSecrets.MarkOutputs(function.Result, result, function.Args, args)),
                };
                answer.Failures.AddRange(
                    problems.Select(problem =>
                        connection.Problems.OfInvoke(connection.Sourced(problem, function.Args, given))
                    )
                );
                return answer;
            }
        );
}
