using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Tests.Echo;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Providers as resources: configured, updated, replaced, not known yet.</summary>
public sealed class ProviderTests
{
    [Fact]
    public async Task Replaced_provider_replaces_its_resources_and_the_old_one_deletes_them()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => WithProvider(program, "eu", "t1"));
        var oldId = (await engine.ResourceAsync("prov")).Id;

        await engine.UpAsync(static program => WithProvider(program, "us", "t1"));

        Assert.Equal(
            [
                "CheckConfig prov",
                "DiffConfig prov",
                "CheckConfig prov",
                "Configure prov",
                "Check a",
                "DiffConfig prov",
                "Check a",
                "Create a",
                "Configure prov",
                "Delete a",
            ],
            engine.Calls
        );
        Assert.Equal("us", (string?)engine.Request("Configure prov")["args"]!["region"]);
        Assert.Equal("eu", (string?)engine.Request("Configure prov", 1)["args"]!["region"]);
        Assert.Equal(oldId, (string?)engine.Request("Configure prov", 1)["id"]);
        var state = await engine.StateAsync();
        Assert.Equal(3, state.Resources.Length);
        Assert.NotEqual(oldId, (await engine.ResourceAsync("prov")).Id);
        Assert.Equal((await engine.ResourceAsync("prov")).AsReference, (await engine.ResourceAsync("a")).Provider);
    }

    [Fact]
    public async Task Updated_provider_keeps_its_id_and_its_resources()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => WithProvider(program, "eu", "t1"));
        var before = await engine.ResourceAsync("prov");

        await engine.UpAsync(static program => WithProvider(program, "eu", "t2"));

        Assert.Equal(["CheckConfig prov", "DiffConfig prov", "Configure prov", "Check a", "Diff a"], engine.Calls);
        Assert.Equal(["Update prov"], engine.Steps);
        var after = await engine.ResourceAsync("prov");
        Assert.Equal(before.Id, after.Id);
        Assert.Equal("t2", ((StringValue)after.Outputs["token"].Unwrapped).Value);
    }

    [Fact]
    public async Task Unknown_config_is_not_sent_and_its_resources_are_previewed_without_calls()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.PreviewAsync(static async program =>
        {
            var region = await program.ItemAsync("r", null, ("name", "r", null));
            var provider = await program.ResourceAsync(
                "pulumi:providers:echo",
                "prov",
                null,
                ("region", region["computed"], region)
            );
            await program.ItemAsync("z", options => options.Provider = Reference(provider), ("name", "z", null));
        });

        Assert.Equal(4, ended.Counts[StepOp.Create]);
        Assert.Equal(
            ["CheckConfig default", "Configure default", "Check r", "Create r", "CheckConfig prov"],
            engine.Calls
        );
    }

    [Fact]
    public async Task Bad_config_names_property_and_value()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.PreviewAsync(static program => WithProvider(program, "bad", "t"));

        Assert.Contains(
            "pulumi:providers:echo resource 'prov': property region value {bad} has a problem: region \"bad\" is not known",
            engine.Messages
        );
    }

    [Fact]
    public async Task Provider_without_Handshake_is_asked_the_same()
    {
        await using var engine = await EngineFixture.CreateAsync(new EchoProvider { WithoutHandshake = true });

        var ended = await engine.UpAsync(static program =>
            program.ItemAsync("a", null, ("name", "a", null), ("secretValue", ((PropertyValue)"s").AsSecret(), null))
        );

        Assert.Equal(Outcome.Succeeded, ended.Outcome);
        Assert.Equal("s", (string?)engine.Request("Create a")["properties"]!["secretValue"]!["value"]);
    }

    [Fact]
    public async Task Invoke_brings_results_failures_and_worded_errors()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static async program =>
        {
            var found = await GetItem(program, "x");
            Assert.Equal(7, StructCodec.Decode(found.Return)["size"] is NumberValue size ? size.Value : 0);
            Assert.Equal("no such item", Assert.Single((await GetItem(program, "absent")).Failures).Reason);
            var broken = await Assert.ThrowsAsync<Provider.Grpc.RpcException>(() => GetItem(program, "broken"));
            Assert.Equal("invocation of echo:index:getItem returned an error: the world is broken", broken.Message);
        });

        Assert.Equal(["Invoke echo:index:getItem"], engine.Calls.Skip(2).Distinct());
        Assert.Null(engine.Request("Invoke echo:index:getItem")["preview"]);
    }

    private static Task<ResourceInvokeResponse> GetItem(TestProgram program, string name) =>
        program.CallAsync(
            Methods.ResourceMonitor.Invoke,
            new ResourceInvokeRequest
            {
                Tok = "echo:index:getItem",
                Args = StructCodec.Encode(PropertyMap.Empty.With("name", name)),
            }
        );

    private static async Task WithProvider(TestProgram program, string region, string token)
    {
        var provider = await program.ResourceAsync(
            "pulumi:providers:echo",
            "prov",
            null,
            ("region", region, null),
            ("token", ((PropertyValue)token).AsSecret(), null)
        );
        await program.ItemAsync("a", options => options.Provider = Reference(provider), ("name", "a", null));
    }

    private static string Reference(Registered provider) =>
        $"{provider.Urn}::{(provider.Id.Length > 0 ? provider.Id : Sentinels.UnknownString)}";
}
