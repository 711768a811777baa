namespace Vpcep.Emulator;

/// <summary>The checked fields of an endpoint to be created.</summary>
internal sealed record EndpointInput
{
    private const int MostWhitelistEntries = 20;
    private const int MostTags = 20;

    public required string ServiceId { get; init; }
    public required string VpcId { get; init; }
    public string? SubnetId { get; private init; }
    public string? PortIp { get; private init; }
    public bool EnableDns { get; private init; }
    public IReadOnlyList<string>? Routetables { get; private init; }
    public IReadOnlyList<string> Whitelist { get; private init; } = [];
    public bool EnableWhitelist { get; private init; }
    public IReadOnlyList<Tag> Tags { get; private init; } = [];

    public static EndpointInput Read(BodyReader body, Dialect dialect) =>
        new()
        {
            ServiceId = Id(body, "endpoint_service_id", "EndPoint.3062") ?? throw new ApiException("EndPoint.2029"),
            VpcId = Id(body, "vpc_id", "EndPoint.0020") ?? throw new ApiException("EndPoint.2011"),
            SubnetId = Id(body, "subnet_id", "EndPoint.0023"),
            PortIp =
                body.Text("port_ip", dialect.InvalidPortIp) is not { } ip ? null
                : Rules.IsIPv4(ip) ? ip
                : throw new ApiException(dialect.InvalidPortIp, ip),
            EnableDns = body.Flag("enable_dns", "EndPoint.2033") ?? false,
            Routetables = RoutetablesOf(body),
            Whitelist = WhitelistOf(body, dialect),
            EnableWhitelist = body.Flag("enable_whitelist") ?? false,
            Tags = TagsOf(body),
        };

    /// <summary>Checks what depends on the service's type.</summary>
    public void CheckFits(EndpointService service)
    {
        if (service.ServiceType != "interface")
        {
            return;
        }
        if (SubnetId is null)
        {
            throw new ApiException("EndPoint.2010");
        }
        if (Routetables is not null)
        {
            throw new ApiException("EndPoint.0002", "routetables is for gateway services");
        }
    }

    private static List<string>? RoutetablesOf(BodyReader body)
    {
        var tables = body.Texts("routetables", "EndPoint.1019");
        return tables?.FirstOrDefault(table => !Rules.IsId(table)) is { } wrong
            ? throw new ApiException("EndPoint.1019", wrong)
            : tables?.ToList();
    }

    private static IReadOnlyList<string> WhitelistOf(BodyReader body, Dialect dialect)
    {
        var entries = body.Texts("whitelist", dialect.InvalidWhitelistAddress) ?? [];
        if (entries.Count > MostWhitelistEntries)
        {
            throw new ApiException(dialect.WhitelistFull, $"{entries.Count} entries, at most {MostWhitelistEntries}");
        }
        foreach (var entry in entries)
        {
            var isCidr = entry.Contains('/', StringComparison.Ordinal);
            if (isCidr ? !Rules.IsCidr(entry) : !Rules.IsIPv4(entry))
            {
                throw new ApiException(isCidr ? dialect.InvalidWhitelistCidr : dialect.InvalidWhitelistAddress, entry);
            }
        }
        return entries;
    }

    private static List<Tag> TagsOf(BodyReader body)
    {
        var tags = (body.Objects("tags") ?? [])
            .Select(tag => new Tag(tag.Text("key") ?? throw new ApiException("EndPoint.3066"), tag.Text("value") ?? ""))
            .ToList();
        if (tags.Count > MostTags)
        {
            throw new ApiException("EndPoint.3069");
        }
        return tags.DistinctBy(tag => tag.Key).Count() == tags.Count ? tags : throw new ApiException("EndPoint.3067");
    }

    private static string? Id(BodyReader body, string name, string code) =>
        body.Text(name, code) is not { Length: > 0 } id ? null
        : Rules.IsId(id) ? id
        : throw new ApiException(code, $"{name}={id}");
}
