using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

/// <summary>A create never makes two things and never forgets one, whatever happens to its answer.</summary>
public class LostAnswerTests
{
    private static readonly CreateEndpointRequest Request = new()
    {
        EndpointServiceId = "svc",
        VpcId = "vpc",
        SubnetId = "net",
    };

    private readonly ManualTime _time = new();
    private readonly FakeProject _project;

    public LostAnswerTests() => _project = new FakeProject(_time);

    [Theory]
    [InlineData("BreakAfter")]
    [InlineData("GatewayTimeoutAfter")]
    [InlineData("CutAfter")]
    [InlineData("NamelessAfter")]
    public async Task Lost_answer_is_made_good_by_finding_what_was_made(string fault)
    {
        _project.Add();
        _time.Advance(TimeSpan.FromMinutes(1));
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Enum.Parse<Fault>(fault));
        await using var _ = _time.AutoAdvance();

        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal("e0002", made.Id);
        Assert.Equal(2, _project.Count);
        Assert.Equal(1, cloud.Count("POST", "vpc-endpoints"));
        Assert.Contains(
            cloud.Log.Notices,
            notice => notice.Contains("looking for what it made", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Request_that_took_no_effect_is_sent_again_after_looking()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.BreakBefore);
        await using var _ = _time.AutoAdvance();

        var begun = _time.Elapsed;
        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        // After this long what was sent counts as without effect.
        Assert.True(_time.Elapsed - begun >= TimeSpan.FromSeconds(14));
        Assert.Equal("e0001", made.Id);
        Assert.Equal(1, _project.Count);
        Assert.Equal(["GET", "POST", "GET", "GET", "GET", "GET", "POST"], cloud.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task List_that_lags_behind_is_looked_at_again()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.BreakAfter);
        _project.Hidden = _ => cloud.Count("GET", "vpc-endpoints") < 4;
        await using var _ = _time.AutoAdvance();

        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal("e0001", made.Id);
        Assert.Equal(1, _project.Count);
    }

    [Fact]
    public async Task Several_candidates_are_an_error_that_names_them()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.BreakAfter);
        _project.Before = call =>
        {
            if (call.Method == "POST")
            {
                _project.Add();
            }
            return Task.CompletedTask;
        };
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Unknown, error.Class);
        Assert.Equal(["e0001", "e0002"], error.Candidates.Order(StringComparer.Ordinal));
        Assert.Contains("e0001", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, cloud.Count("POST", "vpc-endpoints"));
    }

    [Fact]
    public async Task What_was_lost_and_found_again_speaks_for_no_later_one()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoints = cloud.Client(_time).Endpoints;
        _project.Faults = FirstPost(Fault.BreakAfter);
        await using var _ = _time.AutoAdvance();
        Assert.Equal("e0001", (await endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout()).Id);
        _project.Faults = FirstPost(Fault.BreakAfter);
        _project.Before = call =>
        {
            if (call.Method == "POST")
            {
                _project.Add();
            }
            return Task.CompletedTask;
        };

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(["e0002", "e0003"], error.Candidates.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("other", "vpc", "net")]
    [InlineData("svc", "other", "net")]
    [InlineData("svc", "vpc", "other")]
    public async Task What_someone_else_made_meanwhile_is_not_taken(string service, string vpc, string subnet)
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.BreakBefore);
        _project.Before = call =>
        {
            if (call.Method == "POST" && _project.Count == 0)
            {
                _project.Add(service, vpc, subnet);
            }
            return Task.CompletedTask;
        };
        await using var _ = _time.AutoAdvance();

        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal("e0002", made.Id);
        Assert.Equal(2, cloud.Count("POST", "vpc-endpoints"));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(0, -4)]
    [InlineData(600, 0)]
    [InlineData(-600, 0)]
    [InlineData(0, -8 * 3600)]
    [InlineData(0, 8 * 3600)]
    [InlineData(-90, 5 * 3600)]
    [InlineData(90, -400 * 86400)]
    public async Task Clocks_and_stamps_neither_hide_what_was_made_nor_show_what_was_there(int clock, int stamps)
    {
        (_project.Skew, _project.StampSkew) = (TimeSpan.FromSeconds(clock), TimeSpan.FromSeconds(stamps));
        _project.Add();
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.GatewayTimeoutAfter);
        await using var _ = _time.AutoAdvance();

        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal("e0002", made.Id);
        Assert.Equal(2, _project.Count);
    }

    [Fact]
    public async Task What_is_equal_and_came_meanwhile_is_taken()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.BreakBefore);
        _project.Before = call =>
        {
            if (call.Method == "POST" && _project.Count == 0)
            {
                _project.Add();
            }
            return Task.CompletedTask;
        };
        await using var _ = _time.AutoAdvance();

        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal("e0001", made.Id);
        Assert.Equal(1, cloud.Count("POST", "vpc-endpoints"));
    }

    [Fact]
    public async Task What_was_there_is_not_taken_for_what_took_no_effect()
    {
        _project.Add();
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = FirstPost(Fault.BreakBefore);
        await using var _ = _time.AutoAdvance();

        var made = await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal("e0002", made.Id);
        Assert.Equal(2, cloud.Count("POST", "vpc-endpoints"));
    }

    [Theory]
    [InlineData("BreakBefore")]
    [InlineData("BreakAfter")]
    public async Task What_may_have_been_there_is_named_and_nothing_is_sent_again(string fault)
    {
        _project.Add();
        var refused = 1;
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Method == "GET" && Interlocked.Decrement(ref refused) >= 0
                    ? FakeCloud.ErrorAsync(context, 403, "EndPoint.0004")
                    : _project.AnswerAsync(context, call)
        );
        _project.Faults = FirstPost(Enum.Parse<Fault>(fault));
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Unknown, error.Class);
        Assert.Equal(_project.Ids, error.Candidates.Order(StringComparer.Ordinal));
        Assert.Equal(1, cloud.Count("POST", "vpc-endpoints"));
    }

    [Fact]
    public async Task Creates_of_a_minute_share_one_look_at_what_is_there()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoints = cloud.Client(_time).Endpoints;
        Task CreateAsync() => endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        await Task.WhenAll(CreateAsync(), CreateAsync(), CreateAsync());
        await CreateAsync();
        Assert.Equal(1, cloud.Count("GET", "vpc-endpoints"));

        _time.Advance(TimeSpan.FromMinutes(2));
        await CreateAsync();
        Assert.Equal(2, cloud.Count("GET", "vpc-endpoints"));
    }

    [Fact]
    public async Task Refused_create_is_neither_searched_for_nor_repeated()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.2012")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal((ErrorClass.Auth, "EndPoint.2012"), (error.Class, error.Code));
        Assert.Equal(["GET", "POST"], cloud.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Rate_limited_create_is_sent_again_without_a_search()
    {
        var limited = 1;
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Method == "POST" && Interlocked.Decrement(ref limited) >= 0
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.0022")
                    : _project.AnswerAsync(context, call)
        );
        await using var _ = _time.AutoAdvance();

        await cloud.Client(_time).Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout();

        Assert.Equal(["GET", "POST", "POST"], cloud.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Create_under_way_is_not_torn_by_cancellation()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Before = call =>
        {
            if (call.Method != "POST")
            {
                return Task.CompletedTask;
            }
            arrived.SetResult();
            return release.Task;
        };
        using var cancel = new CancellationTokenSource();
        var create = cloud.Client(_time).Endpoints.CreateAsync(Request, cancel.Token);
        await arrived.Task.DefaultTimeout();

        await cancel.CancelAsync();
        Assert.False(create.IsCompleted);
        release.SetResult();

        Assert.Equal("e0001", (await create.DefaultTimeout()).Id);
    }

    [Fact]
    public async Task Cancelled_create_that_lost_its_answer_still_looks_once()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);

        var made = await CreateCancelledAsync(cloud, Fault.BreakAfter);

        Assert.Equal("e0001", made.Id);
    }

    [Fact]
    public async Task Cancelled_create_that_finds_nothing_leaves_the_outcome_open()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);

        var error = await Assert.ThrowsAsync<VpcepException>(() => CreateCancelledAsync(cloud, Fault.BreakBefore));

        Assert.Equal(ErrorClass.Unknown, error.Class);
        Assert.Contains("cancelled before that could be told", error.Message, StringComparison.Ordinal);
        Assert.Equal(["GET", "POST", "GET"], cloud.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task Create_cancelled_before_it_is_sent_makes_nothing()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            cloud.Client(_time).Endpoints.CreateAsync(Request, cancel.Token).DefaultTimeout()
        );

        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Cloud_that_loses_every_answer_and_shows_no_list_leaves_the_outcome_open()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        _project.Faults = _ => Fault.BreakAfter;
        var client = cloud.Client(_time, options => options with { MaxRetries = 1 });
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Endpoints.CreateAsync(Request, CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Unknown, error.Class);
        Assert.Contains("cannot be looked for", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, _project.Count);
    }

    // Cancelled while its request is under way, which has the fault.
    private async Task<Endpoint> CreateCancelledAsync(FakeCloud cloud, Fault fault)
    {
        using var cancel = new CancellationTokenSource();
        _project.Faults = FirstPost(fault);
        _project.Before = call => call.Method == "POST" ? cancel.CancelAsync() : Task.CompletedTask;
        return await cloud.Client(_time).Endpoints.CreateAsync(Request, cancel.Token).DefaultTimeout();
    }

    private static Func<SeenCall, Fault> FirstPost(Fault fault)
    {
        var posts = 0;
        return call => call.Method == "POST" && Interlocked.Increment(ref posts) == 1 ? fault : Fault.None;
    }
}
