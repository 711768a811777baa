using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Pulumi.Provider.Tests.Model;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol.Service;

/// <summary>Listing what exists, over a socket.</summary>
public sealed class ListTests
{
    private const string Type = "toy:index:Note";
    private readonly Notes _notes = new();

    private async Task<ProviderHarness> StartAsync()
    {
        var provider = new ProviderDefinition<NoConfig, Region>("toy", "1.0.0", static (_, _) => new Region())
        {
            Features = Region.Places,
        }
            .Resource<NoteInputs, NoteState>(Type, static _ => new NoteResource([]))
            .Resource<GatedInputs, GatedState>("toy:index:Gated", static _ => new GatedResource())
            .Listable<NoteQuery>(Type, _ => _notes);
        var harness = await ProviderHarness.StartAsync(provider);
        await harness.Client.ConfigureAsync(new ConfigureRequest { Args = new Struct() });
        return harness;
    }

    private static ListRequest Request(params (string Name, PropertyValue Value)[] query) =>
        new() { Token = Type, Query = StructCodec.Encode(Map(query)) };

    private static async Task<string[]> ListAsync(ProviderHarness provider, ListRequest request)
    {
        var answers = new List<string>();
        await foreach (var answer in provider.Client.List(request).ResponseStream.ReadAllAsync())
        {
            answers.Add(
                answer.ResponseCase switch
                {
                    ListResponse.ResponseOneofCase.Result => $"{answer.Result.Id} {answer.Result.Name}".TrimEnd(),
                    ListResponse.ResponseOneofCase.Continuation => $"more: {answer.Continuation.ContinuationToken}",
                    var other => other.ToString(),
                }
            );
        }

        return [.. answers];
    }

    [Fact]
    public async Task Lists_all_that_matches()
    {
        await using var provider = await StartAsync();

        Assert.Equal(["a/1 first", "a/2", "b/3", "b/4"], await ListAsync(provider, Request()));
        Assert.Equal(["b/3", "b/4"], await ListAsync(provider, Request(("shelf", "b"))));
        Assert.Equal(["a/1 first", "a/2", "b/3", "b/4"], await ListAsync(provider, new ListRequest { Token = Type }));
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(0, 4)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(9, 4)]
    public async Task Stops_at_the_limit_without_a_continuation(long limit, int count)
    {
        await using var provider = await StartAsync();
        var request = Request();
        request.Limit = limit;

        var answers = await ListAsync(provider, request);

        Assert.Equal(count, answers.Length);
        Assert.DoesNotContain(answers, static answer => answer.StartsWith("more", StringComparison.Ordinal));
        Assert.Equal(count, _notes.Yielded);
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended_and_the_last_one_says_so()
    {
        await using var provider = await StartAsync();
        var request = Request();
        request.PageSize = 2;

        var first = await ListAsync(provider, request);
        _notes.Ids.Insert(0, "a/0"); // appears before the place where the first page ended
        request.ContinuationToken = first[^1]["more: ".Length..];
        var second = await ListAsync(provider, request);

        Assert.Equal(["a/1 first", "a/2"], first[..^1]);
        Assert.Equal(["b/3", "b/4"], second);
    }

    [Fact]
    public async Task A_page_goes_on_also_when_what_it_ended_with_vanished()
    {
        await using var provider = await StartAsync();
        var request = Request();
        request.PageSize = 2;

        var first = await ListAsync(provider, request);
        _notes.Ids.Remove("a/2");
        request.ContinuationToken = first[^1]["more: ".Length..];

        Assert.Equal(["b/3", "b/4"], await ListAsync(provider, request));
    }

    [Fact]
    public async Task A_limit_within_a_page_needs_no_continuation()
    {
        await using var provider = await StartAsync();
        var request = Request();
        (request.PageSize, request.Limit) = (2, 2);

        Assert.Equal(["a/1 first", "a/2"], await ListAsync(provider, request));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1 a/1")]
    [InlineData("99999999999 a/1")]
    public async Task A_token_of_somebody_else_is_refused(string token)
    {
        await using var provider = await StartAsync();
        var request = Request();
        request.ContinuationToken = token;

        var failure = await Assert.ThrowsAsync<RpcException>(() => ListAsync(provider, request));
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
    }

    [Fact]
    public async Task A_query_that_is_not_known_yet_is_computed()
    {
        await using var provider = await StartAsync();

        Assert.Equal(["Computed"], await ListAsync(provider, Request(("shelf", PropertyValue.Unknown))));
        Assert.Equal(0, _notes.Yielded);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_query_is_told_with_paths()
    {
        await using var provider = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            ListAsync(provider, Request(("shelf", 7), ("label", "x"), ("colour", PropertyValue.Unknown)))
        );

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("shelf: expected a string, got a number", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("label: not offered by a private region", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("colour: there is no such property", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_listed_is_unimplemented()
    {
        await using var provider = await StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            ListAsync(provider, new ListRequest { Token = "toy:index:Gated" })
        );
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
        Assert.Contains("it lists: toy:index:Note", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_is_not_there_cannot_be_made_listable() =>
        Assert.Throws<ArgumentException>(() =>
            new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object()).Listable<NoteQuery>(
                Type,
                _ => _notes
            )
        );

    [Fact]
    public async Task A_failure_between_two_results_is_the_status_after_the_first()
    {
        await using var provider = await StartAsync();
        _notes.AfterFirst = static _ =>
            throw new OperationException(FailureKind.Exhausted, "too many requests; wait a minute");

        await using var answers = provider.Client.List(Request()).ResponseStream.ReadAllAsync().GetAsyncEnumerator();
        Assert.True(await answers.MoveNextAsync());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await answers.MoveNextAsync());

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Results_come_as_they_are_found_and_cancel_ends_the_rest()
    {
        await using var provider = await StartAsync();
        _notes.AfterFirst = static token => Task.Delay(Timeout.Infinite, token);

        await using var answers = provider.Client.List(Request()).ResponseStream.ReadAllAsync().GetAsyncEnumerator();
        Assert.True(await answers.MoveNextAsync());
        Assert.Equal("a/1", answers.Current.Result.Id);
        var rest = answers.MoveNextAsync();
        await provider.Client.CancelAsync(new Empty());
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await rest);

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await _notes.Ended.Task.DefaultTimeout();
    }

    [Fact]
    public async Task A_caller_that_leaves_ends_the_list()
    {
        await using var provider = await StartAsync();
        _notes.AfterFirst = static token => Task.Delay(Timeout.Infinite, token);

        using (var call = provider.Client.List(Request()))
        {
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal("a/1", call.ResponseStream.Current.Result.Id);
        }

        await _notes.Ended.Task.DefaultTimeout();
    }
}

/// <summary>Which notes.</summary>
[PropertyObject]
public sealed partial record NoteQuery
{
    /// <summary>Only those on this shelf.</summary>
    public string? Shelf { get; init; }

    /// <summary>Only those of this label.</summary>
    [RequiresFeature("labels")]
    public string? Label { get; init; }
}

internal sealed class Notes : IListableResource<NoteQuery>
{
    public List<string> Ids { get; } = ["a/1", "a/2", "b/3", "b/4"];

    public int Yielded { get; private set; }

    public Func<CancellationToken, Task>? AfterFirst { get; set; }

    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async IAsyncEnumerable<Listed> ListAsync(
        NoteQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var id in Ids.Where(id => query.Shelf is null || id[0] == query.Shelf[0]))
            {
                Yielded++;
                yield return new Listed(id, id == "a/1" ? "first" : null);
                await (AfterFirst?.Invoke(cancellationToken) ?? Task.CompletedTask);
            }
        }
        finally
        {
            Ended.TrySetResult();
        }
    }
}
