using System.Text;
using System.Text.Json;

namespace Vpcep.Client.Tests.Api;

/// <summary>What the documents show themselves, where their examples differ from their tables; made legal JSON.</summary>
public class DecodeTests
{
    [Theory]
    [InlineData("""{"id":"9d4c","service_name":"test123","service_type":"interface","is_charge":"true"}""", true)]
    [InlineData("""{"id":"9d4c","is_charge":true}""", true)]
    [InlineData("""{"id":"9d4c","is_charge":"false"}""", false)]
    [InlineData("""{"id":"9d4c","is_charge":0}""", false)]
    [InlineData("""{"id":"9d4c","is_charge":"maybe"}""", null)]
    [InlineData("""{"id":"9d4c"}""", null)]
    public void Charge_is_a_boolean_or_its_text(string json, bool? expected)
    {
        Assert.Equal(expected, Decode.PublicService(Parse(json))!.IsCharge);
        Assert.Equal(expected, Decode.Description(Parse(json))!.IsCharge);
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Endpoint_dns_flag_is_a_boolean_or_its_text(string value, bool expected) =>
        Assert.Equal(expected, Decode.Endpoint(Parse($$"""{"id":"e","enable_dns":{{value}}}"""))!.EnableDns);

    [Theory]
    [InlineData("322312312312", "322312312312")]
    [InlineData("\"322312312312\"", "322312312312")]
    [InlineData("422321321312321321", "422321321312321321")]
    [InlineData("\"422321321312321321\"", "422321321312321321")]
    [InlineData("\"16777337\"", "16777337")]
    [InlineData("null", null)]
    public void Marker_id_is_a_large_number_or_its_text(string value, string? expected)
    {
        Assert.Equal(expected, Decode.Endpoint(Parse($$"""{"id":"e","marker_id":{{value}}}"""))!.MarkerId);
        Assert.Equal(expected, Decode.Connection(Parse($$"""{"id":"e","marker_id":{{value}}}"""))!.MarkerId);
    }

    [Theory]
    [InlineData("""{"id":"e","active_status":"active"}""")]
    [InlineData("""{"id":"e","active_status":["active"]}""")]
    [InlineData("""{"id":"e","active_statuses":"active"}""")]
    public void Active_status_is_one_or_several_under_two_names(string json) =>
        Assert.Equal(["active"], Decode.Endpoint(Parse(json))!.ActiveStatus);

    [Theory]
    [InlineData("""{"id":"e","dns_name":"test123"}""")]
    [InlineData("""{"id":"e","dns_names":["test123"]}""")]
    public void Dns_names_are_one_or_several_under_two_names(string json) =>
        Assert.Equal(["test123"], Decode.Endpoint(Parse(json))!.DnsNames);

    [Theory]
    [InlineData("update_at", "2018-01-30T07:42:01Z", "2018-01-30T07:42:01Z")]
    [InlineData("updated_at", "2018-01-30T07:42:01.174", "2018-01-30T07:42:01.174Z")]
    [InlineData("updated_at", "2022-09-20T08:10:27.213Z", "2022-09-20T08:10:27.213Z")]
    [InlineData("updated_at", "2019-02-13T06:52:13.855000Z", "2019-02-13T06:52:13.855Z")]
    [InlineData("updated_at", "2018-01-30T09:42:01+02:00", "2018-01-30T07:42:01Z")]
    [InlineData("updated_at", "soon", "soon")]
    public void Times_are_utc_with_and_without_zone_and_fraction(string member, string written, string expected) =>
        Assert.Equal(expected, Decode.Service(Parse($$"""{"id":"s","{{member}}":"{{written}}"}"""))!.UpdatedAt);

    [Theory]
    [InlineData("""[{"error_code":"EndPoint.3001","error_message":"no port"}]""")]
    [InlineData("""[{"code":"endpoint.3001","message":"no port"}]""")]
    [InlineData("""{"error_code":"EndPoint.3001","error_message":"no port"}""")]
    public void Reasons_of_a_failure_come_in_several_shapes(string error)
    {
        var service = Decode.Service(Parse($$"""{"id":"s","status":"failed","error":{{error}}}"""))!;

        Assert.Equal([new CloudError("EndPoint.3001", "no port")], service.Errors);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[{}]")]
    [InlineData("\"\"")]
    public void Empty_reasons_are_none(string error) =>
        Assert.Empty(Decode.Service(Parse($$"""{"id":"s","error":{{error}}}"""))!.Errors);

    [Fact]
    public void Created_endpoint_of_the_documents_is_read_whole()
    {
        var endpoint = Decode.Endpoint(
            Parse(
                """
                {
                  "id": "4189d3c2-8882-4871-a3c2-d380272eed83", "status": "creating", "service_type": "interface",
                  "marker_id": "322312312312", "active_status": "active",
                  "vpc_id": "4189d3c2-8882-4871-a3c2-d380272eed83", "enable_dns": false,
                  "endpoint_service_name": "test123", "endpoint_service_id": "test123",
                  "project_id": "6e9dfd51d1124e8d8498dce894923a0d", "whitelist": ["127.0.0.1"],
                  "enable_whitelist": true, "enable_status": "enable",
                  "created_at": "2018-01-30T07:42:01Z", "updated_at": "2018-01-30T07:42:01Z",
                  "tags": [ { "key": "test1", "value": "test1" } ], "new_in_2030": { "deep": [1] }
                }
                """
            )
        )!;

        Assert.Equal("creating", endpoint.Status);
        Assert.Equal("test123", endpoint.EndpointServiceId);
        Assert.Equal(["127.0.0.1"], endpoint.Whitelist);
        Assert.True(endpoint.EnableWhitelist);
        Assert.Equal("enable", endpoint.EnableStatus);
        Assert.Equal([new ResourceTag("test1", "test1")], endpoint.Tags);
        Assert.Null(endpoint.Ip);
        Assert.Null(endpoint.SubnetId);
    }

    [Fact]
    public void Created_service_of_the_documents_is_read_whole()
    {
        var service = Decode.Service(
            Parse(
                """
                {
                  "id":"4189d3c2-8882-4871-a3c2-d380272eed83", "port_id":"4189d3c2-8882-4871-a3c2-d380272eed88",
                  "vpc_id":"4189d3c2-8882-4871-a3c2-d380272eed80", "status":"available", "approval_enabled":false,
                  "service_name":"test123", "service_type":"interface", "server_type":"VM",
                  "project_id":"6e9dfd51d1124e8d8498dce894923a0d", "created_at":"2018-01-30T07:42:01Z",
                  "ports": [ { "client_port":8080, "server_port":90, "protocol":"TCP" },
                             { "client_port":"8081", "server_port":80 } ]
                }
                """
            )
        )!;

        Assert.Equal([new PortMapping(8080, 90, "TCP"), new PortMapping(8081, 80, null)], service.Ports);
        Assert.False(service.ApprovalEnabled);
        Assert.Null(service.TcpProxy);
        Assert.Null(service.ConnectionCount);
        Assert.Null(service.Tags);
    }

    [Theory]
    [InlineData("""{"project_id":"6e9d","created_at":"2018-01-30T07:42:01Z"}""")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void Item_without_id_is_none(string json)
    {
        Assert.Null(Decode.Service(Parse(json)));
        Assert.Null(Decode.Endpoint(Parse(json)));
        Assert.Null(Decode.Connection(Parse(json)));
    }

    [Theory]
    [InlineData(
        "iam:domain::5fc973eea581490997e82ea11a1df31f",
        "iam:domain::5fc973eea581490997e82ea11a1df31f",
        "domainId"
    )]
    [InlineData(
        "iam:domain::6e9dfd51d1124e8d8498dce894923a0dd",
        "iam:domain::6e9dfd51d1124e8d8498dce894923a0dd",
        "domainId"
    )]
    [InlineData("*", "*", "domainId")]
    [InlineData("iam:domain::*", "*", "domainId")]
    [InlineData("organizations:orgPath::o-1/r-1/*", "organizations:orgPath::o-1/r-1/*", "orgPath")]
    [InlineData("organizations:orgPath::*", "organizations:orgPath::*", "orgPath")]
    public void Permission_type_is_inferred_where_the_site_does_not_say(string written, string name, string type)
    {
        var permission = Decode.Permission(Parse($$"""{"id":"p","permission":"{{written}}"}"""))!;

        Assert.Equal((name, type), (permission.Name, permission.PermissionType));
    }

    [Fact]
    public void Policies_have_one_form()
    {
        var endpoint = Decode.Endpoint(
            Parse(
                """{"id":"e","policy_statement":[ {"Effect":"Allow", "Action":["obs:*:*","a<b"]} ],"policy_document":null}"""
            )
        )!;

        Assert.Equal("""[{"Action":["obs:*:*","a<b"],"Effect":"Allow"}]""", endpoint.PolicyStatement);
        Assert.Null(endpoint.PolicyDocument);
        Assert.Equal(
            endpoint.PolicyStatement,
            PolicyText.Canonical("""[{"Action":["obs:*:*","a\u003cb"],"Effect":"Allow"}]""")
        );
        Assert.Throws<FormatException>(() => PolicyText.Canonical("[{"));
    }

    [Theory]
    [InlineData("accepted", EndpointStatus.Accepted, true)]
    [InlineData("Accepted", EndpointStatus.Accepted, true)]
    [InlineData("Pending acceptance", EndpointStatus.PendingAcceptance, true)]
    [InlineData("pendingAcceptance", EndpointStatus.PendingAcceptance, true)]
    [InlineData("accepted", EndpointStatus.Rejected, false)]
    [InlineData("accepted2", EndpointStatus.Accepted, false)]
    [InlineData("accepte", EndpointStatus.Accepted, false)]
    [InlineData(null, EndpointStatus.Accepted, false)]
    public void States_are_compared_as_the_documents_use_them(string? status, string expected, bool same) =>
        Assert.Equal(same, status.IsStatus(expected));

    [Theory]
    [InlineData("test123", null, "test123", null)]
    [InlineData("eu-de.0f3c", "eu-de", null, "0f3c")]
    [InlineData("eu-de.shop.0f3c", "eu-de", "shop", "0f3c")]
    [InlineData(null, null, null, null)]
    public void Full_name_has_one_two_or_three_parts(string? full, string? region, string? name, string? id) =>
        Assert.Equal(new ServiceName(region, name, id), ServiceName.Parse(full));

    [Theory]
    [InlineData(
        """{"versions":[{"status":"CURRENT","id":"v1","links":[{"href":"https://h/v1","type":"application/json","rel":"self"}],"updated":"2018-09-30T00:00:00Z","version":"1","min_version":""}]}"""
    )]
    [InlineData(
        """{"versions":[{"updated":"2018-09-30T00:00:00Z","version":"1","min_version":"","status":"CURRENT","id":"v1","links":[{"rel":"self","href":"https://h/v1","type":"application/json"}]}]}"""
    )]
    public void Versions_are_read_in_any_order(string json)
    {
        var version = Decode.Version(Parse(json).GetProperty("versions")[0])!;

        Assert.Equal(("v1", "CURRENT", "1", null), (version.Id, version.Status, version.Version, version.MinVersion));
        Assert.Equal([new ApiLink("https://h/v1", "application/json", "self")], version.Links);
    }

    [Fact]
    public void Route_table_change_reports_what_failed_inside_a_success()
    {
        var update = RouteTableUpdate.Read(
            Parse(
                """{"routetables":["a"],"error":[{"bind_failed":[{"id":"b","error_message":"in use"}],"unbind_failed":[{"id":"c"}]}]}"""
            )
        );

        Assert.Equal(["a"], update.Bound);
        Assert.Equal([new RouteTableFailure("b", "in use")], update.BindFailures);
        Assert.Equal([new RouteTableFailure("c", null)], update.UnbindFailures);
    }

    [Theory]
    [InlineData("\uFEFF{\"id\":\"s\"}", true)]
    [InlineData("{\"id\":\"s\",}", true)]
    [InlineData("{\"id\":\"s\"", false)]
    [InlineData("{\"id\":\"s\"}{\"id\":\"t\"}", false)]
    [InlineData("<html>", false)]
    public void Body_is_parsed_leniently_but_never_in_part(string body, bool parses) =>
        Assert.Equal(parses, Tolerant.TryParse(Encoding.UTF8.GetBytes(body), out _));

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.False(Tolerant.TryParse(Encoding.UTF8.GetBytes(new string('[', 5000) + new string(']', 5000)), out _));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
