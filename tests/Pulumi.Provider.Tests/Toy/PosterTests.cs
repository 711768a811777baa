using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Properties of each kind that a record may have, as engines send and read them.</summary>
public sealed class PosterTests
{
    private const string Urn = "urn:pulumi:dev::p::toy:index:Poster::x";
    private static readonly ResourceReferenceValue Note = new(
        "urn:pulumi:dev::p::toy:index:Note::n",
        "a/1",
        "",
        "n",
        "toy:index:Note"
    );
    private static readonly ResourceReferenceValue Bucket = new(
        "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b",
        "b-1",
        "6.0.0"
    );
    private static readonly AssetValue Picture = new(ContentSource.Text, "sun", "h1");

    // Of each property a value, another that means the same, and one that does not.
    private static readonly ImmutableArray<(
        string Name,
        PropertyValue One,
        PropertyValue Same,
        PropertyValue Other
    )> Kinds =
    [
        ("meta", Object(("a", List(1, "x"))), Object(("a", List(1, "x"))), List()),
        ("policy", """{"a": [1]}""", """{ "a" : [ 1 ] }""", """{"a": [2]}"""),
        (
            "picture",
            Picture,
            Picture with
            {
                Source = ContentSource.Path,
                Content = "sun.txt",
            },
            Picture with
            {
                Hash = "h2",
            }
        ),
        (
            "annex",
            new ArchiveValue(ContentSource.Path, "./a", null, "h1"),
            new ArchiveValue(ContentSource.Elided, null, null, "h1"),
            new ArchiveValue(ContentSource.Path, "./a", null, "h2")
        ),
        ("source", Picture, Picture, new ArchiveValue(ContentSource.Path, "./a", null, "h1")),
        ("note", Note, new ResourceReferenceValue(Note.Urn, Note.Id), Note with { Id = "a/2" }),
        ("copies", Object(("eu", Bucket)), Object(("eu", Bucket with { Name = "b" })), Object(("us", Bucket))),
        ("size", 30, 30, "A4"),
        ("colour", List("red", "blue"), List("red", "blue"), "red"),
        ("colour", true, true, false),
        (
            "patches",
            List(Object(("form", "circle"), ("radius", 2)), Object(("form", "square"), ("side", 1))),
            List(Object(("form", "circle"), ("radius", 2)), Object(("form", "square"), ("side", new SecretValue(1)))),
            List(Object(("form", "circle"), ("radius", 2)), Object(("form", "circle"), ("radius", 1)))
        ),
        (
            "fixings",
            Object(("north", List(Object(("top", "Glue")), Object(("foot", "Pins"))))),
            Object(("north", List(Object(("top", "glue")), Object(("foot", "PINS"))))),
            Object(("north", List(Object(("top", "Pins")), Object(("foot", "Pins")))))
        ),
    ];

    private readonly ConcurrentDictionary<string, PosterState> _wall = new();

    public static TheoryData<int> All() => [.. Enumerable.Range(0, Kinds.Length)];

    private async Task<ProviderHarness> StartAsync()
    {
        var harness = await ProviderHarness.StartAsync(PosterResource.Provider(_wall));
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static async Task<CheckResponse> CheckAsync(ProviderHarness provider, PropertyMap inputs) =>
        await provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = Urn,
                Type = PosterResource.Type,
                News = StructCodec.Encode(inputs),
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public async Task Comes_back_as_it_was_given_and_differs_from_nothing_that_means_the_same(int index)
    {
        var (name, one, same, other) = Kinds[index];
        await using var provider = await StartAsync();

        var check = await CheckAsync(provider, Map((name, one)));
        Assert.Empty(check.Failures);
        Assert.Equal(Map((name, one)), StructCodec.Decode(check.Inputs));
        var created = await provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = PosterResource.Type,
                Properties = check.Inputs,
            }
        );
        Assert.Equal(one, StructCodec.Decode(created.Properties)[name]);
        var read = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = PosterResource.Type,
                Inputs = check.Inputs,
                Properties = created.Properties,
            }
        );
        Assert.Equal((check.Inputs, created.Properties), (read.Inputs, read.Properties));
        var imported = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = PosterResource.Type,
            }
        );
        Assert.Equal(check.Inputs, imported.Inputs);

        Assert.Empty(await DiffAsync(same));
        var diff = Assert.Single(await DiffAsync(other));
        Assert.StartsWith(name, diff.Key, StringComparison.Ordinal);

        async Task<IEnumerable<KeyValuePair<string, PropertyDiff>>> DiffAsync(PropertyValue value) =>
            (
                await provider.Client.DiffAsync(
                    new DiffRequest
                    {
                        Id = created.Id,
                        Urn = Urn,
                        Type = PosterResource.Type,
                        OldInputs = check.Inputs,
                        Olds = created.Properties,
                        News = StructCodec.Encode(Map((name, value))),
                    }
                )
            ).DetailedDiff.Where(static change => !change.Key.StartsWith("copies.eu", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_of_another_kind_is_named_by_its_path()
    {
        await using var provider = await StartAsync();

        var check = await CheckAsync(
            provider,
            Map(
                ("policy", "{"),
                ("picture", new ArchiveValue(ContentSource.Path, "./a", null, "h")),
                ("note", Bucket),
                ("copies", Object(("eu", "b-1"))),
                ("size", true),
                (
                    "patches",
                    List(
                        Object(("form", "circle"), ("radius", 101)),
                        Object(("form", "triangle")),
                        Object(("side", "1"), ("form", "square")),
                        Object(("form", PropertyValue.Unknown), ("side", 1)),
                        "red"
                    )
                ),
                ("fixings", Object(("north", List(Object(("top", "Nails"))))))
            )
        );

        Assert.Equal(
            [
                "copies.eu: expected a resource of type aws:s3/bucket:Bucket, got a string",
                "fixings.north[0].top: 'Nails' is not one of: Glue, Pins",
                "note: urn:pulumi:dev::p::aws:s3/bucket:Bucket::b is of type aws:s3/bucket:Bucket; give a resource of type toy:index:Note",
                "patches[0].radius: 101 is out of range; give a number from 1 to 100",
                "patches[1].form: \"triangle\" is not one of: \"circle\", \"square\"",
                "patches[2].side: '1' is a text; give it without quotes",
                "patches[4]: expected an object whose 'form' is \"circle\" or \"square\", got a string",
                "picture: expected an asset, got an archive",
                "policy: '{' is no JSON",
                "size: expected a whole number or a string, got a boolean",
            ],
            check
                .Failures.Select(static failure =>
                    failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}"
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_constant_that_is_left_out_is_filled_in_and_another_is_refused()
    {
        var checker = new InputChecker(Features.All);
        Assert.Equal(
            Map(("form", "circle"), ("radius", 1)),
            checker.Check(Circle.Model, Map(("radius", 1)), PropertyPath.Root)
        );
        Assert.Empty(checker.Problems);
        checker.Check(Circle.Model, Map(("radius", 1), ("form", "square")), PropertyPath.Root);
        Assert.Equal("it can only be \"circle\"", Assert.Single(checker.Problems).Reason);
        await using var provider = await StartAsync();
        var check = await CheckAsync(provider, Map(("patches", List(Object(("side", 3))))));
        Assert.Equal(Map(("patches", List(Object(("form", "square"), ("side", 3))))), StructCodec.Decode(check.Inputs));
    }

    [Fact]
    public async Task A_constant_output_is_known_in_previews()
    {
        await using var provider = await StartAsync();

        var preview = await provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = PosterResource.Type,
                Properties = new Struct(),
                Preview = true,
            }
        );

        Assert.Equal("poster", preview.Properties.Fields["kind"].StringValue);
        Assert.Equal(Sentinels.UnknownString, preview.Properties.Fields["letters"].StringValue);
    }

    [Fact]
    public async Task A_secret_within_a_case_is_one_in_the_state()
    {
        await using var provider = await StartAsync();

        var created = await provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = PosterResource.Type,
                Properties = StructCodec.Encode(
                    Map(
                        ("patches", List(Object(("form", "square"), ("side", 3), ("maker", "anna")))),
                        ("size", "by anna")
                    )
                ),
            }
        );

        var state = StructCodec.Decode(created.Properties);
        Assert.True(state["patches"].ContainsSecrets);
        Assert.DoesNotContain("anna", state["patches"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_says_what_official_generators_read()
    {
        var schema = JsonDocument.Parse(SchemaWriter.Write(PosterResource.Provider(_wall), Package)).RootElement;
        var inputs = schema.GetProperty("resources").GetProperty(PosterResource.Type).GetProperty("inputProperties");

        Assert.Equal(
            [
                """{"$ref":"pulumi.json#/Archive"}""",
                """{"oneOf":[{"type":"boolean"},{"type":"string"},{"type":"array","items":{"type":"string"}}]}""",
                """{"type":"object","additionalProperties":{"$ref":"/aws/v6.0.0/schema.json#/resources/aws:s3%2Fbucket:Bucket"}}""",
                """{"type":"object","additionalProperties":{"type":"array","items":{"type":"object","additionalProperties":{"$ref":"#/types/toy:index:Fixing"}}}}""",
                """{"$ref":"pulumi.json#/Any"}""",
                """{"$ref":"#/resources/toy:index:Note"}""",
                """{"type":"array","items":{"oneOf":[{"$ref":"#/types/toy:index:Circle"},{"$ref":"#/types/toy:index:Square"}],"discriminator":{"propertyName":"form","mapping":{"circle":"#/types/toy:index:Circle","square":"#/types/toy:index:Square"}}}}""",
                """{"$ref":"pulumi.json#/Asset"}""",
                """{"$ref":"pulumi.json#/Json"}""",
                """{"oneOf":[{"type":"integer"},{"type":"string"}]}""",
                """{"$ref":"pulumi.json#/Asset"}""",
            ],
            inputs.EnumerateObject().Select(static input => Type(input.Value))
        );
        Assert.Equal(
            "circle",
            schema
                .GetProperty("types")
                .GetProperty("toy:index:Circle")
                .GetProperty("properties")
                .GetProperty("form")
                .GetProperty("const")
                .GetString()
        );

        static string Type(JsonElement property) =>
            "{"
            + string.Join(
                ',',
                property
                    .EnumerateObject()
                    .Where(static field => field.Name is not ("description" or "willReplaceOnChanges"))
                    .Select(static field => $"\"{field.Name}\":{JsonSerializer.Serialize(field.Value, Relaxed)}")
            )
            + "}";
    }

    private static readonly JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static PackageInfo Package { get; } =
        new()
        {
            DisplayName = "Toy",
            Description = "Toys.",
            Homepage = "https://example.org",
            Repository = "https://example.org",
            Publisher = "p",
            License = "MIT",
            ProviderDescription = "None.",
        };
}
