using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Functions.Items;

/// <summary>A service that the cloud's operator offers to everyone.</summary>
[PropertyObject("vpcep:index:PublicServiceInfo")]
public sealed partial record PublicServiceInfo
{
    /// <summary>The id, to make endpoints with.</summary>
    public required string Id { get; init; }

    /// <summary>The full name.</summary>
    [TerraformName("service_name")]
    public string? FullName { get; init; }

    /// <summary>Who runs it.</summary>
    public string? Owner { get; init; }

    /// <summary>The type: `interface` or `gateway`.</summary>
    public string? ServiceType { get; init; }

    /// <summary>Whether endpoints of it cost money.</summary>
    public bool? IsCharge { get; init; }

    /// <summary>Whether endpoints of it may have a policy.</summary>
    public bool? EnablePolicy { get; init; }

    /// <summary>When it was created, in UTC: YYYY-MM-DDTHH:MM:SSZ.</summary>
    public string? CreatedAt { get; init; }

    internal static PublicServiceInfo From(PublicService service) =>
        new()
        {
            Id = service.Id,
            FullName = service.Name,
            Owner = service.Owner,
            ServiceType = service.ServiceType,
            IsCharge = service.IsCharge,
            EnablePolicy = service.EnablePolicy,
            CreatedAt = service.CreatedAt,
        };
}
