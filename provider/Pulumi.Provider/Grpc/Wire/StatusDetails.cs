using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc.Messages;

namespace Pulumi.Provider.Grpc.Wire;

/// <summary>The <c>grpc-status-details-bin</c> trailer: a <c>google.rpc.Status</c> in base64.</summary>
internal static class StatusDetails
{
    /// <summary>
    /// Longest value sent. Go clients, the engine among them, take 16 MiB of headers; the rest of the space is for
    /// the message and for clients that count more than the bytes. Node.js stops at 64 KiB.
    /// </summary>
    public const int MaxLength = 8 << 20;

    /// <summary>The trailer value, unpadded; null when it would be longer than <see cref="MaxLength"/>.</summary>
    public static string? Encode(StatusCode code, string message, IReadOnlyList<Any> details)
    {
        var status = new Status { Code = (int)code, Message = message };
        status.Details.Add(details);
        return status.CalculateSize() / 3L * 4 < MaxLength
            ? Convert.ToBase64String(status.ToByteArray()).TrimEnd('=')
            : null;
    }

    /// <summary>The details of a trailer value, padded or not; none when it cannot be read.</summary>
    public static IReadOnlyList<Any> Decode(string value)
    {
        try
        {
            var padded = value.PadRight((value.Length + 3) / 4 * 4, '=');
            return Status.Parser.ParseFrom(Convert.FromBase64String(padded)).Details;
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidProtocolBufferException)
        {
            // The code and the message still tell what failed; a bad trailer must not hide them.
            return [];
        }
    }
}
