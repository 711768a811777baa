using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Harness.Policies;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Which policies are refused, where, and when.</summary>
public sealed class PolicyCheckTests
{
    [Theory]
    [InlineData(
        "huaweicloud",
        "gateway",
        "policyDocument",
        1,
        "policyDocument: endpoint service * is a gateway service"
    )]
    [InlineData(
        "huaweicloud",
        "keys",
        "policyStatements",
        0,
        "policyStatements: endpoint service * is an interface service"
    )]
    [InlineData("huaweicloud", "names", "policyDocument", 1, "policyDocument: endpoint service * supports no policies")]
    [InlineData(
        "huaweicloud",
        "private",
        "policyDocument",
        1,
        "policyDocument: endpoint service * supports no policies"
    )]
    public async Task What_a_service_does_not_take_is_refused_before_anything_is_made(
        string dialect,
        string service,
        string property,
        int shape,
        string problem
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var id = service switch
        {
            "gateway" => PublicServiceDefaults.GatewayId,
            "keys" => PublicServiceDefaults.KeysId,
            "names" => PublicServiceDefaults.InterfaceId,
            _ => (await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host))).Id,
        };
        var inputs = Props
            .Endpoint(id)
            .With(property, JsonValues.Parse(property == "policyDocument" ? OfInterfaces[shape] : OfGateways[shape]));
        var preview = await Assert.ThrowsAsync<RpcException>(() => new Managed(host, "Endpoint").PreviewAsync(inputs));
        Assert.StartsWith(problem.Split('*')[0], preview.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(problem.Split('*')[1], preview.Status.Detail, StringComparison.Ordinal);
        var up = await Assert.ThrowsAsync<RpcException>(() => new Managed(host, "Endpoint").CreateAsync(inputs));
        Assert.Equal(preview.Status.Detail, up.Status.Detail);
        Assert.Equal(0, host.CallsOf("CreateEndpoint"));

        // Of an endpoint that exists, too.
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(
            service == "gateway" ? With("policyStatements", null) : inputs.Without(property)
        );
        Assert.Equal(preview.Status.Detail, (await PreviewUpdateAsync(host, endpoint, inputs)).Status.Detail);
    }

    [Theory]
    [InlineData("routeTables", "policyDocument", "interface")]
    [InlineData("portIp", "policyStatements", "gateway")]
    [InlineData("whitelist", "policyStatements", "gateway")]
    [InlineData("policyDocument", "policyStatements", "gateway")]
    public async Task What_tells_the_other_type_is_refused_without_asking(string other, string policy, string type)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var all = Full.Endpoint(host, Props.Id("service"))
            .With("routeTables", Props.List(Props.Id("table")))
            .With("policyDocument", JsonValues.Parse(OfInterfaces[0]))
            .With("policyStatements", JsonValues.Parse(OfGateways[0]));
        var inputs = Props.Map(
            ("endpointServiceId", Props.Id("service")),
            ("vpcId", Props.Id("vpc")),
            (other, all[other]),
            (policy, all[policy])
        );
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(inputs);
        Assert.StartsWith(
            $"{policy}: only endpoints of {type} services have it, and {other} ",
            Assert.Single(failures),
            StringComparison.Ordinal
        );
        Assert.Contains("Remove one of the two", failures[0], StringComparison.Ordinal);
        Assert.Empty(host.Cloud.Calls.All);
    }

    [Theory]
    [InlineData(
        "otc",
        """[{"effect":"Allow","actions":["*"],"resources":["a"],"condition":{"Bool":{"a":"true"}}}]""",
        "policyStatements[0].condition"
    )]
    [InlineData(
        "otc",
        """[{"sid":"a","effect":"Allow","actions":["*"],"resources":["a"]}]""",
        "policyStatements[0].sid"
    )]
    [InlineData("otc", """{"statements":[]}""", "policyDocument")]
    [InlineData(
        "huaweicloud",
        """[{"effect":"Allow","actions":[],"resources":["a"]}]""",
        "policyStatements[0].actions"
    )]
    [InlineData(
        "huaweicloud",
        """{"statements":[{"effect":"Allow","resources":["a"]}]}""",
        "policyDocument.statements[0].actions"
    )]
    [InlineData(
        "huaweicloud",
        """{"statements":[{"effect":"Allow","actions":["a"],"notActions":["b"],"resources":["a"]}]}""",
        "policyDocument.statements[0].notActions"
    )]
    [InlineData(
        "huaweicloud",
        """{"statements":[{"effect":"Allow","actions":["a"]}]}""",
        "policyDocument.statements[0].resources"
    )]
    [InlineData("huaweicloud", """{"statements":[]}""", "policyDocument.statements")]
    [InlineData(
        "huaweicloud",
        """{"statements":[{"effect":"Sometimes","actions":["a"],"resources":["a"]}]}""",
        "policyDocument.statements[0].effect"
    )]
    public async Task Wrong_policies_are_refused_at_their_place(string dialect, string policy, string path)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var property = policy[0] == '[' ? "policyStatements" : "policyDocument";
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(With(property, policy));
        Assert.StartsWith($"{path}: ", Assert.Single(failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_policy_does_not_know_yet_is_not_judged()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var statement = new ObjectValue(
            Props.Map(
                ("effect", "Allow"),
                ("actions", PropertyValue.Unknown),
                ("resources", Props.List("*")),
                ("condition", new ObjectValue(Props.Map(("StringEquals", PropertyValue.Unknown))))
            )
        );
        var document = new ObjectValue(Props.Map(("statements", Props.List(statement))));
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(
            With("policyDocument", null).With("policyDocument", document)
        );
        Assert.Empty(failures);
    }

    private static Task<RpcException> PreviewUpdateAsync(
        ProviderOnEmulator host,
        Managed endpoint,
        PropertyMap inputs
    ) =>
        Assert.ThrowsAsync<RpcException>(async () =>
            await host
                .Provider.Client.UpdateAsync(
                    new UpdateRequest
                    {
                        Id = endpoint.Id,
                        Urn = endpoint.Urn,
                        Type = endpoint.Type,
                        Olds = StructCodec.Encode(endpoint.Outputs),
                        OldInputs = StructCodec.Encode(endpoint.Inputs),
                        News = StructCodec.Encode(inputs),
                        Preview = true,
                    }
                )
                .DefaultTimeout()
        );
}
