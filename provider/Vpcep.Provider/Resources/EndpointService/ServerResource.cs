using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>A load balancer behind a service that has several.</summary>
[PropertyObject("vpcep:index:ServerResource")]
public sealed partial record ServerResource
{
    /// <summary>Id of the load balancer.</summary>
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public required string ResourceId { get; init; }

    /// <summary>The availability zone that it is in, such as `cn-east-4a`.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? AvailabilityZoneId { get; init; }
}

/// <summary>Which addresses a service has.</summary>
[PropertyEnum("vpcep:index:ServiceIpVersion")]
public enum ServiceIpVersion
{
    /// <summary>IPv4 addresses.</summary>
    [EnumMember(Value = "ipv4")]
    Ipv4,

    /// <summary>IPv6 addresses; of the professional edition.</summary>
    [EnumMember(Value = "ipv6")]
    Ipv6,
}
