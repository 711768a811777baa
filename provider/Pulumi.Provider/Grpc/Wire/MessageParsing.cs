using System.Buffers;
using System.IO.Pipelines;
using Google.Protobuf;

namespace Pulumi.Provider.Grpc.Wire;

/// <summary>Parses messages, those nested deeper than Google.Protobuf's own limit of 100 included.</summary>
internal static class MessageParsing
{
    /// <summary>Parses a whole message.</summary>
    /// <returns>The message, and whether it is so deep that walking it may need <see cref="DeepStack"/>.</returns>
    /// <exception cref="RpcException">INTERNAL: the bytes are no such message, or nested too deep.</exception>
    public static ValueTask<(T Message, bool Deep)> ParseAsync<T>(MessageParser<T> parser, ReadOnlySequence<byte> bytes)
        where T : IMessage<T>
    {
        try
        {
            return new((parser.ParseFrom(bytes), false));
        }
        catch (InvalidProtocolBufferException)
        {
            // The library does not tell "too deep" from "garbage", so both get the second, roomier try.
            return ParseDeepAsync(parser, bytes);
        }
    }

    private static async ValueTask<(T Message, bool Deep)> ParseDeepAsync<T>(
        MessageParser<T> parser,
        ReadOnlySequence<byte> bytes
    )
        where T : IMessage<T> => (await DeepStack.RunAsync(() => ParseDeep(parser, bytes)).ConfigureAwait(false), true);

    private static T ParseDeep<T>(MessageParser<T> parser, ReadOnlySequence<byte> bytes)
        where T : IMessage<T>
    {
        using var stream = PipeReader.Create(bytes).AsStream();
        using var input = CodedInputStream.CreateWithLimits(stream, int.MaxValue, DeepStack.RecursionLimit);
        try
        {
            var message = parser.ParseFrom(input);
            return input.IsAtEnd ? message : throw Malformed("data follows the message");
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw Malformed(malformed.Message);
        }
    }

    private static RpcException Malformed(string why) => new(StatusCode.Internal, $"malformed message: {why}");
}
