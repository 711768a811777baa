using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>
/// The toy provider without a stack, as <c>pulumi do</c> uses one: each command is a process of its own that knows a type
/// and an id, no more; all resources of a type have the same URN.
/// </summary>
public sealed class StatelessTests
{
    private const string Urn = "urn:pulumi:dev::default::toy:index:Note::Note";
    private const string Type = "toy:index:Note";
    private static readonly Struct Nothing = new();
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();

    private async Task<ProviderHarness> CommandAsync()
    {
        var provider = await ProviderHarness.StartAsync(ToyProvider.Create(_shelves));
        await provider.Client.HandshakeAsync(new ProviderHandshakeRequest());
        var check = await provider.Client.CheckConfigAsync(new CheckRequest { News = Nothing });
        await provider.Client.ConfigureAsync(new ConfigureRequest { Args = check.Inputs });
        return provider;
    }

    private static async Task<Struct> CheckAsync(ProviderHarness provider, Struct? olds, Struct news)
    {
        var request = new CheckRequest
        {
            Urn = Urn,
            Type = Type,
            Olds = olds,
            News = news,
        };
        var check = await provider.Client.CheckAsync(request);
        Assert.Empty(check.Failures);
        return check.Inputs;
    }

    private async Task<CreateResponse> CreateAsync(string shelf, string text)
    {
        await using var provider = await CommandAsync();
        var inputs = await CheckAsync(provider, olds: null, StructCodec.Encode(Map(("shelf", shelf), ("text", text))));
        var request = new CreateRequest
        {
            Urn = Urn,
            Type = Type,
            Properties = inputs,
        };
        return await provider.Client.CreateAsync(request);
    }

    private static Task<ReadResponse> ReadAsync(ProviderHarness provider, string id, Struct? nothing) =>
        provider
            .Client.ReadAsync(
                new ReadRequest
                {
                    Id = id,
                    Urn = Urn,
                    Type = Type,
                    Inputs = nothing,
                    Properties = nothing,
                }
            )
            .ResponseAsync;

    // What `patch` does: read, lay the change over the inputs, check, diff, update.
    private async Task<(DiffResponse Diff, UpdateResponse Update)> PatchAsync(string id, string name, string value)
    {
        await using var provider = await CommandAsync();
        var read = await ReadAsync(provider, id, Nothing);
        var wanted = read.Inputs.Clone();
        wanted.Fields[name] = Value.ForString(value);
        var inputs = await CheckAsync(provider, read.Inputs, wanted);
        var diff = await provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = id,
                Urn = Urn,
                Type = Type,
                OldInputs = read.Inputs,
                Olds = read.Properties,
                News = inputs,
            }
        );
        var update = await provider.Client.UpdateAsync(
            new UpdateRequest
            {
                Id = id,
                Urn = Urn,
                Type = Type,
                OldInputs = read.Inputs,
                Olds = read.Properties,
                News = inputs,
            }
        );
        return (diff, update);
    }

    [Fact]
    public async Task Two_notes_of_one_urn_are_two_notes()
    {
        var first = await CreateAsync("a", "one");
        var second = await CreateAsync("a", "two");

        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(2, _shelves.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_id_alone_reads_all_that_a_program_would_say(bool empty)
    {
        var created = await CreateAsync("a", "hello");
        await using var provider = await CommandAsync();

        var read = await ReadAsync(provider, created.Id, empty ? Nothing : null);

        Assert.Equal(created.Id, read.Id);
        Assert.Equal(created.Properties, read.Properties);
        Assert.Equal(StructCodec.Encode(Map(("shelf", "a"), ("text", "hello"))), read.Inputs);
    }

    [Fact]
    public async Task A_patch_changes_what_it_names_and_nothing_else()
    {
        var created = await CreateAsync("a", "hello");

        var (diff, update) = await PatchAsync(created.Id, "text", "bye");

        Assert.Equal(["text"], diff.DetailedDiff.Keys);
        Assert.Equal(PropertyDiff.Types.Kind.Update, diff.DetailedDiff["text"].Kind);
        Assert.True(diff.DetailedDiff["text"].InputDiff);
        Assert.Empty(diff.Replaces);
        Assert.Equal(3, update.Properties.Fields["letters"].NumberValue);
        Assert.Equal("bye", _shelves[created.Id].Text);
    }

    [Fact]
    public async Task A_patch_that_changes_nothing_has_no_diff()
    {
        var created = await CreateAsync("a", "nothing"); // the default, which a read leaves out

        var (diff, update) = await PatchAsync(created.Id, "shelf", "a");

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.Equal(created.Properties, update.Properties);
    }

    [Fact]
    public async Task The_id_alone_deletes_and_a_second_time_is_no_error()
    {
        var created = await CreateAsync("a", "hello");
        await using var provider = await CommandAsync();
        foreach (var state in (Struct?[])[null, Nothing])
        {
            await provider.Client.DeleteAsync(
                new DeleteRequest
                {
                    Id = created.Id,
                    Urn = Urn,
                    Type = Type,
                    Properties = state,
                }
            );
        }

        Assert.Empty(_shelves);
        var gone = await ReadAsync(provider, created.Id, Nothing);
        Assert.Equal("", gone.Id);
        Assert.Null(gone.Properties);
        Assert.Null(gone.Inputs);
    }

    [Fact]
    public async Task A_patch_without_any_old_properties_still_updates()
    {
        var created = await CreateAsync("a", "hello");
        await using var provider = await CommandAsync();

        var update = await provider.Client.UpdateAsync(
            new UpdateRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = Type,
                News = StructCodec.Encode(Map(("shelf", "a"), ("text", "bye"))),
            }
        );

        Assert.Equal(3, update.Properties.Fields["letters"].NumberValue);
    }

    [Fact]
    public async Task Listing_what_the_provider_does_not_list_is_unimplemented()
    {
        await using var provider = await CommandAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await foreach (
                var _ in provider.Client.List(new ListRequest { Token = Type }).ResponseStream.ReadAllAsync()
            ) { }
        });

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }
}
