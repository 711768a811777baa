using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Which answer an object is written for; the documents differ between them.</summary>
public enum Shape
{
    /// <summary>The answer to creating, modifying or acting on it.</summary>
    Create,

    /// <summary>Its details.</summary>
    Get,

    /// <summary>An item of a list.</summary>
    List,
}

/// <summary>
/// What one cloud's document says about fields, spelling and rules. The operations know none of it, so another cloud is
/// another subclass.
/// </summary>
public abstract class Dialect
{
    /// <summary>The reference of the Ankara region, spelled as its tables say.</summary>
    public static Dialect Ankara { get; } = new AnkaraDialect();

    /// <summary>The same reference, spelled as its example answers are where they contradict the tables.</summary>
    public static Dialect AnkaraExamples { get; } = new AnkaraExamplesDialect();

    /// <summary>All dialects.</summary>
    public static IReadOnlyList<Dialect> All { get; } = [Ankara, AnkaraExamples];

    /// <summary>What the command line calls it.</summary>
    public abstract string Name { get; }

    internal abstract IReadOnlySet<string> ServiceFields { get; }

    internal abstract IReadOnlySet<string> ServiceUpdateFields { get; }

    internal abstract IReadOnlySet<string> EndpointFields { get; }

    internal abstract IReadOnlySet<string> ServerTypes { get; }

    internal abstract IReadOnlySet<string> TcpProxies { get; }

    internal abstract IReadOnlySet<string> Protocols { get; }

    internal virtual string CreatedKey => "created_at";

    internal virtual string UpdatedKey => "updated_at";

    /// <summary>What an accepted DELETE answers with.</summary>
    internal virtual int DeleteStatus => StatusCodes.Status200OK;

    internal virtual string InvalidPortIp => "EndPoint.3010";

    internal virtual string InvalidWhitelistAddress => "EndPoint.3010";

    internal virtual string InvalidWhitelistCidr => "EndPoint.3009";

    internal virtual string WhitelistFull => "EndPoint.3049";

    /// <summary>The first mapping that the service already has; null when all differ.</summary>
    internal virtual PortMapping? DuplicateAmong(IReadOnlyList<PortMapping> ports)
    {
        var seen = new HashSet<PortMapping>();
        return ports.FirstOrDefault(port => !seen.Add(port));
    }

    internal virtual string DnsName(string endpointId, string region) => $"vpcep-{endpointId}.{region}.vpcep.internal";

    internal abstract JsonObject Service(EndpointService service, Shape shape, int connections = 0);

    internal abstract JsonObject Endpoint(VpcEndpoint endpoint, Shape shape);

    internal abstract JsonObject Connection(VpcEndpoint endpoint, Shape shape);

    internal abstract JsonObject Permission(Permission permission);

    internal abstract JsonObject PublicService(EndpointService service);

    internal abstract JsonObject BasicInformation(EndpointService service);
}
