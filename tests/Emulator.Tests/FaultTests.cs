using Pulumi.Provider.Testing;

namespace Vpcep.Emulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task Answer_before_the_effect_leaves_nothing_behind()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(Fault.RateLimit with { Operation = "CreateService" });
        var refused = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        Assert.Equal((400, "EndPoint.0022"), (refused.Status, refused.ErrorCode));
        Assert.Empty(cloud.Server.Cloud.Services);
        // It was for one call.
        Assert.Equal(200, (await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody())).Status);
    }

    [Fact]
    public async Task Lost_answer_leaves_the_object_behind()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(Fault.LostAnswer with { Operation = "CreateService" });
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody())
        );
        Assert.Single(cloud.Server.Cloud.Services);
        Assert.Null(Assert.Single(cloud.Server.Calls.All).Status);
    }

    [Fact]
    public async Task Reset_before_the_effect_leaves_nothing_behind()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.Reset, Method = "POST" });
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody())
        );
        Assert.Empty(cloud.Server.Cloud.Services);
    }

    [Fact]
    public async Task Server_error_after_the_effect_leaves_the_object_behind()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Status = 503,
                When = FaultWhen.After,
            }
        );
        var reply = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        Assert.Equal(503, reply.Status);
        Assert.Single(cloud.Server.Cloud.Services);
    }

    [Fact]
    public async Task Too_many_requests_says_when_to_come_back()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(Fault.TooManyRequests(retryAfterSeconds: 4));
        cloud.Server.Faults.Add(Fault.TooManyRequests() with { Skip = 1 });
        var first = await cloud.GetAsync("vpc-endpoints");
        Assert.Equal((429, "APIGW.0308"), (first.Status, first.ErrorCode));
        Assert.Equal(TimeSpan.FromSeconds(4), first.Message.Headers.RetryAfter?.Delta);
        var second = await cloud.GetAsync("vpc-endpoints");
        Assert.Equal((429, null), (second.Status, second.Message.Headers.RetryAfter));
        Assert.Equal(200, (await cloud.GetAsync("vpc-endpoints")).Status);
    }

    [Fact]
    public async Task Html_page_comes_with_its_own_type()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(Fault.HtmlPage());
        var reply = await cloud.GetAsync("vpc-endpoints");
        Assert.Equal((502, "text/html"), (reply.Status, reply.Message.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Fault_strikes_only_the_calls_it_names()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var fault = cloud.Server.Faults.Add(
            new Fault
            {
                Method = "GET",
                Path = "/vpc-endpoints$",
                Skip = 1,
                Count = 2,
                Code = "EndPoint.0001",
            }
        );
        var statuses = new List<int>();
        foreach (var path in (string[])["quotas", "vpc-endpoints", "vpc-endpoints", "vpc-endpoints", "vpc-endpoints"])
        {
            statuses.Add((await cloud.GetAsync(path)).Status);
        }
        Assert.Equal([200, 200, 500, 500, 200], statuses);
        Assert.Equal(2, fault.Struck);
        Assert.Equal(
            [
                [],
                [],
                [fault.Id],
                [fault.Id],
                [],
            ],
            cloud.Server.Calls.All.Select(call => call.Faults)
        );
    }

    [Theory]
    [InlineData(FaultWhen.Before, 0)]
    [InlineData(FaultWhen.After, 1)]
    public async Task Stalled_call_goes_on_when_released(FaultWhen when, int meanwhile)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var fault = cloud.Server.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Kind = FaultKind.Stall,
                When = when,
            }
        );
        var call = cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        await fault.Holding.DefaultTimeout();
        Assert.Equal(meanwhile, cloud.Server.Cloud.Services.Count);
        Assert.False(call.IsCompleted);
        fault.Release();
        Assert.Equal(200, (await call).Status);
        Assert.Single(cloud.Server.Cloud.Services);
    }

    [Fact]
    public async Task Stall_of_some_seconds_ends_by_the_clock()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.Stall, Seconds = 45 });
        var call = cloud.GetAsync("vpc-endpoints");
        await cloud.Time.UntilTimersAsync();
        cloud.Time.Advance(TimeSpan.FromSeconds(45));
        Assert.Equal(200, (await call).Status);
    }

    [Fact]
    public async Task Clock_that_runs_by_itself_waits_for_calls_but_not_for_stalls()
    {
        var time = new ManualTime();
        var served = 0;
        await using var cloud = await EmulatorHarness.StartAsync(
            options =>
                options with
                {
                    WhileServing = () =>
                    {
                        served++;
                        return time.Hold();
                    },
                },
            time
        );
        await using var running = time.AutoAdvance();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.Stall, Seconds = 20 });
        Assert.Equal(200, (await cloud.GetAsync("vpc-endpoints")).Status);
        Assert.Equal(TimeSpan.FromSeconds(20), time.Elapsed);
        // Held once from the start of the call, and again after the stall.
        Assert.Equal(2, served);
    }

    [Fact]
    public async Task Truncated_body_is_whole_on_the_wire_and_broken_as_json()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.Truncate });
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(() => cloud.GetAsync("vpc-endpoints"));
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.Cut });
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => cloud.GetAsync("vpc-endpoints"));
    }

    [Fact]
    public async Task Wrong_types_keep_the_names()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.WrongTypes });
        var listed = await cloud.GetAsync("vpc-endpoints");
        Assert.Equal("""{"endpoints":{},"total_count":[0]}""", listed.Body!.ToJsonString());
    }

    [Fact]
    public async Task Floats_are_the_same_numbers_with_an_exponent()
    {
        await using var cloud = await EmulatorHarness.StartAsync("huaweicloud");
        var id = await cloud.AvailableServiceAsync();
        cloud.Server.Cloud.ChangeService(id, static held => held with { MoreConnections = 3_000_000_000 });
        cloud.Server.Faults.Add(new Fault { Kind = FaultKind.Floats });
        var service = (await cloud.GetAsync("vpc-endpoint-services"))["endpoint_services"][0]!;
        Assert.Equal("3.0e9", service["connection_count"]!.ToJsonString());
        Assert.Equal("8.08e3", service["ports"]![0]!["client_port"]!.ToJsonString());
        Assert.Equal(
            "8080",
            (await cloud.GetAsync($"vpc-endpoint-services/{id}"))["ports"][0]!["client_port"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData(-28_800)]
    [InlineData(8)]
    public async Task Stamps_are_off_by_as_much_as_it_says_and_nothing_else_is(int seconds)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Server.Faults.Add(Fault.LostAnswer with { Operation = "CreateService", StampOff = seconds });
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody())
        );
        Assert.Equal(cloud.Time.GetUtcNow().AddSeconds(seconds), Assert.Single(cloud.Server.Cloud.Services).CreatedAt);

        await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody(serverPort: 91));
        Assert.Equal(cloud.Time.GetUtcNow(), cloud.Server.Cloud.Services[^1].CreatedAt);
    }

    [Fact]
    public async Task A_skewed_date_header_leaves_the_stamps_alone()
    {
        await using var cloud = await EmulatorHarness.StartAsync(static options =>
            options with
            {
                DateSkew = TimeSpan.FromMinutes(7),
            }
        );
        var made = await cloud.PostAsync("vpc-endpoint-services", EmulatorHarness.ServiceBody());
        var now = cloud.Time.GetUtcNow();
        Assert.Equal(now.AddMinutes(7).ToString("r"), made.Message.Headers.Date?.ToString("r"));
        Assert.Equal(now, Assert.Single(cloud.Server.Cloud.Services).CreatedAt);
    }

    [Fact]
    public async Task Missing_dependency_answers_404_though_the_object_exists()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var id = await cloud.AvailableServiceAsync();
        cloud.Server.Faults.Add(new Fault { Operation = "GetService", Code = "EndPoint.4012" });
        var reply = await cloud.GetAsync($"vpc-endpoint-services/{id}");
        Assert.Equal((404, "EndPoint.4012"), (reply.Status, reply.ErrorCode));
        Assert.Equal("The port is not found.", reply.Text("error_msg"));
    }
}
