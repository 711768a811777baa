using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Server;

/// <summary>Reads a request body that must hold exactly one message.</summary>
internal static class RequestReader
{
    /// <summary>Reads to the end of the body and parses where the bytes lie.</summary>
    /// <exception cref="RpcException">The body is not one well-formed message.</exception>
    /// <exception cref="OperationCanceledException">The token fired, or the caller broke off.</exception>
    public static async ValueTask<(T Message, bool Deep)> ReadSingleAsync<T>(
        PipeReader body,
        MessageParser<T> parser,
        string encoding,
        int maxMessageSize,
        CancellationToken cancellationToken
    )
        where T : IMessage<T>
    {
        while (true)
        {
            var read = await ReadAsync(body, cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            var frame = FirstFrame(buffer, maxMessageSize);
            if (frame is { } found && buffer.Length > found.End)
            {
                throw Cardinality("more than one request message");
            }

            if (read.IsCompleted)
            {
                var (compressed, end) = frame ?? throw (buffer.IsEmpty ? Cardinality("no request message") : Torn());
                if (buffer.Length < end)
                {
                    throw Torn();
                }

                var parsed = await ParseAsync(
                        parser,
                        buffer.Slice(Frame.PrefixSize),
                        compressed,
                        encoding,
                        maxMessageSize
                    )
                    .ConfigureAwait(false);
                body.AdvanceTo(buffer.End);
                return parsed;
            }

            body.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException gone)
        {
            throw new OperationCanceledException("the caller broke off", gone);
        }
    }

    private static (bool Compressed, long End)? FirstFrame(ReadOnlySequence<byte> buffer, int maxMessageSize)
    {
        if (buffer.Length < Frame.PrefixSize)
        {
            return null;
        }

        Span<byte> prefix = stackalloc byte[Frame.PrefixSize];
        buffer.Slice(0, Frame.PrefixSize).CopyTo(prefix);
        var (compressed, length) = Frame.ReadPrefix(prefix, maxMessageSize);
        return (compressed, (long)Frame.PrefixSize + length);
    }

    private static ValueTask<(T Message, bool Deep)> ParseAsync<T>(
        MessageParser<T> parser,
        ReadOnlySequence<byte> payload,
        bool compressed,
        string encoding,
        int maxMessageSize
    )
        where T : IMessage<T> =>
        MessageParsing.ParseAsync(
            parser,
            compressed ? Compression.Decompress(payload, encoding, maxMessageSize) : payload
        );

    private static RpcException Cardinality(string what) =>
        new(StatusCode.Unimplemented, $"{what}: the method takes exactly one");

    private static RpcException Torn() => new(StatusCode.Internal, "the request ended inside a message");
}
