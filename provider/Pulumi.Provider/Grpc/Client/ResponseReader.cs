using System.Buffers;
using Google.Protobuf;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Client;

/// <summary>Reads the messages of a response body.</summary>
internal sealed class ResponseReader(Stream body, HttpResponseMessage response)
{
    private readonly byte[] _prefix = new byte[Frame.PrefixSize];

    /// <summary>The next message, or null at the end of the body.</summary>
    /// <exception cref="RpcException">The body is not made of well-formed messages.</exception>
    public async ValueTask<T?> ReadAsync<T>(MessageParser<T> parser, CancellationToken cancellationToken)
        where T : IMessage<T>
    {
        var got = await body.ReadAtLeastAsync(_prefix, _prefix.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        if (got < _prefix.Length)
        {
            return got == 0 ? default(T?) : throw Torn();
        }

        var (compressed, length) = Frame.ReadPrefix(_prefix, Frame.DefaultMaxMessageSize);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            got = await body.ReadAtLeastAsync(
                    buffer.AsMemory(0, length),
                    length,
                    throwOnEndOfStream: false,
                    cancellationToken
                )
                .ConfigureAwait(false);
            return got == length
                ? await ParseAsync(parser, new(buffer, 0, length), compressed).ConfigureAwait(false)
                : throw Torn();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads what is left; true when there was any.</summary>
    public async ValueTask<bool> SkipAsync(CancellationToken cancellationToken)
    {
        var any = false;
        while (await body.ReadAsync(_prefix, cancellationToken).ConfigureAwait(false) > 0)
        {
            any = true;
        }

        return any;
    }

    private async ValueTask<T> ParseAsync<T>(MessageParser<T> parser, ReadOnlySequence<byte> bytes, bool compressed)
        where T : IMessage<T>
    {
        var payload = compressed
            ? Compression.Decompress(bytes, ResponseStatus.Encoding(response), Frame.DefaultMaxMessageSize)
            : bytes;
        return (await MessageParsing.ParseAsync(parser, payload).ConfigureAwait(false)).Message;
    }

    // The status may tell why, but a peer that breaks off inside a message is not to be believed.
    private static RpcException Torn() => new(StatusCode.Internal, "the response ended inside a message");
}
