using System.Globalization;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Authentication;

/// <summary>Signatures carry the time, and the cloud's clock is the one that counts.</summary>
public sealed class SkewTests
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    private readonly ManualTime _time = new();

    /// <summary>A cloud that is ahead, and refuses signatures that are too far off.</summary>
    private Task<FakeCloud> CloudAsync(TimeSpan ahead, bool dated = true) =>
        FakeCloud.StartAsync(
            (context, call) =>
            {
                var now = _time.GetUtcNow() + ahead;
                context.Response.Headers.Date = dated ? now.ToString("R", CultureInfo.InvariantCulture) : "";
                var signed = DateTimeOffset.ParseExact(
                    call.Headers["x-sdk-date"],
                    "yyyyMMdd'T'HHmmss'Z'",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal
                );
                return (now - signed).Duration() > Tolerance
                    ? FakeCloud.ErrorAsync(context, 401, "APIGW.0301", "Incorrect IAM authentication information")
                    : FakeCloud.JsonAsync(context, """{"id":"s1"}""");
            }
        );

    /// <summary>A cloud that refuses everything, and is ahead by as much as is asked for at each answer.</summary>
    private Task<FakeCloud> RefusingAsync(Func<TimeSpan> ahead, int status = 401, string code = "APIGW.0301") =>
        FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.Headers.Date = (_time.GetUtcNow() + ahead()).ToString(
                    "R",
                    CultureInfo.InvariantCulture
                );
                return FakeCloud.ErrorAsync(context, status, code);
            }
        );

    private VpcepClient Client(FakeCloud cloud) =>
        cloud.Client(
            _time,
            static options => options with { Credential = new AccessKeyCredential("AK-canary", "SK-canary") }
        );

    public static TheoryData<double> Hours => [0, 0.2, -0.2, 0.3, -0.3, 3, -3, 24 * 400, -24 * 400];

    [Theory]
    [MemberData(nameof(Hours))]
    public async Task Whatever_this_machine_says_the_second_try_is_signed_by_the_clouds_clock(double hours)
    {
        var ahead = TimeSpan.FromHours(hours);
        await using var cloud = await CloudAsync(ahead);
        var client = Client(cloud);

        Assert.Equal("s1", (await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout())!.Id);
        var first = cloud.Calls.Count;
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        _time.Advance(TimeSpan.FromHours(5));
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal(ahead.Duration() > Tolerance ? 2 : 1, first);
        Assert.Equal(first + 2, cloud.Calls.Count); // and no other is refused
    }

    [Fact]
    public async Task A_clock_that_is_set_right_in_the_middle_is_noticed()
    {
        var ahead = TimeSpan.FromHours(2);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                context.Response.Headers.Date = (_time.GetUtcNow() + ahead).ToString("R", CultureInfo.InvariantCulture);
                return FakeCloud.JsonAsync(context, """{"id":"s1"}""");
            }
        );
        var client = Client(cloud);
        async Task<string> SignedAtAsync()
        {
            await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
            return cloud.Calls.Last().Headers["x-sdk-date"];
        }

        await SignedAtAsync();
        Assert.StartsWith("20260304T14", await SignedAtAsync(), StringComparison.Ordinal);
        ahead = TimeSpan.Zero;
        await SignedAtAsync();
        Assert.StartsWith("20260304T12", await SignedAtAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "behind")]
    [InlineData(-1, "ahead of")]
    public async Task A_refusal_that_stays_says_how_far_the_clock_is_off(int sign, string word)
    {
        var ahead = sign * TimeSpan.FromMinutes(25);
        await using var cloud = await RefusingAsync(() => ahead);
        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(2, cloud.Calls.Count);
        Assert.Equal(
            [$"the clock of this machine is 25 min {word} the cloud's; signing by the cloud's"],
            cloud.Log.Notices
        );
        Assert.EndsWith(
            $"the clock of this machine is 25 min {word} the cloud's",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_clock_that_is_never_the_same_is_followed_once()
    {
        var ahead = TimeSpan.FromHours(1);
        await using var cloud = await RefusingAsync(() => ahead = -ahead);

        await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(2, cloud.Calls.Count);
    }

    [Theory]
    [InlineData(400, "EndPoint.0002", true)]
    [InlineData(401, "EndPoint.0003", false)]
    public async Task What_is_refused_for_something_else_or_was_not_signed_is_not_blamed_on_the_clock(
        int status,
        string code,
        bool signed
    )
    {
        await using var cloud = await RefusingAsync(static () => TimeSpan.FromMinutes(25), status, code);
        var client = signed ? Client(cloud) : cloud.Client(_time);
        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Single(cloud.Calls);
        Assert.Null(error.ClockAhead);
    }

    [Fact]
    public async Task A_clock_that_is_right_is_not_blamed_and_nothing_is_sent_twice()
    {
        await using var cloud = await RefusingAsync(static () => TimeSpan.Zero);
        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Single(cloud.Calls);
        Assert.DoesNotContain("clock of this machine", error.Message, StringComparison.Ordinal);
    }
}
