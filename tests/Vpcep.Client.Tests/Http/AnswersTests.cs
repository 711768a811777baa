using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Vpcep.Client.Tests.Http;

/// <summary>What an answer comes to, by its status, its headers and its body.</summary>
public class AnswersTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private static async Task<Attempt> JudgeAsync(
        int status,
        string body,
        Action<HttpResponseMessage>? change = null,
        string type = "application/json",
        string? requestId = "header"
    )
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        change?.Invoke(response);
        var read = await AnswerBody.ReadAsync(response, 10_000, CancellationToken.None);
        return Answers.Judge(new ApiRequest(HttpMethod.Get, "/", "look"), response, read, requestId, Now);
    }

    [Theory]
    [InlineData(200, "{}", "Succeeded", null, null, false)]
    [InlineData(299, "{}", "Succeeded", null, null, false)]
    [InlineData(300, "{}", "Succeeded", null, null, false)]
    [InlineData(
        399,
        "{}",
        "Refused",
        "InvalidInput",
        "the host answers with a redirect to nowhere, which is not followed: credentials stay with the host they are for",
        true
    )]
    [InlineData(400, "{\"error_msg\":\"no\"}", "Refused", "InvalidInput", "no", false)]
    [InlineData(400, "{\"error_msg\":\"n", "RefusedUnread", "InvalidInput", "{\"error_msg\":\"n", false)]
    [InlineData(499, "{\"error_msg\":\"n", "RefusedUnread", "InvalidInput", "{\"error_msg\":\"n", false)]
    [InlineData(500, "{\"error_msg\":\"n", "Refused", "Unavailable", "{\"error_msg\":\"n", false)]
    [InlineData(503, "", "Refused", "Unavailable", "the host answers 503 Service Unavailable", false)]
    [InlineData(200, "", "Lost", "Unavailable", "the answer is empty", false)]
    [InlineData(200, "words", "Lost", "Unavailable", "the answer cannot be understood: it is no JSON", true)]
    [InlineData(200, " <p>", "Lost", "Unavailable", "a web page instead of an API answer", true)]
    [InlineData(502, "<p>", "Refused", "Unavailable", "a web page instead of an API answer", true)]
    public async Task By_its_status_and_body(
        int status,
        string body,
        string outcome,
        string? kind,
        string? problem,
        bool foreign
    )
    {
        using var attempt = await JudgeAsync(status, body);

        Assert.Equal(outcome, attempt.Outcome.ToString());
        Assert.Equal((kind, problem), (attempt.Error?.Class.ToString(), attempt.Error?.Problem));
        if (attempt.Error is { } error)
        {
            Assert.Equal((status, "header", foreign), (error.HttpStatus, error.RequestId, error.IsForeign));
            Assert.NotNull(error.Hint);
            Assert.Equal(foreign, error.Hint.StartsWith("Check the endpoint", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("https://other.test/x", "other.test")]
    [InlineData("/x", "another path")]
    public async Task A_redirect_names_where_it_leads(string location, string named)
    {
        foreach (var status in (int[])[300, 302])
        {
            using var attempt = await JudgeAsync(
                status,
                "{}",
                answer => answer.Headers.Location = new Uri(location, UriKind.RelativeOrAbsolute)
            );

            Assert.Contains($"a redirect to {named},", attempt.Error!.Problem, StringComparison.Ordinal);
            Assert.Equal("Check the endpoint", attempt.Error.Hint);
        }
    }

    [Theory]
    [InlineData("""{"request_id":"own","error":{"request_id":"inner"}}""", null, "own")]
    [InlineData("""{"error":{"request_id":"inner"}}""", null, "inner")]
    [InlineData("""{"request_id":"own"}""", "header", "header")]
    [InlineData("""{"error":[]}""", null, null)]
    [InlineData("""{"error":[1]}""", null, null)]
    public async Task The_request_id_is_that_of_the_header_or_else_of_the_body(
        string body,
        string? header,
        string? expected
    )
    {
        using var attempt = await JudgeAsync(400, body, requestId: header);

        Assert.Equal(expected, attempt.Error!.RequestId);
    }

    [Theory]
    [InlineData(600)]
    [InlineData(601)]
    public async Task A_long_message_is_cut(int length)
    {
        var text = new string('a', length);

        using var attempt = await JudgeAsync(400, $$"""{"error_msg":"{{text}}"}""");

        Assert.Equal(length == 600 ? text : text[..600] + "…", attempt.Error!.Problem);
    }

    public static TheoryData<RetryConditionHeaderValue?, DateTimeOffset?, int?> Pauses() =>
        new()
        {
            { null, null, null },
            { new(TimeSpan.FromSeconds(7)), null, 7 },
            { new(TimeSpan.Zero), null, null },
            { new(Now.AddSeconds(9)), null, 9 },
            // By the clock of whoever wrote it, where that is known.
            { new(Now.AddSeconds(9)), Now.AddSeconds(4), 5 },
            { new(Now.AddSeconds(-9)), null, null },
        };

    [Theory]
    [MemberData(nameof(Pauses))]
    public async Task A_pause_is_asked_for_in_seconds_or_until_a_moment(
        RetryConditionHeaderValue? asked,
        DateTimeOffset? date,
        int? seconds
    )
    {
        using var attempt = await JudgeAsync(
            429,
            "{}",
            answer => (answer.Headers.RetryAfter, answer.Headers.Date) = (asked, date)
        );

        Assert.Equal(seconds is { } some ? TimeSpan.FromSeconds(some) : null, attempt.Error!.RetryAfter);
    }

    [Fact]
    public async Task A_page_is_told_by_its_type_too_and_what_says_packed_and_is_not_is_refused()
    {
        using var attempt = await JudgeAsync(502, "sorry", type: "text/html");
        Assert.Equal("a web page instead of an API answer", attempt.Error!.Problem);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() =>
            JudgeAsync(200, "{}", static answer => answer.Content.Headers.ContentEncoding.Add("GZIP"))
        );
        Assert.Equal(HttpRequestError.InvalidResponse, error.HttpRequestError);
    }

    public static TheoryData<Exception, bool, string> Failures() =>
        new()
        {
            { new IOException("x"), true, "timed out" },
            { new IOException("outer", new IOException("inner.")), false, "the connection broke: inner" },
            { new HttpRequestException(HttpRequestError.NameResolutionError), false, "the host name is not known" },
            { new HttpRequestException(HttpRequestError.ConnectionError), false, "the host cannot be reached" },
            { new HttpRequestException(HttpRequestError.SecureConnectionError, "x"), false, "no secure connection: x" },
            { new HttpRequestException(HttpRequestError.ResponseEnded), false, "the host hung up without an answer" },
            { new HttpRequestException(HttpRequestError.ProxyTunnelError, "x"), false, "the proxy refuses: x" },
            { new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, "large"), false, "large" },
            { new HttpRequestException(HttpRequestError.Unknown, "x"), false, "the connection broke: x" },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_failure_on_the_way_is_told_in_words(Exception failure, bool timedOut, string words) =>
        Assert.Equal(words, Answers.Describe(failure, timedOut));
}
