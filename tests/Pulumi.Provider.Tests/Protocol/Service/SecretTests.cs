using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Service;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Model;
using static Pulumi.Provider.Tests.Model.Values;
using LogSeverity = Pulumi.Provider.Model.Operations.LogSeverity;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>What a program marks as secret, or a declaration does, is never said, and its repetitions are secrets.</summary>
public sealed class SecretTests : IAsyncDisposable
{
    private const string Type = "sample:index:Sample";
    private const string Canary = "canary \"7\"";

    private readonly ConcurrentQueue<LogRequest> _heard = new();
    private readonly Gossip _gossip = new();
    private LoopbackServer? _engine;
    private ProviderHarness? _provider;

    [Fact]
    public async Task Outputs_that_repeat_a_secret_input_are_secrets_and_others_are_not()
    {
        var outputs = await CreateAsync(("kind", Secret("box-7")), ("steps", List("one")));

        Assert.Equal(Secret("box-7"), outputs["kind"]);
        Assert.Equal(Secret("place.box-7.1"), outputs["fullName"]);
        Assert.Equal(List("one"), outputs["steps"]);
        Assert.Equal((PropertyValue)"noon", outputs["madeAt"]);
    }

    [Theory]
    [InlineData("""{"name": "web", "key": "a-canary"}""", false)]
    [InlineData("""[{"key": "a-canary"}, {"name": "web"}]""", true)]
    public void What_is_secret_within_an_object_is_known_where_that_is_json(string json, bool isList)
    {
        var model = Model(
            Property("key", TypeModel.String, secret: true),
            Property("name", TypeModel.String, secret: false)
        );
        var type = new ObjectType(model);
        var secrets = new Secrets();
        secrets.Learn(
            Map(("given", json)),
            Model(Property("given", isList ? new ListType(type, Unordered: false) : type, secret: false))
        );

        Assert.Equal("web has [secret]", secrets.Clean("web has a-canary"));

        static PropertyModel Property(string name, TypeModel type, bool secret) =>
            new()
            {
                Name = name,
                Type = type,
                Description = "",
                Secret = secret,
            };

        static ObjectModel Model(params PropertyModel[] properties) => new(null, "", properties);
    }

    [Fact]
    public async Task Outputs_that_are_declared_secret_are_secrets()
    {
        var outputs = await CreateAsync(("kind", "box"), ("password", "hunter"));

        Assert.Equal(Secret("hunter"), outputs["password"]);
    }

    [Fact]
    public async Task What_another_resource_repeats_is_a_secret_there_too()
    {
        await CreateAsync(("kind", Secret("box-7")));
        _gossip.Place = "beside box-7";

        Assert.Equal(Secret("beside box-7.bag.1"), (await CreateAsync(("kind", "bag")))["fullName"]);
    }

    [Fact]
    public async Task Who_gives_it_in_plain_words_ends_the_secret()
    {
        await CreateAsync(("kind", Secret("box-7")));

        Assert.Equal((PropertyValue)"box-7", (await CreateAsync(("kind", "box-7")))["kind"]);
    }

    [Fact]
    public async Task Previews_keep_secrets()
    {
        var provider = await StartAsync();
        var request = Creation(("kind", Secret("box-7")), ("steps", List("one", Secret("two"))));
        request.Preview = true;

        var outputs = StructCodec.Decode((await provider.Client.CreateAsync(request)).Properties);

        Assert.Equal(Secret("box-7"), outputs["kind"]);
        Assert.True(outputs["steps"].ContainsSecrets);
    }

    [Fact]
    public async Task Drift_beside_a_secret_element_neither_uncovers_it_nor_covers_what_is_plain()
    {
        var provider = await StartAsync();
        _gossip.Found = new SampleState
        {
            Kind = "box",
            Steps = [Canary, "added by hand"],
            MadeAt = "noon",
            FullName = "place.box.1",
        };

        var read = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = "1",
                Type = Type,
                Inputs = Struct(("kind", "box"), ("steps", List(Secret(Canary)))),
                Properties = Struct(("kind", "box"), ("steps", List(Secret(Canary)))),
            }
        );

        Assert.Equal(List(Secret(Canary), "added by hand"), StructCodec.Decode(read.Inputs)["steps"]);
        Assert.Equal(List(Secret(Canary), "added by hand"), StructCodec.Decode(read.Properties)["steps"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failures_and_messages_are_without_it_however_it_is_written(bool exists)
    {
        var provider = await StartAsync();
        _gossip.Exists = exists;
        _gossip.Failure = Canary;
        var request = Creation(("kind", "box"), ("labels", Object(("a", Secret(Canary)))));

        var failure = await Assert.ThrowsAsync<RpcException>(() => provider.Client.CreateAsync(request).ResponseAsync);

        Assert.Equal("refused: [secret], [secret], [secret]", failure.Status.Detail);
        Assert.Equal(
            exists ? ["refused: [secret], [secret], [secret]"] : null,
            failure.Detail<ErrorResourceInitFailed>()?.Reasons
        );
        Assert.Equal("GET /?name=[secret]", Assert.Single(_heard).Message);
    }

    [Fact]
    public async Task A_bug_tells_no_secret()
    {
        var provider = await StartAsync();
        _gossip.Bug = "Key 'box-7' was not there";

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider.Client.CreateAsync(Creation(("kind", Secret("box-7")))).ResponseAsync
        );

        Assert.Contains(": Key '[secret]' was not there (at ", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_of_secret_inputs_name_no_property_whose_value_would_be_shown()
    {
        var provider = await StartAsync();
        var answer = await provider.Client.CheckAsync(
            new CheckRequest
            {
                Type = Type,
                News = Struct(
                    ("kind", Secret("far too long a kind")),
                    ("size", Secret(11)),
                    ("rules", Secret(List(Object(("port", 70007)))))
                ),
            }
        );

        Assert.All(answer.Failures, static failure => Assert.Equal("", failure.Property));
        Assert.Equal(
            [
                "kind: the secret value is not valid; give 1 to 8 characters",
                "rules[0].port: the secret value is not valid; give a number from 1 to 65535",
                "size: the secret value is not valid; give a number from 1 to 10",
            ],
            answer.Failures.Select(static failure => failure.Reason).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Short_secrets_leave_words_readable()
    {
        var provider = await StartAsync();
        _gossip.Bug = "a table";

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider.Client.CreateAsync(Creation(("kind", Secret("ab")))).ResponseAsync
        );

        Assert.Contains(": a table (at ", failure.Status.Detail, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
            await _engine!.DisposeAsync();
        }
    }

    private static SecretValue Secret(PropertyValue value) => new(value);

    private static Struct Struct(params (string Name, PropertyValue Value)[] entries) =>
        StructCodec.Encode(Map(entries));

    private static CreateRequest Creation(params (string Name, PropertyValue Value)[] inputs) =>
        new() { Type = Type, Properties = Struct(inputs) };

    private async Task<PropertyMap> CreateAsync(params (string Name, PropertyValue Value)[] inputs)
    {
        var answer = await (await StartAsync()).Client.CreateAsync(Creation(inputs)).DefaultTimeout();
        return StructCodec.Decode(answer.Properties);
    }

    private async Task<ProviderHarness> StartAsync()
    {
        if (_provider is null)
        {
            _engine = await ListeningEngine.StartAsync(_heard.Enqueue);
            var definition = new ProviderDefinition<NoConfig, object>("sample", "1.0.0", static (_, _) => new object());
            _provider = await ProviderHarness.StartAsync(
                definition.Resource<SampleInputs, SampleState>(Type, _ => _gossip)
            );
            await _provider.Client.HandshakeAsync(
                new ProviderHandshakeRequest { EngineAddress = $"127.0.0.1:{_engine.Port}" }
            );
            await _provider.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        }

        return _provider;
    }

    /// <summary>Repeats what it is told wherever it can.</summary>
    private sealed class Gossip : IResource<SampleInputs, SampleState>
    {
        public string Place { get; set; } = "place";

        public bool Exists { get; set; }

        public string? Failure { get; set; }

        public string? Bug { get; set; }

        public SampleState? Found { get; set; }

        public Task<SampleState> CreateAsync(Operation call, SampleInputs inputs)
        {
            var state = new SampleState
            {
                Kind = inputs.Kind,
                Steps = inputs.Steps,
                Labels = inputs.Labels,
                Password = inputs.Password,
                MadeAt = "noon",
                FullName = $"{Place}.{inputs.Kind}.1",
            };
            if (Bug is { } bug)
            {
                throw new KeyNotFoundException(bug);
            }

            if (Failure is null || Exists)
            {
                call.Record("1", state);
            }

            if (Failure is { } words)
            {
                call.Log.Write(LogSeverity.Debug, $"GET /?name={Uri.EscapeDataString(words)}");
                var json = JsonEncodedText.Encode(words).Value;
                throw new OperationException(
                    FailureKind.InvalidInput,
                    $"refused: {words}, {Uri.EscapeDataString(words)}, {json}"
                );
            }

            return Task.FromResult(state);
        }

        public Task<Found<SampleState>?> ReadAsync(
            Operation call,
            string id,
            SampleInputs? inputs,
            SampleState? state
        ) => Task.FromResult(Found is null ? null : new Found<SampleState>(id, Found));

        public Task DeleteAsync(Operation call, string id, SampleState? was) => Task.CompletedTask;
    }
}
