using System.Diagnostics;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

/// <summary>Each request is a span, for those who listen.</summary>
public sealed class HttpSpanTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(200, ActivityStatusCode.Unset)]
    [InlineData(302, ActivityStatusCode.Unset)]
    [InlineData(400, ActivityStatusCode.Error)]
    [InlineData(404, ActivityStatusCode.Error)]
    [InlineData(0, ActivityStatusCode.Error)]
    public async Task Span_tells_how_a_request_ended(int status, ActivityStatusCode expected)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                if (status == 0)
                {
                    context.Abort();
                    return Task.CompletedTask;
                }
                context.Response.Headers["X-Request-Id"] = "req-1";
                return FakeCloud.JsonAsync(context, """{"id":"s1"}""", status);
            }
        );
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == VpcepClient.TraceSource,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            // Other tests send requests beside this one.
            ActivityStopped = span =>
            {
                if ((string?)span.GetTagItem("url.path") == $"/v1/p0/vpc-endpoint-services/span-{status}")
                {
                    lock (spans)
                    {
                        spans.Add(span);
                    }
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var client = cloud.Client(_time, static options => options with { MaxRetries = 0 });

        await Record.ExceptionAsync(() =>
            client.Services.GetAsync($"span-{status}", CancellationToken.None).DefaultTimeout()
        );

        var told = Assert.Single(spans);
        Assert.Equal(expected, told.Status);
        Assert.Equal(status == 0 ? null : status, (int?)told.GetTagItem("http.response.status_code"));
        Assert.Equal(status == 0 ? null : "req-1", told.GetTagItem("cloud.request_id"));
    }
}
