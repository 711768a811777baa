using System.Collections.Immutable;
using Pulumi.LocalEngine.Events;
using Pulumi.LocalEngine.Tests.Support;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Resource options, as the engine honours them.</summary>
public sealed class OptionTests
{
    [Fact]
    public async Task IgnoreChanges_takes_old_values_before_check_and_tells_the_provider_too()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => Ports(program, "tcp", 1, null));

        await engine.UpAsync(static program =>
            Ports(program, "udp", 2, static options => options.IgnoreChanges.AddRange(["size", "ports[0].proto"]))
        );

        var check = engine.Request("Check i");
        Assert.Equal(1, (double?)check["news"]!["size"]);
        Assert.Equal("tcp", (string?)check["news"]!["ports"]![0]!["proto"]);
        Assert.Equal("udp", (string?)check["news"]!["ports"]![1]!["proto"]);
        Assert.Equal(
            ["size", "ports[0].proto"],
            engine.Request("Diff i")["ignoreChanges"]!.AsArray().Select(static p => (string?)p)
        );
        Assert.Equal(["Update i"], engine.Steps);
    }

    [Fact]
    public async Task ReplaceOnChanges_replaces_by_wildcard()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => Ports(program, "tcp", 1, null));

        await engine.UpAsync(static program =>
            Ports(program, "udp", 1, static options => options.ReplaceOnChanges.Add("ports[*].proto"))
        );

        Assert.Equal(["CreateReplacement i", "Replace i", "DeleteReplaced i"], engine.Steps);
        Assert.Null(engine.Request("Diff i")["ignoreChanges"]);
    }

    [Fact]
    public async Task Protected_resources_are_neither_deleted_nor_replaced()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program =>
            program.ItemAsync("p", static options => options.Protect = true, ("name", "p", null))
        );

        Assert.Equal(Outcome.Failed, (await engine.DestroyAsync()).Outcome);
        Assert.Contains(engine.Messages, static m => m.Contains("because it is protected", StringComparison.Ordinal));

        var replaced = await engine.UpAsync(static program =>
            program.ItemAsync("p", static options => options.Protect = true, ("name", "p2", null))
        );
        Assert.Equal(Outcome.Failed, replaced.Outcome);
        Assert.Contains(
            engine.Messages,
            static m => m.Contains("unable to replace resource", StringComparison.Ordinal)
        );
        Assert.Equal(["item-p"], engine.Echo.World.Keys);
    }

    [Fact]
    public async Task CustomTimeouts_arrive_in_seconds_and_are_kept_for_the_delete()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static program => Timed(program, 1));
        Assert.Equal(600, (double?)engine.Request("Create t")["timeout"]);
        await engine.UpAsync(static program => Timed(program, 2));
        Assert.Equal(5400, (double?)engine.Request("Update t")["timeout"]);
        await engine.DestroyAsync();
        Assert.Equal(0.5, (double?)engine.Request("Delete t")["timeout"]);
    }

    [Fact]
    public async Task RetainOnDelete_and_deletedWith_spare_the_call()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static async program =>
        {
            var host = await program.ItemAsync("host", null, ("name", "host", null));
            await program.ItemAsync("guest", options => options.DeletedWith = host.Urn, ("name", "guest", null));
            await program.ItemAsync("kept", static options => options.RetainOnDelete = true, ("name", "kept", null));
        });

        await engine.DestroyAsync();

        Assert.Equal(["Configure default", "Delete host"], engine.Calls);
        Assert.Contains("item-kept", engine.Echo.World.Keys);
        Assert.Empty((await engine.StateAsync()).Resources);
    }

    [Fact]
    public async Task Alias_keeps_the_resource_under_its_new_name()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static program => program.ItemAsync("old", null, ("name", "x", null)));

        await engine.UpAsync(static program =>
            program.ItemAsync(
                "new",
                static options => options.Aliases.Add(new Alias { Spec = new Alias.Types.Spec { Name = "old" } }),
                ("name", "x", null)
            )
        );

        Assert.Empty(engine.Steps);
        Assert.Equal("item-x", (await engine.ResourceAsync("new")).Id);
        Assert.Equal(3, (await engine.StateAsync()).Resources.Length);
    }

    [Fact]
    public async Task Child_urn_holds_the_parents_type()
    {
        await using var engine = await EngineFixture.CreateAsync();

        await engine.UpAsync(static async program =>
        {
            var parent = await program.ItemAsync("parent", null, ("name", "p", null));
            await program.ItemAsync("child", options => options.Parent = parent.Urn, ("name", "c", null));
        });

        Assert.Equal(
            "urn:pulumi:dev::rec::echo:index:Item$echo:index:Item::child",
            (await engine.ResourceAsync("child")).Urn
        );
    }

    [Fact]
    public async Task Destroy_deletes_dependents_first_and_providers_last()
    {
        await using var engine = await EngineFixture.CreateAsync();
        await engine.UpAsync(static async program =>
        {
            var a = await program.ItemAsync("a", null, ("name", "a", null));
            var b = await program.ItemAsync("b", options => options.Dependencies.Add(a.Urn), ("name", "b", null));
            await program.ItemAsync("c", options => options.Parent = b.Urn, ("name", "c", null));
        });

        var ended = await engine.DestroyAsync();

        Assert.Equal(["Configure default", "Delete c", "Delete b", "Delete a"], engine.Calls);
        Assert.Equal(4, ended.Counts[StepOp.Delete]);
        Assert.Empty(engine.Echo.World);
        Assert.Empty((await engine.StateAsync()).Resources);
    }

    private static Task<Registered> Timed(TestProgram program, double size) =>
        program.ItemAsync(
            "t",
            static options =>
                options.CustomTimeouts = new RegisterResourceRequest.Types.CustomTimeouts
                {
                    Create = "600000000000ns",
                    Update = "1h30m",
                    Delete = "0.5s",
                },
            ("name", "t", null),
            ("size", size, null)
        );

    private static Task<Registered> Ports(
        TestProgram program,
        string proto,
        double size,
        Action<RegisterResourceRequest>? options
    ) =>
        program.ItemAsync(
            "i",
            options,
            ("name", "a", null),
            ("size", size, null),
            ("ports", new ListValue(ImmutableArray.Create<PropertyValue>(Port(80, proto), Port(443, proto))), null)
        );

    private static ObjectValue Port(double port, string proto) =>
        new ObjectValue(PropertyMap.Empty.With("port", port).With("proto", proto));
}
