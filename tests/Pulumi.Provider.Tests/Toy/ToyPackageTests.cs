using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Protocol.Service;
using static Pulumi.Provider.Tests.Toy.ToyPackages;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Calls of packages that a parameter made, driven over a socket as the engine does.</summary>
public sealed class ToyPackageTests
{
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();
    private readonly Branches _branches;

    public ToyPackageTests() => _branches = new Branches(_shelves);

    [Fact]
    public async Task Every_call_is_of_the_package()
    {
        await using var provider = await StartAsync(_branches);
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
        await using var provider = await StartAsync(_branches);
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
        await using var provider = await StartAsync(_branches);
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
