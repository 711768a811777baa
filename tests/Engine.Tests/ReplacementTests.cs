using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Updates in place, and replacements in both orders, with dependents.</summary>
public sealed class ReplacementTests
{
    [Fact]
    public async Task Update_in_place_sends_old_and_new_and_shows_the_leaf_that_changed()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(program => Chain(program, "a", size: 1));

        var ended = await engine.UpAsync(program => Chain(program, "a", size: 2));

        Assert.Equal(["Update a", "Update b"], engine.Steps);
        Assert.Equal(2, ended.Counts[StepOp.Update]);
        var update = engine.Request("Update a");
        Assert.Equal("item-a", (string?)update["id"]);
        Assert.Equal(1, (double?)update["oldInputs"]!["size"]);
        Assert.Equal("computed-a-1", (string?)update["olds"]!["computed"]);
        Assert.Equal(2, (double?)update["news"]!["size"]);
        var step = engine.Events.OfType<StepEnded>().Single(static ended => ended.Step.Name == "b").Step;
        Assert.Equal("tags.from", Assert.Single(step.Changes).Path.ToString());
        Assert.Equal(["tags"], step.ChangedKeys);
    }

    [Fact]
    public async Task Replacement_creates_first_updates_dependents_and_deletes_the_old_one_last()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(program => Chain(program, "a", size: 1));

        await engine.UpAsync(program => Chain(program, "a2", size: 1));

        Assert.Equal(
            [
                "CheckConfig default",
                "DiffConfig default",
                "Configure default",
                "Check a",
                "Diff a",
                "Check a",
                "Create a",
                "Check b",
                "Diff b",
                "Update b",
                "Delete a",
            ],
            engine.Calls
        );
        Assert.Equal("a", (string?)engine.Request("Check a")["olds"]!["name"]);
        Assert.Empty(engine.Request("Check a", 1)["olds"]!.AsObject());
        Assert.Equal(
            (string?)engine.Request("Check a")["randomSeed"],
            (string?)engine.Request("Check a", 1)["randomSeed"]
        );
        Assert.Equal("item-a", (string?)engine.Request("Delete a")["id"]);
        Assert.Equal("a", (string?)engine.Request("Delete a")["oldInputs"]!["name"]);
        Assert.Equal(["CreateReplacement a", "Replace a", "Update b", "DeleteReplaced a"], engine.Steps);
        Assert.Equal(["item-a2", "item-b"], engine.Echo.World.Keys.Order());
    }

    [Fact]
    public async Task Preview_of_a_replacement_deletes_nothing()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(program => Chain(program, "a", size: 1));

        var ended = await engine.PreviewAsync(program => Chain(program, "a2", size: 1));

        Assert.Equal(1, ended.Counts[StepOp.Replace]);
        Assert.Equal(1, ended.Counts[StepOp.Update]);
        Assert.DoesNotContain("Delete a", engine.Calls);
        Assert.Equal(["CreateReplacement a", "Replace a", "Update b", "DeleteReplaced a"], engine.Steps);
        Assert.Equal(["item-a", "item-b"], engine.Echo.World.Keys.Order());
    }

    [Fact]
    public async Task Delete_before_replace_takes_dependents_that_must_be_replaced_along()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(program => Fixed(program, "a"));

        await engine.UpAsync(program => Fixed(program, "a2"));

        // b is asked with what it takes from a unknown as a whole, c too; d only waits for a and is not asked.
        Assert.Equal(
            ["Check a", "Diff a", "Check a", "Diff b", "Diff c", "Delete c", "Delete a", "Create a"],
            engine.Calls.Skip(3).Take(8)
        );
        Assert.Equal(Sentinels.UnknownString, (string?)engine.Request("Diff b")["news"]!["tags"]);
        Assert.Equal(Sentinels.UnknownString, (string?)engine.Request("Diff c")["news"]!["name"]);
        var afterwards = engine.Calls.Skip(11).ToHashSet();
        Assert.Contains("Create c", afterwards);
        Assert.Contains("Update b", afterwards);
        Assert.Equal(1, engine.Calls.Count(static call => call == "Diff d"));
        Assert.Empty(engine.Request("Check c")["olds"]!.AsObject());
        Assert.DoesNotContain((await engine.StateAsync()).Resources, static state => state.PendingReplacement);
    }

    [Fact]
    public async Task Failed_create_after_delete_is_remembered_and_repaired_by_the_next_up()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(program => Pair(program, "a4", null));

        var failed = await engine.UpAsync(program => Pair(program, "a5", "precond"));

        Assert.Equal(Outcome.Failed, failed.Outcome);
        Assert.True((await engine.ResourceAsync("a")).PendingReplacement);
        Assert.True((await engine.ResourceAsync("b")).PendingReplacement);
        Assert.Empty(engine.Echo.World);

        var repaired = await engine.UpAsync(program => Pair(program, "a5", null));

        // The dependent is deleted once more (its Delete must not mind), the resource itself is not.
        Assert.Equal(Outcome.Succeeded, repaired.Outcome);
        Assert.Equal(
            ["Check a", "Diff a", "Check a", "Diff b", "Delete b", "Create a", "Check b", "Create b"],
            engine.Calls.Skip(3)
        );
        Assert.False((await engine.ResourceAsync("a")).PendingReplacement);
        Assert.Equal(4, (await engine.StateAsync()).Resources.Length);
    }

    private static async Task Chain(TestProgram program, string name, double size)
    {
        var a = await program.ItemAsync("a", null, ("name", name, null), ("size", size, null));
        await program.ItemAsync(
            "b",
            null,
            ("name", "b", null),
            ("tags", new ObjectValue(PropertyMap.Empty.With("from", a["computed"])), a)
        );
    }

    private static async Task Fixed(TestProgram program, string name)
    {
        var a = await program.ItemAsync("a", null, ("name", name, null), ("fixedName", "the-one", null));
        await program.ItemAsync(
            "b",
            null,
            ("name", "b", null),
            ("tags", new ObjectValue(PropertyMap.Empty.With("from", a["computed"])), a)
        );
        await program.ItemAsync("c", null, ("name", a["computed"], a));
        await program.ItemAsync("d", options => options.Dependencies.Add(a.Urn), ("name", "d", null));
    }

    private static async Task Pair(TestProgram program, string name, string? failMode)
    {
        var a = failMode is null
            ? await program.ItemAsync("a", null, ("name", name, null), ("fixedName", "one", null))
            : await program.ItemAsync(
                "a",
                null,
                ("name", name, null),
                ("fixedName", "one", null),
                ("failMode", failMode, null)
            );
        await program.ItemAsync("b", null, ("name", a["computed"], a));
    }
}
