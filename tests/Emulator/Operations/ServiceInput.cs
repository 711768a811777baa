namespace Vpcep.Emulator;

/// <summary>The checked fields of a service that a request creates or modifies.</summary>
internal sealed record ServiceInput
{
    private const string Missing = "EndPoint.2002";

    public string? VpcId { get; private init; }
    public string? PortId { get; private init; }
    public string? Name { get; private init; }
    public string? ServerType { get; private init; }
    public bool? ApprovalEnabled { get; private init; }
    public string? TcpProxy { get; private init; }
    public IReadOnlyList<PortMapping>? Ports { get; private init; }

    public static ServiceInput ForCreate(BodyReader body, Dialect dialect)
    {
        if (body.Text("service_type") is { } type && type != "interface")
        {
            throw new ApiException("EndPoint.0002", $"service_type={type}");
        }
        var input = ForUpdate(body, dialect) with
        {
            VpcId = Id(body, "vpc_id", "EndPoint.0020") ?? throw new ApiException("EndPoint.2011"),
            ServerType = OneOf(body, "server_type", dialect.ServerTypes, "EndPoint.3021"),
        };
        Require(input.PortId, "port_id");
        Require(input.ServerType, "server_type");
        return input.Ports is null ? throw new ApiException("EndPoint.2028", "ports") : input;
    }

    public static ServiceInput ForUpdate(BodyReader body, Dialect dialect) =>
        new()
        {
            PortId = Id(body, "port_id", "EndPoint.3003"),
            Name =
                body.Text("service_name", "EndPoint.3076") is not { } name ? null
                : Rules.IsServiceName(name) ? name
                : throw new ApiException("EndPoint.3076", "1-16 letters, digits, _ and -"),
            ApprovalEnabled = body.Flag("approval_enabled"),
            TcpProxy = OneOf(body, "tcp_proxy", dialect.TcpProxies, "EndPoint.0002"),
            Ports = PortsOf(body, dialect),
        };

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
        return dialect.DuplicateAmong(ports) is { } twice
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

    private static string? Id(BodyReader body, string name, string code) =>
        body.Text(name, code) is not { } id ? null
        : Rules.IsId(id) ? id
        : throw new ApiException(code, $"{name}={id}");

    private static string? OneOf(BodyReader body, string name, IReadOnlySet<string> allowed, string code) =>
        body.Text(name, code) is not { } text ? null
        : allowed.Contains(text) ? text
        : throw new ApiException(code, $"{name}={text}");

    private static void Require(string? value, string name)
    {
        if (value is null)
        {
            throw new ApiException(Missing, name);
        }
    }
}
