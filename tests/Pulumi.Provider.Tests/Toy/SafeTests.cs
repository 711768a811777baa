using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>What code sees of values beside themselves, and what becomes of outputs that tell of secrets.</summary>
public sealed class SafeTests
{
    private const string Urn = "urn:pulumi:dev::p::toy:index:Safe::s";
    private readonly ConcurrentDictionary<string, SafeState> _safes = new();
    private readonly ConcurrentQueue<string> _seen = new();

    private async Task<ProviderHarness> StartAsync(Dictionary<string, string>? environment = null)
    {
        var harness = await ProviderHarness.StartAsync(
            SafeResource.Provider(_safes, _seen),
            environment: name => environment?.GetValueOrDefault(name)
        );
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static async Task<CheckResponse> CheckAsync(
        ProviderHarness provider,
        params (string Name, PropertyValue Value)[] inputs
    ) =>
        await provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = Urn,
                Type = SafeResource.Type,
                News = StructCodec.Encode(Map(inputs)),
            }
        );

    private static async Task<CreateResponse> CreateAsync(
        ProviderHarness provider,
        Struct inputs,
        bool preview = false
    ) =>
        await provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = SafeResource.Type,
                Properties = inputs,
                Preview = preview,
            }
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Outputs_are_secret_with_the_inputs_that_they_tell_of(bool secret)
    {
        await using var provider = await StartAsync();
        PropertyValue pin = secret ? new SecretValue(4711) : 4711;
        var inputs = (await CheckAsync(provider, ("pin", pin), ("word", "swordfish"))).Inputs;

        var preview = StructCodec.Decode((await CreateAsync(provider, inputs, preview: true)).Properties);
        var state = StructCodec.Decode((await CreateAsync(provider, inputs)).Properties);

        Assert.Equal(pin, state["pin"]);
        Assert.Equal(secret ? new SecretValue(4) : 4, state["digits"]);
        Assert.Equal(secret ? PropertyValue.Unknown.AsSecret() : PropertyValue.Unknown, preview["digits"]);
        Assert.Equal(new SecretValue(9), state["letters"]); // the word is declared secret
    }

    [Fact]
    public async Task An_output_that_is_never_secret_is_shown_though_it_repeats_one()
    {
        await using var provider = await StartAsync();
        var inputs = (await CheckAsync(provider, ("label", new SecretValue("hush")))).Inputs;

        var state = StructCodec.Decode((await CreateAsync(provider, inputs)).Properties);

        Assert.Equal("hush", state["sign"]);
        Assert.Equal(new SecretValue("[hush]"), state["plate"]);
    }

    [Fact]
    public async Task What_is_declared_secret_is_marked_in_inputs_and_state_at_any_depth_whatever_the_program_says()
    {
        await using var provider = await StartAsync();

        var inputs = (await CheckAsync(provider, ("word", "swordfish"), ("door", Object(("key", "k-1"))))).Inputs;
        var state = (await CreateAsync(provider, inputs)).Properties;

        foreach (var values in new[] { StructCodec.Decode(inputs), StructCodec.Decode(state) })
        {
            Assert.Equal(new SecretValue("swordfish"), values["word"]);
            Assert.Equal(Object(("key", new SecretValue("k-1"))), values["door"]);
        }
    }

    [Fact]
    public async Task Functions_results_are_secret_with_their_arguments()
    {
        await using var provider = await StartAsync();

        var result = await provider.Client.InvokeAsync(
            new InvokeRequest
            {
                Tok = "toy:index:getSafe",
                Args = StructCodec.Encode(Map(("pin", new SecretValue(47)), ("word", "swordfish"))),
            }
        );

        var values = StructCodec.Decode(result.Return);
        Assert.Equal((new SecretValue(2), new SecretValue(9)), (values["digits"], values["letters"]));
    }

    [Fact]
    public async Task Code_is_told_in_each_operation_what_of_its_inputs_is_secret()
    {
        await using var provider = await StartAsync();
        var inputs = (await CheckAsync(provider, ("pin", new SecretValue(4711)), ("label", "a"))).Inputs;
        var created = await CreateAsync(provider, inputs);
        var plain = StructCodec.Encode(Map(("pin", 4711), ("label", "a")));
        await provider.Client.UpdateAsync(
            new UpdateRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = SafeResource.Type,
                OldInputs = inputs,
                Olds = created.Properties,
                News = plain,
            }
        );
        await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = SafeResource.Type,
                Inputs = inputs,
                Properties = created.Properties,
            }
        );
        await provider.Client.DeleteAsync(
            new DeleteRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = SafeResource.Type,
                OldInputs = inputs,
                Properties = created.Properties,
            }
        );

        Assert.Equal(["check secret", "create secret", "update plain", "read secret", "delete secret"], _seen);
    }

    [Fact]
    public async Task An_operation_can_ask_for_a_refresh_before_the_next_and_a_read_ends_it()
    {
        await using var provider = await StartAsync();
        var created = await CreateAsync(provider, StructCodec.Encode(Map(("label", "new"))));
        Assert.True(created.RefreshBeforeUpdate);

        foreach (var (label, expected) in new[] { ("new", true), ("old", false) })
        {
            var read = await provider.Client.ReadAsync(
                new ReadRequest
                {
                    Id = created.Id,
                    Urn = Urn,
                    Type = SafeResource.Type,
                    Inputs = StructCodec.Encode(Map(("label", label))),
                    Properties = StructCodec.Encode(Map(("label", label), ("digits", 1), ("letters", 1))),
                }
            );
            Assert.Equal(expected, read.RefreshBeforeUpdate);
        }
    }

    [Fact]
    public async Task The_rules_of_known_values_wait_until_all_are_known_and_right()
    {
        await using var provider = await StartAsync();

        Assert.Empty((await CheckAsync(provider, ("pin", PropertyValue.Unknown), ("label", "1"))).Failures);
        Assert.Single((await CheckAsync(provider, ("pin", "x"), ("label", "1"))).Failures);
        Assert.Empty(_seen);

        var failure = Assert.Single((await CheckAsync(provider, ("pin", 1), ("label", "no. 1"))).Failures);
        Assert.Equal(("label", "holds the pin"), (failure.Property, failure.Reason));
    }

    [Fact]
    public async Task Inputs_that_are_left_out_come_from_the_environment_as_their_type_wants_them()
    {
        await using var provider = await StartAsync(new() { ["TOY_PIN"] = "12", ["LABEL"] = "hall" });

        Assert.Equal(Map(("pin", 12), ("label", "hall")), StructCodec.Decode((await CheckAsync(provider)).Inputs));
        Assert.Equal(
            Map(("pin", 1), ("label", "x")),
            StructCodec.Decode((await CheckAsync(provider, ("pin", 1), ("label", "x"))).Inputs)
        );
    }

    [Fact]
    public async Task A_variable_that_is_no_value_of_its_type_is_a_problem_of_the_input()
    {
        await using var provider = await StartAsync(new() { ["TOY_PIN"] = "many" });

        var failure = Assert.Single((await CheckAsync(provider)).Failures);
        Assert.Equal("pin: 'many' is not a whole number (from TOY_PIN)", failure.Reason);
    }

    [Fact]
    public void The_schema_has_what_attributes_and_comments_say()
    {
        var package = new PackageInfo
        {
            DisplayName = "Toy",
            Description = "Toys.",
            Homepage = "https://example.org",
            Repository = "https://example.org",
            Publisher = "p",
            License = "MIT",
            ProviderDescription = "None.",
            LogoUrl = "https://example.org/logo.png",
            Namespace = "acme",
            Languages = new Dictionary<string, string> { ["csharp"] = """{"rootNamespace": "Acme"}""" },
        };
        var schema = JsonDocument.Parse(SchemaWriter.Write(SafeResource.Provider(_safes, _seen), package)).RootElement;

        Assert.Equal("https://example.org/logo.png", schema.GetProperty("logoUrl").GetString());
        Assert.Equal("acme", schema.GetProperty("namespace").GetString());
        Assert.Equal(
            """{"rootNamespace":"Acme"}""",
            JsonSerializer.Serialize(schema.GetProperty("language").GetProperty("csharp"))
        );
        Assert.True(
            schema.GetProperty("language").GetProperty("nodejs").GetProperty("respectSchemaVersion").GetBoolean()
        );
        var safe = schema.GetProperty("resources").GetProperty(SafeResource.Type);
        Assert.Equal("use a vault", safe.GetProperty("deprecationMessage").GetString());
        Assert.StartsWith(
            "A safe.\n\n{{% examples %}}\n## Example Usage\n\n{{% example %}}\nOne with a pin:\n\n```yaml\ntype: toy:Safe\n```\n{{% /example %}}\n{{% /examples %}}\n\n## Timeouts",
            safe.GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "use a vault",
            schema
                .GetProperty("functions")
                .GetProperty("toy:index:getSafe")
                .GetProperty("deprecationMessage")
                .GetString()
        );
        Assert.Equal(
            """["TOY_LABEL","LABEL"]""",
            JsonSerializer.Serialize(
                safe.GetProperty("inputProperties")
                    .GetProperty("label")
                    .GetProperty("defaultInfo")
                    .GetProperty("environment")
            )
        );
    }
}
