using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>An operation that ends before it is finished says what is there and how it goes on.</summary>
public sealed class UnfinishedTests
{
    private const string Type = "toy:index:Note";
    private readonly ManualTime _time = new();
    private readonly SlowNote _note = new();

    private async Task<ProviderHarness> StartAsync()
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object()).Resource<
            NoteInputs,
            NoteState
        >(Type, _ => _note);
        var harness = await ProviderHarness.StartAsync(provider, _time);
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static Task<CreateResponse> CreateAsync(ProviderHarness provider) =>
        provider
            .Client.CreateAsync(
                new CreateRequest
                {
                    Type = Type,
                    Properties = StructCodec.Encode(Map(("shelf", "a"))),
                    Timeout = 90,
                }
            )
            .ResponseAsync;

    [Theory]
    [InlineData(
        true,
        "interrupted before it was finished; it exists (id a/1) and is kept in the state; `pulumi up` goes on with it"
    )]
    [InlineData(false, "interrupted before it was finished")]
    public async Task Interrupted(bool exists, string expected)
    {
        _note.Exists = exists;
        await using var provider = await StartAsync();
        var create = CreateAsync(provider);
        await _note.Waits.Task.DefaultTimeout();

        await provider.Client.CancelAsync(new Empty()).DefaultTimeout();

        await FailsAsync(create, StatusCode.Cancelled, exists, expected);
    }

    [Theory]
    [InlineData(
        true,
        "not finished after 1.5 min (the resource option customTimeouts gives it longer); last seen: drying; it exists (id a/1) and is kept in the state; `pulumi up` goes on with it"
    )]
    [InlineData(
        false,
        "not finished after 1.5 min (the resource option customTimeouts gives it longer); last seen: drying"
    )]
    public async Task Out_of_time(bool exists, string expected)
    {
        _note.Exists = exists;
        await using var provider = await StartAsync();
        var create = CreateAsync(provider);
        await _note.Waits.Task.DefaultTimeout();

        _time.Advance(TimeSpan.FromSeconds(90));

        await FailsAsync(create, StatusCode.DeadlineExceeded, exists, expected);
    }

    [Fact]
    public async Task Whoever_cancels_second_waits_as_well_until_the_operation_knows()
    {
        await using var provider = await StartAsync();
        var create = CreateAsync(provider);
        await _note.Waits.Task.DefaultTimeout();
        var told = new TaskCompletionSource();
        using var knows = new ManualResetEventSlim();
        await using var telling = _note.Token.Register(() =>
        {
            told.SetResult();
            knows.Wait(TimeSpan.FromMinutes(1));
        });

        var first = provider.CancelAsync();
        await told.Task.DefaultTimeout();
        var second = provider.CancelAsync();
        var early = second.IsCompleted;
        knows.Set();
        await Task.WhenAll(first, second).DefaultTimeout();

        Assert.False(early);
        await FailsAsync(create, StatusCode.Cancelled, exists: false, "interrupted before it was finished");
    }

    private static async Task FailsAsync(Task create, StatusCode code, bool exists, string expected)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => create.DefaultTimeout());
        Assert.Equal((code, expected), (failure.StatusCode, failure.Status.Detail));
        var kept = failure.Detail<ErrorResourceInitFailed>();
        Assert.Equal(exists ? [expected] : null, kept?.Reasons);
    }

    private sealed class SlowNote : IResource<NoteInputs, NoteState>
    {
        public bool Exists { get; set; }

        public CancellationToken Token { get; private set; }

        public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<NoteState> CreateAsync(Operation call, NoteInputs note)
        {
            var state = new NoteState { Shelf = note.Shelf, Letters = 0 };
            if (Exists)
            {
                call.Record("a/1", state);
            }

            call.Status("drying");
            Token = call.CancellationToken;
            Waits.SetResult();
            await Task.Delay(Timeout.Infinite, call.CancellationToken);
            return state;
        }

        public Task<Found<NoteState>?> ReadAsync(Operation call, string id, NoteInputs? inputs, NoteState? state) =>
            Task.FromResult<Found<NoteState>?>(null);

        public Task DeleteAsync(Operation call, string id, NoteState? was) => Task.CompletedTask;
    }
}
