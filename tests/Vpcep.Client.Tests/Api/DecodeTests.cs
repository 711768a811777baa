using System.Text;
using System.Text.Json;

namespace Vpcep.Client.Tests.Api;

/// <summary>What answers may hold besides what the documents show.</summary>
public class DecodeTests
{
    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("[{}]")]
    [InlineData("\"\"")]
    public void Empty_reasons_are_none(string error) =>
        Assert.Empty(Decode.Service(Parse($$"""{"id":"s","error":{{error}}}"""))!.Errors);

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

    [Fact]
    public void Ports_may_be_text_and_lack_their_protocol() =>
        Assert.Equal(
            [new PortMapping(8081, 80, null)],
            Decode.Service(Parse("""{"id":"s","ports":[{"client_port":"8081","server_port":80}]}"""))!.Ports
        );

    [Fact]
    public void What_an_answer_does_not_tell_is_not_taken_for_none()
    {
        Assert.Null(Decode.Service(Parse("""{"id":"s"}"""))!.Ports);
        Assert.Empty(Decode.Service(Parse("""{"id":"s","ports":[]}"""))!.Ports!);
        Assert.Equal("domainId", Decode.Permission(Parse("""{"permission":"*"}"""))!.PermissionType);
        Assert.Equal("x", Decode.Permission(Parse("""{"permission":"*","permission_type":"x"}"""))!.PermissionType);
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
        Assert.Equal(PolicyText.None, endpoint.PolicyDocument);
        Assert.Equal(
            endpoint.PolicyStatement,
            PolicyText.Canonical("""[{"Action":["obs:*:*","a\u003cb"],"Effect":"Allow"}]""")
        );
        Assert.Throws<FormatException>(() => PolicyText.Canonical("[{"));
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
