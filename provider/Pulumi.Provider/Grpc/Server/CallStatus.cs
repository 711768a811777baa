using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Server;

/// <summary>How a call ended.</summary>
internal sealed record CallStatus(StatusCode Code, string Message, IReadOnlyList<Any> Details)
{
    /// <summary>Longest encoded message sent: more than anyone reads, less than any client's limit for headers.</summary>
    private const int MaxMessageLength = 16 << 10;

    public static readonly CallStatus OK = new(StatusCode.OK, "", []);

    /// <summary>The status a handler's exception means, and whether it is a bug that someone should hear of.</summary>
    public static (CallStatus Status, bool IsBug) Of(Exception failure, CancellationReason reason) =>
        failure switch
        {
            RpcException rpc => (new(rpc.Code, rpc.Message, rpc.Details), false),
            OperationCanceledException => (Cancelled(reason), false),
            _ => (new(StatusCode.Internal, "unexpected failure, a bug in the answering program", []), true),
        };

    /// <summary>Writes the trailers.</summary>
    public void WriteTo(IHeaderDictionary trailers)
    {
        trailers[HeaderNames.Status] = ((int)Code).ToString(CultureInfo.InvariantCulture);
        var message = Message;
        if (Details.Count > 0)
        {
            var encoded = StatusDetails.Encode(Code, message, Details);
            if (encoded is not null)
            {
                trailers[HeaderNames.StatusDetails] = encoded;
            }
            else
            {
                message += " (details left out: too large for the protocol's headers)";
            }
        }

        if (message.Length > 0)
        {
            trailers[HeaderNames.Message] = Encode(message);
        }

        if (Code == StatusCode.Unimplemented)
        {
            trailers[HeaderNames.AcceptEncoding] = Compression.Accepted;
        }
    }

    private static string Encode(string message)
    {
        var encoded = PercentEncoding.Encode(message);
        while (encoded.Length > MaxMessageLength)
        {
            message = message[..(int)(message.Length * 0.9 * MaxMessageLength / encoded.Length)];
            encoded = PercentEncoding.Encode(message + "…");
        }

        return encoded;
    }

    private static CallStatus Cancelled(CancellationReason reason) =>
        reason switch
        {
            CancellationReason.Deadline => new(StatusCode.DeadlineExceeded, "the deadline passed", []),
            CancellationReason.ServerStop => new(StatusCode.Unavailable, "the server is stopping", []),
            CancellationReason.Caller => new(StatusCode.Cancelled, "the caller cancelled the call", []),
            _ => new(StatusCode.Cancelled, "the operation was cancelled", []),
        };
}
