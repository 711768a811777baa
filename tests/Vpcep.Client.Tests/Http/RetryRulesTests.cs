namespace Vpcep.Client.Tests.Http;

public class RetryRulesTests
{
    private static readonly RetryHistory Fresh = new(0, 5, TimeSpan.Zero, TimeSpan.FromMinutes(5), Renewed: false);

    [Theory]
    // The status does not decide: a rate limit comes as 400, a null body as 504.
    [InlineData(400, "EndPoint.0022", "SlowDown", "SlowDown")]
    [InlineData(429, "APIGW.0308", "SlowDown", "SlowDown")]
    [InlineData(429, null, "SlowDown", "SlowDown")]
    [InlineData(504, "EndPoint.0011", "Stop", "Stop")]
    [InlineData(504, "EndPoint.0012", "Stop", "Stop")]
    // The work may have been done: a create is not repeated.
    [InlineData(504, "EndPoint.0013", "Retry", "Stop")]
    [InlineData(500, "EndPoint.0001", "Retry", "Stop")]
    [InlineData(500, null, "Retry", "Stop")]
    [InlineData(502, null, "Retry", "Stop")]
    [InlineData(503, null, "Retry", "Stop")]
    [InlineData(504, null, "Retry", "Stop")]
    // Nothing has happened: a create is repeated too.
    [InlineData(400, "EndPoint.2004", "Retry", "Retry")]
    [InlineData(400, "EndPoint.2019", "Retry", "Retry")]
    // A step behind the API failed.
    [InlineData(400, "EndPoint.3001", "Retry", "Stop")]
    [InlineData(400, "EndPoint.2022", "Retry", "Stop")]
    [InlineData(401, "EndPoint.0003", "Renew", "Renew")]
    [InlineData(401, null, "Renew", "Renew")]
    [InlineData(400, "EndPoint.1008", "Renew", "Renew")]
    [InlineData(403, "EndPoint.0004", "Stop", "Stop")]
    [InlineData(400, "EndPoint.0002", "Stop", "Stop")]
    [InlineData(400, "EndPoint.3006", "Stop", "Stop")]
    [InlineData(404, "EndPoint.0005", "Stop", "Stop")]
    [InlineData(404, null, "Stop", "Stop")]
    [InlineData(409, null, "Stop", "Stop")]
    public void Refusal_is_judged_by_code_then_by_status(int status, string? code, string idempotent, string create)
    {
        var error = Error(status, code);

        Assert.Equal(idempotent, Decide(AttemptOutcome.Refused, error, RequestSafety.Idempotent).ToString());
        Assert.Equal(create, Decide(AttemptOutcome.Refused, error, RequestSafety.Create).ToString());
    }

    [Theory]
    [InlineData(504, "EndPoint.0013", true)]
    [InlineData(500, "EndPoint.0001", true)]
    [InlineData(502, null, true)]
    [InlineData(504, "EndPoint.0011", false)]
    [InlineData(400, "EndPoint.0022", false)]
    [InlineData(400, "EndPoint.2022", false)]
    [InlineData(400, "EndPoint.0002", false)]
    public void Refused_create_may_have_taken_effect_only_after_faults_of_the_server(
        int status,
        string? code,
        bool may
    ) => Assert.Equal(may, RetryRules.MayHaveTakenEffect(AttemptOutcome.Refused, Error(status, code)));

    [Fact]
    public void Lost_answer_is_retried_unless_it_may_make_a_second_thing()
    {
        var lost = new VpcepException(ErrorClass.Unavailable, "test", "reset");

        Assert.Equal(RetryVerdict.Retry, Decide(AttemptOutcome.Lost, lost, RequestSafety.Idempotent));
        Assert.Equal(RetryVerdict.Stop, Decide(AttemptOutcome.Lost, lost, RequestSafety.Create));
        Assert.True(RetryRules.MayHaveTakenEffect(AttemptOutcome.Lost, lost));
    }

    [Fact]
    public void Refusal_that_nobody_can_tell_the_reason_of_is_final() =>
        Assert.Equal(RetryVerdict.Stop, Decide(AttemptOutcome.Refused, null, RequestSafety.Idempotent));

    [Fact]
    public void Unsent_request_is_retried_whatever_it_makes()
    {
        var refused = new VpcepException(ErrorClass.Unavailable, "test", "no connection");

        Assert.Equal(RetryVerdict.Retry, Decide(AttemptOutcome.NotSent, refused, RequestSafety.Create));
        Assert.False(RetryRules.MayHaveTakenEffect(AttemptOutcome.NotSent, refused));
        Assert.False(RetryRules.MayHaveTakenEffect(AttemptOutcome.NotSent, Error(500, null)));
    }

    [Fact]
    public void Refusal_cut_short_is_asked_for_again_for_nothing_was_done()
    {
        var unread = Error(404, null);

        Assert.Equal(RetryVerdict.Retry, Decide(AttemptOutcome.RefusedUnread, unread, RequestSafety.Create));
        Assert.False(RetryRules.MayHaveTakenEffect(AttemptOutcome.RefusedUnread, unread));
    }

    [Fact]
    public void Untrusted_certificate_is_not_tried_again() =>
        Assert.Equal(
            RetryVerdict.Stop,
            Decide(
                AttemptOutcome.NotSent,
                new VpcepException(ErrorClass.InvalidInput, "test", "untrusted"),
                RequestSafety.Idempotent
            )
        );

    [Fact]
    public void Retries_end_at_their_bound()
    {
        var error = Error(503, null);

        Assert.Equal(RetryVerdict.Retry, Decide(error, Fresh with { Retries = 4 }));
        Assert.Equal(RetryVerdict.Stop, Decide(error, Fresh with { Retries = 5 }));
    }

    [Fact]
    public void Rate_limits_are_bounded_by_patience_and_not_by_retries()
    {
        var error = Error(400, "EndPoint.0022");

        Assert.Equal(RetryVerdict.SlowDown, Decide(error, Fresh with { Retries = 5 }));
        Assert.Equal(RetryVerdict.Stop, Decide(error, Fresh with { Limited = TimeSpan.FromMinutes(5) }));
    }

    [Fact]
    public void Credential_is_renewed_once() =>
        Assert.Equal(RetryVerdict.Stop, Decide(Error(401, "EndPoint.0003"), Fresh with { Renewed = true }));

    [Fact]
    public void Failed_step_is_tried_once_more() =>
        Assert.Equal(RetryVerdict.Stop, Decide(Error(400, "EndPoint.4009"), Fresh with { Retries = 1 }));

    [Theory]
    [InlineData(0, 0.0, 1)]
    [InlineData(0, 0.5, 0.75)]
    [InlineData(3, 0.0, 8)]
    [InlineData(4, 0.0, 16)]
    [InlineData(5, 0.0, 20)]
    [InlineData(1000, 0.0, 20)]
    [InlineData(1000, 1.0, 10)]
    public void Delay_doubles_up_to_a_cap_and_is_spread_below(int retry, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRules.Delay(retry, random, null));

    [Theory]
    [InlineData(7, 7)]
    [InlineData(0.2, 1)]
    [InlineData(4000, 120)]
    public void Delay_is_at_least_what_the_cloud_asks_within_reason(double asked, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryRules.Delay(0, 0, TimeSpan.FromSeconds(asked)));

    private static RetryVerdict Decide(AttemptOutcome outcome, VpcepException? error, RequestSafety safety) =>
        RetryRules.Decide(outcome, error, safety, Fresh);

    private static RetryVerdict Decide(VpcepException error, RetryHistory history) =>
        RetryRules.Decide(AttemptOutcome.Refused, error, RequestSafety.Idempotent, history);

    private static VpcepException Error(int status, string? code) =>
        new(ErrorCodes.ClassOf(code, status), "test", "as documented") { Code = code, HttpStatus = status };
}
