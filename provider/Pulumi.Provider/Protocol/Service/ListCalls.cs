using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Lists the resources of a type.</summary>
internal sealed class ListCalls(ProviderDefinition provider, Connection connection)
{
    /// <summary>
    /// Streams results as they are found; where <c>page_size</c> ends the answer early, a continuation says where to go on.
    /// <c>limit</c> bounds this answer: who wants so many in all asks for those still missing.
    /// </summary>
    public Task ListAsync(
        ListRequest request,
        IServerStreamWriter<ListResponse> responses,
        ServerCallContext context
    ) =>
        connection.GuardAsync(
            urn: "",
            context,
            timeout: null,
            async call =>
            {
                await foreach (var response in AnswerAsync(request, call.Token).ConfigureAwait(false))
                {
                    await responses.WriteAsync(response, call.Token).ConfigureAwait(false);
                }

                return true;
            }
        );

    private async IAsyncEnumerable<ListResponse> AnswerAsync(
        ListRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (!provider.Lists.TryGetValue(request.Token, out var definition))
        {
            throw new RpcException(
                new Status(
                    StatusCode.Unimplemented,
                    provider.Lists.Count == 0
                        ? $"the {provider.Name} provider cannot list its resources"
                        : $"the {provider.Name} provider cannot list '{request.Token}'; it lists: {string.Join(", ", provider.Lists.Keys)}"
                )
            );
        }

        var (query, problems) = definition.Check(connection.Session, connection.Decode(request.Query, model: null));
        if (!problems.IsEmpty)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, connection.Secrets.Clean(Words(problems))));
        }

        if (query.Values.Any(static value => value.ContainsUnknowns))
        {
            yield return new ListResponse { Computed = new ListResponse.Types.Computed() };
            yield break;
        }

        var page = new ListPage(request);
        var all = definition.ListAsync(connection.Session, query, cancellationToken);
        await foreach (var one in page.Rest(all, cancellationToken).ConfigureAwait(false))
        {
            if (page.IsFull)
            {
                yield return new ListResponse
                {
                    Continuation = new ListResponse.Types.Continuation { ContinuationToken = page.End },
                };
                yield break;
            }

            page.Add(one);
            yield return new ListResponse
            {
                Result = new ListResponse.Types.Result { Id = one.Id, Name = one.Name ?? "" },
            };
            if (page.IsLast)
            {
                yield break;
            }
        }
    }

    private static string Words(ImmutableArray<Problem> problems) =>
        string.Join("; ", problems.Select(static problem => $"{problem.Path}: {problem.Reason}"));
}
