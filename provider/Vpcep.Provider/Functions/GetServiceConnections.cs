using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Functions;

/// <summary>Of which service to list connections, and which of them.</summary>
[TerraformName("vpcep_service_connections")]
[PropertyObject]
public sealed partial record GetServiceConnectionsArgs
{
    /// <summary>Id of the service.</summary>
    [TerraformName("service_id")]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }

    /// <summary>Id of the endpoint.</summary>
    public string? EndpointId { get; init; }

    /// <summary>The number that marks the endpoint's packets, as text.</summary>
    public string? MarkerId { get; init; }

    /// <summary>The state; the cloud filters by these only.</summary>
    public ConnectionStatusFilter? Status { get; init; }

    /// <summary>What to sort by.</summary>
    [DefaultValue(Functions.SortKey.CreatedAt)]
    public SortKey? SortKey { get; init; }

    /// <summary>Which end comes first.</summary>
    [DefaultValue(Functions.SortDirection.Descending)]
    public SortDirection? SortDirection { get; init; }
}

/// <summary>The connections to a VPC endpoint service, from all pages: also those of other projects and accounts.</summary>
[PropertyObject]
public sealed partial record GetServiceConnectionsResult
{
    /// <summary>The connections.</summary>
    public required IReadOnlyList<ConnectionInfo> Connections { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>Lists connections.</summary>
internal sealed class GetServiceConnections(Session session)
    : IFunction<GetServiceConnectionsArgs, GetServiceConnectionsResult>
{
    public async Task<GetServiceConnectionsResult> InvokeAsync(Invocation call, GetServiceConnectionsArgs args)
    {
        var token = call.CancellationToken;
        var found = await session
            .Client.Connections.ListAsync(
                args.EndpointServiceId,
                new ConnectionFilter
                {
                    EndpointId = args.EndpointId,
                    MarkerId = args.MarkerId,
                    Status = args.Status is { } status ? ConnectionStatusFilterWire.Write(status) : null,
                },
                token
            )
            .SortedAsync(
                item => args.SortKey == Functions.SortKey.UpdatedAt ? item.UpdatedAt : item.CreatedAt,
                args.SortDirection,
                token
            )
            .ConfigureAwait(false);
        return new() { Connections = [.. found.Select(ConnectionInfo.From)], TotalCount = found.Count };
    }
}
