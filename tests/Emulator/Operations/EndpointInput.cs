namespace Vpcep.Emulator;

/// <summary>The checked fields of an endpoint to be created.</summary>
internal sealed record EndpointInput
{
    private const string Invalid = "EndPoint.0002";
    private static readonly HashSet<string> IpVersions = ["ipv4", "dualstack"];

    public required string ServiceId { get; init; }
    public required string VpcId { get; init; }
    public string? SubnetId { get; private init; }
    public string? PortIp { get; private init; }
    public bool EnableDns { get; private init; }
    public IReadOnlyList<string>? Routetables { get; private init; }
    public IReadOnlyList<string> Whitelist { get; private init; } = [];
    public bool EnableWhitelist { get; private init; }
    public IReadOnlyList<Tag> Tags { get; private init; } = [];
    public string Description { get; private init; } = "";
    public string? SpecificationName { get; private init; }
    public string? IpVersion { get; private init; }
    public string? Ipv6Address { get; private init; }
    public required PolicyInput Policy { get; init; }

    /// <summary>Whether it has an IPv6 address besides the other one.</summary>
    public bool IsDualStack => IpVersion == "dualstack";

    public static EndpointInput Read(BodyReader body, Dialect dialect) =>
        new()
        {
            ServiceId = body.Id("endpoint_service_id", "EndPoint.3062") ?? throw new ApiException("EndPoint.2029"),
            VpcId = body.Id("vpc_id", "EndPoint.0020") ?? throw new ApiException("EndPoint.2011"),
            SubnetId = body.Id("subnet_id", "EndPoint.0023"),
            PortIp =
                body.Text("port_ip", dialect.InvalidPortIp) is not { } ip ? null
                : Rules.IsIPv4(ip) ? ip
                : throw new ApiException(dialect.InvalidPortIp, ip),
            EnableDns = body.Flag("enable_dns", "EndPoint.2033") ?? false,
            Routetables = RoutetablesOf(body),
            Whitelist = WhitelistInput.Read(body, dialect) ?? [],
            EnableWhitelist = body.Flag("enable_whitelist") ?? false,
            Tags = TagInput.Read(body, dialect),
            Description = body.Description() ?? "",
            SpecificationName = body.Text("specification_name", "EndPoint.0015"),
            IpVersion = body.OneOf("ip_version", IpVersions, Invalid),
            Ipv6Address =
                body.Text("ipv6_address") is not { } ipv6 ? null
                : Rules.IsIPv6(ipv6) ? ipv6
                : throw new ApiException(dialect.InvalidPortIp, ipv6),
            Policy = PolicyInput.Read(body, dialect),
        };

    /// <summary>The route tables of the body; null when absent or empty, which takes the VPC's own.</summary>
    public static IReadOnlyList<string>? RoutetablesOf(BodyReader body)
    {
        var tables = body.Texts("routetables", "EndPoint.1019");
        return tables?.FirstOrDefault(table => !Rules.IsId(table)) is { } wrong
                ? throw new ApiException("EndPoint.1019", wrong)
            : tables is { Count: > 0 } ? [.. tables.Distinct()]
            : null;
    }

    /// <summary>Checks what depends on the service. What is only for the other type of service is ignored but for this.</summary>
    public void CheckFits(EndpointService service, Dialect dialect)
    {
        if (service.ServiceType == "interface" && SubnetId is null)
        {
            throw new ApiException("EndPoint.2010");
        }
        if (service.ServiceType == "interface" && Routetables is not null)
        {
            throw new ApiException(Invalid, "routetables is for gateway services");
        }
        Policy.CheckFits(service, dialect);
    }
}
