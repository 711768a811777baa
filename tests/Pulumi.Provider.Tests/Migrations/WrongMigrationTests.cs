using System.Collections.Concurrent;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Migrations;

/// <summary>A note that had a colour.</summary>
[PropertyObject]
public sealed partial record ColouredNote
{
    /// <summary>Where it lay.</summary>
    public required string Shelf { get; init; }

    /// <summary>Its colour.</summary>
    public required string Colour { get; init; }
}

/// <summary>A note that had a colour, and whoever wrote it.</summary>
[PropertyObject]
public sealed partial record SignedNote
{
    /// <summary>Where it lay.</summary>
    public required string Shelf { get; init; }

    /// <summary>Its colour.</summary>
    public required string Colour { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }
}

/// <summary>Whatever is wrong with a migration or a state, nothing happens, and the error says what.</summary>
public sealed class WrongMigrationTests
{
    private const string Urn = "urn:pulumi:dev::p::toy:index:Note::n";
    private const string Type = "toy:index:Note";
    private static readonly PropertyMap Coloured = Map(("shelf", "a"), ("colour", "red"));
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new()
    {
        ["1"] = new NoteState
        {
            Shelf = "a",
            Text = "hello",
            Letters = 5,
        },
    };

    private static readonly Dictionary<string, (PropertyMap Stored, Migration[] Steps, string[] Words)> Cases = new()
    {
        ["throws"] = (
            Coloured,
            [
                Migration.From<ColouredNote, NoteState>(static _ =>
                    throw new InvalidOperationException("no such colour")
                ),
            ],
            ["the migration \"ColouredNote to NoteState\" failed: no such colour"]
        ),
        ["returns nonsense"] = (
            Coloured,
            [
                Migration.OfMap(
                    "makes a mess",
                    static _ => Map(("shelf", List("a")), ("lettres", 5), ("letters", "five"))
                ),
            ],
            [
                "after the migration \"makes a mess\"",
                "'shelf' is a list, not a string",
                "'letters' is a string, not a whole number",
                "'lettres' has no place; did you mean 'letters'?",
            ]
        ),
        ["loses a required key"] = (
            Coloured,
            [Migration.OfMap("drops the colour", static old => old.Without("colour"))],
            ["after the migration \"drops the colour\"", "'letters' is missing"]
        ),
        ["two take it"] = (
            Coloured,
            [
                Migration.From((ColouredNote old) => new NoteState { Shelf = old.Shelf, Letters = 1 }),
                Migration.From((SignedNote old) => new NoteState { Shelf = old.Shelf, Letters = 2 }),
            ],
            [
                "the migrations \"ColouredNote to NoteState\" and \"SignedNote to NoteState\" both take it, and lead to different ends",
            ]
        ),
        ["goes in a circle"] = (
            Coloured,
            [
                Migration.From(
                    (ColouredNote old) =>
                        new SignedNote
                        {
                            Shelf = old.Shelf,
                            Colour = old.Colour,
                            Author = "me",
                        }
                ),
                Migration.From((SignedNote old) => new ColouredNote { Shelf = old.Shelf, Colour = old.Colour }),
            ],
            ["after the migration \"SignedNote to ColouredNote\"", "'colour' has no place", "'letters' is missing"]
        ),
        ["a newer version wrote it"] = (
            Map(("shelf", "a"), ("letters", 5), ("__shape", 2)),
            [Migration.OfMap("does nothing", static old => old)],
            ["a newer version wrote it, which migrates 2 times where this one knows 1"]
        ),
        ["nobody knows a newer one"] = (
            Map(("shelf", "a"), ("letters", 5), ("__shape", 1)),
            [],
            ["a newer version wrote it"]
        ),
        ["nobody understands it"] = (
            Map(("shelf", "a"), ("leters", 5)),
            [],
            ["'leters' has no place; did you mean 'letters'?", "'letters' is missing"]
        ),
        ["it is of another type"] = (Map(("shelf", 5), ("letters", 5)), [], ["'shelf' is a number, not a string"]),
        ["no step takes it"] = (
            Map(("shelf", "a"), ("letters", 5), ("colour", "red"), ("size", 3)),
            [Migration.From((ColouredNote old) => new NoteState { Shelf = old.Shelf, Letters = 1 })],
            ["'colour' has no place", "'size' has no place"]
        ),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    private async Task<ProviderHarness> StartAsync(params Migration[] steps)
    {
        var definition = new ProviderDefinition<NoConfig, object>("toy", "7.1.0", static (_, _) => new object());
        definition.Resource(Type, _ => new NoteResource(_shelves), new ResourceMigrations { State = steps });
        var provider = await ProviderHarness.StartAsync(definition);
        await provider.Client.ConfigureAsync(new ConfigureRequest());
        return provider;
    }

    // All that is done with a state.
    private static Dictionary<string, Func<ProviderHarness, Task>> Calls(PropertyMap stored)
    {
        var (inputs, state) = (StructCodec.Encode(Map(("shelf", "a"))), StructCodec.Encode(stored));
        var news = StructCodec.Encode(Map(("shelf", "a"), ("text", "bye")));
        return new()
        {
            ["diff"] = async provider =>
                await provider.Client.DiffAsync(
                    new DiffRequest
                    {
                        Id = "1",
                        Urn = Urn,
                        Type = Type,
                        OldInputs = inputs,
                        Olds = state,
                        News = news,
                    }
                ),
            ["preview"] = async provider =>
                await provider.Client.UpdateAsync(
                    new UpdateRequest
                    {
                        Id = "1",
                        Urn = Urn,
                        Type = Type,
                        OldInputs = inputs,
                        Olds = state,
                        News = news,
                        Preview = true,
                    }
                ),
            ["update"] = async provider =>
                await provider.Client.UpdateAsync(
                    new UpdateRequest
                    {
                        Id = "1",
                        Urn = Urn,
                        Type = Type,
                        OldInputs = inputs,
                        Olds = state,
                        News = news,
                    }
                ),
            ["read"] = async provider =>
                await provider.Client.ReadAsync(
                    new ReadRequest
                    {
                        Id = "1",
                        Urn = Urn,
                        Type = Type,
                        Inputs = inputs,
                        Properties = state,
                    }
                ),
            ["delete"] = async provider =>
                await provider.Client.DeleteAsync(
                    new DeleteRequest
                    {
                        Id = "1",
                        Urn = Urn,
                        Type = Type,
                        Properties = state,
                    }
                ),
        };
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_happens_and_the_error_says_what_is_wrong(string name)
    {
        var (stored, steps, words) = Cases[name];
        await using var provider = await StartAsync(steps);
        foreach (var (call, run) in Calls(stored))
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => run(provider));

            Assert.True(failure.StatusCode == StatusCode.FailedPrecondition, $"{call}: {failure.Status}");
            Assert.All(
                (string[])[.. words, "the stored state of toy:index:Note cannot be read by toy 7.1.0", Urn],
                word => Assert.Contains(word, failure.Status.Detail, StringComparison.Ordinal)
            );
            Assert.Equal("hello", _shelves["1"].Text);
        }
    }

    [Fact]
    public async Task Two_that_lead_to_the_same_are_no_question()
    {
        await using var provider = await StartAsync(
            Migration.From((ColouredNote old) => new NoteState { Shelf = old.Shelf, Letters = 1 }),
            Migration.From((SignedNote old) => new NoteState { Shelf = old.Shelf, Letters = 1 })
        );

        await Calls(Coloured)["update"](provider);

        Assert.Equal("bye", _shelves["1"].Text);
    }

    [Fact]
    public async Task Inputs_of_nobody_are_refused_before_a_program_is_checked()
    {
        await using var provider = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.CheckAsync(
                    new CheckRequest
                    {
                        Urn = Urn,
                        Type = Type,
                        Olds = StructCodec.Encode(Map(("shelve", "a"))),
                        News = StructCodec.Encode(Map(("shelf", "a"))),
                    }
                )
                .ResponseAsync
        );

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains(
            "'shelve' has no place; did you mean 'shelf'?",
            failure.Status.Detail,
            StringComparison.Ordinal
        );
    }

    // What every version may do: to say more of a thing, or to say something no longer.
    [Theory]
    [InlineData("delete")]
    [InlineData("update")]
    [InlineData("read")]
    public async Task A_state_that_says_less_than_today_will_do(string call)
    {
        await using var provider = await StartAsync();

        await Calls(Map(("shelf", "a")))[call](provider);
        await Calls(Map(("shelf", "a"), ("letters", 5), ("gone", 1)))[call](provider);
    }

    [Fact]
    public async Task A_resource_without_migrations_stores_nothing_of_them()
    {
        await using var provider = await StartAsync();
        var read = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = "1",
                Urn = Urn,
                Type = Type,
            }
        );

        Assert.Equal(["letters", "shelf", "text"], read.Properties.Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["shelf", "text"], read.Inputs.Fields.Keys.Order(StringComparer.Ordinal));
    }
}
