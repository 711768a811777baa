namespace Vpcep.Client;

/// <summary>The services of the cloud that are asked.</summary>
public enum CloudService
{
    /// <summary>VPC Endpoint.</summary>
    Endpoints,

    /// <summary>Identity (IAM).</summary>
    Identity,

    /// <summary>VPN.</summary>
    Vpn,
}
