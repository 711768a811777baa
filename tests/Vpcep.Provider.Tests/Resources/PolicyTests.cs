using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Policies of endpoints: every shape that the clouds document, what the cloud makes of them, and what others do.</summary>
public sealed class PolicyTests
{
    private const string Condition =
        """{"StringEquals":{"g:PrincipalAccount":["0a1b2c","0a1b2d"]},"Bool":{"g:Secure":"true"}}""";

    private static readonly string[] OfGateways =
    [
        """[{"effect":"Allow","actions":["obs:object:GetObject","obs:bucket:*"],"resources":["obs:*:*:object:logs/*","*"]}]""",
        """[{"sid":"all","effect":"Allow","actions":["*"],"resources":["*","*/*"]}]""",
        $$"""[{"effect":"Allow","actions":["*"],"resources":["*","*/*"],"condition":{{Condition}}}]""",
        $$"""
            [
              {"sid":"read","effect":"Allow","actions":["obs:object:GetObject"],"resources":["*"],"condition":{{Condition}}},
              {"sid":"never","effect":"Deny","actions":["obs:object:DeleteObject"],"resources":["*"]}
            ]
            """,
        """[{"effect":"Allow","actions":["*"],"resources":["*","*/*"]}]""",
    ];

    private static readonly string[] OfInterfaces =
    [
        """{"statements":[{"effect":"Allow","actions":["kms:cmk:get","kms:cmk:list"],"resources":["*"]}]}""",
        """{"version":"5.0","statements":[{"effect":"Deny","principal":{"IAM":["urn:a","urn:b"]},"actions":["*"],"resources":["*"]}]}""",
        """{"statements":[{"effect":"Allow","principal":"*","notActions":["kms:cmk:delete"],"notResources":["kms:*:*:cmk:x"]}]}""",
        $$"""{"statements":[{"sid":"a","effect":"Allow","actions":["*"],"resources":["*"],"condition":{{Condition}}}]}""",
        """{"statements":[{"effect":"Allow","principal":"*","actions":["*"],"resources":["*"]}]}""",
    ];

    /// <summary>Each shape, by the cloud and the property.</summary>
    public static TheoryData<string, string, string> Shapes =>
        [
            .. OfGateways.Select(static shape => ("huaweicloud", "policyStatements", shape)),
            .. OfInterfaces.Select(static shape => ("huaweicloud", "policyDocument", shape)),
            ("otc", "policyStatements", OfGateways[0]),
        ];

    /// <summary>Each shape that a cloud can change.</summary>
    public static TheoryData<string, string> ChangeableShapes =>
        [
            .. OfGateways.Select(static shape => ("policyStatements", shape)),
            .. OfInterfaces.Select(static shape => ("policyDocument", shape)),
        ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_policy_reads_back_as_it_was_written(string dialect, string property, string shape)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var inputs = With(property, shape);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        Assert.Equal(endpoint.Inputs[property], endpoint.Outputs[property]);
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);

        // The cloud may write one value for a list of one, and anything in another order.
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            static held =>
                held with
                {
                    PolicyStatement = Turned(held.PolicyStatement),
                    PolicyDocument = Turned(held.PolicyDocument),
                }
        );
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await endpoint.DiffAsync(inputs)).Changes);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task An_import_has_the_policy_unless_it_is_the_clouds_own(
        string dialect,
        string property,
        string shape
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var made = await new Managed(host, "Endpoint").CreateAsync(With(property, shape));
        var imported = await new Managed(host, "Endpoint", "imported").ImportAsync(made.Id);
        var isDefault = shape == OfGateways[^1] || shape == OfInterfaces[^1];
        Assert.Equal(!isDefault, imported.ContainsKey(property));
        var endpoint = new Managed(host, "Endpoint", "again");
        await endpoint.ImportAsync(made.Id);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await endpoint.DiffAsync(imported)).Changes);
    }

    [Theory]
    [MemberData(nameof(ChangeableShapes))]
    public async Task Drift_of_a_policy_names_the_statement_and_the_next_update_repairs_it(
        string property,
        string shape
    )
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var inputs = With(property, shape);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var before = PolicyOf(host, endpoint);
        Change(
            host,
            endpoint,
            static statement => statement["Condition"] = JsonNode.Parse("""{"Null":{"g:X":["true"]}}""")
        );

        var drift = await endpoint.RefreshAsync() ?? [];
        var statement = property == "policyDocument" ? "policyDocument.statements[0]" : "policyStatements[0]";
        Assert.Equal([$"{statement}.condition"], drift);

        await endpoint.UpdateAsync(inputs);
        Assert.Equal(before, PolicyOf(host, endpoint));
        Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
    }

    [Theory]
    [MemberData(nameof(ChangeableShapes))]
    public async Task A_policy_that_somebody_took_off_is_drift_and_comes_back(string property, string shape)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var inputs = With(property, shape);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var before = PolicyOf(host, endpoint);
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            static held => held with { PolicyStatement = null, PolicyDocument = null }
        );

        // Who says what the cloud says by itself loses nothing.
        if (shape == OfGateways[^1] || shape == OfInterfaces[^1])
        {
            Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
            return;
        }

        Assert.Equal([property], (await endpoint.RefreshAsync() ?? []).Select(Head).Distinct());
        await endpoint.UpdateAsync(inputs);
        Assert.Equal(before, PolicyOf(host, endpoint));
    }

    [Theory]
    [MemberData(nameof(ChangeableShapes))]
    public async Task A_policy_survives_an_update_of_something_else(string property, string shape)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var inputs = With(property, shape);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var before = PolicyOf(host, endpoint);
        await endpoint.UpdateAsync(Tagged(inputs));
        Assert.Equal(before, PolicyOf(host, endpoint));
        Assert.Equal(0, host.CallsOf("UpdateEndpointPolicy"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_element_that_nobody_knows_survives_updates(bool refreshed)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        foreach (
            var (property, shape) in new[] { ("policyStatements", OfGateways[3]), ("policyDocument", OfInterfaces[3]) }
        )
        {
            var inputs = With(property, shape);
            var endpoint = await new Managed(host, "Endpoint", property).CreateAsync(inputs);
            Change(host, endpoint, static statement => statement["NotPrincipal"] = "urn:other");
            if (refreshed)
            {
                Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
                Assert.Contains("NotPrincipal", endpoint.Outputs[property].ToString(), StringComparison.Ordinal);
            }

            await endpoint.UpdateAsync(Tagged(inputs));
            Assert.Contains("NotPrincipal", PolicyOf(host, endpoint), StringComparison.Ordinal);

            // Of the same statement, and then of another one.
            foreach (
                var (was, becomes) in new[]
                {
                    ("obs:object:DeleteObject", "obs:object:PutObject"),
                    ("0a1b2c", "0a1b2e"),
                }
            )
            {
                inputs = With(property, shape.Replace(was, becomes, StringComparison.Ordinal));
                await endpoint.UpdateAsync(inputs);
                Assert.Contains("NotPrincipal", PolicyOf(host, endpoint), StringComparison.Ordinal);
                Assert.Equal(
                    shape.Contains(was, StringComparison.Ordinal),
                    PolicyOf(host, endpoint).Contains(becomes, StringComparison.Ordinal)
                );
            }

            Assert.Empty(await endpoint.RefreshAsync() ?? ["gone"]);
            host.Cloud.Cloud.Vanish(endpoint.Id);
        }
    }

    [Fact]
    public async Task An_element_that_nobody_knows_is_imported_and_no_replacement_loses_it()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var inputs = With("policyStatements", OfGateways[0]);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        Change(host, endpoint, static statement => statement["NotPrincipal"] = "urn:other");
        var imported = await new Managed(host, "Endpoint", "imported").ImportAsync(endpoint.Id);
        Assert.Contains(
            "otherElements: {NotPrincipal",
            imported["policyStatements"].ToString(),
            StringComparison.Ordinal
        );

        await endpoint.RefreshAsync();
        var moved = inputs.With("description", "another");
        await endpoint.DiffAsync(moved);
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(moved);
        var failure = Assert.Single(failures);
        Assert.StartsWith("policyStatements: ", failure, StringComparison.Ordinal);
        Assert.Contains("NotPrincipal of policyStatements[0]", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":"*","Resource":["*/*","*"]}]""", true)]
    [InlineData(
        "policyStatements",
        """[{"Effect":"Allow","Action":["*"],"Resource":["*","*/*"],"Condition":{}}]""",
        true
    )]
    [InlineData("policyStatements", """[]""", true)]
    [InlineData("policyStatements", """null""", true)]
    [InlineData("policyStatements", """{}""", true)]
    [InlineData(
        "policyStatements",
        """[{"Effect":"Allow","Action":["obs:*:*"],"Resource":["obs:*:*:*:*","obs:*:*:*:*/*"]}]""",
        true
    )]
    [InlineData("policyStatements", """[{"Effect":"Deny","Action":"*","Resource":["*/*","*"]}]""", false)]
    [InlineData(
        "policyStatements",
        """[{"Effect":"Allow","Action":"*","Resource":["*/*","*"],"Condition":{"Bool":{"a":["true"]}}}]""",
        false
    )]
    [InlineData("policyStatements", """[{"Effect":"Allow","NotAction":"*","Resource":["*/*","*"]}]""", false)]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":"*","NotResource":["*/*","*"]}]""", false)]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":"*","Resource":["*/*","*"],"New":1}]""", false)]
    [InlineData("policyStatements", """[{"Effect":"Allow","Action":["kms:*:*"],"Resource":["kms:*:*:*"]}]""", false)]
    [InlineData("policyDocument", """{}""", true)]
    [InlineData("policyDocument", """null""", true)]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":{"Effect":"Allow","Principal":["*"],"Action":"*","Resource":"*"}}""",
        true
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":{"IAM":["a"]},"Action":["*"],"Resource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Action":["*"],"Resource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","NotAction":["*"],"Resource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"NotResource":["*"]}]}""",
        false
    )]
    [InlineData(
        "policyDocument",
        """{"Version":"5.0","Statement":[{"Effect":"Allow","Principal":"*","Action":["*"],"Resource":["*"],"Condition":{"Bool":{"a":["true"]}}}]}""",
        false
    )]
    [InlineData("policyDocument", """{"Version":"5.0","Statement":[]}""", false)]
    public async Task Only_what_the_cloud_sets_by_itself_is_no_policy(string property, string policy, bool isNone)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(With(property, null));
        var json = JsonElement.Parse(policy);
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            held =>
                property == "policyDocument"
                    ? held with
                    {
                        PolicyDocument = json,
                    }
                    : held with
                    {
                        PolicyStatement = json,
                    }
        );
        Assert.Equal(isNone ? [] : [property], await endpoint.RefreshAsync() ?? ["gone"]);
        Assert.Equal(!isNone, endpoint.Outputs.ContainsKey(property));
        Assert.Equal(
            !isNone,
            (await new Managed(host, "Endpoint", "imported").ImportAsync(endpoint.Id)).ContainsKey(property)
        );
    }

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
            .With(property, Parse(property == "policyDocument" ? OfInterfaces[shape] : OfGateways[shape]));
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
            .With("policyDocument", Parse(OfInterfaces[0]))
            .With("policyStatements", Parse(OfGateways[0]));
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

    [Fact]
    public async Task Partial_answers_change_nothing_of_the_state()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var inputs = With("policyDocument", OfInterfaces[0]).With("enableDns", true);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        var before = endpoint.Outputs.Without("policyDocument").Without("updatedAt");
        Assert.NotNull(before.Find("dnsNames"));

        await endpoint.UpdateAsync(With("policyDocument", OfInterfaces[1]).With("enableDns", true));
        Assert.Equal(before, endpoint.Outputs.Without("policyDocument").Without("updatedAt"));
        await endpoint.UpdateAsync(inputs.Without("policyDocument"));
        Assert.Equal(before, endpoint.Outputs.Without("policyDocument").Without("updatedAt"));
        Assert.Equal((1, 1), (host.CallsOf("UpdateEndpointPolicy"), host.CallsOf("DeleteEndpointPolicy")));
    }

    private static PropertyMap With(string property, string? policy)
    {
        var inputs =
            property == "policyDocument"
                ? Props.Endpoint(PublicServiceDefaults.KeysId).With("enableDns", false)
                : Props.Map(("endpointServiceId", PublicServiceDefaults.GatewayId), ("vpcId", Props.Id("vpc-2")));
        return policy is null ? inputs : inputs.With(property, Parse(policy));
    }

    private static PropertyMap Tagged(PropertyMap inputs) =>
        inputs.With("tags", new ObjectValue(Props.Map(("team", "net"))));

    private static PropertyValue Parse(string json) => Value(JsonNode.Parse(json));

    private static PropertyValue Value(JsonNode? json) =>
        json switch
        {
            JsonArray list => new ListValue(list.Select(Value)),
            JsonObject obj => new ObjectValue(
                new(obj.Select(static field => KeyValuePair.Create(field.Key, Value(field.Value))))
            ),
            null => PropertyValue.Null,
            _ => (string)json!,
        };

    private static string PolicyOf(ProviderOnEmulator host, Managed endpoint)
    {
        var held = host.Cloud.Cloud.FindEndpoint(endpoint.Id)!;
        return (held.PolicyStatement ?? held.PolicyDocument)!.Value.GetRawText();
    }

    private static void Change(ProviderOnEmulator host, Managed endpoint, Action<JsonNode> change) =>
        host.Cloud.Cloud.ChangeEndpoint(
            endpoint.Id,
            held =>
                held with
                {
                    PolicyStatement = Changed(held.PolicyStatement, change),
                    PolicyDocument = Changed(held.PolicyDocument, change),
                }
        );

    private static JsonElement? Changed(JsonElement? policy, Action<JsonNode> change)
    {
        if (policy is null)
        {
            return null;
        }

        var json = JsonNode.Parse(policy.Value.GetRawText())!;
        change((json is JsonObject document ? document["Statement"]! : json)[0]!);
        return JsonElement.Parse(json.ToJsonString());
    }

    private static JsonElement? Turned(JsonElement? policy) =>
        policy is null ? null : JsonElement.Parse(Turned(JsonNode.Parse(policy.Value.GetRawText())!).ToJsonString());

    private static JsonNode Turned(JsonNode json) =>
        json switch
        {
            JsonArray { Count: 1 } one => Turned(one[0]!),
            JsonArray list => new JsonArray([.. list.Reverse().Select(static item => Turned(item!))]),
            JsonObject obj => new JsonObject(
                obj.Reverse().Select(static field => KeyValuePair.Create(field.Key, (JsonNode?)Turned(field.Value!)))
            ),
            _ => json.DeepClone(),
        };

    private static string? Head(string path) => PropertyPath.Parse(path).Head;

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
