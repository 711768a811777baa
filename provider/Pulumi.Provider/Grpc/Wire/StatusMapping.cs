using System.Net;

namespace Pulumi.Provider.Grpc.Wire;

/// <summary>What a failure below gRPC means in gRPC's codes.</summary>
internal static class StatusMapping
{
    /// <summary>The code of an HTTP answer that has no grpc-status.</summary>
    public static StatusCode FromHttp(HttpStatusCode status) =>
        (int)status switch
        {
            400 => StatusCode.Internal,
            401 => StatusCode.Unauthenticated,
            403 => StatusCode.PermissionDenied,
            404 => StatusCode.Unimplemented,
            429 or 502 or 503 or 504 => StatusCode.Unavailable,
            _ => StatusCode.Unknown,
        };

    /// <summary>The code of a stream that the other side reset, by the HTTP/2 error code.</summary>
    public static StatusCode FromReset(long http2Error) =>
        http2Error switch
        {
            7 => StatusCode.Unavailable, // REFUSED_STREAM
            8 => StatusCode.Cancelled, // CANCEL
            11 => StatusCode.ResourceExhausted, // ENHANCE_YOUR_CALM
            12 => StatusCode.PermissionDenied, // INADEQUATE_SECURITY
            _ => StatusCode.Internal,
        };
}
