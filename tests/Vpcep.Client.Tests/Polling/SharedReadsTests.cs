using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

/// <summary>Reads that come together.</summary>
public class SharedReadsTests
{
    private readonly ManualTime _time = new();
    private readonly FakeProject _project;

    public SharedReadsTests() => _project = new FakeProject(_time);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_or_two_are_asked_for_singly(int reads)
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(reads);

        Assert.Equal(ids, await ReadAsync(cloud.Client(_time), ids));

        Assert.Equal(reads, Singles(cloud));
        Assert.Equal(0, Lists(cloud));
    }

    [Fact]
    public async Task Many_one_after_the_other_are_asked_for_singly()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(5);
        var client = cloud.Client(_time);
        foreach (var id in ids)
        {
            Assert.Equal([id], await ReadAsync(client, [id]));
        }

        Assert.Equal((5, 0), (Singles(cloud), Lists(cloud)));
    }

    [Fact]
    public async Task Hundred_cost_a_list()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(100);

        Assert.Equal(ids, await ReadAsync(cloud.Client(_time), ids));

        Assert.Equal(2, Singles(cloud));
        Assert.Equal(1, Lists(cloud));
    }

    [Fact]
    public async Task What_a_list_lacks_is_asked_for()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(20);
        _project.Hidden = endpoint => endpoint.Id == ids[7];
        _project.Remove(ids[9]);

        var found = await ReadAsync(cloud.Client(_time), ids);

        Assert.Equal(ids.Select(id => id == ids[9] ? null : id), found);
        Assert.Equal(1, cloud.Count("GET", $"/{ids[7]}"));
        Assert.Equal(1, cloud.Count("GET", $"/{ids[9]}"));
        Assert.Equal(4, Singles(cloud));
    }

    [Fact]
    public async Task Row_that_does_not_tell_enough_is_asked_for()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(20);
        var client = cloud.Client(_time);

        var found = await Task.WhenAll(
            ids.Select(id => client.Endpoints.ReadAsync(id, id, row => row?.Id != ids[7], null, default))
        );

        Assert.Equal(ids, found.Select(static endpoint => endpoint?.Id));
        Assert.Equal(3, Singles(cloud));
    }

    [Fact]
    public async Task List_that_is_refused_leaves_each_to_be_asked_for()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Path.EndsWith("/vpc-endpoints", StringComparison.Ordinal)
                    ? FakeCloud.ErrorAsync(context, 403, "EndPoint.0004")
                    : _project.AnswerAsync(context, call)
        );
        var ids = Add(20);

        Assert.Equal(ids, await ReadAsync(cloud.Client(_time), ids));

        Assert.Equal(1, Lists(cloud));
        Assert.Equal(20, Singles(cloud));
    }

    [Fact]
    public async Task Those_that_come_soon_after_share_the_list()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        var (first, second, third) = (Add(8), Add(8), Add(8));

        await ReadAsync(client, first);
        await ReadAsync(client, second);
        Assert.Equal(1, Lists(cloud));

        _time.Advance(TimeSpan.FromSeconds(2));
        await ReadAsync(client, third);
        Assert.Equal(2, Lists(cloud));
    }

    [Fact]
    public async Task One_who_asks_again_gets_a_later_answer()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        var ids = Add(8);
        await ReadAsync(client, ids);
        _project.Remove(ids[4]);
        _project.Remove(ids[0]);

        Assert.Equal(ids.Select((id, number) => number is 0 or 4 ? null : id), await ReadAsync(client, ids));
        Assert.Equal(2, Lists(cloud));
    }

    [Fact]
    public async Task One_who_asks_a_third_time_gets_a_later_answer_still()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        var (ids, others) = (Add(8), Add(8));
        await ReadAsync(client, ids);
        await ReadAsync(client, [ids[0]]);
        await ReadAsync(client, others);
        Assert.Equal(2, Lists(cloud));
        _project.Remove(ids[0]);

        Assert.Equal([null], await ReadAsync(client, [ids[0]]));
    }

    [Fact]
    public async Task What_was_listed_before_a_change_is_no_answer_after_it()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
            {
                if (call.Method != "DELETE")
                {
                    return _project.AnswerAsync(context, call);
                }
                _project.Remove(call.Path.Split('/')[^1]);
                return FakeCloud.JsonAsync(context, "");
            }
        );
        var client = cloud.Client(_time);
        var (first, second) = (Add(8), Add(8));
        await ReadAsync(client, first);

        await client.Endpoints.DeleteAsync(second[3], CancellationToken.None);

        Assert.Equal(second.Select((id, number) => number == 3 ? null : id), await ReadAsync(client, second));
    }

    [Fact]
    public async Task One_who_gives_up_leaves_the_list_to_the_others()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        var ids = Add(8);
        var listing = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        _project.Before = call =>
        {
            if (!call.Path.EndsWith("/vpc-endpoints", StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }
            listing.TrySetResult();
            return go.Task;
        };
        using var cancel = new CancellationTokenSource();
        var others = ReadAsync(client, ids[..7]);
        var left = client.Endpoints.ReadAsync(ids[7], ids[7], static row => row is not null, null, cancel.Token);
        await listing.Task.DefaultTimeout();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.DefaultTimeout());
        go.SetResult();

        Assert.Equal(ids[..7], await others.DefaultTimeout());
        Assert.Equal(1, Lists(cloud));
    }

    [Fact]
    public async Task Who_gave_up_before_asking_has_nothing_asked()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var client = cloud.Client(_time);

        foreach (var id in Add(5))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                client.Endpoints.ReadAsync(id, id, static row => row is not null, null, cancel.Token)
            );
        }

        Assert.Empty(cloud.Calls);
    }

    private string[] Add(int number) => [.. Enumerable.Range(0, number).Select(_ => _project.Add().Id)];

    private static int Lists(FakeCloud cloud) => cloud.Count("GET", "/vpc-endpoints?");

    private static int Singles(FakeCloud cloud) => cloud.Count("GET", "/vpc-endpoints/");

    /// <summary>Reads all at once: none is answered before all have asked.</summary>
    private async Task<IEnumerable<string?>> ReadAsync(VpcepClient client, IReadOnlyList<string> ids)
    {
        var go = new TaskCompletionSource();
        var before = _project.Before;
        _project.Before = async call =>
        {
            await go.Task;
            await before(call);
        };
        var reads = ids.Select(id =>
                client.Endpoints.ReadAsync(id, id, static row => row is not null, null, CancellationToken.None)
            )
            .ToList();
        go.SetResult();
        var found = await Task.WhenAll(reads).DefaultTimeout();
        return found.Select(static endpoint => endpoint?.Id);
    }
}
