using System.Text.Json;

namespace Vpcep.Emulator;

/// <summary>A VPC endpoint.</summary>
public sealed record VpcEndpoint : CloudObject
{
    public required string EndpointServiceId { get; init; }
    public required string EndpointServiceName { get; init; }
    public long MarkerId { get; init; }
    public string? SubnetId { get; init; }

    /// <summary>The address it answers on; shown once <see cref="Materialised"/>.</summary>
    public string? Ip { get; init; }

    /// <summary>As asked for; shown as false until <see cref="Materialised"/>.</summary>
    public bool EnableDns { get; init; }

    public IReadOnlyList<string> DnsNames { get; init; } = [];
    public IReadOnlyList<string> Routetables { get; init; } = [];
    public IReadOnlyList<string> Whitelist { get; init; } = [];
    public bool EnableWhitelist { get; init; }
    public string SpecificationName { get; init; } = "default";
    public string EndpointPoolId { get; init; } = EndpointService.DefaultPoolId;
    public string? IpVersion { get; init; }
    public string? Ipv6Address { get; init; }
    public string? PublicBorderGroup { get; init; }

    /// <summary>No answer shows it.</summary>
    public string Edition { get; init; } = Editions.Basic;

    /// <summary>What it will be once it has been moved; null while it is not being moved.</summary>
    public string? NextEdition { get; init; }

    /// <summary>The statements as they were sent; null shows the site's default.</summary>
    public JsonElement? PolicyStatement { get; init; }

    /// <summary>The document as it was sent.</summary>
    public JsonElement? PolicyDocument { get; init; }

    /// <summary>What the owner of the service has noted on the connection.</summary>
    public string ConnectionDescription { get; init; } = "";

    public string ActiveStatus { get; init; } = "active";
    public string EnableStatus { get; init; } = "enable";

    /// <summary>It has been accepted at least once: address and names exist from then on, even when rejected later.</summary>
    public bool Materialised { get; init; }

    /// <summary>An address for the endpoint that is created as number <paramref name="sequence"/>.</summary>
    internal static string AddressOf(long sequence) => $"192.168.{sequence / 250 % 250}.{(sequence % 250) + 2}";

    /// <summary>The IPv6 address of the endpoint that is created as number <paramref name="sequence"/>.</summary>
    internal static string Ipv6AddressOf(long sequence) => $"2001:db8::{sequence + 1:x}";

    /// <summary>Counts for <c>connection_count</c> and keeps its service from being deleted.</summary>
    internal bool Connects => Status is Statuses.Accepted or Statuses.Creating;

    private protected override CloudObject Settle(Transition next) =>
        (VpcEndpoint)base.Settle(next) with
        {
            Materialised = Materialised || next.Status == Statuses.Accepted,
            Edition = NextEdition ?? Edition,
            NextEdition = null,
        };
}
