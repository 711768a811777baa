using System.Diagnostics;
using Grpc.Core;

namespace Pulumi.Provider.Loopback;

/// <summary>A span for each call that is served; none, and nothing paid, while nobody listens.</summary>
internal static class CallSpan
{
    /// <summary>The name of the source of these spans.</summary>
    public const string SourceName = "Pulumi.Provider";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a call, as a child of what the caller names in its <c>traceparent</c>.</summary>
    public static Activity? Begin(ServerCallContext context)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var headers = context.RequestHeaders;
        var parent = ActivityContext.TryParse(
            headers.GetValue("traceparent"),
            headers.GetValue("tracestate"),
            isRemote: true,
            out var found
        )
            ? found
            : default;
        var method = context.Method.TrimStart('/');
        return Source
            .StartActivity(method, ActivityKind.Server, parent)
            ?.SetTag("rpc.system", "grpc")
            .SetTag("rpc.method", method);
    }

    /// <summary>Notes how the call ended; without its words, which are for the caller.</summary>
    public static void End(Activity? span, StatusCode code)
    {
        span?.SetTag("rpc.response.status_code", code.ToString());
        if (code is not StatusCode.OK)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }
}
