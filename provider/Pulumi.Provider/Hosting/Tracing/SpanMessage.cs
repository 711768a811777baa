using System.Diagnostics;
using Google.Protobuf;
using Pulumi.Provider.Hosting.Tracing.Messages;

namespace Pulumi.Provider.Hosting.Tracing;

/// <summary>A span as OTLP writes it.</summary>
internal static class SpanMessage
{
    private const ulong NanosecondsPerTick = 100;

    public static Span Of(Activity span)
    {
        var message = new Span
        {
            TraceId = Bytes(span.TraceId),
            SpanId = Bytes(span.SpanId),
            ParentSpanId = span.ParentSpanId == default ? ByteString.Empty : Bytes(span.ParentSpanId),
            TraceState = span.TraceStateString ?? "",
            Name = span.DisplayName,
            Kind = span.Kind switch
            {
                ActivityKind.Server => Span.Types.SpanKind.Server,
                ActivityKind.Client => Span.Types.SpanKind.Client,
                _ => Span.Types.SpanKind.Internal,
            },
            StartTimeUnixNano = Nanoseconds(span.StartTimeUtc),
            EndTimeUnixNano = Nanoseconds(span.StartTimeUtc + span.Duration),
        };
        message.Attributes.AddRange(span.TagObjects.Select(Attribute));
        if (span.Status is ActivityStatusCode.Error)
        {
            message.Status = new SpanStatus { Code = SpanStatus.Types.StatusCode.Error };
        }

        return message;
    }

    public static KeyValue Text(string key, string value) =>
        new()
        {
            Key = key,
            Value = new AnyValue { StringValue = value },
        };

    private static KeyValue Attribute(KeyValuePair<string, object?> tag) =>
        tag.Value is int number
            ? new KeyValue
            {
                Key = tag.Key,
                Value = new AnyValue { IntValue = number },
            }
            : Text(tag.Key, tag.Value?.ToString() ?? "");

    private static ByteString Bytes(ActivityTraceId id)
    {
        System.Span<byte> bytes = stackalloc byte[16];
        id.CopyTo(bytes);
        return ByteString.CopyFrom(bytes);
    }

    private static ByteString Bytes(ActivitySpanId id)
    {
        System.Span<byte> bytes = stackalloc byte[8];
        id.CopyTo(bytes);
        return ByteString.CopyFrom(bytes);
    }

    private static ulong Nanoseconds(DateTime time) => (ulong)(time - DateTime.UnixEpoch).Ticks * NanosecondsPerTick;
}
