using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Harness.Policies;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Policies of endpoints: every shape that the clouds document, what the cloud makes of them, and what others do.</summary>
public sealed class PolicyTests
{
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
}
