using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Model;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>What the session's place offers decides every call.</summary>
public sealed class FeatureCallTests
{
    private const string Urn = "urn:pulumi:dev::p::sample:index:Gated::g";
    private const string Type = "sample:index:Gated";
    private const string Function = "sample:index:getGated";

    private static async Task<ProviderHarness> StartAsync(params string[] features)
    {
        var provider = new ProviderDefinition<NoConfig, Region>("sample", "1.0.0", (_, _) => new Region(features))
        {
            Features = Region.Places,
        }
            .Resource<GatedInputs, GatedState>(Type, static _ => new GatedResource())
            .Function<GatedInputs, GatedAnswer>(Function, static _ => new GatedFunction());
        var harness = await ProviderHarness.StartAsync(provider);
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest { InvokeWithPreview = true });
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static Struct Encoded(params (string Name, PropertyValue Value)[] entries) =>
        StructCodec.Encode(Map(entries));

    [Fact]
    public async Task Check_and_invoke_refuse_what_is_not_offered()
    {
        await using var provider = await StartAsync();

        var check = await provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = Urn,
                Type = Type,
                News = Encoded(("label", "x")),
            }
        );
        var invoke = await provider.Client.InvokeAsync(
            new InvokeRequest { Tok = Function, Args = Encoded(("label", "x")) }
        );

        var expected = new CheckFailure
        {
            Property = "label",
            Reason = "not offered by a private region; it exists on Cloud A and Cloud B. Remove it",
        };
        Assert.Equal([expected], check.Failures);
        Assert.Equal([expected], invoke.Failures);
        Assert.Null(invoke.Return);
    }

    [Theory]
    [InlineData(false, PropertyDiff.Types.Kind.UpdateReplace)]
    [InlineData(true, PropertyDiff.Types.Kind.Update)]
    public async Task Diff_replaces_only_where_it_must(bool paint, PropertyDiff.Types.Kind kind)
    {
        await using var provider = await StartAsync(paint ? ["paint"] : []);

        var diff = await provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = "g",
                Urn = Urn,
                Type = Type,
                Olds = Encoded(("parts", List(Object(("name", "lid"))))),
                OldInputs = Encoded(("parts", List(Object(("name", "lid"))))),
                News = Encoded(("parts", List(Object(("name", "box"))))),
            }
        );

        Assert.Equal(kind, diff.DetailedDiff["parts[0].name"].Kind);
        Assert.Equal(["parts"], diff.Diffs);
        Assert.Equal(paint ? [] : ["parts"], diff.Replaces);
    }

    [Fact]
    public async Task Outputs_that_are_not_offered_stay_absent_in_previews_and_in_the_state()
    {
        await using var provider = await StartAsync();
        var request = new CreateRequest
        {
            Urn = Urn,
            Type = Type,
            Properties = Encoded(("colour", "red")),
        };

        var created = await provider.Client.CreateAsync(request);
        request.Preview = true;
        var preview = await provider.Client.CreateAsync(request);
        var read = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = "g",
                Urn = Urn,
                Type = Type,
            }
        );

        Assert.Equal(
            Encoded(("colour", "red"), ("parts", List(Object(("name", "lid")))), ("madeAt", "today")),
            created.Properties
        );
        Assert.DoesNotContain("label", preview.Properties.Fields.Keys);
        Assert.DoesNotContain("labelledAt", preview.Properties.Fields.Keys);
        Assert.Equal(Encoded(("parts", List(Object(("name", "lid"))))), read.Inputs);
        Assert.Equal(["madeAt", "parts"], read.Properties.Fields.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, true, "True")]
    [InlineData(true, false, "False")]
    [InlineData(false, false, "not told")]
    public async Task A_function_learns_whether_it_is_a_preview(bool told, bool preview, string expected)
    {
        await using var provider = await StartAsync("labels");
        await provider.Client.HandshakeAsync(new ProviderHandshakeRequest { InvokeWithPreview = told });

        var answer = await provider.Client.InvokeAsync(
            new InvokeRequest
            {
                Tok = Function,
                Args = new Struct(),
                Preview = preview,
            }
        );

        Assert.Equal(Encoded(("label", "none"), ("preview", expected)), answer.Return);
    }
}
