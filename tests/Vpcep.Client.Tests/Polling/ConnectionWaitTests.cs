using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

public class ConnectionWaitTests
{
    private readonly ManualTime _time = new();
    private readonly ConcurrentDictionary<string, string> _states = new();

    [Fact]
    public async Task Hundred_waits_cost_one_call_per_look_also_for_what_is_not_there()
    {
        await using var cloud = await FakeCloud.StartAsync(AnswerAsync);
        var ids = Enumerable.Range(0, 100).Select(number => $"e{number:D3}").ToList();
        ids.Take(50).ToList().ForEach(id => _states[id] = "pendingAcceptance");
        var connections = cloud.Client(_time).Connections;
        var waits = ids.Select(id => connections.WaitUntilAsync("s", id, IsAccepted, null, default)).ToList();

        for (var look = 1; look <= 3; look++)
        {
            await _time.AdvanceToNextAsync();
            await _time.UntilTimersAsync();
            Assert.Equal(look, cloud.Calls.Count);
        }
        ids.ForEach(id => _states[id] = "accepted");
        await _time.AdvanceToNextAsync();

        await Task.WhenAll(waits).DefaultTimeout();
        Assert.Equal(4, cloud.Calls.Count);
        Assert.All(
            cloud.Calls,
            call => Assert.Equal("/v1/p0/vpc-endpoint-services/s/connections?limit=1000", call.Target)
        );
    }

    [Fact]
    public async Task One_wait_asks_for_its_connection_and_tells_how_it_goes()
    {
        await using var cloud = await FakeCloud.StartAsync(AnswerAsync);
        _states["e1"] = "creating";
        var seen = new List<string?>();
        var wait = cloud
            .Client(_time)
            .Connections.WaitUntilAsync("s", "e1", IsAccepted, progress => seen.Add(progress.Status), default);
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync();
        _states["e1"] = "accepted";
        await _time.AdvanceToNextAsync();

        Assert.Equal("accepted", (await wait.DefaultTimeout())!.Status);
        Assert.Equal(["creating", "accepted"], seen);
        Assert.All(cloud.Calls, call => Assert.Contains("?id=e1&", call.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Connection_that_never_shows_counts_as_absent_after_the_grace(int waits)
    {
        await using var cloud = await FakeCloud.StartAsync(AnswerAsync);
        var connections = cloud.Client(_time).Connections;
        await using var _ = _time.AutoAdvance();

        var seen = await Task.WhenAll(
                Enumerable
                    .Range(0, waits)
                    .Select(number => connections.WaitUntilAsync("s", $"e{number}", IsAbsent, null, default))
            )
            .DefaultTimeout();

        Assert.All(seen, Assert.Null);
        Assert.InRange(_time.Elapsed, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Connection_that_was_there_is_gone_after_two_looks_without_it(int waits)
    {
        await using var cloud = await FakeCloud.StartAsync(AnswerAsync);
        var ids = Enumerable.Range(0, waits).Select(number => $"e{number}").ToList();
        ids.ForEach(id => _states[id] = "accepted");
        var connections = cloud.Client(_time).Connections;
        var all = ids.Select(id => connections.WaitUntilAsync("s", id, IsAbsent, null, default)).ToList();
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync();
        _states.Clear();
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync();
        Assert.All(all, wait => Assert.False(wait.IsCompleted));
        await _time.AdvanceToNextAsync();

        Assert.All(await Task.WhenAll(all).DefaultTimeout(), Assert.Null);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Service_that_is_gone_takes_its_connections_along(int waits)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.2003")
        );
        var connections = cloud.Client(_time).Connections;
        await using var _ = _time.AutoAdvance();

        var seen = await Task.WhenAll(
                Enumerable
                    .Range(0, waits)
                    .Select(number => connections.WaitUntilAsync("s", $"e{number}", IsAbsent, null, default))
            )
            .DefaultTimeout();

        Assert.All(seen, Assert.Null);
    }

    [Fact]
    public async Task Services_are_looked_at_apart_and_a_disposed_client_ends_all_waits()
    {
        await using var cloud = await FakeCloud.StartAsync(AnswerAsync);
        var client = cloud.Client(_time);
        var waits = new[] { "s", "t" }
            .SelectMany(service =>
                Enumerable
                    .Range(0, 3)
                    .Select(number =>
                        client.Connections.WaitUntilAsync(service, $"e{number}", IsAccepted, null, default)
                    )
            )
            .ToList();
        await _time.UntilTimersAsync(2);
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync(2);

        await client.DisposeAsync();

        foreach (var wait in waits)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.DefaultTimeout());
        }
        Assert.Equal(1, cloud.Count("GET", "/s/connections"));
        Assert.Equal(1, cloud.Count("GET", "/t/connections"));
    }

    private static bool IsAccepted(Connection? connection) => connection?.Status == "accepted";

    private static bool IsAbsent(Connection? connection) => connection is null;

    private Task AnswerAsync(HttpContext context, SeenCall call)
    {
        var id = context.Request.Query["id"].ToString();
        var shown = _states
            .Where(state => id.Length == 0 || state.Key == id)
            .OrderBy(state => state.Key)
            .Select(state => $$"""{"id":"{{state.Key}}","status":"{{state.Value}}"}""")
            .ToList();
        return FakeCloud.JsonAsync(
            context,
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"connections":[{{string.Join(',', shown)}}],"total_count":{{shown.Count}}}"""
            )
        );
    }
}
