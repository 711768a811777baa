using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Tests.Loopback;

/// <summary>Properties nest as deep as the engine can send them, and no deeper; nothing of it ends the process.</summary>
public sealed class DeepMessageTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(1_000)]
    public async Task Deep_properties_survive_both_ways(int depth)
    {
        await using var server = await CheckServer.EchoAsync();
        var request = Request(depth);

        var (status, body) = await server.PostAsync(request);

        // The answer's field has another number than the request's, and nothing else differs.
        Assert.Equal(StatusCode.OK, status);
        Assert.Equal(request[1..], body[6..]);
    }

    [Fact]
    public async Task Properties_as_deep_as_the_engine_can_send_are_read()
    {
        // One way only: the library computes every level's size at each level, so writing this takes seconds.
        await using var server = await CheckServer.StartAsync(
            static (request, _) =>
                Task.FromResult(
                    new CheckResponse
                    {
                        Inputs = new Struct { Fields = { ["depth"] = Value.ForNumber(DepthOf(request.News)) } },
                    }
                )
        );

        var (status, body) = await server.PostAsync(Request(4_999));

        Assert.Equal(StatusCode.OK, status);
        Assert.Equal(5_000, CheckResponse.Parser.ParseFrom(body.AsSpan(5)).Inputs.Fields["depth"].NumberValue);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public async Task Properties_nested_too_deep_are_a_status_and_not_a_crash(int depth)
    {
        await using var server = await CheckServer.EchoAsync();

        Assert.Equal(StatusCode.Internal, (await server.PostAsync(Request(depth))).Status);
        Assert.Equal(StatusCode.OK, (await server.PostAsync(Request(1))).Status);
    }

    [Fact]
    public async Task Unknown_groups_nested_too_deep_are_a_status_and_not_a_crash()
    {
        await using var server = await CheckServer.EchoAsync();
        var groups = new byte[1_000_000];
        Array.Fill(groups, (byte)0x7B);

        Assert.Equal(StatusCode.Internal, (await server.PostAsync(groups)).Status);
        Assert.Equal(StatusCode.OK, (await server.PostAsync(Request(1))).Status);
    }

    private static int DepthOf(Struct outermost)
    {
        var levels = 1;
        for (var inner = outermost; inner.Fields.TryGetValue("a", out var value); levels++)
        {
            inner = value.StructValue;
        }

        return levels;
    }

    /// <summary>The bytes of a CheckRequest with a Struct in a Struct in a…, written from the innermost outwards.</summary>
    private static byte[] Request(int depth)
    {
        var buffer = new byte[(depth + 1) * 20];
        var start = buffer.Length;
        for (var i = 0; i < depth; i++)
        {
            Wrap(0x2A); // Value.struct_value
            Wrap(0x12); // entry.value
            buffer[--start] = (byte)'a';
            buffer[--start] = 1;
            buffer[--start] = 0x0A; // entry.key
            Wrap(0x0A); // Struct.fields
        }

        Wrap(0x1A); // CheckRequest.news
        return buffer[start..];

        void Wrap(byte tag)
        {
            var length = (uint)(buffer.Length - start);
            Span<byte> varint = stackalloc byte[5];
            var size = 0;
            for (; length >= 0x80; length >>= 7)
            {
                varint[size++] = (byte)(length | 0x80);
            }

            varint[size++] = (byte)length;
            start -= size;
            varint[..size].CopyTo(buffer.AsSpan(start));
            buffer[--start] = tag;
        }
    }
}
