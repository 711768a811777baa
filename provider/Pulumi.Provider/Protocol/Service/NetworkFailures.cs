using System.Net;
using System.Net.Sockets;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>What failures of the framework's own clients are, where the provider does not explain them: none is its bug.</summary>
internal static class NetworkFailures
{
    /// <summary>What the failure is; null for those that are none of the network.</summary>
    public static OperationException? Explain(Exception failure) =>
        failure switch
        {
            HttpRequestException request => new(Kind(request), Words(request), request),
            SocketException => new(FailureKind.Unavailable, failure.Message, failure),
            TimeoutException => new(FailureKind.TimedOut, failure.Message, failure),
            OperationCanceledException { InnerException: TimeoutException } => new(
                FailureKind.TimedOut,
                failure.Message,
                failure
            ),
            AggregateException { InnerExceptions: [var only] } => Explain(only),
            _ => null,
        };

    private static FailureKind Kind(HttpRequestException request) =>
        request.StatusCode switch
        {
            null => request.HttpRequestError
                is HttpRequestError.NameResolutionError
                    or HttpRequestError.ConnectionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
                ? FailureKind.Unavailable
                : FailureKind.Unknown,
            HttpStatusCode.Unauthorized => FailureKind.Unauthenticated,
            HttpStatusCode.Forbidden => FailureKind.PermissionDenied,
            HttpStatusCode.NotFound or HttpStatusCode.Gone => FailureKind.NotFound,
            HttpStatusCode.Conflict => FailureKind.FailedPrecondition,
            HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => FailureKind.TimedOut,
            HttpStatusCode.TooManyRequests => FailureKind.Exhausted,
            >= HttpStatusCode.InternalServerError => FailureKind.Unavailable,
            >= HttpStatusCode.BadRequest => FailureKind.InvalidInput,
            _ => FailureKind.Unknown,
        };

    // What lies beneath is what went wrong: the outermost says no more than that something did.
    private static string Words(HttpRequestException request) =>
        request is { StatusCode: null, InnerException: { } inner } && inner.Message != request.Message
            ? $"{request.Message} ({inner.Message})"
            : request.Message;
}
