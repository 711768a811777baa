namespace Vpcep.Emulator;

/// <summary>What the documents of Huawei Cloud and Open Telekom Cloud have in common, and that of Ankara has not.</summary>
internal abstract class PublicCloudDialect : Dialect
{
    internal override IReadOnlySet<string> Extras { get; } =
        new HashSet<string> { "ActOnTags", "ListTags", "QueryResourcesByTag" };

    internal override int DeleteStatus => StatusCodes.Status204NoContent;

    internal override string InvalidPortIp => "EndPoint.2041";

    internal override string? PortIpTaken => "EndPoint.2042";

    internal override string InvalidWhitelistAddress => "EndPoint.2044";

    internal override string InvalidWhitelistCidr => "EndPoint.2044";

    internal override string WhitelistFull => "EndPoint.2045";

    internal override string? Words(string code) =>
        code == "EndPoint.0005" ? "The requested resource does not exist." : null;

    // "Service ports and terminal ports of all these endpoint services cannot be duplicated when the protocol is the
    // same" (Querying VPC Endpoint Services, of both clouds).
    internal override bool Clash(PortMapping one, PortMapping other) =>
        one.Protocol == other.Protocol && (one.ServerPort == other.ServerPort || one.ClientPort == other.ClientPort);
}
