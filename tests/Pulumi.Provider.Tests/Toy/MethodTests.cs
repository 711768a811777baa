using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Protocol.Service;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Methods of a resource and of a component, called as the engine calls them.</summary>
public sealed class MethodTests
{
    private const string Note = "toy:index:Note";
    private const string Urn = "urn:pulumi:dev::p::toy:index:Note::n";
    private const string Source = "urn:pulumi:dev::p::toy:index:Place::source";
    private readonly List<string> _torn = [];

    private ProviderDefinition<NoConfig, object> Provider() =>
        new ProviderDefinition<NoConfig, object>("toy", "1.2.3", static (_, _) => new object())
            .Resource<NoteInputs, NoteState>(
                Note,
                static _ => new NoteResource(new ConcurrentDictionary<string, NoteState>())
            )
            .Component<ShelfInputs, ShelfOutputs>(Shelf.Type, static _ => new Shelf())
            .Method<FindArgs, FindResult>(Note, "find", static _ => new Find())
            .Method<TearArgs, TearResult>(Note, "tear", _ => new Tear(_torn))
            .Method<FindArgs, FindResult>(Shelf.Type, "find", static _ => new Find());

    private async Task<ProviderHarness> StartAsync()
    {
        var harness = await ProviderHarness.StartAsync(Provider());
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static CallRequest Call(
        string token,
        PropertyValue self,
        params (string Name, PropertyValue Value)[] args
    ) =>
        new()
        {
            Tok = token,
            Args = StructCodec.Encode(Map(args).With("__self__", self)),
            AcceptsOutputValues = true,
        };

    private static ResourceReferenceValue Self(PropertyValue? id) => new(Urn, id, Name: "n", Type: Note);

    [Fact]
    public async Task Is_called_with_the_id_and_checked_arguments_and_depends_on_all_of_them()
    {
        await using var provider = await StartAsync();
        var request = Call($"{Note}/find", Self("a/1"), ("word", new OutputValue("sun", false, [Source])));
        var beside = new CallRequest.Types.ArgumentDependencies();
        beside.Urns.Add("urn:other");
        request.ArgDependencies.Add("limit", beside);

        var answer = await provider.Client.CallAsync(request);

        Assert.Empty(answer.Failures);
        Assert.Equal(Map(("place", "a/1:sun"), ("letters", 3)), StructCodec.Decode(answer.Return));
        Assert.Equal(["letters", "place"], answer.ReturnDependencies.Keys.Order());
        Assert.All(
            answer.ReturnDependencies.Values,
            static dependencies => Assert.Equal(["urn:other", Urn, Source], dependencies.Urns)
        );
    }

    [Fact]
    public async Task What_is_answered_of_secrets_is_secret()
    {
        await using var provider = await StartAsync();

        var answer = await provider.Client.CallAsync(
            Call($"{Note}/find", Self("a/1"), ("word", new SecretValue("swordfish")))
        );

        Assert.Equal(
            Map(("place", new SecretValue("a/1:swordfish")), ("letters", new SecretValue(9))),
            StructCodec.Decode(answer.Return)
        );
    }

    [Fact]
    public async Task Nothing_of_the_result_is_known_before_the_resource_and_the_arguments_are()
    {
        await using var provider = await StartAsync();
        foreach (
            var request in new[]
            {
                Call($"{Note}/find", Self(PropertyValue.Unknown), ("word", "sun")),
                Call($"{Note}/find", Self("a/1"), ("word", PropertyValue.Unknown)),
            }
        )
        {
            request.DryRun = true;
            var answer = await provider.Client.CallAsync(request);

            Assert.Equal(
                Map(("place", PropertyValue.Unknown), ("letters", PropertyValue.Unknown)),
                StructCodec.Decode(answer.Return)
            );
        }
    }

    [Fact]
    public async Task Wrong_arguments_are_failures_with_paths()
    {
        await using var provider = await StartAsync();

        var answer = await provider.Client.CallAsync(
            Call($"{Note}/find", Self("a/1"), ("word", ""), ("limit", "x"), ("depth", 1))
        );

        Assert.Equal(["depth", "limit", "word"], answer.Failures.Select(static one => one.Property).Order());
        Assert.Empty(answer.Return.Fields);
    }

    [Fact]
    public async Task One_without_a_result_answers_nothing_and_is_told_of_previews()
    {
        await using var provider = await StartAsync();
        foreach (var preview in new[] { true, false })
        {
            var request = Call($"{Note}/tear", Self("a/1"));
            request.DryRun = preview;
            Assert.Empty((await provider.Client.CallAsync(request)).Return.Fields);
        }

        Assert.Equal(["a/1"], _torn);
    }

    [Fact]
    public async Task One_of_a_component_asks_the_engine_for_its_outputs()
    {
        await using var monitor = await FakeMonitor.StartAsync();
        monitor.State = Map(("label", "a/7"), ("letters", Object()));
        await using var provider = await StartAsync();
        var shelf = FakeMonitor.Urn(Shelf.Type, "s");
        var request = Call($"{Shelf.Type}/find", new ResourceReferenceValue(shelf), ("word", "sun"));
        request.MonitorEndpoint = monitor.Address;

        var answer = await provider.Client.CallAsync(request);

        Assert.Equal("a/7:5", answer.Return.Fields["place"].StringValue);
        Assert.Equal([shelf], monitor.AskedFor);
    }

    [Fact]
    public async Task What_is_no_method_is_an_error_that_says_what_there_is()
    {
        await using var provider = await StartAsync();

        var unknown = await Assert.ThrowsAsync<RpcException>(() =>
            provider.Client.CallAsync(Call($"{Note}/burn", Self("a/1"))).ResponseAsync
        );
        var bare = await Assert.ThrowsAsync<RpcException>(() =>
            provider.Client.CallAsync(new CallRequest { Tok = $"{Note}/find" }).ResponseAsync
        );

        Assert.Equal(StatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("it has: toy:index:Note/find, ", unknown.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(StatusCode.InvalidArgument, bare.StatusCode);
    }

    [Fact]
    public void Stands_in_the_schema_as_a_function_of_its_resource()
    {
        var package = new PackageInfo
        {
            DisplayName = "Toy",
            Description = "Toys.",
            ProviderDescription = "None.",
            Publisher = "p",
        };
        var schema = JsonDocument.Parse(SchemaWriter.Write(Provider(), package)).RootElement;

        Assert.Equal(
            """{"find":"toy:index:Note/find","tear":"toy:index:Note/tear"}""",
            JsonSerializer.Serialize(schema.GetProperty("resources").GetProperty(Note).GetProperty("methods"))
        );
        var find = schema.GetProperty("functions").GetProperty($"{Note}/find");
        var inputs = find.GetProperty("inputs").GetProperty("properties").EnumerateObject().First();
        Assert.Equal("__self__", inputs.Name);
        Assert.Equal("#/resources/toy:index:Note", inputs.Value.GetProperty("$ref").GetString());
        Assert.Equal(
            """["__self__","word"]""",
            JsonSerializer.Serialize(find.GetProperty("inputs").GetProperty("required"))
        );
        Assert.True(find.TryGetProperty("outputs", out _));
        Assert.False(schema.GetProperty("functions").GetProperty($"{Note}/tear").TryGetProperty("outputs", out _));
        Assert.True(
            schema.GetProperty("resources").GetProperty(Shelf.Type).GetProperty("methods").TryGetProperty("find", out _)
        );
    }

    [Fact]
    public void A_result_that_is_secret_with_no_argument_is_a_slip_that_the_schema_is_not_written_with()
    {
        var package = new PackageInfo
        {
            DisplayName = "Toy",
            Description = "Toys.",
            ProviderDescription = "None.",
            Publisher = "p",
        };
        var slip = Provider().Method<TearArgs, FindResult>(Note, "slip", static _ => new Slip());

        var failure = Assert.Throws<InvalidOperationException>(() => SchemaWriter.Write(slip, package));

        Assert.Equal("toy:index:Note/slip.letters is secret with 'word', which is no input of it", failure.Message);
    }

    private sealed class Slip : IMethod<TearArgs, FindResult>
    {
        public Task<FindResult> CallAsync(MethodCall call, TearArgs args) =>
            Task.FromResult(new FindResult { Place = "", Letters = 0 });
    }

    [Fact]
    public void Of_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Provider().Method<TearArgs, TearResult>("toy:index:Book", "tear", _ => new Tear(_torn))
        );
}
