using System.Diagnostics;

namespace Vpcep.Client;

/// <summary>A span for each request that is sent; none, and nothing paid, while nobody listens.</summary>
internal static class HttpSpan
{
    private static readonly ActivitySource Source = new(VpcepClient.TraceSource);

    /// <summary>Begins it. The query stays out: filters can repeat what a program keeps secret.</summary>
    public static Activity? Begin(HttpMethod method, Uri uri) =>
        Source
            .StartActivity(method.Method, ActivityKind.Client)
            ?.SetTag("http.request.method", method.Method)
            .SetTag("server.address", uri.Host)
            .SetTag("url.path", uri.AbsolutePath);

    /// <summary>Notes how it ended.</summary>
    /// <param name="span">The span.</param>
    /// <param name="status">The HTTP status; null when no answer came.</param>
    /// <param name="requestId">The cloud's id of the request.</param>
    public static void End(Activity? span, int? status, string? requestId)
    {
        span?.SetTag("http.response.status_code", status).SetTag("cloud.request_id", requestId);
        if (status is null or >= 400)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }
}
