using System.Buffers;
using System.Net;
using Google.Protobuf;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Client;

/// <summary>A request body of one message.</summary>
internal sealed class MessageContent : HttpContent
{
    private readonly IMessage _message;
    private readonly int _size;

    public MessageContent(IMessage message, int size)
    {
        _message = message;
        _size = size;
        Headers.TryAddWithoutValidation("Content-Type", HeaderNames.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        var length = Frame.PrefixSize + _size;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        Frame.WritePrefix(buffer, _size);
        _message.WriteTo(buffer.AsSpan(Frame.PrefixSize, _size));
        await stream.WriteAsync(buffer.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
        // Not in a finally: a write that was broken off may still be reading the array.
        ArrayPool<byte>.Shared.Return(buffer);
    }

    // A body of unknown length, as gRPC clients send it: content-length is not part of the protocol.
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
