using System.Text.Json;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Elements of a cloud's statements that a program would write otherwise, or cannot write, and what may take their place.</summary>
public sealed class PolicyElementTests
{
    [Theory]
    // What does not fit its property is no less there.
    [InlineData(
        "policyStatements",
        """{"Sid":5,"Effect":"Deny","Action":"a","Resource":"b"}""",
        """{"effect":"Deny","actions":["a"],"resources":["b"],"otherElements":{"Sid":5}}"""
    )]
    [InlineData(
        "policyStatements",
        """{"Effect":"Deny","Action":["a",{"New":1}],"Resource":"b"}""",
        """{"effect":"Deny","actions":[],"resources":["b"],"otherElements":{"Action":["a",{"New":1}]}}"""
    )]
    // What a program has to say is there, even empty.
    [InlineData(
        "policyStatements",
        """{"Effect":"Deny","NotAction":"a","NotResource":"b"}""",
        """{"effect":"Deny","actions":[],"resources":[],"otherElements":{"NotAction":"a","NotResource":"b"}}"""
    )]
    // What is empty otherwise is none.
    [InlineData(
        "policyStatements",
        """{"Sid":"","Effect":"Deny","Action":"a","Resource":"b","Condition":{}}""",
        """{"effect":"Deny","actions":["a"],"resources":["b"]}"""
    )]
    [InlineData(
        "policyDocument",
        """{"Sid":5,"Effect":"Deny","Principal":"*","Action":["a",{"New":1}],"NotResource":{"New":1}}""",
        """{"effect":"Deny","principal":"*","otherElements":{"Sid":5,"Action":["a",{"New":1}],"NotResource":{"New":1}}}"""
    )]
    [InlineData(
        "policyDocument",
        """{"Sid":"","Effect":"Deny","Principal":"*","Action":"a","NotAction":[],"Resource":"b","Condition":{}}""",
        """{"effect":"Deny","principal":"*","actions":["a"],"resources":["b"]}"""
    )]
    public async Task A_statement_is_imported_as(string policy, string held, string imported)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var endpoint = await HoldingAsync(host, policy, held);

        var inputs = await endpoint.ImportAsync(endpoint.Id);

        var statements = inputs[policy].Unwrapped is ObjectValue document
            ? document.Fields["statements"]
            : inputs[policy];
        Assert.Equal(JsonValues.Parse($"[{imported}]"), statements);
        Assert.Equal(inputs[policy], endpoint.Outputs[policy]);
        var (_, failures) = await endpoint.CheckAsync(inputs);
        Assert.Empty(failures);
    }

    [Theory]
    [InlineData("actions", """{"NotAction":"a","New":1}""", true)]
    [InlineData("resources", """{"NotResource":"a","New":1}""", true)]
    [InlineData("actions", """{"Action":{"New":1}}""", true)]
    [InlineData("resources", """{"Resource":{"New":1}}""", true)]
    [InlineData("actions", """{"NotResource":"a"}""", false)]
    [InlineData("resources", """{"NotAction":"a"}""", false)]
    [InlineData("actions", "{}", false)]
    [InlineData("resources", "{}", false)]
    [InlineData("actions", null, true)]
    [InlineData("resources", null, true)]
    public async Task Only_its_opposite_or_another_shape_of_it_takes_the_place_of(
        string property,
        string? otherElements,
        bool isTaken
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var statement = Props
            .Map(("effect", "Deny"), ("actions", Props.List("a")), ("resources", Props.List("b")))
            .With(property, Props.List())
            .With("otherElements", otherElements is null ? PropertyValue.Unknown : JsonValues.Parse(otherElements));

        var statements = Props.List(new ObjectValue(statement));
        foreach (
            var (inputs, path) in new[]
            {
                (Gateway.With("policyStatements", statements), "policyStatements[0]"),
                (
                    Keys.With("policyDocument", new ObjectValue(Props.Map(("statements", statements)))),
                    "policyDocument.statements[0]"
                ),
            }
        )
        {
            var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(inputs);
            Assert.Equal(isTaken ? [] : [$"{path}.{property}"], failures.Select(Path));
        }
    }

    [Theory]
    [InlineData("\"Sid\":\"all\",", true)]
    [InlineData("", false)]
    public async Task Where_labels_are_not_documented_an_endpoint_that_has_one_may_have_another(
        string label,
        bool isTaken
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync("otc");
        var endpoint = await HoldingAsync(
            host,
            "policyStatements",
            $$"""{ {{label}} "Effect":"Deny","Action":["a"],"Resource":["b"]}"""
        );
        var inputs = await endpoint.ImportAsync(endpoint.Id);
        var another = JsonValues.Parse("""[{"sid":"read","effect":"Deny","actions":["a"],"resources":["b"]}]""");

        var (_, failures) = await endpoint.CheckAsync(inputs.With("policyStatements", another));

        Assert.Equal(isTaken ? [] : ["policyStatements[0].sid"], failures.Select(Path));
    }

    private static PropertyMap Gateway { get; } =
        Props.Map(("endpointServiceId", PublicServiceDefaults.GatewayId), ("vpcId", Props.Id("vpc-2")));

    private static PropertyMap Keys { get; } = Props.Endpoint(PublicServiceDefaults.KeysId).With("enableDns", false);

    private static string Path(string failure) => failure.Split(": ")[0];

    private static async Task<Managed> HoldingAsync(ProviderOnEmulator host, string policy, string statement)
    {
        var isDocument = policy == "policyDocument";
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(isDocument ? Keys : Gateway);
        var json = JsonElement.Parse(
            isDocument ? $$"""{"Version":"5.0","Statement":[{{statement}}]}""" : $"[{statement}]"
        );
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            held => isDocument ? held with { PolicyDocument = json } : held with { PolicyStatement = json }
        );
        return endpoint;
    }
}
