using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.State;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests;

/// <summary>A stack comes into being: preview, then up, then nothing to do.</summary>
public sealed class CreateTests
{
    [Fact]
    public async Task Preview_of_a_new_stack_creates_nothing_and_passes_unknowns_on()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.PreviewAsync(TwoItems);

        Assert.Equal(Outcome.Succeeded, ended.Outcome);
        Assert.Equal(3, ended.Counts[StepOp.Create]);
        Assert.Equal(
            ["CheckConfig default", "Configure default", "Check a", "Create a", "Check b", "Create b"],
            engine.Calls
        );
        Assert.Equal(Sentinels.UnknownString, (string?)engine.Request("Configure default")["id"]);
        Assert.True((bool?)engine.Request("Create a")["preview"]);
        Assert.Equal(Sentinels.UnknownString, (string?)engine.Request("Check b")["news"]!["tags"]!["from"]);
        Assert.Empty(engine.Echo.World);
        Assert.Empty((await engine.StateAsync()).Resources);
    }

    [Fact]
    public async Task Up_creates_in_dependency_order_and_writes_the_checkpoint()
    {
        await using var engine = await EngineFixture.CreateAsync();

        var ended = await engine.UpAsync(TwoItems);

        Assert.Equal(Outcome.Succeeded, ended.Outcome);
        Assert.Equal(
            ["CheckConfig default", "Configure default", "Check a", "Create a", "Check b", "Create b"],
            engine.Calls
        );
        Assert.Null(engine.Request("Create a")["preview"]);
        Assert.Equal("{ }", engine.Request("Check a")["olds"]!.ToJsonString().Replace("{}", "{ }"));
        Assert.Equal("computed-a-1", (string?)engine.Request("Create b")["properties"]!["tags"]!["from"]);

        var state = await engine.StateAsync();
        Assert.Equal(
            ["rec-dev", "default", "a", "b"],
            state.Resources.Select(static resource => Urn.NameOf(resource.Urn))
        );
        var provider = state.Resources[1];
        var b = state.Resources[3];
        Assert.Equal("urn:pulumi:dev::rec::pulumi:providers:echo::default", provider.Urn);
        Assert.Equal(provider.AsReference, b.Provider);
        Assert.Equal("item-b", b.Id);
        Assert.Equal([state.Resources[2].Urn], b.Dependencies);
        Assert.Equal([state.Resources[2].Urn], b.PropertyDependencies["tags"]);
        Assert.Empty(b.PropertyDependencies["name"]);
        Assert.Empty(state.PendingOperations);
        Assert.Equal("computed-a-1", ((StringValue)state.Resources[0].Outputs["computed"]).Value);
    }

    [Fact]
    public async Task Up_again_checks_and_diffs_and_changes_nothing()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(TwoItems);
        var before = (await engine.StateFileAsync()).ToJsonString();

        var ended = await engine.UpAsync(TwoItems);

        Assert.Equal(
            [
                "CheckConfig default",
                "DiffConfig default",
                "Configure default",
                "Check a",
                "Diff a",
                "Check b",
                "Diff b",
            ],
            engine.Calls
        );
        Assert.Equal(3, ended.Counts[StepOp.Same]);
        Assert.Empty(engine.Steps);
        var diff = engine.Request("Diff b");
        Assert.Equal("computed-a-1", (string?)diff["oldInputs"]!["tags"]!["from"]);
        Assert.Equal("computed-b-0", (string?)diff["olds"]!["computed"]);
        Assert.Null(diff["news"]!["computed"]);
        // Outputs set anew are written; resources are as they were.
        Assert.Equal(
            System.Text.Json.Nodes.JsonNode.Parse(before)!["checkpoint"]!["latest"]!["resources"]!.ToJsonString(),
            (await engine.StateFileAsync())["checkpoint"]!["latest"]!["resources"]!.ToJsonString()
        );
    }

    private static async Task TwoItems(TestProgram program)
    {
        var a = await program.ItemAsync("a", null, ("name", "a", null), ("size", 1, null));
        await program.ItemAsync(
            "b",
            null,
            ("name", "b", null),
            ("tags", new ObjectValue(PropertyMap.Empty.With("from", a["computed"])), a)
        );
        await program.OutputsAsync(PropertyMap.Empty.With("computed", a["computed"]));
    }
}
