using System.Collections.Immutable;
using Pulumi;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Utilities;

namespace StandIn.Tests;

public sealed class OutputTests
{
    [Fact]
    public async Task Response_is_read_into_the_types_of_the_outputs()
    {
        await using var engine = await FakeEngine.StartAsync();
        Item item = null!;

        await engine.RunAsync(() =>
            item = new Item(
                "a",
                new ItemArgs
                {
                    Name = "a",
                    Size = 3,
                    Mode = Mode.Fast,
                    SecretValue = "hush",
                    Tags = { ["k"] = "v" },
                    Ports = { new PortArgs { Port = 80 } },
                }
            )
        );

        Assert.Equal(3, await OutputUtilities.GetValueAsync(item.Size));
        Assert.Equal(Mode.Fast, await OutputUtilities.GetValueAsync(item.Mode));
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(item.Tags))!["k"]);
        var port = Assert.Single(await OutputUtilities.GetValueAsync(item.Ports));
        Assert.Equal((80, (string?)null), (port.Number, port.Proto));
        Assert.Equal("hush", await OutputUtilities.GetValueAsync(item.SecretValue));
        Assert.True(await Output.IsSecretAsync(item.SecretValue));
        Assert.False(await Output.IsSecretAsync(item.Name));
        Assert.Contains(item, await OutputUtilities.GetDependenciesAsync(item.Name));
    }

    [Fact]
    public async Task Preview_leaves_unanswered_outputs_unknown_and_runs_nothing_on_them()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request => Task.FromResult(FakeEngine.Previewed(request));
        var ran = false;

        await engine.RunAsync(
            () =>
            {
                var a = new Item("a", new ItemArgs { Name = "a" });
                var derived = a.Computed.Apply(value =>
                {
                    ran = true;
                    return value;
                });
                _ = new Item("b", new ItemArgs { Name = derived, Tags = { ["known"] = a.Name, ["unknown"] = a.Id } });
                return new Dictionary<string, object?> { ["computed"] = derived, ["name"] = a.Name };
            },
            dryRun: true
        );

        Assert.False(ran);
        Assert.Equal(PropertyValue.Unknown, engine.InputsOf("b")["name"]);
        var tags = ((ObjectValue)engine.InputsOf("b")["tags"]).Fields;
        Assert.Equal("a", tags["known"]);
        Assert.Equal(PropertyValue.Unknown, tags["unknown"]);
        Assert.Equal(PropertyValue.Unknown, engine.StackOutputs["computed"]);
        Assert.Equal("a", engine.StackOutputs["name"]);
    }

    [Fact]
    public async Task Up_gives_absent_outputs_their_default()
    {
        await using var engine = await FakeEngine.StartAsync();
        Item item = null!;

        await engine.RunAsync(() => item = new Item("a", new ItemArgs { Name = "a" }));

        Assert.True(await OutputUtilities.GetIsKnownAsync(item.Size));
        Assert.Null(await OutputUtilities.GetValueAsync(item.Size));
        Assert.True((await OutputUtilities.GetValueAsync(item.Ports)).IsDefault);
    }

    [Fact]
    public async Task Resource_in_stack_outputs_is_a_reference()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.RunAsync(static () =>
        {
            var a = new Item("a", new ItemArgs { Name = "a" });
            return new Dictionary<string, object?>
            {
                ["res"] = a,
                ["list"] = new[] { 1, 2 },
                ["secret"] = Output.CreateSecret("x"),
                ["none"] = null,
            };
        });

        Assert.Equal(
            new ResourceReferenceValue(FakeEngine.UrnOf("echo:index:Item", "a"), "id-a"),
            engine.StackOutputs["res"]
        );
        Assert.Equal(new ListValue([1.0, 2.0]), engine.StackOutputs["list"]);
        Assert.Equal(((PropertyValue)"x").AsSecret(), engine.StackOutputs["secret"]);
        Assert.False(engine.StackOutputs.ContainsKey("none"));
    }

    [Fact]
    public async Task Combinations_join_secretness_and_knownness()
    {
        var secret = Output.CreateSecret(1);
        var unknown = OutputUtilities.CreateUnknown(2);
        var plain = Output.Create(3);

        Assert.True(await Output.IsSecretAsync(Output.Tuple(plain, secret).Apply(static both => both.Item1)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(plain, unknown)));
        Assert.Equal([3, 1], (IEnumerable<int>)await OutputUtilities.GetValueAsync(Output.All(plain, secret)));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.True(await Output.IsSecretAsync(plain.Apply(_ => secret)));
    }

    [Fact]
    public async Task JsonSerialize_writes_nested_outputs_as_their_values()
    {
        var value = Output.Create(
            new Dictionary<string, Input<string>> { ["a"] = "plain", ["b"] = Output.CreateSecret("deep") }
        );

        var json = Output.JsonSerialize(value);

        Assert.Equal("""{"a":"plain","b":"deep"}""", await OutputUtilities.GetValueAsync(json).DefaultTimeout());
        Assert.True(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task Inputs_convert_from_all_that_programs_write()
    {
        InputList<string> list = new[] { "a" };
        list.Add("b", Output.Create("c"));
        list.AddRange(Output.Create(ImmutableArray.Create("d")));
        InputMap<int> map = new Dictionary<string, int> { ["x"] = 1 };
        map.Add("y", Output.Create(2));
        InputJson json = """{"n": 1}""";
        InputUnion<string, int> union = 5;

        Assert.Equal(["a", "b", "c", "d"], (IEnumerable<string>)await OutputUtilities.GetValueAsync(list.ToOutput()));
        Assert.Equal(2, (await OutputUtilities.GetValueAsync(map.ToOutput()))["y"]);
        Assert.Equal(1, (await OutputUtilities.GetValueAsync(json.ToOutput())).GetProperty("n").GetInt32());
        Assert.Equal(5, (await OutputUtilities.GetValueAsync(union.ToOutput())).AsT1);
    }

    [Fact]
    public async Task Answer_of_the_wrong_type_ends_the_program_naming_the_property()
    {
        await using var engine = await FakeEngine.StartAsync();
        engine.OnRegister = static request => Task.FromResult(FakeEngine.Created(request, ("size", "large")));

        var code = await engine.RunAsync(static () => _ = new Item("a", new ItemArgs { Name = "a" }));

        Assert.Equal(32, code);
        var (severity, message) = Assert.Single(engine.Logs);
        Assert.Equal(LogSeverity.Error, severity);
        Assert.Equal("Item.size: expected Int32, got String", message);
    }
}
