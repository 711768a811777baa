namespace Vpcep.Emulator;

/// <summary>The checked fields of a service that a request creates or modifies.</summary>
internal sealed record ServiceInput
{
    private const string Missing = "EndPoint.2002";
    private const string Invalid = "EndPoint.0002";
    private const string BadName = "EndPoint.3076";
    private static readonly HashSet<string> IpVersions = ["ipv4", "ipv6"];

    public string? VpcId { get; private init; }
    public string? PortId { get; private init; }
    public string? Name { get; private init; }
    public string? ServerType { get; private init; }
    public bool? ApprovalEnabled { get; private init; }
    public string? TcpProxy { get; private init; }
    public IReadOnlyList<PortMapping>? Ports { get; private init; }
    public string? Description { get; private init; }
    public string? VipPortId { get; private init; }
    public string? Ip { get; private init; }
    public IReadOnlyList<Tag> Tags { get; private init; } = [];
    public string? PoolId { get; private init; }
    public string? IpVersion { get; private init; }
    public string? SnatNetworkId { get; private init; }
    public bool EnablePolicy { get; private init; }

    public static ServiceInput ForCreate(BodyReader body, Dialect dialect)
    {
        if (body.Text("service_type") is { } type && type != "interface")
        {
            throw new ApiException(Invalid, $"service_type={type}");
        }
        var input = ForUpdate(body, dialect) with
        {
            VpcId = body.Id("vpc_id", "EndPoint.0020") ?? throw new ApiException("EndPoint.2011"),
            ServerType = body.OneOf("server_type", dialect.ServerTypes, "EndPoint.3021"),
            Tags = TagInput.Read(body, dialect),
            PoolId = body.Id("pool_id", "EndPoint.2038"),
            IpVersion = body.OneOf("ip_version", IpVersions, Invalid),
            SnatNetworkId = body.Id("snat_network_id", Invalid),
            EnablePolicy = body.Flag("enable_policy") ?? false,
        };
        Require(input.PortId, "port_id");
        Require(input.ServerType, "server_type");
        if (input is { IpVersion: "ipv6", SnatNetworkId: null })
        {
            throw new ApiException(Invalid, "snat_network_id is mandatory when ip_version is ipv6");
        }
        return input.Ports is null ? throw new ApiException("EndPoint.2028", "ports") : input;
    }

    public static ServiceInput ForUpdate(BodyReader body, Dialect dialect) =>
        new()
        {
            PortId = body.Id("port_id", "EndPoint.3003"),
            Name = NameOf(body, "service_name", dialect),
            ApprovalEnabled = body.Flag("approval_enabled"),
            TcpProxy = body.OneOf("tcp_proxy", dialect.TcpProxies, Invalid),
            Ports = PortsOf(body, dialect),
            Description = body.Description(),
            VipPortId = body.Id("vip_port_id", "EndPoint.3051"),
            Ip = body.Text("ip", "EndPoint.3010"),
        };

    /// <summary>A short name; null when absent.</summary>
    public static string? NameOf(BodyReader body, string field, Dialect dialect) =>
        body.Text(field, BadName) is not { } name ? null
        : Rules.IsServiceName(name, dialect.LongestServiceName) ? name
        : throw new ApiException(BadName, $"1-{dialect.LongestServiceName} letters, digits, _ and -");

    private static List<PortMapping>? PortsOf(BodyReader body, Dialect dialect)
    {
        if (body.Objects("ports") is not { } items)
        {
            return null;
        }
        if (items.Count == 0)
        {
            throw new ApiException("EndPoint.2028", "ports is empty");
        }
        if (items.Count > 200)
        {
            throw new ApiException("EndPoint.3074", $"{items.Count} port mappings, at most 200");
        }
        var ports = items.Select(item => PortOf(item, dialect)).ToList();
        return Dialect.DuplicateAmong(ports) is { } twice
            ? throw new ApiException("EndPoint.3043", $"{twice.ClientPort} to {twice.ServerPort} twice")
            : ports;
    }

    private static PortMapping PortOf(BodyReader item, Dialect dialect)
    {
        var protocol = item.Text("protocol", "EndPoint.3075") ?? "TCP";
        return dialect.Protocols.Contains(protocol)
            ? new PortMapping(Port(item, "client_port"), Port(item, "server_port"), protocol)
            : throw new ApiException("EndPoint.3075", protocol);
    }

    private static int Port(BodyReader item, string name) =>
        item.Number(name, "EndPoint.3004") is not { } port ? throw new ApiException("EndPoint.2028", name)
        : Rules.IsPort(port) ? port
        : throw new ApiException("EndPoint.3004", $"{name}={port}");

    private static void Require(string? value, string name)
    {
        if (value is null)
        {
            throw new ApiException(Missing, name);
        }
    }
}
