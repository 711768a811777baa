using System.Text.Json.Nodes;
using System.Xml.Linq;
using Support;
using Vpcep.Client;
using Vpcep.Provider.Adopt;

namespace Vpcep.Provider.Tests.Adopt;

/// <summary>The map of a small project in each of its forms, and each question that a reviewer would ask.</summary>
public sealed class ConnectionMapTests
{
    private const string Own = "11111111111111111111111111111111";
    private const string Partner = "22222222222222222222222222222222";
    private const string Stranger = "33333333333333333333333333333333";

    private static readonly HeldService Web = new(
        new EndpointService
        {
            Id = "5e000000-0000-4000-8000-000000000001",
            Name = "region.web.5e000000-0000-4000-8000-000000000001",
            VpcId = "vpc-server",
            ApprovalEnabled = true,
            DomainId = Own,
            Status = "available",
        },
        [new Permission { Name = $"iam:domain::{Partner}" }],
        [
            new Connection
            {
                EndpointId = "e0000000-0000-4000-8000-000000000001",
                DomainId = Own,
                Status = "accepted",
            },
            new Connection
            {
                EndpointId = "e0000000-0000-4000-8000-000000000009",
                DomainId = Partner,
                Status = "pendingAcceptance",
            },
        ]
    );

    private static readonly Client.Endpoint Shop = new()
    {
        Id = "e0000000-0000-4000-8000-000000000001",
        EndpointServiceId = "5e000000-0000-4000-8000-000000000001",
        EndpointServiceName = "region.web.5e000000-0000-4000-8000-000000000001",
        ServiceType = "interface",
        VpcId = "vpc-shop",
        Ip = "10.0.0.7",
        Status = "accepted",
        ActiveStatus = ["active"],
        EnableStatus = "enable",
    };

    private static readonly Client.Endpoint Storage = new()
    {
        Id = "e0000000-0000-4000-8000-000000000002",
        EndpointServiceId = "5e000000-0000-4000-8000-0000000000ff",
        EndpointServiceName = "com.example.region.obs",
        ServiceType = "gateway",
        RouteTables = ["a-table"],
        VpcId = "vpc-shop",
        Status = "accepted",
    };

    [Fact]
    public void A_flowchart_leads_from_vpcs_and_accounts_through_endpoints_to_services() =>
        Assert.Equal(
            """
            flowchart LR
              from0["VPC vpc-shop"]
              from1["account 22222222222222222222222222222222"]
              service0(["web"])
              service1(["com.example.region.obs"])
              endpoint0["web-e0000000<br/>10.0.0.7"]
              from0 --- endpoint0
              endpoint0 -->|"accepted"| service0
              endpoint1["obs-e0000000<br/>! nobody can use it: no route table leads to it"]
              from0 --- endpoint1
              endpoint1 -->|"accepted"| service1
              endpoint2["e0000000-0000-4000-8000-000000000009"]
              from1 --- endpoint2
              endpoint2 -.->|"pendingAcceptance"| service0
              classDef flagged stroke:#c00,stroke-width:3px
              class endpoint1 flagged

            """.ReplaceLineEndings("\n"),
            MapMermaid.Draw(Map([Web], Shop, Storage with { RouteTables = [] }))
        );

    [Fact]
    public void A_picture_has_a_box_for_each_an_arrow_for_each_way_and_red_ones_for_what_is_asked()
    {
        var picture = XDocument.Parse(MapSvg.Draw(Map([Web], Shop, Storage with { RouteTables = [] })));

        XNamespace svg = "http://www.w3.org/2000/svg";
        var texts = picture.Descendants(svg + "text").Select(static text => text.Value).ToList();
        Assert.All(
            [
                "web",
                "com.example.region.obs",
                "VPC vpc-server",
                "VPC vpc-shop",
                $"account {Partner}",
                "10.0.0.7",
                "accepted",
            ],
            text => Assert.Contains(text, texts)
        );
        Assert.Equal(8, picture.Descendants(svg + "rect").Count()); // two services, two sources, three endpoints, the ground
        Assert.Equal(6, picture.Descendants(svg + "path").Count());
        Assert.Single(picture.Descendants(svg + "path"), static path => path.Attribute("stroke-dasharray") is not null);
        Assert.Single(picture.Descendants(svg + "rect"), static box => (string?)box.Attribute("stroke") == "#c00");
        var height = (int)picture.Root!.Attribute("height")!;
        Assert.All(
            picture.Descendants(svg + "rect").Skip(1),
            box => Assert.InRange((int)box.Attribute("y")! + (int)box.Attribute("height")!, 1, height)
        );
    }

    [Fact]
    public void What_the_cloud_tells_ends_no_label_and_no_element()
    {
        var hostile = Map([], Storage with { EndpointServiceName = "a\"]<b>&c#\nd", EndpointServiceId = null });

        Assert.Contains("a#quot;]#lt;b#gt;#amp;c#35; d", MapMermaid.Draw(hostile), StringComparison.Ordinal);
        Assert.Contains(
            XDocument.Parse(MapSvg.Draw(hostile)).Descendants(),
            static text => text.Value.StartsWith("a\"]<b>&c#", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Json_has_the_same()
    {
        using var buffer = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(buffer))
        {
            MapJson.Write(json, "a cloud", "a-project", [], Map([Web], Shop));
        }

        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(
                    $$"""
                    {
                      "cloud": "a cloud", "projectId": "a-project", "resources": [],
                      "services": [{
                        "id": "5e000000-0000-4000-8000-000000000001", "name": "web", "own": true, "vpcId": "vpc-server",
                        "approvalEnabled": true, "permissions": ["iam:domain::{{Partner}}"]
                      }],
                      "paths": [
                        {
                          "vpcId": "vpc-shop", "endpointId": "e0000000-0000-4000-8000-000000000001",
                          "endpoint": "web-e0000000", "ip": "10.0.0.7",
                          "serviceId": "5e000000-0000-4000-8000-000000000001", "service": "web", "status": "accepted",
                          "accepted": true
                        },
                        {
                          "accountId": "{{Partner}}", "endpointId": "e0000000-0000-4000-8000-000000000009",
                          "endpoint": "e0000000-0000-4000-8000-000000000009",
                          "serviceId": "5e000000-0000-4000-8000-000000000001", "service": "web",
                          "status": "pendingAcceptance", "accepted": false
                        }
                      ],
                      "findings": []
                    }
                    """
                ),
                JsonNode.Parse(buffer.ToArray())
            ),
            System.Text.Encoding.UTF8.GetString(buffer.ToArray())
        );
    }

    [Fact]
    public void Nothing_is_asked_of_what_is_as_it_should_be() => Assert.Empty(Map([Web], Shop, Storage).Findings);

    [Fact]
    public void A_permission_for_everyone_is_asked_about() =>
        Asked("everyone", Web with { Permissions = [new Permission { Name = "*" }] });

    [Fact]
    public void A_service_without_approval_is_asked_about() =>
        Asked("noApproval", Web with { Service = Web.Service with { ApprovalEnabled = false } });

    [Theory]
    [InlineData(Stranger)]
    [InlineData(null)]
    public void A_connection_of_an_account_that_no_permission_names_is_asked_about(string? account) =>
        Asked(
            "unknownAccount",
            Web with
            {
                Connections =
                [
                    new Connection
                    {
                        EndpointId = "somebody's",
                        DomainId = account,
                        Status = "accepted",
                    },
                ],
            }
        );

    [Fact]
    public void The_own_account_needs_no_permission_also_where_only_its_endpoints_tell_which_it_is()
    {
        var service = Web with
        {
            Service = Web.Service with { DomainId = null },
            Connections =
            [
                .. Web.Connections,
                new Connection
                {
                    EndpointId = "of another project",
                    DomainId = Own,
                    Status = "accepted",
                },
            ],
        };

        Assert.Empty(Map([service], Shop).Findings);
    }

    [Fact]
    public void Whom_an_organizations_path_lets_in_is_not_judged() =>
        Assert.Empty(
            Map([
                Web with
                {
                    Permissions = [new Permission { Name = "organizations:orgPath::o-1/r-1/*" }],
                    Connections = [new Connection { EndpointId = "somebody's", DomainId = Stranger }],
                },
            ]).Findings
        );

    public static TheoryData<string, string> Unusable =>
        new()
        {
            { "rejected", "the owner of the service has rejected it" },
            { "failed", "it could not be made" },
            { "whitelist", "its whitelist is on and empty" },
            { "routeless", "no route table leads to it" },
            { "disabled", "it is switched off" },
            { "frozen", "the account is frozen" },
            { "denied", "its policy denies everything" },
        };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void An_endpoint_that_nobody_can_use_is_asked_about(string how, string reason)
    {
        var endpoint = how switch
        {
            "rejected" => Shop with { Status = "rejected" },
            "failed" => Shop with { Status = "failed" },
            "whitelist" => Shop with { EnableWhitelist = true, Whitelist = [] },
            "routeless" => Storage with { RouteTables = [] },
            "denied" => Storage with { PolicyStatement = """[{"Effect":"Deny","Action":["*"],"Resource":["*"]}]""" },
            "disabled" => Shop with { EnableStatus = "disable" },
            _ => Shop with { ActiveStatus = ["frozen"] },
        };

        var finding = Assert.Single(Map([Web], endpoint).Findings);

        Assert.Equal(
            ("unusable", endpoint.Id, $"nobody can use it: {reason}"),
            (finding.Kind, finding.Id, finding.Message)
        );
    }

    [Fact]
    public void A_wildcard_policy_is_asked_about()
    {
        var finding = Assert.Single(
            Map(
                [],
                Storage with
                {
                    PolicyStatement = """[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]""",
                }
            ).Findings
        );

        Assert.Equal(("wildcardPolicy", Storage.Id), (finding.Kind, finding.Id));
        Assert.Equal("its policy allows any action with any resource", finding.Message);
        IsOnThePage("wildcardPolicy", "an endpoint");
        IsOnThePage("unusable", "an endpoint");
    }

    private static void Asked(string kind, HeldService service)
    {
        var finding = Assert.Single(Map([service], Shop).Findings);

        Assert.Equal((kind, service.Service.Id, "web"), (finding.Kind, finding.Id, finding.Name));
        IsOnThePage(kind, "a service");
    }

    private static void IsOnThePage(string kind, string of) =>
        Assert.Contains(
            $"| `{kind}` | {of} |",
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "adoption.md")),
            StringComparison.Ordinal
        );

    private static ConnectionMap Map(IReadOnlyList<HeldService> services, params Client.Endpoint[] endpoints)
    {
        var contents = new ProjectContents(services, endpoints);
        return ConnectionMap.Of(
            contents,
            Adoption.Of(contents, new Dictionary<(string Token, string Id), string>()).Resources
        );
    }
}
