using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Functions.Items;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Functions;

/// <summary>Of which service to list permissions, and which of them.</summary>
[TerraformName("vpcep_service_permissions")]
[PropertyObject]
public sealed partial record GetServicePermissionsArgs
{
    /// <summary>Id of the service.</summary>
    [TerraformName("service_id")]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string EndpointServiceId { get; init; }

    /// <summary>Part of the permission.</summary>
    public string? Permission { get; init; }

    /// <summary>Which end comes first, by time of creation.</summary>
    [DefaultValue(Functions.SortDirection.Descending)]
    public SortDirection? SortDirection { get; init; }
}

/// <summary>Who may connect to a VPC endpoint service, from all pages.</summary>
[PropertyObject]
public sealed partial record GetServicePermissionsResult
{
    /// <summary>The permissions.</summary>
    public required IReadOnlyList<PermissionInfo> Permissions { get; init; }

    /// <summary>How many there are.</summary>
    public required int TotalCount { get; init; }
}

/// <summary>Lists permissions.</summary>
internal sealed class GetServicePermissions(Session session)
    : IFunction<GetServicePermissionsArgs, GetServicePermissionsResult>
{
    public async Task<GetServicePermissionsResult> InvokeAsync(Invocation call, GetServicePermissionsArgs args)
    {
        var token = call.CancellationToken;
        var found = await session
            .Client.Permissions.ListAsync(
                args.EndpointServiceId,
                new PermissionFilter { Permission = args.Permission },
                token
            )
            .SortedAsync(item => item.CreatedAt, args.SortDirection, token)
            .ConfigureAwait(false);
        return new() { Permissions = [.. found.Select(PermissionInfo.From)], TotalCount = found.Count };
    }
}
