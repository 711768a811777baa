using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

/// <summary>Creates that look alike never get each other's results, nor does a recovery.</summary>
public class CreateRaceTests
{
    private static readonly CreateEndpointRequest Request = new()
    {
        EndpointServiceId = "svc",
        VpcId = "vpc",
        SubnetId = "net",
    };

    private readonly ManualTime _time = new();
    private readonly FakeProject _project;

    public CreateRaceTests() => _project = new FakeProject(_time);

    [Fact]
    public async Task Twins_that_all_lose_their_answers_get_one_each()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var posts = 0;
        _project.Faults = call =>
            call.Method == "POST" && Interlocked.Increment(ref posts) <= 6 ? Fault.BreakAfter : Fault.None;
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var made = await Task.WhenAll(
                Enumerable.Range(0, 10).Select(_ => client.Endpoints.CreateAsync(Request, CancellationToken.None))
            )
            .DefaultTimeout();

        Assert.Equal(_project.Ids, made.Select(endpoint => endpoint.Id).Order(StringComparer.Ordinal));
        Assert.Equal(10, cloud.Count("POST", "vpc-endpoints"));
    }

    [Fact]
    public async Task Twins_of_which_some_took_effect_get_one_each()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var posts = 0;
        _project.Faults = call =>
            call.Method != "POST"
                ? Fault.None
                : Interlocked.Increment(ref posts) switch
                {
                    1 or 3 => Fault.BreakBefore,
                    2 or 4 => Fault.BreakAfter,
                    _ => Fault.None,
                };
        var client = cloud.Client(_time);
        await using var _ = _time.AutoAdvance();

        var made = await Task.WhenAll(
                Enumerable.Range(0, 6).Select(_ => client.Endpoints.CreateAsync(Request, CancellationToken.None))
            )
            .DefaultTimeout();

        Assert.Equal(_project.Ids, made.Select(endpoint => endpoint.Id).Order(StringComparer.Ordinal));
        Assert.Equal(6, _project.Count);
    }

    [Fact]
    public async Task Twin_that_lost_its_answer_does_not_take_what_the_other_is_making()
    {
        var held = new HeldAnswer(_project, post: 1);
        await using var cloud = await FakeCloud.StartAsync(held.AnswerAsync);
        var posts = 0;
        _project.Faults = call =>
            call.Method == "POST" && Interlocked.Increment(ref posts) == 1 ? Fault.BreakBefore : Fault.None;
        var endpoints = cloud.Client(_time).Endpoints;
        var slow = endpoints.CreateAsync(Request, CancellationToken.None);
        await held.Made.DefaultTimeout();

        var lost = endpoints.CreateAsync(Request, CancellationToken.None);
        await cloud.Log.UntilNoticeAsync("looking for what it made").DefaultTimeout();
        await endpoints.GetAsync("other", CancellationToken.None).DefaultTimeout();
        held.Release();
        await using var _ = _time.AutoAdvance();

        Assert.Equal("e0001", (await slow.DefaultTimeout()).Id);
        Assert.Equal("e0002", (await lost.DefaultTimeout()).Id);
        Assert.False(held.WasListedWhileHeld);
    }

    [Fact]
    public async Task Recovery_finds_what_an_earlier_process_made_and_gives_it_to_one_owner()
    {
        await using var cloud = await FakeCloud.StartAsync(_project.AnswerAsync);
        var endpoints = cloud.Client(_time).Endpoints;
        _project.Add();
        var before = await endpoints.BeforeCreateAsync(Request, CancellationToken.None).DefaultTimeout();
        _project.Add();

        var found = await endpoints.FindCreatedAsync(Request, before, CancellationToken.None).DefaultTimeout();
        var all = await endpoints.FindCreatedAsync(Request, null, CancellationToken.None).DefaultTimeout();

        Assert.Equal(["e0002"], found.Select(endpoint => endpoint.Id));
        Assert.Equal(2, all.Count);
        Assert.True(endpoints.TryClaim("e0002"));
        Assert.False(endpoints.TryClaim("e0002"));
        Assert.Empty(await endpoints.FindCreatedAsync(Request, before, CancellationToken.None));
    }

    [Fact]
    public async Task Recovery_does_not_take_what_a_create_under_way_is_making()
    {
        var held = new HeldAnswer(_project, post: 1);
        await using var cloud = await FakeCloud.StartAsync(held.AnswerAsync);
        var endpoints = cloud.Client(_time).Endpoints;
        var create = endpoints.CreateAsync(Request, CancellationToken.None);
        await held.Made.DefaultTimeout();

        var recovery = endpoints.FindCreatedAsync(Request, new HashSet<string>(), CancellationToken.None);
        // Whatever the recovery would send by now arrives before the answer to this.
        await endpoints.GetAsync("other", CancellationToken.None).DefaultTimeout();
        held.Release();

        Assert.Equal("e0001", (await create.DefaultTimeout()).Id);
        Assert.Empty(await recovery.DefaultTimeout());
        Assert.False(held.WasListedWhileHeld);
    }

    /// <summary>A project that makes what one POST asks for, and keeps the answer back.</summary>
    private sealed class HeldAnswer(FakeProject project, int post)
    {
        private readonly TaskCompletionSource _made = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _posts;

        public Task Made => _made.Task;

        public bool WasListedWhileHeld { get; private set; }

        public void Release() => _release.SetResult();

        public async Task AnswerAsync(Microsoft.AspNetCore.Http.HttpContext context, SeenCall call)
        {
            if (call.Method == "GET" && call.Path.EndsWith("/vpc-endpoints", StringComparison.Ordinal))
            {
                WasListedWhileHeld |= _made.Task.IsCompleted && !_release.Task.IsCompleted;
            }
            if (call.Method != "POST" || Interlocked.Increment(ref _posts) != post)
            {
                await project.AnswerAsync(context, call);
                return;
            }
            var endpoint = project.Add(status: "creating");
            _made.SetResult();
            await _release.Task;
            await FakeCloud.JsonAsync(context, endpoint.Json());
        }
    }
}
