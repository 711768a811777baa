using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

/// <summary>Things read with all that the cloud tells of them anywhere.</summary>
public class WholeReadsTests
{
    private const int Many = 20;
    private readonly ManualTime _time = new();
    private readonly FakeProject _project;

    public WholeReadsTests() => _project = new FakeProject(_time);

    [Fact]
    public async Task Lists_that_tell_all_are_believed_once_one_of_a_kind_was_compared()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(Many);

        Assert.All(await ReadAsync(cloud.Client(_time), ids), static one => Assert.Equal("10.0.0.9", one?.Ip));

        // The first two with a row each; the others with one list, one of them compared.
        Assert.Equal((3, 3), (Singles(cloud), Lists(cloud)));
    }

    [Fact]
    public async Task What_lists_leave_out_is_asked_for_of_each()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.InLists = static json => json.Replace("\"ip\":\"10.0.0.9\",", "", StringComparison.Ordinal);
        var ids = Add(Many);

        Assert.All(await ReadAsync(cloud.Client(_time), ids), static one => Assert.Equal("10.0.0.9", one?.Ip));

        Assert.Equal((Many + 1, 3), (Singles(cloud), Lists(cloud)));
    }

    [Fact]
    public async Task What_lists_leave_out_of_one_state_only_is_asked_for_of_those_in_it()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.InLists = static json =>
            json.Contains("accepted", StringComparison.Ordinal)
                ? json.Replace("\"ip\":\"10.0.0.9\",", "", StringComparison.Ordinal)
                : json;
        string[] ids = [.. Add(Many, "rejected"), .. Add(Many)];

        Assert.All(await ReadAsync(cloud.Client(_time), ids), static one => Assert.Equal("10.0.0.9", one?.Ip));

        Assert.Equal((2 + 1 + Many + 1, 3), (Singles(cloud), Lists(cloud)));
    }

    [Fact]
    public async Task What_details_leave_out_one_list_has_for_all()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.InLists = static json =>
            json.Replace("{\"id\"", "{\"description\":\"d\",\"id\"", StringComparison.Ordinal);
        var ids = Add(Many);

        var found = await ReadAsync(cloud.Client(_time), ids, isEnough: static _ => false);

        Assert.All(found, static one => Assert.Equal("d", one?.Description));
        Assert.Equal((Many, 3), (Singles(cloud), Lists(cloud)));
    }

    [Fact]
    public async Task What_a_list_lacks_is_asked_for()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Add(Many);
        _project.Hidden = endpoint => endpoint.Id == ids[7];
        _project.Remove(ids[9]);

        var found = await ReadAsync(cloud.Client(_time), ids);

        Assert.Equal(ids.Select(id => id == ids[9] ? null : id), found.Select(static one => one?.Id));
    }

    [Fact]
    public async Task Comparison_that_fails_leaves_each_to_be_asked_for()
    {
        var ids = Add(Many);
        var asked = new HashSet<string>();
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                // Of all but the first two, only the one that is compared is asked for before it is its turn.
                call.Path.Split('/')[^1]
                    is var id
                && Array.IndexOf(ids, id) >= 2
                && asked.Count == 0
                && asked.Add(id)
                    ? FakeCloud.ErrorAsync(context, 403, "EndPoint.0004")
                    : _project.AnswerAsync(context, call)
        );

        Assert.Equal(ids, (await ReadAsync(cloud.Client(_time), ids)).Select(static one => one?.Id));

        Assert.Single(asked);
        Assert.Equal((Many + 1, 3), (Singles(cloud), Lists(cloud)));
    }

    [Fact]
    public async Task First_two_do_not_wait_for_the_list_of_the_others()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        var ids = Add(Many);
        var go = new TaskCompletionSource();
        _project.Before = call =>
            call.Target.Contains("id=", StringComparison.Ordinal)
            || call.Path.Contains("/vpc-endpoints/", StringComparison.Ordinal)
                ? Task.CompletedTask
                : go.Task;

        var reads = ids.Select(id => ReadAsync(client, id, static row => row is not null)).ToArray();
        await Task.WhenAll(reads[..2]).DefaultTimeout();

        Assert.DoesNotContain(reads[2..], static read => read.IsCompleted);
        go.SetResult();
        Assert.Equal(ids, (await Task.WhenAll(reads).DefaultTimeout()).Select(static one => one?.Id));
    }

    private string[] Add(int number, string status = "accepted") =>
        [.. Enumerable.Range(0, number).Select(_ => _project.Add(status: status).Id)];

    private static int Lists(FakeCloud cloud) => cloud.Count("GET", "/vpc-endpoints?");

    private static int Singles(FakeCloud cloud) => cloud.Count("GET", "/vpc-endpoints/");

    private static Task<Endpoint?> ReadAsync(VpcepClient client, string id, Func<Endpoint?, bool> isEnough) =>
        client.Endpoints.ReadAsync(
            id,
            id,
            isEnough,
            static (row, whole) => row.Ip == whole.Ip && row.Description == whole.Description,
            CancellationToken.None
        );

    /// <summary>Reads all at once: none is answered before all have asked.</summary>
    private async Task<Endpoint?[]> ReadAsync(
        VpcepClient client,
        IReadOnlyList<string> ids,
        Func<Endpoint?, bool>? isEnough = null
    )
    {
        var go = new TaskCompletionSource();
        _project.Before = _ => go.Task;
        var reads = ids.Select(id => ReadAsync(client, id, isEnough ?? (static row => row is not null))).ToList();
        go.SetResult();
        return await Task.WhenAll(reads).DefaultTimeout();
    }
}
