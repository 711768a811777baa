using System.Text.Json.Nodes;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Testing.Engine;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Tests;

/// <summary>The checkpoint: its shape, and every version of it while steps go on.</summary>
public sealed class StateTests
{
    [Fact]
    public async Task Checkpoint_has_the_shape_that_stack_import_reads()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null), ("size", 1, null)));

        var file = await engine.StateFileAsync();

        Assert.Equal(3, (int?)file["version"]);
        Assert.Equal("organization/rec/dev", (string?)file["checkpoint"]!["stack"]);
        var latest = file["checkpoint"]!["latest"]!.AsObject();
        Assert.Equal(["manifest", "resources", "metadata"], latest.Select(static field => field.Key));
        Assert.Equal(64, ((string?)latest["manifest"]!["magic"])!.Length);
        var item = latest["resources"]!.AsArray()[2]!.AsObject();
        Assert.Equal(
            [
                "urn",
                "custom",
                "id",
                "type",
                "inputs",
                "outputs",
                "parent",
                "provider",
                "propertyDependencies",
                "created",
                "modified",
            ],
            item.Select(static field => field.Key)
        );
        Assert.Equal("""{"name":"a","size":1}""", item["inputs"]!.ToJsonString());
        Assert.Equal("""{"name":[],"size":[]}""", item["propertyDependencies"]!.ToJsonString());

        var export = await engine.ExportAsync(showSecrets: false);
        Assert.Equal(["version", "deployment"], export.Select(static field => field.Key));
        Assert.Equal(latest["resources"]!.ToJsonString(), export["deployment"]!["resources"]!.ToJsonString());
    }

    [Fact]
    public async Task State_is_written_before_and_after_each_step_of_a_replacement()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));
        var began = engine.Echo.Hold("a2");

        var up = engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a2", null)));
        await began.DefaultTimeout();
        var during = (await engine.StateFileAsync())["checkpoint"]!["latest"]!;
        var beforeDelete = new TaskCompletionSource<JsonNode>();
        engine.Seen += happened =>
        {
            if (happened is StepStarted { Step.Op: StepOp.DeleteReplaced })
            {
                beforeDelete.TrySetResult(
                    JsonNode.Parse(File.ReadAllText(Path.Combine(engine.Folder, "state/stacks/rec/dev.json")))!
                );
            }
        };
        engine.Echo.Release("a2");
        await up;

        Assert.Equal("creating", (string?)during["pending_operations"]![0]!["type"]);
        Assert.Null(during["pending_operations"]![0]!["resource"]!["id"]);
        Assert.Equal("item-a", (string?)during["resources"]![2]!["id"]);
        var resources = (await beforeDelete.Task)["checkpoint"]!["latest"]!["resources"]!.AsArray();
        Assert.Equal(["item-a2", "item-a"], resources.Skip(2).Select(static resource => (string?)resource!["id"]));
        Assert.Equal([null, true], resources.Skip(2).Select(static resource => (bool?)resource!["delete"]));
        Assert.Equal(3, (await engine.StateAsync()).Resources.Length);
    }

    [Fact]
    public async Task Fields_of_a_real_checkpoint_that_mean_nothing_here_are_kept()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null)));
        var path = Path.Combine(engine.Folder, "state/stacks/rec/dev.json");
        var file = await engine.StateFileAsync();
        file["checkpoint"]!["latest"]!["resources"]![2]!["sourcePosition"] = "project:///Program.cs#12";
        await File.WriteAllTextAsync(path, file.ToJsonString());

        await engine.UpAsync(static program => program.ItemAsync("a", null, ("name", "a", null), ("size", 2, null)));

        Assert.Equal(
            "project:///Program.cs#12",
            (string?)(await engine.StateFileAsync())["checkpoint"]!["latest"]!["resources"]![2]!["sourcePosition"]
        );
    }

    [Fact]
    public void Stack_is_locked_while_an_engine_works_on_it()
    {
        var folder = Directory.CreateTempSubdirectory("engine-lock-").FullName;
        var first = new StateStore(folder, "rec", "dev", null, null, TimeProvider.System);
        var second = new StateStore(folder, "rec", "dev", null, null, TimeProvider.System);

        using (first.Lock())
        {
            Assert.Throws<EngineException>(second.Lock);
        }

        second.Lock().Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
