namespace Vpcep.Emulator;

/// <summary>A tag of an endpoint.</summary>
public sealed record Tag(string Key, string Value);

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
    public IReadOnlyList<Tag> Tags { get; init; } = [];
    public string ActiveStatus { get; init; } = "active";
    public string EnableStatus { get; init; } = "enable";

    /// <summary>It has been accepted at least once: address and names exist from then on, even when rejected later.</summary>
    public bool Materialised { get; init; }

    /// <summary>Counts for <c>connection_count</c> and keeps its service from being deleted.</summary>
    internal bool Connects => Status is Statuses.Accepted or Statuses.Creating;

    private protected override CloudObject Settle(Transition next) =>
        (VpcEndpoint)base.Settle(next) with
        {
            Materialised = Materialised || next.Status == Statuses.Accepted,
        };
}
