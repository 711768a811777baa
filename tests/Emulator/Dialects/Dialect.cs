namespace Vpcep.Emulator;

/// <summary>
/// What one cloud's document says about fields, spelling and rules. The operations know none of it, so another cloud is
/// another subclass. What a dialect does not override is what all documents agree on.
/// </summary>
public abstract class Dialect
{
    /// <summary>The reference of the Ankara region, spelled as its tables say.</summary>
    public static Dialect Ankara { get; } = new AnkaraDialect("ankara", new AnswerWriter());

    /// <summary>The same reference, spelled as its example answers are where they contradict the tables.</summary>
    public static Dialect AnkaraExamples { get; } = new AnkaraDialect("ankara-examples", new AnkaraExamplesWriter());

    /// <summary>Huawei Cloud, the public regions.</summary>
    public static Dialect HuaweiCloud { get; } = new HuaweiCloudDialect();

    /// <summary>Open Telekom Cloud.</summary>
    public static Dialect Otc { get; } = new OtcDialect();

    /// <summary>Huawei Cloud Stack.</summary>
    public static Dialect Stack { get; } = new StackDialect();

    /// <summary>Cloud.ru.</summary>
    public static Dialect CloudRu { get; } = new CloudRuDialect();

    /// <summary>All dialects.</summary>
    public static IReadOnlyList<Dialect> All { get; } = [Ankara, AnkaraExamples, HuaweiCloud, Otc, Stack, CloudRu];

    /// <summary>What the command line calls it.</summary>
    public abstract string Name { get; }

    /// <summary>The region of an emulator that is told none.</summary>
    public abstract string DefaultRegion { get; }

    /// <summary>How answers are spelled.</summary>
    internal abstract AnswerWriter Writer { get; }

    /// <summary>The operations it has of those that not every document has, by name.</summary>
    internal abstract IReadOnlySet<string> Extras { get; }

    internal abstract IReadOnlySet<string> ServiceFields { get; }

    internal abstract IReadOnlySet<string> ServiceUpdateFields { get; }

    internal abstract IReadOnlySet<string> EndpointFields { get; }

    /// <summary>The fields of the body that adds or removes permissions.</summary>
    internal virtual IReadOnlySet<string> PermissionFields { get; } = new HashSet<string> { "permissions", "action" };

    /// <summary>The fields of the body that asks for resources by tag.</summary>
    internal virtual IReadOnlySet<string> TagQueryFields { get; } =
        new HashSet<string> { "action", "limit", "offset", "tags", "tags_any", "not_tags", "not_tags_any", "matches" };

    /// <summary>How many keys a list of tags may have in such a body.</summary>
    internal virtual int MostTagKeys => 20;

    /// <summary>The longest key in such a body.</summary>
    internal virtual int LongestTagKey => 127;

    /// <summary>Whether lists of services are filtered by edge group and network, too.</summary>
    internal virtual bool FiltersServices => false;

    internal abstract IReadOnlySet<string> ServerTypes { get; }

    internal abstract IReadOnlySet<string> TcpProxies { get; }

    internal virtual IReadOnlySet<string> Protocols { get; } = new HashSet<string> { "TCP" };

    internal abstract TagRules Tags { get; }

    internal virtual int LongestServiceName => 16;

    internal virtual string CreatedKey => "created_at";

    internal virtual string UpdatedKey => "updated_at";

    /// <summary>What an accepted DELETE answers with.</summary>
    internal virtual int DeleteStatus => StatusCodes.Status200OK;

    /// <summary>What adding and removing tags answers with.</summary>
    internal virtual int TagStatus => StatusCodes.Status200OK;

    internal virtual string InvalidPortIp => "EndPoint.3010";

    /// <summary>The code of an address that another endpoint of the subnet has; null where no document has one.</summary>
    internal virtual string? PortIpTaken => null;

    internal virtual string InvalidWhitelistAddress => "EndPoint.3010";

    internal virtual string InvalidWhitelistCidr => "EndPoint.3009";

    internal virtual string WhitelistFull => "EndPoint.3049";

    /// <summary>Before the marker of the first endpoint; above 2^31, as the reference's examples are.</summary>
    internal virtual long MarkersFrom => 322_312_312_312;

    /// <summary>The documented words of a code; null takes those of the common table.</summary>
    internal virtual string? Words(string code) => null;

    /// <summary>Whether this site has the operation.</summary>
    internal bool Offers(Operation operation) => !operation.IsExtra || Extras.Contains(operation.Name);

    /// <summary>The first mapping that the service already has; null when all differ.</summary>
    internal static PortMapping? DuplicateAmong(IReadOnlyList<PortMapping> ports)
    {
        var seen = new HashSet<PortMapping>();
        return ports.FirstOrDefault(port => !seen.Add(port));
    }

    /// <summary>Whether two services on one backend may not have these two.</summary>
    internal virtual bool Clash(PortMapping one, PortMapping other) =>
        (one.ServerPort, one.Protocol) == (other.ServerPort, other.Protocol);

    /// <summary>Whether endpoints of the service may have a policy statement.</summary>
    internal virtual bool TakesPolicyStatement(EndpointService service) => false;

    /// <summary>The elements of a policy's statement.</summary>
    internal virtual IReadOnlySet<string> PolicyElements { get; } =
        new HashSet<string> { "Effect", "Action", "Resource" };

    /// <summary>Whether endpoints of the service may have a policy document.</summary>
    internal virtual bool TakesPolicyDocument(EndpointService service) => false;

    internal virtual string DnsName(string endpointId, string region) => $"vpcep-{endpointId}.{region}.vpcep.internal";
}
