using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Loopback;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Tests.Model.Values;
using LogSeverity = Pulumi.Provider.Model.Operations.LogSeverity;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>Messages reach the engine, and the row of the resource they are about.</summary>
public sealed class EngineLogTests
{
    private const string Type = "toy:index:Note";
    private readonly ConcurrentQueue<LogRequest> _heard = new();

    private Task<LoopbackServer> EngineAsync() => ListeningEngine.StartAsync(_heard.Enqueue);

    private static async Task<ProviderHarness> StartAsync(string engine)
    {
        var provider = new ProviderDefinition<NoConfig, Courier>("toy", "1.0.0", static (_, log) => new Courier(log));
        var harness = await ProviderHarness.StartAsync(
            provider.Resource<NoteInputs, NoteState>(Type, static courier => new SentNote(courier))
        );
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine });
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static string Urn(string name) => $"urn:pulumi:dev::p::{Type}::{name}";

    private static Task<CreateResponse> CreateAsync(ProviderHarness provider, string name) =>
        provider
            .Client.CreateAsync(
                new CreateRequest
                {
                    Urn = Urn(name),
                    Type = Type,
                    Properties = StructCodec.Encode(Map(("shelf", "a"), ("text", name))),
                }
            )
            .ResponseAsync;

    [Fact]
    public async Task Code_that_knows_no_resource_speaks_of_the_one_whose_operation_it_is_part_of()
    {
        await using var engine = await EngineAsync();
        await using var provider = await StartAsync($"127.0.0.1:{engine.Port}");
        var names = Enumerable.Range(0, 20).Select(static i => $"n{i}").ToList();

        await Task.WhenAll(names.Select(name => CreateAsync(provider, name))).DefaultTimeout();

        Assert.Equal(
            names.Select(static name => (Urn(name), $"carrying {name}", true)).Order(),
            _heard.Select(static message => (message.Urn, message.Message, message.Ephemeral)).Order()
        );
    }

    [Fact]
    public async Task Work_that_outlives_the_operation_that_began_it_speaks_for_the_stack()
    {
        await using var engine = await EngineAsync();
        await using var provider = await StartAsync($"127.0.0.1:{engine.Port}");

        await CreateAsync(provider, Courier.Leaves).DefaultTimeout();
        await CreateAsync(provider, Courier.Returns).DefaultTimeout();

        Assert.Equal(
            [("", "back"), (Urn(Courier.Returns), $"carrying {Courier.Returns}")],
            _heard.Select(static message => (message.Urn, message.Message))
        );
    }

    [Fact]
    public async Task An_engine_at_an_address_that_nobody_understands_misses_the_messages_and_nothing_else()
    {
        await using var provider = await StartAsync("unix:///run/engine");

        Assert.Equal("note", (await CreateAsync(provider, "x").DefaultTimeout()).Id);
    }

    /// <summary>Carries notes; has never heard of resources.</summary>
    private sealed class Courier(IEngineLog log)
    {
        public const string Leaves = "leaves";
        public const string Returns = "returns";

        private readonly TaskCompletionSource _return = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task _trip = Task.CompletedTask;

        public async Task CarryAsync(string name)
        {
            switch (name)
            {
                case Leaves:
                    _trip = TripAsync();
                    return;
                case Returns:
                    _return.SetResult();
                    await _trip;
                    break;
            }

            await Task.Yield();
            log.Write(LogSeverity.Info, $"carrying {name}", ephemeral: true);
        }

        private async Task TripAsync()
        {
            await _return.Task;
            log.Write(LogSeverity.Info, "back");
        }
    }

    private sealed class SentNote(Courier courier) : IResource<NoteInputs, NoteState>
    {
        public async Task<NoteState> CreateAsync(Operation call, NoteInputs note)
        {
            await courier.CarryAsync(note.Text!);
            return call.Record("note", new NoteState { Shelf = note.Shelf, Letters = 0 });
        }

        public Task<Found<NoteState>?> ReadAsync(Operation call, string id, NoteInputs? inputs, NoteState? state) =>
            Task.FromResult<Found<NoteState>?>(null);

        public Task DeleteAsync(Operation call, string id, NoteState? was) => Task.CompletedTask;
    }
}
