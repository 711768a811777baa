using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;
using Vpcep.Provider.Resources.EndpointService;

namespace Vpcep.Provider.Functions;

/// <summary>Which services to list; all of the project without any.</summary>
[TerraformName("vpcep_services")]
[PropertyObject]
public sealed partial record GetEndpointServicesArgs
{
    /// <summary>Part of the full name; letter case does not matter.</summary>
    [TerraformName("service_name")]
    public string? Name { get; init; }

    /// <summary>The id.</summary>
    [TerraformName("service_id")]
    public string? Id { get; init; }

    /// <summary>The state.</summary>
    public ServiceStatusFilter? Status { get; init; }

    /// <summary>The edge group.</summary>
    [RequiresFeature(nameof(CloudFeatures.ServiceFilters))]
    public string? PublicBorderGroup { get; init; }

    /// <summary>The kind of network that they serve.</summary>
    [RequiresFeature(nameof(CloudFeatures.ServiceFilters))]
    public NetType? NetType { get; init; }

    /// <summary>What to sort by.</summary>
    [DefaultValue(Functions.SortKey.CreatedAt)]
    public SortKey? SortKey { get; init; }

    /// <summary>Which end comes first.</summary>
    [DefaultValue(Functions.SortDirection.Descending)]
    public SortDirection? SortDirection { get; init; }
}

/// <summary>The VPC endpoint services of the project that match, from all pages.</summary>
[PropertyObject]
public sealed partial record GetEndpointServicesResult
{
    /// <summary>The services.</summary>
    public required IReadOnlyList<EndpointServiceInfo> EndpointServices { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>Lists services.</summary>
internal sealed class GetEndpointServices(Session session)
    : IFunction<GetEndpointServicesArgs, GetEndpointServicesResult>
{
    public async Task<GetEndpointServicesResult> InvokeAsync(Invocation call, GetEndpointServicesArgs args)
    {
        var token = call.CancellationToken;
        var found = await session
            .Client.Services.ListAsync(
                new ServiceFilter
                {
                    Name = args.Name,
                    Id = args.Id,
                    Status = args.Status is { } status ? ServiceStatusFilterWire.Write(status) : null,
                    PublicBorderGroup = args.PublicBorderGroup,
                    NetType = args.NetType is { } net ? NetTypeWire.Write(net) : null,
                },
                token
            )
            .SortedAsync(
                item => args.SortKey == Functions.SortKey.UpdatedAt ? item.UpdatedAt : item.CreatedAt,
                args.SortDirection,
                token
            )
            .ConfigureAwait(false);
        return new() { EndpointServices = [.. found.Select(EndpointServiceInfo.From)], TotalCount = found.Count };
    }
}
