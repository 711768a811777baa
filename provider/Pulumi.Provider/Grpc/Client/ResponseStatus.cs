using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Client;

/// <summary>How a response, or the lack of one, says that a call failed.</summary>
internal static class ResponseStatus
{
    /// <summary>Whether the body holds gRPC messages.</summary>
    public static bool IsGrpc(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.OK && HeaderNames.IsGrpc(Value(response.Content.Headers, "Content-Type"));

    /// <summary>The encoding of compressed messages.</summary>
    public static string? Encoding(HttpResponseMessage response) => Value(response.Headers, HeaderNames.Encoding);

    /// <summary>The failure a fully read response tells of; null when the call succeeded.</summary>
    public static RpcException? FailureOf(HttpResponseMessage response)
    {
        // Trailers-only responses have the status among the headers.
        var headers = Value(response.Headers, HeaderNames.Status) is null ? response.TrailingHeaders : response.Headers;
        var status = Value(headers, HeaderNames.Status);
        if (status is null)
        {
            return new(
                StatusMapping.FromHttp(response.StatusCode),
                $"the server answered without a gRPC status (HTTP {(int)response.StatusCode})"
            );
        }

        if (status == "0")
        {
            return null;
        }

        var known =
            int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 16;
        var details = Value(headers, HeaderNames.StatusDetails);
        return new(
            known ? (StatusCode)number : StatusCode.Unknown,
            PercentEncoding.Decode(Value(headers, HeaderNames.Message) ?? ""),
            details is null ? [] : StatusDetails.Decode(details)
        );
    }

    /// <summary>The failure of a call whose connection or stream broke.</summary>
    public static RpcException OfBrokenTransport(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException reset)
            {
                return new(StatusMapping.FromReset(reset.ErrorCode), $"the server reset the call: {reset.Message}");
            }
        }

        return new(StatusCode.Unavailable, failure.Message);
    }

    private static string? Value(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
