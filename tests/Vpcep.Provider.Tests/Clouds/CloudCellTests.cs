using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Support.Clouds;
using Vpcep.Client;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Clouds;

/// <summary>What a program may write on each cloud follows from what is known of the cloud.</summary>
public sealed class CloudCellTests(CloudHostsFixture hosts) : IClassFixture<CloudHostsFixture>
{
    private static readonly PropertyValue Statement = Full.Statement("Allow", "obs:bucket:ListBucket");

    // A resource that asks for the feature, and the property that does.
    private static readonly Dictionary<CloudFeatures, (string Kind, PropertyMap Inputs, string Path)> Asking = new()
    {
        [CloudFeatures.Description] = ("EndpointService", Props.Service.With("description", "d"), "description"),
        [CloudFeatures.Tags] = ("EndpointService", Props.Service.With("tags", Entry("team", "net")), "tags"),
        [CloudFeatures.TagsOnEndpointCreate] = (
            "Endpoint",
            Props.Endpoint("s").With("tags", Entry("team", "net")),
            "tags"
        ),
        [CloudFeatures.PolicyOnCreate] = (
            "Endpoint",
            Props.Endpoint("s").With("policyStatements", Props.List(Statement)),
            "policyStatements"
        ),
        [CloudFeatures.PolicyConditions] = (
            "Endpoint",
            Props
                .Endpoint("s")
                .With(
                    "policyStatements",
                    Props.List(new ObjectValue(((ObjectValue)Statement).Fields.With("sid", "mine")))
                ),
            "policyStatements[0].sid"
        ),
        [CloudFeatures.PolicyDocument] = (
            "Endpoint",
            Props.Endpoint("s").With("policyDocument", Entry("statements", Props.List(Statement))),
            "policyDocument"
        ),
        [CloudFeatures.PermissionDescription] = (
            "ServicePermission",
            Permission("iam:domain::d").With("description", "d"),
            "description"
        ),
        [CloudFeatures.OrganizationPermissions] = (
            "ServicePermission",
            Permission("organizations:orgPath::o-1/r-1/ou-1"),
            "permission"
        ),
        [CloudFeatures.ConnectionDescription] = (
            "EndpointApproval",
            Props.Map(("endpointServiceId", "s"), ("endpointId", "e"), ("description", "d")),
            "description"
        ),
        [CloudFeatures.Udp] = (
            "EndpointService",
            Props.Service.With(
                "ports",
                Props.List(new ObjectValue(Props.Map(("clientPort", 53), ("serverPort", 53), ("protocol", "UDP"))))
            ),
            "ports[0].protocol"
        ),
        [CloudFeatures.ProxyVni] = ("EndpointService", Props.Service.With("tcpProxy", "proxy_vni"), "tcpProxy"),
        [CloudFeatures.Vip] = ("EndpointService", Props.Service.With("serverType", "VIP"), "serverType"),
        [CloudFeatures.Bms] = ("EndpointService", Props.Service.With("serverType", "BMS"), "serverType"),
        [CloudFeatures.Ipv6] = ("Endpoint", Props.Endpoint("s").With("ipVersion", "dualstack"), "ipVersion"),
        [CloudFeatures.Editions] = ("EndpointService", Props.Service.With("edition", "professional"), "edition"),
        [CloudFeatures.ServiceAddress] = ("EndpointService", Props.Service.With("ip", "10.0.0.1"), "ip"),
        [CloudFeatures.ServicePolicies] = ("EndpointService", Props.Service.With("enablePolicy", true), "enablePolicy"),
    };

    // An endpoint's property that changes in place where the cloud has the feature.
    private static readonly Dictionary<
        CloudFeatures,
        (string Property, PropertyValue Old, PropertyValue New)
    > Changing = new()
    {
        [CloudFeatures.TagUpdate] = ("tags", Entry("team", "net"), Entry("team", "web")),
        [CloudFeatures.WhitelistUpdate] = ("whitelist", Props.List("10.0.0.1"), Props.List("10.0.0.2")),
        [CloudFeatures.RouteTableUpdate] = ("routeTables", Props.List("a"), Props.List("b")),
        [CloudFeatures.PolicyUpdate] = (
            "policyStatements",
            Props.List(Statement),
            Props.List(Full.Statement("Deny", "obs:bucket:ListBucket"))
        ),
    };

    public static TheoryData<CloudFeatures, string> Inputs => Cells("input", "policy");

    public static TheoryData<CloudFeatures, string> Functions => Cells("function");

    public static TheoryData<CloudFeatures, string> Changes => Cells("change");

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task An_input_is_taken_warned_of_or_refused_in_the_preview(CloudFeatures feature, string cloud)
    {
        var (kind, inputs, path) = Asking[feature];
        var host = await hosts.OfAsync(cloud);
        var resource = new Managed(host, kind, feature.ToString());
        var (_, failures) = await resource.CheckAsync(inputs);
        var warnings = WarningsOf(host, resource);
        var (title, places) = (
            CloudHosts.All.Single(row => row.Name == cloud).Title,
            CloudFeatureNames.Places[feature.ToString()]
        );

        switch (TreatmentOf(feature, cloud))
        {
            case Treatment.Used:
                Assert.Empty(failures);
                Assert.Empty(warnings);
                break;
            case Treatment.Warned:
                Assert.Empty(failures);
                var warning = Assert.Single(warnings);
                Assert.StartsWith($"{path}: ", warning, StringComparison.Ordinal);
                Assert.Contains($"not confirmed for {title}: ", warning, StringComparison.Ordinal);
                break;
            default:
                Assert.Contains(
                    failures,
                    failure =>
                        failure.Contains($"not offered by {title}", StringComparison.Ordinal)
                        && failure.Contains(places, StringComparison.Ordinal)
                );
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_question_is_asked_unless_the_cloud_has_no_answer(CloudFeatures feature, string cloud)
    {
        var host = await hosts.OfAsync(cloud);
        var (function, arguments) = feature switch
        {
            CloudFeatures.ServiceFilters => ("getEndpointServices", Props.Map(("netType", "vlan"))),
            CloudFeatures.TagQueries => ("getTags", Props.Map(("resourceType", "endpoint"))),
            _ => ("getResourcesByTags", Props.Map(("resourceType", "endpoint"), ("withoutAnyTag", true))),
        };
        string said;
        try
        {
            said = string.Concat(
                (
                    await host.Provider.Client.InvokeAsync(
                        new InvokeRequest { Tok = $"vpcep:index:{function}", Args = StructCodec.Encode(arguments) }
                    )
                ).Failures.Select(static failure => failure.Reason)
            );
        }
        catch (RpcException refused)
        {
            said = refused.Status.Detail;
        }

        Assert.Equal(
            TreatmentOf(feature, cloud) is Treatment.Refused,
            said.Contains("not offered by", StringComparison.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_made_in_place_or_replaces_and_what_is_doubtful_is_said(
        CloudFeatures feature,
        string cloud
    )
    {
        var (property, old, @new) = Changing[feature];
        var host = await hosts.OfAsync(cloud);
        var before = Props.Endpoint("s").With(property, old);
        var check = new CheckRequest
        {
            Urn = $"urn:pulumi:dev::tests::vpcep:index:Endpoint::{feature}",
            Type = "vpcep:index:Endpoint",
            Olds = StructCodec.Encode(before),
            News = StructCodec.Encode(before.With(property, @new)),
        };
        await host.Provider.Client.CheckAsync(check);
        var diff = await host.Provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = "e",
                Urn = check.Urn,
                Type = check.Type,
                Olds = check.Olds,
                OldInputs = check.Olds,
                News = check.News,
            }
        );

        var treatment = TreatmentOf(feature, cloud);
        Assert.Equal(treatment is Treatment.Refused, diff.Replaces.Count > 0);
        Assert.Equal(
            treatment is Treatment.Warned,
            host.Messages.Any(message =>
                message.Urn == check.Urn
                && message.Message.StartsWith(
                    $"{property}: changing it in place is not confirmed",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Theory]
    [InlineData("hcs", 64, true)]
    [InlineData("hcs", 65, false)]
    [InlineData("otc", 16, true)]
    [InlineData("otc", 17, false)]
    [InlineData("cloudru", 17, false)]
    public async Task Names_of_services_are_as_long_as_the_cloud_takes(string cloud, int length, bool taken)
    {
        var service = new Managed(await hosts.OfAsync(cloud), "EndpointService", "name");
        var (_, failures) = await service.CheckAsync(Props.Service.With("serviceName", new string('a', length)));

        Assert.Equal(taken ? 0 : 1, failures.Length);
        Assert.All(failures, static failure => Assert.StartsWith("serviceName: ", failure, StringComparison.Ordinal));
    }

    private static TheoryData<CloudFeatures, string> Cells(params string[] kinds) =>
        [
            .. from cell in CloudFacts.All
            where kinds.Contains(cell.Kind)
            select new TheoryDataRow<CloudFeatures, string>(Enum.Parse<CloudFeatures>(cell.Feature!), cell.Cloud),
        ];

    private static Treatment TreatmentOf(CloudFeatures feature, string cloud) =>
        CloudFacts.All.Single(cell => cell.Feature == feature.ToString() && cell.Cloud == cloud).Treatment;

    private static string[] WarningsOf(ProviderOnEmulator host, Managed resource) =>
        [
            .. host
                .Messages.Where(message => message.Urn == resource.Urn && message.Severity is LogSeverity.Warning)
                .Select(static message => message.Message),
        ];

    private static ObjectValue Entry(string key, PropertyValue value) => new(Props.Map((key, value)));

    private static PropertyMap Permission(string permission) =>
        Props.Map(("endpointServiceId", "s"), ("permission", permission));
}
