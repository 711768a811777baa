using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>A provider written from nothing, driven over a socket as the engine drives it.</summary>
public sealed class ToyProviderTests
{
    private const string Urn = "urn:pulumi:dev::p::toy:index:Note::n";
    private const string Type = "toy:index:Note";
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();

    private async Task<ProviderHarness> StartAsync()
    {
        var harness = await ProviderHarness.StartAsync(ToyProvider.Create(_shelves));
        await harness.Client.HandshakeAsync(new ProviderHandshakeRequest());
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static Struct Inputs(string shelf, string text) =>
        StructCodec.Encode(Map(("shelf", shelf), ("text", text)));

    [Fact]
    public void A_token_is_of_one_thing()
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object()).Resource<
            NoteInputs,
            NoteState
        >(Type, _ => new NoteResource(_shelves));

        var twice = Assert.Throws<ArgumentException>(() =>
            provider.Resource<NoteInputs, NoteState>(Type, _ => new NoteResource(_shelves))
        );

        Assert.StartsWith("'toy:index:Note' is declared twice", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lives_a_whole_life()
    {
        await using var provider = await StartAsync();

        var check = await provider.Client.CheckAsync(
            new CheckRequest
            {
                Urn = Urn,
                Type = Type,
                News = StructCodec.Encode(Map(("shelf", "a"))),
            }
        );
        Assert.Empty(check.Failures);
        Assert.Equal(Inputs("a", "nothing"), check.Inputs);

        var preview = await provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = Type,
                Properties = check.Inputs,
                Preview = true,
            }
        );
        Assert.Equal(Sentinels.UnknownString, preview.Properties.Fields["letters"].StringValue);
        Assert.Empty(_shelves);

        var created = await provider.Client.CreateAsync(
            new CreateRequest
            {
                Urn = Urn,
                Type = Type,
                Properties = check.Inputs,
            }
        );
        Assert.StartsWith("a/", created.Id, StringComparison.Ordinal);
        Assert.Equal(7, created.Properties.Fields["letters"].NumberValue);

        var diff = await provider.Client.DiffAsync(
            new DiffRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = Type,
                Olds = created.Properties,
                OldInputs = check.Inputs,
                News = Inputs("b", "nothing"),
            }
        );
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.Equal(PropertyDiff.Types.Kind.UpdateReplace, diff.DetailedDiff["shelf"].Kind);
        Assert.Equal(["shelf"], diff.Replaces);
        Assert.True(diff.HasDetailedDiff);

        var updated = await provider.Client.UpdateAsync(
            new UpdateRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = Type,
                Olds = created.Properties,
                OldInputs = check.Inputs,
                News = Inputs("a", "hi"),
            }
        );
        Assert.Equal(2, updated.Properties.Fields["letters"].NumberValue);

        var imported = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = Type,
            }
        );
        Assert.Equal(Inputs("a", "hi"), imported.Inputs);

        await provider.Client.DeleteAsync(
            new DeleteRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = Type,
                Properties = updated.Properties,
            }
        );
        var gone = await provider.Client.ReadAsync(
            new ReadRequest
            {
                Id = created.Id,
                Urn = Urn,
                Type = Type,
            }
        );
        Assert.Equal("", gone.Id);
        Assert.Null(gone.Properties);
    }

    [Fact]
    public async Task A_resource_it_does_not_have_is_not_found_and_named()
    {
        await using var provider = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.CheckAsync(
                    new CheckRequest
                    {
                        Urn = Urn,
                        Type = "toy:index:Book",
                        News = new Struct(),
                    }
                )
                .ResponseAsync
        );
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("toy:index:Book", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_type_is_read_from_the_urn_when_it_is_not_sent()
    {
        await using var provider = await StartAsync();

        var check = await provider.Client.CheckAsync(
            new CheckRequest { Urn = "urn:pulumi:dev::p::my:Component$toy:index:Note::n", News = Inputs("a", "b") }
        );
        Assert.Empty(check.Failures);
    }

    [Fact]
    public async Task Before_it_is_configured_a_call_says_so()
    {
        await using var provider = await ProviderHarness.StartAsync(ToyProvider.Create(_shelves));

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.CreateAsync(
                    new CreateRequest
                    {
                        Urn = Urn,
                        Type = Type,
                        Properties = Inputs("a", "b"),
                    }
                )
                .ResponseAsync
        );
        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
    }

    [Fact]
    public async Task Methods_it_does_not_offer_are_unimplemented()
    {
        await using var provider = await StartAsync();

        foreach (
            var call in (Func<Task>[])
                [
                    () => provider.Client.ParameterizeAsync(new ParameterizeRequest()).ResponseAsync,
                    () => provider.Client.ConstructAsync(new ConstructRequest()).ResponseAsync,
                    () => provider.Client.CallAsync(new CallRequest()).ResponseAsync,
                ]
        )
        {
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
        }

        Assert.Equal(
            new GetMappingResponse(),
            await provider.Client.GetMappingAsync(new GetMappingRequest { Key = "x" })
        );
        Assert.Equal(
            new GetMappingsResponse(),
            await provider.Client.GetMappingsAsync(new GetMappingsRequest { Key = "x" })
        );
    }
}
