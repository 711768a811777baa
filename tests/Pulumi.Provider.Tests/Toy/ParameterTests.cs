using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Protocol.Service;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Packages that a parameter makes of a provider, driven over a socket as the engine and the command line do.</summary>
public sealed class ParameterTests
{
    private const string Note = "toy-blue:index:Note";
    private const string Urn = "urn:pulumi:dev::p::toy-blue:index:Note::n";
    private const string Blue = """{"branchName":"blue","letters":20,"shelves":["blue-east","blue-west"]}""";
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();
    private readonly Branches _branches;

    public ParameterTests() => _branches = new Branches(_shelves);

    [Theory]
    [InlineData("--branch-name blue")]
    [InlineData("--branchName blue")]
    [InlineData("-branch-name=blue")]
    [InlineData("branch-name=blue --letters 20")]
    [InlineData("--branchName=blue --shelves blue-east --shelves=blue-west")]
    [InlineData("branchName=blue shelves=[\"blue-east\",\"blue-west\"]")]
    public async Task Arguments_make_a_package_with_a_parameter_in_its_schema(string args)
    {
        await using var provider = await StartAsync();

        var made = await provider.Client.ParameterizeAsync(Arguments(args.Split(' ')));

        Assert.Equal(("toy-blue", "1.0.0"), (made.Name, made.Version));
        var schema = await SchemaAsync(provider, made.Name, made.Version);
        Assert.Equal(
            """{"baseProvider":{"name":"toy","version":"1.2.0"},"parameter":"PARAMETER"}""".Replace(
                "PARAMETER",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(Blue)),
                StringComparison.Ordinal
            ),
            schema["parameterization"]!.ToJsonString()
        );
        Assert.Equal(("toy-blue", "1.0.0"), ((string?)schema["name"], (string?)schema["version"]));
        Assert.Equal([Note, "toy-blue:index:Shelf"], schema["resources"]!.AsObject().Select(static one => one.Key));
        // What it does not say of itself, its provider says.
        Assert.Equal("Notes", (string?)schema["displayName"]);
        Assert.Equal("https://example.org/plugins", (string?)schema["pluginDownloadURL"]);
    }

    [Fact]
    public async Task A_flag_stands_alone_or_with_its_value_and_the_environment_fills_in()
    {
        await using var provider = await StartAsync(name => name == "TOY_BRANCH" ? "blue" : null);

        await provider.Client.ParameterizeAsync(Arguments("--archive", "--letters", "5"));
        Assert.Equal(
            """{"archive":true,"branchName":"blue","letters":5,"shelves":["blue-east","blue-west"]}""",
            await ParameterAsync(provider)
        );
        await provider.Client.ParameterizeAsync(Arguments("--archive", "false"));
        Assert.StartsWith("""{"archive":false""", await ParameterAsync(provider), StringComparison.Ordinal);
        await provider.Client.ParameterizeAsync(new ParameterizeRequest());
        Assert.Equal(Blue, await ParameterAsync(provider));
    }

    [Fact]
    public async Task All_that_is_wrong_with_arguments_is_told_at_once()
    {
        await using var provider = await StartAsync();

        var failure = await FailureAsync(
            provider,
            Arguments("--letters", "300", "blue", "--leters=3", "--archive", "--archive=no", "--shelves")
        );

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal(
            "the toy provider does not take these arguments: "
                + "'blue' says no name; write --name value or name=value; "
                + "--archive: given more than once: true, no; give it once; "
                + "--shelves: has no value; write --shelves=value; "
                + "--leters: there is no such property; did you mean 'letters'?; "
                + "--letters: 300 is out of range; give a number from 1 to 100; "
                + "--branchName: required, but not set; it is: The name of the branch, in lower case",
            failure.Detail
        );
        Assert.Equal(0, _branches.Asked);
    }

    [Fact]
    public async Task What_the_network_says_is_asked_once_and_is_a_part_of_the_parameter()
    {
        await using (var first = await StartAsync())
        {
            await first.Client.ParameterizeAsync(Arguments("--branch-name", "blue"));
            Assert.Equal(1, _branches.Asked);
        }

        await using var provider = await StartAsync();
        var schema = await ParameterizedAsync(provider, "toy-blue", Blue);

        Assert.Equal(1, _branches.Asked);
        Assert.Equal(Blue, await ParameterAsync(provider));
        await using var again = await StartAsync();
        await again.Client.ParameterizeAsync(Arguments("--branch-name", "blue"));
        Assert.Equal(schema, (await again.Client.GetSchemaAsync(new GetSchemaRequest())).Schema);
    }

    [Fact]
    public async Task The_version_is_what_the_provider_says_whatever_an_older_sdk_was_told()
    {
        await using var provider = await StartAsync();
        var request = Value("toy-blue", Blue);
        request.Value.Version = "0.9.0";

        // The state of an older package can still be refreshed and destroyed.
        Assert.Equal("1.0.0", (await provider.Client.ParameterizeAsync(request)).Version);
    }

    [Fact]
    public async Task A_failure_of_the_network_is_the_answer()
    {
        await using var provider = await StartAsync();

        var failure = await FailureAsync(provider, Arguments("--branch-name", "closed"));

        Assert.Equal(
            (StatusCode.NotFound, "there is no branch 'closed' any more"),
            (failure.StatusCode, failure.Detail)
        );
    }

    [Theory]
    [InlineData("toy-blue", "tea", "does not know its parameter: it is no JSON object")]
    [InlineData("toy-blue", "[]", "does not know its parameter: it is no JSON object")]
    [InlineData("toy-blue", "", "does not know its parameter: it is no JSON object")]
    [InlineData(
        "toy-blue",
        """{"branchName":"blue","colour":"red","letters":"x"}""",
        "does not know its parameter: colour: there is no such property; there are: branchName, letters, archive, shelves; letters: 'x' is not a whole number"
    )]
    [InlineData("toy-red", """{"branchName":"blue"}""", "makes 'toy-blue' of its parameter")]
    public async Task A_parameter_of_another_version_is_refused_with_the_way_out(string name, string value, string why)
    {
        await using var provider = await StartAsync();

        var failure = await FailureAsync(provider, Value(name, value));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.StartsWith(
            $"the package '{name}' 1.0.0 was made by another version of the toy provider: this one, 1.2.0, {why}",
            failure.Detail,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Use the version that the package names, or make it again: pulumi package add toy -- and its arguments",
            failure.Detail,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_call_is_of_the_package()
    {
        await using var provider = await StartAsync();
        await ParameterizedAsync(provider, "toy-blue", Blue);
        const string Provider = "urn:pulumi:dev::p::pulumi:providers:toy-blue::default_1_0_0";
        var client = provider.Client;
        var config = Struct(("version", "1.0.0"));

        var refused = await Assert.ThrowsAsync<RpcException>(() => CheckAsync(provider, "blue-east").ResponseAsync);
        Assert.Equal("the toy-blue provider is not configured yet", refused.Status.Detail);
        Assert.Empty((await client.CheckConfigAsync(new CheckRequest { Urn = Provider, News = config })).Failures);
        var same = new DiffRequest
        {
            Urn = Provider,
            Olds = config,
            News = config,
            OldInputs = config,
        };
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await client.DiffConfigAsync(same)).Changes);
        await client.ConfigureAsync(
            new ConfigureRequest
            {
                Urn = Provider,
                Id = "1",
                Args = config,
            }
        );

        var failure = Assert.Single((await CheckAsync(provider, "red-east")).Failures);
        Assert.Equal(("shelf", "'red-east' is not one of blue-east, blue-west"), (failure.Property, failure.Reason));
        var inputs = (await CheckAsync(provider, "blue-east")).Inputs;
        var created = await client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = Note,
                Properties = inputs,
            }
        );
        var read = await client.ReadAsync(
            new ReadRequest
            {
                Urn = Urn,
                Type = Note,
                Id = created.Id,
            }
        );
        Assert.Equal(created.Properties, read.Properties);
        var diff = await client.DiffAsync(
            new DiffRequest
            {
                Urn = Urn,
                Type = Note,
                Id = created.Id,
                Olds = read.Properties,
                OldInputs = inputs,
                News = Struct(("shelf", "blue-west"), ("text", "hi")),
            }
        );
        Assert.Equal(["shelf"], diff.Replaces);
        var self = new ResourceReferenceValue(Urn, created.Id, Name: "n", Type: Note);
        var call = Struct(("__self__", self), ("word", "sun"));
        Assert.Equal(
            3,
            (await client.CallAsync(new CallRequest { Tok = $"{Note}/find", Args = call }))
                .Return
                .Fields["letters"]
                .NumberValue
        );
        await using var monitor = await FakeMonitor.StartAsync();
        await client.ConstructAsync(
            new ConstructRequest
            {
                Type = "toy-blue:index:Shelf",
                Name = "s",
                MonitorEndpoint = monitor.Address,
                Inputs = Struct(("place", "blue-east")),
            }
        );
        Assert.Equal("toy-blue:index:Shelf", monitor.Registered.First().Type);
        await client.DeleteAsync(
            new DeleteRequest
            {
                Urn = Urn,
                Type = Note,
                Id = created.Id,
            }
        );
        Assert.Empty(_shelves);

        await Refused(
            StatusCode.NotFound,
            "the toy-blue provider has no function 'toy-blue:index:x'",
            () => client.InvokeAsync(new InvokeRequest { Tok = "toy-blue:index:x" }).ResponseAsync
        );
        await Refused(
            StatusCode.Unimplemented,
            "the toy-blue provider cannot list its resources",
            async () =>
            {
                using var list = client.List(new ListRequest { Token = Note });
                await list.ResponseStream.MoveNext(CancellationToken.None);
            }
        );
        // The plugin is the provider's, whatever it serves.
        Assert.Equal("1.2.0", (await client.GetPluginInfoAsync(new Empty())).Version);
    }

    [Fact]
    public async Task A_process_that_stands_for_several_serves_each_by_its_name()
    {
        await using var provider = await StartAsync();
        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        await ParameterizedAsync(provider, "toy-blue", Blue);
        await ConfigureAsync(provider, "toy-blue");
        await ParameterizedAsync(provider, "toy-red", """{"branchName":"red","shelves":["red-east"]}""");
        await ConfigureAsync(provider, "toy-red");
        // Whoever wants its schema says its parameter again.
        await ParameterizedAsync(provider, "toy-blue", Blue);

        Assert.Empty((await CheckAsync(provider, "blue-east")).Failures);
        Assert.Single((await CheckAsync(provider, "red-east")).Failures);
        Assert.Empty((await CheckAsync(provider, "red-east", "toy-red")).Failures);
        Assert.Empty((await CheckAsync(provider, "anywhere", "toy")).Failures);
        Assert.Equal("toy-red", (string?)(await SchemaAsync(provider, "toy-red", "1.0.0"))["name"]);

        // The same name with another parameter takes its place, and has to be configured.
        await ParameterizedAsync(provider, "toy-blue", """{"branchName":"blue","shelves":["red-east"]}""");
        await Refused(
            StatusCode.FailedPrecondition,
            "the toy-blue provider is not configured yet",
            () => CheckAsync(provider, "red-east").ResponseAsync
        );
        await ConfigureAsync(provider, "toy-blue");
        Assert.Empty((await CheckAsync(provider, "red-east")).Failures);
    }

    [Fact]
    public async Task A_schema_of_a_package_that_nobody_made_is_told_from_those_that_there_are()
    {
        await using var provider = await StartAsync();
        await ParameterizedAsync(provider, "toy-blue", Blue);

        await Refused(
            StatusCode.NotFound,
            "there is no package 'toy-green' 1.0.0: Parameterize makes it first; there are: toy 1.2.0, toy-blue 1.0.0",
            () => SchemaAsync(provider, "toy-green", "1.0.0")
        );
        await Refused(
            StatusCode.NotFound,
            "there is no package 'toy-blue' 2.0.0: Parameterize makes it first; there are: toy 1.2.0, toy-blue 1.0.0",
            () => SchemaAsync(provider, "toy-blue", "2.0.0")
        );
    }

    [Fact]
    public async Task A_provider_without_a_parameter_says_so()
    {
        await using var provider = await ProviderHarness.StartAsync(ToyProvider.Create(_shelves));

        foreach (var request in (ParameterizeRequest[])[Arguments("--x", "y"), Value("toy-blue", Blue), new()])
        {
            var failure = await FailureAsync(provider, request);
            Assert.Equal(
                (StatusCode.Unimplemented, "the toy provider takes no parameters; leave out what follows its name"),
                (failure.StatusCode, failure.Detail)
            );
        }
    }

    [Fact]
    public async Task A_session_of_each_package_is_let_go_of()
    {
        var sessions = new List<Session>();
        ProviderDefinition Definition(string name) =>
            new ProviderDefinition<NoConfig, Session>(
                name,
                "1.0.0",
                (_, _) =>
                {
                    sessions.Add(new Session());
                    return sessions[^1];
                }
            );
        var parameterized = ((ProviderDefinition<NoConfig, Session>)Definition("toy")).Parameterized<Branch>(branch =>
            Definition($"toy-{branch.BranchName}")
        );
        await using (var provider = await ProviderHarness.StartAsync(parameterized))
        {
            await provider.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
            await ParameterizedAsync(provider, "toy-blue", Blue, schema: false);
            await ConfigureAsync(provider, "toy-blue");
            await provider.Client.CancelAsync(new Empty());
            await provider.Client.HandshakeAsync(new ProviderHandshakeRequest());
        }

        Assert.Equal(2, sessions.Count);
        Assert.All(
            sessions,
            static session => Assert.Equal((1, 1, true), (session.Goodbyes, session.Ends, session.IsDisposed))
        );
    }

    [Fact]
    public void What_can_never_work_fails_where_it_is_declared()
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object());
        var secret = Assert.Throws<ArgumentException>(() => provider.Parameterized<SecretParameter>(static _ => null!));
        Assert.StartsWith(
            "a parameter stands in plain in schema, SDKs and states, so 'token' cannot be secret: make it configuration",
            secret.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => provider.Parameterized<NestedSecretParameter>(static _ => null!));
        var file = Assert.Throws<ArgumentException>(() => provider.Parameterized<FileParameter>(static _ => null!));
        Assert.StartsWith(
            "a parameter is JSON, in which 'files' cannot be written",
            file.Message,
            StringComparison.Ordinal
        );
        provider.Parameterized<Branch>(static _ => null!);
        Assert.Throws<InvalidOperationException>(() => provider.Parameterized<Branch>(static _ => null!));
    }

    [Theory]
    [InlineData(
        "toy-blue",
        "1.0.0",
        "toy:index:Note",
        "the package 'toy-blue' has 'toy:index:Note', which is a token of another package"
    )]
    [InlineData(
        "toy-blue",
        "1.0",
        "toy-blue:index:Note",
        "the package 'toy-blue' has the version '1.0', which is none such as 1.0.0"
    )]
    [InlineData("toy-blue", "1.0.0-a.b+c", "toy-blue:index:Note", null)]
    public async Task A_package_that_the_engine_could_not_find_is_a_bug(
        string name,
        string version,
        string token,
        string? why
    )
    {
        var parameterized = new ProviderDefinition<NoConfig, object>(
            "toy",
            "1.0.0",
            static (_, _) => new object()
        ).Parameterized<Branch>(_ =>
            new ProviderDefinition<NoConfig, object>(name, version, static (_, _) => new object()).Resource<
                NoteInputs,
                NoteState
            >(token, _ => new NoteResource(_shelves))
        );
        await using var provider = await ProviderHarness.StartAsync(parameterized);

        if (why is null)
        {
            Assert.Equal(version, (await provider.Client.ParameterizeAsync(Value(name, Blue))).Version);
            return;
        }

        var failure = await FailureAsync(provider, Value(name, Blue));
        Assert.Equal(StatusCode.Internal, failure.StatusCode);
        Assert.Contains(why, failure.Detail, StringComparison.Ordinal);
    }

    private async Task<ProviderHarness> StartAsync(Func<string, string?>? environment = null)
    {
        var harness = await ProviderHarness.StartAsync(_branches.Create(), environment: environment);
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        return harness;
    }

    private static ParameterizeRequest Arguments(params string[] args) =>
        new() { Args = new ParameterizeRequest.Types.ParametersArgs { Args = { args } } };

    private static ParameterizeRequest Value(string name, string value) =>
        new()
        {
            Value = new ParameterizeRequest.Types.ParametersValue
            {
                Name = name,
                Version = "1.0.0",
                Value = ByteString.CopyFromUtf8(value),
            },
        };

    private static async Task<string> ParameterizedAsync(
        ProviderHarness provider,
        string name,
        string value,
        bool schema = true
    )
    {
        var made = await provider.Client.ParameterizeAsync(Value(name, value));
        Assert.Equal((name, "1.0.0"), (made.Name, made.Version));
        return schema
            ? (
                await provider.Client.GetSchemaAsync(
                    new GetSchemaRequest { SubpackageName = name, SubpackageVersion = "1.0.0" }
                )
            ).Schema
            : "";
    }

    private static Task<ConfigureResponse> ConfigureAsync(ProviderHarness provider, string name) =>
        provider
            .Client.ConfigureAsync(
                new ConfigureRequest
                {
                    Urn = $"urn:pulumi:dev::p::pulumi:providers:{name}::default",
                    Id = "1",
                    Args = new Struct(),
                }
            )
            .ResponseAsync;

    private static AsyncUnaryCall<CheckResponse> CheckAsync(
        ProviderHarness provider,
        string shelf,
        string package = "toy-blue"
    ) =>
        provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = $"urn:pulumi:dev::p::my:group:Of${package}:index:Note::n",
                Type = $"{package}:index:Note",
                News = Struct(("shelf", shelf), ("text", "hi")),
            }
        );

    private static async Task<JsonObject> SchemaAsync(ProviderHarness provider, string name, string version) =>
        JsonNode
            .Parse(
                (
                    await provider.Client.GetSchemaAsync(
                        new GetSchemaRequest { SubpackageName = name, SubpackageVersion = version }
                    )
                ).Schema
            )!
            .AsObject();

    private static async Task<string> ParameterAsync(ProviderHarness provider)
    {
        using var schema = JsonDocument.Parse((await provider.Client.GetSchemaAsync(new GetSchemaRequest())).Schema);
        return Encoding.UTF8.GetString(
            schema.RootElement.GetProperty("parameterization").GetProperty("parameter").GetBytesFromBase64()
        );
    }

    private static async Task<Grpc.Core.Status> FailureAsync(ProviderHarness provider, ParameterizeRequest request) =>
        (await Assert.ThrowsAsync<RpcException>(() => provider.Client.ParameterizeAsync(request).ResponseAsync)).Status;

    private static async Task Refused(StatusCode code, string why, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal((code, why), (failure.StatusCode, failure.Status.Detail));
    }

    private static Struct Struct(params (string Name, PropertyValue Value)[] entries) =>
        StructCodec.Encode(Map(entries));

    private sealed class Session : IRunObserver, IDisposable
    {
        public int Goodbyes { get; private set; }

        public int Ends { get; private set; }

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;

        public Task RunEndingAsync(CancellationToken cancellationToken)
        {
            Goodbyes++;
            return Task.CompletedTask;
        }

        public void RunEnded() => Ends++;

        public void Serves(string urn) { }

        public void Checked(string urn) { }

        public void Creating(string urn) { }

        public void Known(string urn, string id) { }
    }
}

/// <summary>A parameter that nobody may see.</summary>
[PropertyObject]
public sealed partial record SecretParameter
{
    /// <summary>What opens it.</summary>
    [Secret]
    public required string Token { get; init; }
}

/// <summary>A parameter with a secret within.</summary>
[PropertyObject]
public sealed partial record NestedSecretParameter
{
    /// <summary>What opens them.</summary>
    public IReadOnlyDictionary<string, KeyParameter>? Keys { get; init; }
}

/// <summary>A key.</summary>
[PropertyObject("toy:index:Key")]
public sealed partial record KeyParameter
{
    /// <summary>Its teeth.</summary>
    [Secret]
    public required string Teeth { get; init; }
}

/// <summary>A parameter that is no JSON.</summary>
[PropertyObject]
public sealed partial record FileParameter
{
    /// <summary>Pictures.</summary>
    public IReadOnlyList<AssetValue>? Files { get; init; }
}
