using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;

namespace Vpcep.Provider.Functions;

/// <summary>Which endpoints to list; all of the project without any.</summary>
[TerraformName("vpcep_endpoints")]
[PropertyObject]
public sealed partial record GetEndpointsArgs
{
    /// <summary>Part of the service's full name; letter case does not matter.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Id of the VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>The id.</summary>
    [TerraformName("endpoint_id")]
    public string? Id { get; init; }

    /// <summary>What to sort by.</summary>
    [DefaultValue(Functions.SortKey.CreatedAt)]
    public SortKey? SortKey { get; init; }

    /// <summary>Which end comes first.</summary>
    [DefaultValue(Functions.SortDirection.Descending)]
    public SortDirection? SortDirection { get; init; }
}

/// <summary>The VPC endpoints of the project that match, from all pages.</summary>
[PropertyObject]
public sealed partial record GetEndpointsResult
{
    /// <summary>The endpoints.</summary>
    public required IReadOnlyList<EndpointInfo> Endpoints { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>Lists endpoints.</summary>
internal sealed class GetEndpoints(Session session) : IFunction<GetEndpointsArgs, GetEndpointsResult>
{
    public async Task<GetEndpointsResult> InvokeAsync(Invocation call, GetEndpointsArgs args)
    {
        var token = call.CancellationToken;
        var found = await session
            .Client.Endpoints.ListAsync(
                new EndpointFilter
                {
                    EndpointServiceName = args.ServiceName,
                    VpcId = args.VpcId,
                    Id = args.Id,
                },
                token
            )
            .SortedAsync(
                item => args.SortKey == Functions.SortKey.UpdatedAt ? item.UpdatedAt : item.CreatedAt,
                args.SortDirection,
                token
            )
            .ConfigureAwait(false);
        return new() { Endpoints = [.. found.Select(EndpointInfo.From)], TotalCount = found.Count };
    }
}
