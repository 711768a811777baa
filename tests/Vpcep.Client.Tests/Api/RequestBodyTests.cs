using System.Text;

namespace Vpcep.Client.Tests.Api;

/// <summary>What is asked for is on the wire under its name, all of it; what is not asked for is not mentioned.</summary>
public class RequestBodyTests
{
    private static readonly CreateServiceRequest Service = new()
    {
        PortId = "port",
        VpcId = "vpc",
        ServerType = "LB",
        Ports = [new(80, 8080, "TCP"), new(null, 53, null)],
    };

    private static readonly CreateEndpointRequest Endpoint = new() { EndpointServiceId = "service", VpcId = "vpc" };

    private static readonly ResourceTag[] Tags = [new("a", "b"), new("c", "")];

    /// <summary>The longest and the shortest of each kind.</summary>
    private static (byte[] Body, string Expected)[] Bodies() =>
        [
            (
                Encode.Create(
                    Service with
                    {
                        VipPortId = "vip",
                        ServiceName = "name",
                        ApprovalEnabled = true,
                        ServiceType = "interface",
                        TcpProxy = "close",
                        Description = "",
                        PoolId = "pool",
                        Ip = "10.0.0.1",
                        IpVersion = "ipv4",
                        SnatNetworkId = "snat",
                        EnablePolicy = false,
                        Tags = Tags,
                    }
                ),
                """
                {"port_id":"port","vip_port_id":"vip","vpc_id":"vpc","server_type":"LB","service_name":"name",
                "approval_enabled":true,"service_type":"interface",
                "ports":[{"client_port":80,"server_port":8080,"protocol":"TCP"},{"server_port":53}],"tcp_proxy":"close",
                "description":"","pool_id":"pool","ip":"10.0.0.1","ip_version":"ipv4","snat_network_id":"snat",
                "enable_policy":false,"tags":[{"key":"a","value":"b"},{"key":"c","value":""}]}
                """
            ),
            (
                Encode.Create(Service with { Ports = [], Tags = [] }),
                """{"port_id":"port","vpc_id":"vpc","server_type":"LB","ports":[]}"""
            ),
            (
                Encode.Update(
                    new UpdateServiceRequest
                    {
                        PortId = "port",
                        VipPortId = "vip",
                        ServiceName = "name",
                        ApprovalEnabled = false,
                        Ports = [new(80, 8080, "TCP")],
                        TcpProxy = "close",
                        Description = "words",
                        Ip = "10.0.0.1",
                    }
                ),
                """
                {"port_id":"port","vip_port_id":"vip","service_name":"name","approval_enabled":false,
                "ports":[{"client_port":80,"server_port":8080,"protocol":"TCP"}],"tcp_proxy":"close","description":"words",
                "ip":"10.0.0.1"}
                """
            ),
            (Encode.Update(new UpdateServiceRequest()), "{}"),
            (
                Encode.Create(
                    Endpoint with
                    {
                        SubnetId = "subnet",
                        EnableDns = true,
                        RouteTables = ["table"],
                        PortIp = "192.168.0.7",
                        Whitelist = ["10.0.0.0/8"],
                        EnableWhitelist = true,
                        Description = "words",
                        SpecificationName = "default",
                        PolicyStatement = "[{}]",
                        PolicyDocument = "{}",
                        IpVersion = "ipv4",
                        Ipv6Address = "::1",
                        Tags = Tags,
                    }
                ),
                """
                {"endpoint_service_id":"service","vpc_id":"vpc","subnet_id":"subnet","enable_dns":true,"routetables":["table"],
                "port_ip":"192.168.0.7","whitelist":["10.0.0.0/8"],"enable_whitelist":true,"description":"words",
                "specification_name":"default","policy_statement":[{}],"policy_document":{},"ip_version":"ipv4",
                "ipv6_address":"::1","tags":[{"key":"a","value":"b"},{"key":"c","value":""}]}
                """
            ),
            (Encode.Create(Endpoint), """{"endpoint_service_id":"service","vpc_id":"vpc"}"""),
            (Encode.Whitelist([], false), """{"whitelist":[],"enable_whitelist":false}"""),
            (Encode.Whitelist(null, null), "{}"),
            (Encode.RouteTables(["a", "b"]), """{"routetables":["a","b"]}"""),
            (
                Encode.Permissions(["iam:domain::a", "*"], "add"),
                """{"permissions":["iam:domain::a","*"],"action":"add"}"""
            ),
            (
                Encode.Permissions(["organizations:orgPath::o/r/*"], "remove"),
                """{"permissions":["organizations:orgPath::o/r/*"],"action":"remove","permission_type":"orgPath"}"""
            ),
            (
                Encode.DescribedPermission("iam:domain::a", "words"),
                """{"permissions":[{"permission":"iam:domain::a","description":"words"}]}"""
            ),
            (
                Encode.DescribedPermission("organizations:orgPath::o/*", ""),
                """
                {"permissions":[{"permission":"organizations:orgPath::o/*","description":""}],"permission_type":"orgPath"}
                """
            ),
            (Encode.PermissionDescription("words"), """{"permission":{"description":"words"}}"""),
            (Encode.Connection("e", "receive"), """{"endpoints":["e"],"action":"receive"}"""),
            (Encode.ConnectionDescription("e", "words"), """{"connections":[{"id":"e","description":"words"}]}"""),
            (Encode.Policy("[{}]", null), """{"policy_statement":[{}]}"""),
            (Encode.Policy("[{}]", "{}"), """{"policy_statement":[{}],"policy_document":{}}"""),
            (Encode.TagAction("create", Tags[..1]), """{"action":"create","tags":[{"key":"a","value":"b"}]}"""),
            (Encode.TagAction("create", []), """{"action":"create"}"""),
            (Encode.ServiceUpgrade("upgrade", true), """{"action":"upgrade","enable_multi_server":true}"""),
            (Encode.ServiceUpgrade("rollback", null), """{"action":"rollback"}"""),
            (Encode.EndpointUpgrade(), """{"action":"start"}"""),
            (
                Encode.Servers([new("lb-1", "zone"), new("lb-2", null)]),
                """
                {"server_resources":[{"resource_id":"lb-1","availability_zone_id":"zone"},{"resource_id":"lb-2"}]}
                """
            ),
            (
                Encode.TagQuery(
                    "filter",
                    new TagQuery
                    {
                        Tags = [new("a", ["1", "2"]), new("b", [])],
                        TagsAny = [new("c", ["3"])],
                        NotTags = [new("d", [])],
                        NotTagsAny = [new("e", [""])],
                        SystemTags = [new("_sys_x", ["y"])],
                        WithoutAnyTag = false,
                        Matches = [new("resource_name", "db")],
                    },
                    1000,
                    0
                ),
                """
                {"action":"filter","limit":"1000","offset":"0","tags":[{"key":"a","values":["1","2"]},{"key":"b","values":[]}],
                "tags_any":[{"key":"c","values":["3"]}],"not_tags":[{"key":"d","values":[]}],
                "not_tags_any":[{"key":"e","values":[""]}],"sys_tags":[{"key":"_sys_x","values":["y"]}],
                "without_any_tag":false,"matches":[{"key":"resource_name","value":"db"}]}
                """
            ),
            (Encode.TagQuery("count", new TagQuery { Tags = [] }, null, null), """{"action":"count"}"""),
        ];

    // The bodies are made here, and not while tests are looked for.
    [Fact]
    public void A_body_says_what_is_asked_for_and_no_more() =>
        Assert.All(
            Bodies(),
            static one =>
                Assert.Equal(
                    one.Expected.Replace("\n", "", StringComparison.Ordinal)
                        .Replace("\r", "", StringComparison.Ordinal),
                    Encoding.UTF8.GetString(one.Body)
                )
        );
}
