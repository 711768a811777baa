using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>
/// Huawei Cloud Stack, as far as its own client for Terraform tells: UDP, long names, load balancers and cloud servers only,
/// no tags and no descriptions. For the rest, the reference of the Ankara region, which runs the same software.
/// </summary>
internal sealed partial class StackDialect : Dialect
{
    public override string Name => "hcs";

    public override string DefaultRegion => "stack-1";

    internal override AnswerWriter Writer { get; } = new();

    internal override IReadOnlySet<string> Extras { get; } = new HashSet<string> { "ListVpnConnections" };

    internal override IReadOnlySet<string> ServiceFields => Ankara.ServiceFields;

    internal override IReadOnlySet<string> ServiceUpdateFields => Ankara.ServiceUpdateFields;

    internal override IReadOnlySet<string> EndpointFields { get; } =
        Ankara.EndpointFields.Where(static field => field != "tags").ToHashSet();

    internal override IReadOnlySet<string> ServerTypes { get; } = new HashSet<string> { "VM", "LB" };

    internal override IReadOnlySet<string> TcpProxies { get; } =
        new HashSet<string> { "close", "toa_open", "proxy_open", "open" };

    internal override IReadOnlySet<string> Protocols { get; } = new HashSet<string> { "TCP", "UDP" };

    internal override int LongestServiceName => 64;

    internal override TagRules Tags { get; } = new(128, 255, Anything(), Anything());

    [GeneratedRegex("")]
    private static partial Regex Anything();
}
