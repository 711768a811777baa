using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Functions;

/// <summary>Which endpoint.</summary>
[PropertyObject]
public sealed partial record GetEndpointArgs
{
    /// <summary>The id.</summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string Id { get; init; }
}

/// <summary>A VPC endpoint of the project, by its id.</summary>
[PropertyObject]
public sealed partial record GetEndpointResult : EndpointInfo;

/// <summary>Reads an endpoint.</summary>
internal sealed class GetEndpoint(Session session) : IFunction<GetEndpointArgs, GetEndpointResult>
{
    public async Task<GetEndpointResult> InvokeAsync(Invocation call, GetEndpointArgs args) =>
        await session.Client.Endpoints.GetWholeAsync(args.Id, call.CancellationToken).ConfigureAwait(false) is { } found
            ? GetEndpointResult.Decode(EndpointInfo.From(found).Encode())
            : throw new OperationException(
                FailureKind.NotFound,
                $"id: there is no endpoint {ResourceId.Quote(args.Id)} in this project"
            );
}
