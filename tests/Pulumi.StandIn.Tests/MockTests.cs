using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Provider.Testing;
using Pulumi.Testing;

namespace StandIn.Tests;

/// <summary>Programs under test have mocks in place of the engine.</summary>
public sealed class MockTests
{
    [Fact]
    public async Task Resources_get_what_the_mocks_make_up()
    {
        var mocks = new Mocks();
        var resources = await Deployment
            .TestAsync(
                mocks,
                new TestOptions
                {
                    IsPreview = false,
                    ProjectName = "p",
                    StackName = "s",
                },
                static () =>
                {
                    var parent = new Group("g");
                    _ = new Item("a", new ItemArgs { Name = Output.CreateSecret("in") }, new() { Parent = parent });
                }
            )
            .DefaultTimeout();

        Assert.Equal([typeof(Stack), typeof(Group), typeof(Item)], resources.Select(static one => one.GetType()));
        var item = resources.OfType<Item>().Single();
        Assert.Equal("in, made up", await ValueOf(item.Name));
        Assert.Equal("a-id", await ValueOf(item.Id));
        Assert.Equal("urn:pulumi:s::p::tests:index:Group$echo:index:Item::a", await ValueOf(item.Urn));
        Assert.Equal(["tests:index:Group", "echo:index:Item"], mocks.Types);
    }

    [Fact]
    public async Task Outputs_come_back_with_the_resources()
    {
        var (_, outputs) = await Deployment
            .TestAsync(
                new Mocks(),
                new TestOptions(),
                static () =>
                    new Dictionary<string, object?> { ["name"] = new Item("a", new ItemArgs { Name = "n" }).Name }
            )
            .DefaultTimeout();

        Assert.Equal("n, made up", await ValueOf((Output<string>)outputs["name"]!));
    }

    [Fact]
    public async Task Functions_are_answered_by_the_mocks()
    {
        var mocks = new Mocks();
        var answer = "";
        await Deployment
            .TestAsync(
                mocks,
                new TestOptions(),
                async () =>
                    answer = await Deployment.Instance.InvokeSingleAsync<string>(
                        "tests:index:get",
                        new ItemQuery { Name = "n" }
                    )
            )
            .DefaultTimeout();

        Assert.Equal("about n", answer);
    }

    [Fact]
    public async Task A_failing_program_fails_its_test_with_its_words()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() =>
            Deployment
                .TestAsync(
                    new Mocks(),
                    new TestOptions(),
                    (Action)(static () => throw new InvalidOperationException("because"))
                )
                .DefaultTimeout()
        );
        Assert.Contains("because", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<T> ValueOf<T>(Output<T> output) => (await output.DataTask).Value;

    private sealed class Group(string name) : ComponentResource("tests:index:Group", name);

    private sealed class ItemQuery : InvokeArgs
    {
        [Input("name")]
        public string? Name { get; set; }
    }

    private sealed class Mocks : IMocks
    {
        private readonly ConcurrentQueue<string> _types = new();

        public IEnumerable<string> Types => _types;

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            _types.Enqueue(args.Type!);
            var state = args.Inputs.TryGetValue("name", out var name)
                ? args.Inputs.SetItem("name", $"{name}, made up")
                : args.Inputs;
            return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
        }

        public Task<object> CallAsync(MockCallArgs args) =>
            Task.FromResult<object>(new Dictionary<string, object> { ["result"] = $"about {args.Args["name"]}" });
    }
}
