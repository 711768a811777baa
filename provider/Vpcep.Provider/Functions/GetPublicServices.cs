using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;

namespace Vpcep.Provider.Functions;

/// <summary>Which services to list; all without any.</summary>
[TerraformName("vpcep_public_services")]
[PropertyObject]
public sealed partial record GetPublicServicesArgs
{
    /// <summary>Part of the full name; letter case does not matter.</summary>
    [TerraformName("service_name")]
    public string? Name { get; init; }

    /// <summary>The id.</summary>
    [TerraformName("service_id")]
    public string? Id { get; init; }

    /// <summary>Which end comes first, by time of creation.</summary>
    [DefaultValue(Functions.SortDirection.Descending)]
    public SortDirection? SortDirection { get; init; }
}

/// <summary>The services that the cloud's operator offers to everyone, such as object storage or DNS, from all pages.</summary>
[PropertyObject]
public sealed partial record GetPublicServicesResult
{
    /// <summary>The services.</summary>
    [TerraformName("services")]
    public required IReadOnlyList<PublicServiceInfo> PublicServices { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>Lists public services.</summary>
internal sealed class GetPublicServices(Session session) : IFunction<GetPublicServicesArgs, GetPublicServicesResult>
{
    public async Task<GetPublicServicesResult> InvokeAsync(Invocation call, GetPublicServicesArgs args)
    {
        var token = call.CancellationToken;
        var found = await session
            .Client.Services.ListPublicAsync(new ServiceFilter { Name = args.Name, Id = args.Id }, token)
            .SortedAsync(item => item.CreatedAt, args.SortDirection, token)
            .ConfigureAwait(false);
        return new() { PublicServices = [.. found.Select(PublicServiceInfo.From)], TotalCount = found.Count };
    }
}
