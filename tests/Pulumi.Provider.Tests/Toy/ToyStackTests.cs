using System.Collections.Concurrent;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>The toys in programs, under an engine.</summary>
public sealed class ToyStackTests
{
    private const string Note = "toy:index:Note";
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();
    private readonly ConcurrentDictionary<string, PosterState> _wall = new();

    private ProviderDefinition<NoConfig, object> Provider() =>
        new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object())
            .Resource<NoteInputs, NoteState>(Note, _ => new NoteResource(_shelves))
            .Resource<PosterInputs, PosterState>(PosterResource.Type, _ => new PosterResource(_wall))
            .Component<ShelfInputs, ShelfOutputs>(Shelf.Type, static _ => new Shelf())
            .Method<FindArgs, FindResult>(Note, "find", static _ => new Find())
            .Method<FindArgs, FindResult>(Shelf.Type, "find", static _ => new Find());

    private static Func<TestProgram, Task> Posters(string form = "circle", double size = 2) =>
        async program =>
        {
            var note = await program.AddAsync(Note, "n", new NoteInputs { Shelf = "a" });
            await program.AddAsync(
                PosterResource.Type,
                "p",
                Map(
                    ("note", new ResourceReferenceValue(note.Urn, note.Id.Plain())),
                    ("meta", Object(("a", List(1, new SecretValue("x"))))),
                    ("policy", """{"a": 1}"""),
                    ("picture", new AssetValue(ContentSource.Text, "sun", "h1")),
                    ("annex", new ArchiveValue(ContentSource.Path, "./a", null, "h2")),
                    ("colour", List("red", "blue")),
                    ("patches", List(Object(("form", form), (form == "circle" ? "radius" : "side", size)))),
                    ("fixings", Object(("north", List(Object(("top", "Glue"))))))
                )
            );
        };

    [Fact]
    public async Task Values_of_every_kind_go_into_the_state_and_come_back_without_a_difference()
    {
        await using var stack = new TestStack(Provider());

        (await stack.UpAsync(Posters())).ShouldDo("create n", "create p");
        (await stack.PreviewAsync(Posters())).ShouldDoNothing();
        (await stack.RefreshAsync()).ShouldDoNothing();
        (await stack.UpAsync(Posters())).ShouldDoNothing();
        (await stack.PreviewAsync(Posters(size: 3))).ShouldChange("p", "patches[0].radius");
        (await stack.UpAsync(Posters(form: "square"))).ShouldDo("update p").ShouldChange("p", "patches[0]");
        (await stack.DestroyAsync()).ShouldSucceed();
        Assert.Empty(_wall);
    }

    [Fact]
    public async Task Methods_are_called_on_resources_and_components_in_previews_and_updates()
    {
        await using var stack = new TestStack(Provider());
        (await stack.PreviewAsync(Program)).ShouldSucceed();
        Assert.Equal([PropertyValue.Unknown, PropertyValue.Unknown], Found());

        (await stack.UpAsync(Program)).ShouldSucceed();
        Assert.Equal(
            [
                _shelves.Keys.Single(static id => id.StartsWith("a/", StringComparison.Ordinal)) + ":sun",
                _shelves.Keys.Single(static id => id.StartsWith("hall/", StringComparison.Ordinal)) + ":5",
            ],
            Found()
        );

        (await stack.PreviewAsync(Program)).ShouldDoNothing();
        Assert.NotEqual(PropertyValue.Unknown, Found()[0]);

        async Task Program(TestProgram program)
        {
            _found.Clear();
            var note = await program.AddAsync(Note, "n", new NoteInputs { Shelf = "a" });
            var shelf = await program.AddAsync(Shelf.Type, "s", new ShelfInputs { Place = "hall" });
            foreach (var (type, self) in new[] { (Note, note), (Shelf.Type, shelf) })
            {
                _found.Add((await program.CallAsync($"{type}/find", self, Map(("word", "sun"))))["place"]);
            }
        }
    }

    private readonly List<PropertyValue> _found = [];

    private List<PropertyValue> Found() => [.. _found];

    [Fact]
    public async Task A_resource_with_values_of_every_kind_conforms() =>
        await Conformance.RunAsync(
            Provider(),
            new Sample<PosterInputs>(
                PosterResource.Type,
                new PosterInputs
                {
                    Meta = Object(("a", 1)),
                    Policy = new JsonText("{}"),
                    Picture = new AssetValue(ContentSource.Text, "sun", "h"),
                    Size = 3,
                    Colour = new Union<string, IReadOnlyList<string>>("red"),
                    Patches = [new Circle { Form = "circle", Radius = 3 }, new Square { Form = "square", Side = 1 }],
                    Fixings = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, Fixing>>>
                    {
                        ["north"] = [new Dictionary<string, Fixing> { ["top"] = Fixing.Glue }],
                    },
                }
            )
            {
                Exists = () => _wall.Keys,
            }
        );

    [Fact]
    public async Task A_resource_whose_outputs_follow_secrets_conforms()
    {
        var safes = new ConcurrentDictionary<string, SafeState>();
        await Conformance.RunAsync(
            SafeResource.Provider(safes, new ConcurrentQueue<string>()),
            new Sample(
                SafeResource.Type,
                Map(("pin", 4711), ("label", "hall"), ("word", "swordfish"), ("door", Object(("key", "brass-key"))))
            )
            {
                Exists = () => safes.Keys,
            }
        );
    }
}
