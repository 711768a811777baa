using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace Pulumi.Provider.Grpc.Wire;

/// <summary>The five bytes before each message: a compressed flag and a big-endian length.</summary>
internal static class Frame
{
    /// <summary>Bytes of the prefix.</summary>
    public const int PrefixSize = 5;

    /// <summary>The largest message either side takes or sends: what the engine's own servers and clients allow.</summary>
    public const int DefaultMaxMessageSize = 400 << 20;

    /// <summary>Reads a prefix and checks it.</summary>
    /// <exception cref="RpcException">INTERNAL: no gRPC prefix; RESOURCE_EXHAUSTED: longer than allowed.</exception>
    public static (bool Compressed, int Length) ReadPrefix(ReadOnlySpan<byte> prefix, int maxMessageSize)
    {
        if (prefix[0] > 1)
        {
            throw new RpcException(StatusCode.Internal, $"message with an unknown compressed flag ({prefix[0]})");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]);
        return length <= maxMessageSize
            ? (prefix[0] == 1, (int)length)
            : throw TooLarge("received", length, maxMessageSize);
    }

    /// <summary>The size of a message to send.</summary>
    /// <exception cref="RpcException">RESOURCE_EXHAUSTED: longer than allowed.</exception>
    public static int CheckedSize(IMessage message, int maxMessageSize)
    {
        var size = message.CalculateSize();
        // The size of more than 2 GiB wraps around to a negative number.
        return (uint)size <= maxMessageSize ? size : throw TooLarge("to send", (uint)size, maxMessageSize);
    }

    /// <summary>Writes prefix and message straight into the writer's memory.</summary>
    /// <returns>The bytes written.</returns>
    public static int Write(IBufferWriter<byte> output, IMessage message, int size)
    {
        var prefix = output.GetSpan(PrefixSize);
        WritePrefix(prefix, size);
        output.Advance(PrefixSize);
        message.WriteTo(new RoomyWriter(output));
        return PrefixSize + size;
    }

    /// <summary>Writes the prefix of an uncompressed message.</summary>
    public static void WritePrefix(Span<byte> output, int size)
    {
        output[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(output[1..], (uint)size);
    }

    /// <summary>The failure for a message over the limit.</summary>
    public static RpcException TooLarge(string which, long size, int maxMessageSize) =>
        new(StatusCode.ResourceExhausted, $"message {which} is larger than allowed ({size} > {maxMessageSize} bytes)");

    /// <summary>
    /// Never asks for "any" memory, as the serializer does: Kestrel's answer to that is none at all once the caller
    /// is gone.
    /// </summary>
    private sealed class RoomyWriter(IBufferWriter<byte> output) : IBufferWriter<byte>
    {
        private const int LeastRoom = 256;

        public void Advance(int count) => output.Advance(count);

        public Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(Math.Max(sizeHint, LeastRoom));

        public Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(Math.Max(sizeHint, LeastRoom));
    }
}
