using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;

namespace Pulumi.Provider.Grpc.Wire;

/// <summary>Compressed messages. Ours go uncompressed: the wire is a loopback.</summary>
internal static class Compression
{
    /// <summary>What <c>grpc-accept-encoding</c> tells the other side.</summary>
    public const string Accepted = "identity,gzip";

    /// <summary>The plain bytes of a compressed message.</summary>
    /// <exception cref="RpcException">UNIMPLEMENTED: an encoding we do not know; INTERNAL: none named, or bad data.</exception>
    public static ReadOnlySequence<byte> Decompress(ReadOnlySequence<byte> bytes, string? encoding, int maxMessageSize)
    {
        if (encoding is null or "" or "identity")
        {
            throw new RpcException(StatusCode.Internal, "compressed message, but no grpc-encoding to read it with");
        }

        if (encoding != "gzip")
        {
            throw new RpcException(
                StatusCode.Unimplemented,
                $"messages compressed with '{encoding}' are not supported"
            );
        }

        try
        {
            return Inflate(bytes, maxMessageSize);
        }
        catch (InvalidDataException)
        {
            throw new RpcException(StatusCode.Internal, "compressed message that is no gzip data");
        }
    }

    private static ReadOnlySequence<byte> Inflate(ReadOnlySequence<byte> bytes, int maxMessageSize)
    {
        using var compressed = PipeReader.Create(bytes).AsStream();
        using var gzip = new GZipStream(compressed, CompressionMode.Decompress);
        var plain = new ArrayBufferWriter<byte>();
        while (gzip.Read(plain.GetSpan(4096)) is var read and > 0)
        {
            plain.Advance(read);
            if (plain.WrittenCount > maxMessageSize)
            {
                throw Frame.TooLarge("received", plain.WrittenCount, maxMessageSize);
            }
        }

        return new(plain.WrittenMemory);
    }
}
