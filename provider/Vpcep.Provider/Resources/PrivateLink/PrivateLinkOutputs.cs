using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>A private link as it is.</summary>
[PropertyObject]
public sealed partial record PrivateLinkOutputs
{
    /// <summary>Id of the endpoint service.</summary>
    public required string ServiceId { get; init; }

    /// <summary>
    /// The full name of the service that consumers elsewhere look for: `region.name.id`, or `region.id` for a service
    /// without a short name.
    /// </summary>
    public required string FullName { get; init; }

    /// <summary>The endpoints of `consumers`, by the names given there.</summary>
    public required IReadOnlyDictionary<string, PrivateLinkEndpoint> Endpoints { get; init; }
}

/// <summary>A consumer's endpoint.</summary>
[PropertyObject("vpcep:index:PrivateLinkEndpoint")]
public sealed partial record PrivateLinkEndpoint
{
    /// <summary>Id of the endpoint.</summary>
    public required string EndpointId { get; init; }

    /// <summary>The private address that the consumer's VPC reaches the server at.</summary>
    public string? Ip { get; init; }

    /// <summary>The endpoint's private domain names, with `enableDns`.</summary>
    public IReadOnlyList<string>? DnsNames { get; init; }
}
