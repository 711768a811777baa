using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Polling;

public class WaiterTests
{
    private readonly ManualTime _time = new();
    private readonly FakeProject _project;

    public WaiterTests() => _project = new FakeProject(_time);

    [Fact]
    public async Task Hundred_waits_cost_one_call_per_look()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Enumerable.Range(0, 100).Select(_ => _project.Add(status: "creating").Id).ToList();
        var client = cloud.Client(_time);
        var waits = ids.Select(id => client.Endpoints.WaitUntilSettledAsync(id, null, CancellationToken.None)).ToList();

        for (var look = 1; look <= 5; look++)
        {
            await _time.AdvanceToNextAsync();
            await _time.UntilTimersAsync();
            Assert.Equal(look, cloud.Calls.Count);
        }
        await _time.UntilTimersAsync();
        _project.SetAll("accepted");
        await _time.AdvanceToNextAsync();

        await Task.WhenAll(waits).DefaultTimeout();
        Assert.Equal(6, cloud.Calls.Count);
        Assert.All(cloud.Calls, call => Assert.Equal("/v1/p0/vpc-endpoints?limit=1000", call.Target));
    }

    [Fact]
    public async Task Of_hundred_deletions_a_few_are_confirmed_and_speak_for_the_others()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var ids = Enumerable.Range(0, 100).Select(_ => _project.Add(status: "deleting").Id).ToList();
        var client = cloud.Client(_time);
        var waits = ids.Select(id => client.Endpoints.WaitUntilGoneAsync(id, null, CancellationToken.None)).ToList();
        foreach (var id in ids)
        {
            _project.Remove(id);
        }
        await using var _ = _time.AutoAdvance();

        await Task.WhenAll(waits).DefaultTimeout();

        Assert.Equal(2, cloud.Count("GET", "/vpc-endpoints/"));
        Assert.Equal(1, cloud.Count("GET", "limit=1000"));
    }

    [Fact]
    public async Task List_that_lacked_what_was_there_is_never_believed_again()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var hidden = _project.Add(status: "deleting").Id;
        var others = Enumerable.Range(0, 40).Select(_ => _project.Add(status: "deleting").Id).ToList();
        _project.Hidden = _ => true;
        var client = cloud.Client(_time);
        using var cancel = new CancellationTokenSource();
        var stays = client.Endpoints.WaitUntilGoneAsync(hidden, null, cancel.Token);
        var waits = others.Select(id => client.Endpoints.WaitUntilGoneAsync(id, null, CancellationToken.None)).ToList();
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync();
        foreach (var id in others)
        {
            _project.Remove(id);
        }
        await using var _ = _time.AutoAdvance();

        await Task.WhenAll(waits).DefaultTimeout();

        Assert.All(others, id => Assert.InRange(cloud.Count("GET", $"/{id}"), 1, 2));
        Assert.False(stays.IsCompleted);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stays.DefaultTimeout());
    }

    [Fact]
    public async Task What_was_not_told_to_go_is_asked_for_however_right_lists_were()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var gone = Enumerable.Range(0, 5).Select(_ => _project.Add(status: "deleting").Id).ToList();
        var client = cloud.Client(_time);
        var deletions = gone.Select(id => client.Endpoints.WaitUntilGoneAsync(id, null, CancellationToken.None))
            .ToList();
        gone.ForEach(_project.Remove);
        await using var _ = _time.AutoAdvance();
        await Task.WhenAll(deletions).DefaultTimeout();
        _project.Hidden = static _ => true;
        var asked = cloud.Count("GET", "/vpc-endpoints/");

        await Task.WhenAll(
                Enumerable
                    .Range(0, 3)
                    .Select(_ => _project.Add().Id)
                    .Select(id => client.Endpoints.WaitUntilSettledAsync(id, null, CancellationToken.None))
            )
            .DefaultTimeout();

        Assert.Equal((2, 3), (asked, cloud.Count("GET", "/vpc-endpoints/") - asked));
    }

    [Fact]
    public async Task Two_waits_ask_for_each_thing()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var (a, b) = (_project.Add().Id, _project.Add(status: "pendingAcceptance").Id);
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var settled = await Task.WhenAll(
                client.Endpoints.WaitUntilSettledAsync(a, null, CancellationToken.None),
                client.Endpoints.WaitUntilSettledAsync(b, null, CancellationToken.None)
            )
            .DefaultTimeout();

        Assert.Equal(["accepted", "pendingAcceptance"], settled.Select(endpoint => endpoint.Status));
        Assert.Equal(0, cloud.Count("GET", "limit"));
    }

    [Fact]
    public async Task Looks_come_after_each_tenth_of_the_wait_within_limits()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var id = _project.Add(status: "creating").Id;
        var wait = cloud.Client(_time).Endpoints.WaitUntilSettledAsync(id, null, CancellationToken.None);

        var steps = new List<(double Waited, double Interval)>();
        for (var look = 1; _time.Elapsed < TimeSpan.FromMinutes(2); look++)
        {
            var waited = _time.Elapsed;
            steps.Add((waited.TotalSeconds, (await _time.AdvanceToNextAsync()).TotalSeconds));
            await _time.UntilTimersAsync();
            Assert.Equal(look, cloud.Calls.Count);
        }

        Assert.All(steps, static step => Assert.Equal(Math.Clamp(step.Waited / 10, 2, 10), step.Interval, 0.01));
        Assert.Equal(10, steps[^1].Interval);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public async Task Who_joins_others_that_wait_for_long_has_its_first_look_soon()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var (old, young) = (_project.Add(status: "creating").Id, _project.Add().Id);
        var client = cloud.Client(_time);
        using var cancel = new CancellationTokenSource();
        var stays = client.Endpoints.WaitUntilSettledAsync(old, null, cancel.Token);
        while (await _time.AdvanceToNextAsync() < TimeSpan.FromSeconds(10))
        {
            await _time.UntilTimersAsync();
        }
        await _time.UntilTimersAsync();
        var (looks, before) = (cloud.Calls.Count, _time.Elapsed);

        var joins = client.Endpoints.WaitUntilSettledAsync(young, null, CancellationToken.None);
        Assert.Equal(TimeSpan.FromSeconds(2), await _time.AdvanceToNextAsync(TimeSpan.FromSeconds(2)));

        Assert.Equal(young, (await joins.DefaultTimeout()).Id);
        Assert.Equal((looks + 2, TimeSpan.FromSeconds(2)), (cloud.Calls.Count, _time.Elapsed - before));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stays.DefaultTimeout());
        await _time.UntilNoTimersAsync(); // the long pause went with the look that came instead
    }

    [Fact]
    public async Task Progress_tells_state_and_time()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoint = _project.Add(status: "creating");
        var seen = new List<WaitProgress>();
        var wait = cloud.Client(_time).Endpoints.WaitUntilSettledAsync(endpoint.Id, seen.Add, CancellationToken.None);
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync();
        endpoint.Status = "accepted";
        await _time.AdvanceToNextAsync();
        await wait.DefaultTimeout();

        Assert.Equal([new("creating", TimeSpan.FromSeconds(2)), new("accepted", TimeSpan.FromSeconds(4))], seen);
    }

    [Fact]
    public async Task Failed_thing_ends_the_wait_with_the_clouds_reasons()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoint = _project.Add(status: "failed");
        endpoint.Error = """[{"error_code":"EndPoint.4004","error_message":"The subnet is not found."}]""";
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud
                .Client(_time)
                .Endpoints.WaitUntilSettledAsync(endpoint.Id, null, CancellationToken.None)
                .DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Failed, error.Class);
        Assert.Contains("EndPoint.4004: The subnet is not found", error.Message, StringComparison.Ordinal);
        Assert.Equal([new CloudError("EndPoint.4004", "The subnet is not found.")], error.Reasons);
    }

    [Fact]
    public async Task Cancelled_wait_leaves_at_once_and_the_others_stay()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var (a, b) = (_project.Add(status: "creating"), _project.Add(status: "creating"));
        var client = cloud.Client(_time);
        using var cancel = new CancellationTokenSource();
        var left = client.Endpoints.WaitUntilSettledAsync(a.Id, null, cancel.Token);
        var stays = client.Endpoints.WaitUntilSettledAsync(b.Id, null, CancellationToken.None);
        await _time.UntilTimersAsync();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.DefaultTimeout());
        b.Status = "accepted";
        await _time.AdvanceToNextAsync();
        Assert.Equal(b.Id, (await stays.DefaultTimeout()).Id);
        Assert.Equal(0, cloud.Count("GET", a.Id));
    }

    [Fact]
    public async Task Nobody_waiting_means_nobody_asking()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        using var cancel = new CancellationTokenSource();
        var wait = client.Endpoints.WaitUntilSettledAsync(_project.Add(status: "creating").Id, null, cancel.Token);
        await _time.UntilTimersAsync();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.DefaultTimeout());
        await _time.UntilNoTimersAsync();
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task New_thing_may_be_invisible_for_a_while()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var wait = cloud.Client(_time).Endpoints.WaitUntilSettledAsync("e0001", null, CancellationToken.None);
        await _time.AdvanceToNextAsync();
        await _time.UntilTimersAsync();
        Assert.Single(cloud.Calls);
        _project.Add();
        await _time.AdvanceToNextAsync();

        Assert.Equal("e0001", (await wait.DefaultTimeout()).Id);
    }

    [Fact]
    public async Task Thing_that_stays_invisible_is_an_error()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud
                .Client(_time)
                .Endpoints.WaitUntilSettledAsync("nowhere", null, CancellationToken.None)
                .DefaultTimeout()
        );

        Assert.Equal(ErrorClass.NotFound, error.Class);
        Assert.InRange(_time.Elapsed, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task Hundred_things_that_lists_hide_cost_few_calls_a_look()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Hidden = static _ => true;
        var client = cloud.Client(_time);
        using var cancel = new CancellationTokenSource();
        var waits = Enumerable
            .Range(0, 100)
            .Select(_ => _project.Add(status: "deleting").Id)
            .Select(id => client.Endpoints.WaitUntilGoneAsync(id, null, cancel.Token))
            .ToList();

        for (var look = 1; look <= 3; look++)
        {
            await _time.AdvanceToNextAsync();
            await _time.UntilTimersAsync();
            // Two as a sample, and then the list is not to be trusted.
            Assert.Equal(2 + (16 * (look - 1)), cloud.Count("GET", "/vpc-endpoints/"));
        }

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waits).DefaultTimeout());
    }

    [Fact]
    public async Task Thing_that_lists_hide_is_not_gone()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var hidden = _project.Add(status: "deleting");
        var others = Enumerable.Range(0, 3).Select(_ => _project.Add(status: "deleting").Id).ToList();
        _project.Hidden = endpoint => endpoint.Id == hidden.Id;
        var client = cloud.Client(_time);
        var gone = client.Endpoints.WaitUntilGoneAsync(hidden.Id, null, CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var rest = others.Select(id => client.Endpoints.WaitUntilGoneAsync(id, null, cancel.Token)).ToList();

        for (var look = 1; look <= 3; look++)
        {
            await _time.AdvanceToNextAsync();
            await _time.UntilTimersAsync();
            Assert.Equal(look, cloud.Count("GET", hidden.Id));
        }

        Assert.False(gone.IsCompleted);
        await _time.UntilTimersAsync();
        _project.Remove(hidden.Id);
        await _time.AdvanceToNextAsync();
        await gone.DefaultTimeout();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(rest).DefaultTimeout());
    }

    [Fact]
    public async Task Passing_fault_does_not_end_a_wait()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var calls = 0;
        _project.Faults = _ => Interlocked.Increment(ref calls) <= 4 ? Fault.BreakAfter : Fault.None;
        var id = _project.Add().Id;
        var client = cloud.Client(_time, options => options with { MaxRetries = 1 });
        await using var _ = _time.AutoAdvance();

        Assert.Equal(
            id,
            (await client.Endpoints.WaitUntilSettledAsync(id, null, CancellationToken.None).DefaultTimeout()).Id
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task Refused_credentials_end_every_wait(int waits)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 403, "EndPoint.0004")
        );
        var client = cloud.Client(_time);
        var all = Enumerable
            .Range(0, waits)
            .Select(number => client.Endpoints.WaitUntilSettledAsync($"e{number}", null, CancellationToken.None))
            .ToList();
        await using var _ = _time.AutoAdvance();

        foreach (var wait in all)
        {
            Assert.Equal(
                ErrorClass.Auth,
                (await Assert.ThrowsAsync<VpcepException>(() => wait.DefaultTimeout())).Class
            );
        }
    }

    [Fact]
    public async Task What_a_waiter_throws_is_its_own()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var (a, b) = (_project.Add().Id, _project.Add().Id);
        var client = cloud.Client(_time);
        var throws = client.Endpoints.Waiter.WaitAsync(
            a,
            _ => throw new InvalidOperationException("mine"),
            null,
            default
        );
        var works = client.Endpoints.WaitUntilSettledAsync(b, null, CancellationToken.None);
        await using var _ = _time.AutoAdvance();

        await Assert.ThrowsAsync<InvalidOperationException>(() => throws.DefaultTimeout());
        Assert.Equal(b, (await works.DefaultTimeout()).Id);
    }

    [Fact]
    public async Task Disposed_client_ends_its_waits()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var client = cloud.Client(_time);
        var wait = client.Endpoints.WaitUntilSettledAsync(_project.Add(status: "creating").Id, null, default);
        await _time.UntilTimersAsync();

        await client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.DefaultTimeout());
    }
}
