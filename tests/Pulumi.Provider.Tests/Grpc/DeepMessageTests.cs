using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class DeepMessageTests
{
    private const string Path = "/test.Service/Struct";

    private static GrpcService Echo() =>
        new GrpcService().Unary(TestMethods.Struct, (request, _) => Task.FromResult(request));

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(1_000)]
    public async Task Deep_struct_survives_both_ways(int depth)
    {
        await using var server = await TestServer.StartAsync(Echo());
        var deep = new Struct { Fields = { ["leaf"] = Value.ForString("end") } };
        for (var i = 1; i < depth; i++)
        {
            deep = new Struct { Fields = { ["a"] = Value.ForStruct(deep) } };
        }

        var answer = await server.Channel.UnaryAsync(TestMethods.Struct, deep, CancellationToken.None).DefaultTimeout();

        Assert.Equal(depth, DepthOf(answer));
    }

    [Fact]
    public async Task Struct_as_deep_as_the_engine_can_send_is_read()
    {
        // One way only: the library computes every level's size at each level, so writing this takes seconds.
        await using var server = await TestServer.StartAsync(
            new GrpcService().Unary(
                TestMethods.Struct,
                (request, _) =>
                    Task.FromResult(new Struct { Fields = { ["depth"] = Value.ForNumber(DepthOf(request)) } })
            )
        );

        var response = await RawCall.PostAsync(server, RawCall.Frame(NestedStruct(5_000)), Path);

        Assert.Equal("0", response.Trailers["grpc-status"]);
        Assert.Equal(5_001, Struct.Parser.ParseFrom(response.Body.AsSpan(5)).Fields["depth"].NumberValue);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public async Task Struct_nested_too_deep_is_a_status_and_not_a_crash(int depth)
    {
        await using var server = await TestServer.StartAsync(Echo());

        var response = await RawCall.PostAsync(server, RawCall.Frame(NestedStruct(depth)), Path);

        Assert.Equal(StatusCode.Internal, response.TrailersOnlyStatus);
        Assert.Equal(StatusCode.Internal, (await RawCall.PostAsync(server, [0], Path)).TrailersOnlyStatus);
    }

    [Fact]
    public async Task Unknown_groups_nested_too_deep_are_a_status_and_not_a_crash()
    {
        await using var server = await TestServer.StartAsync(Echo());
        var groups = new byte[1_000_000];
        Array.Fill(groups, (byte)0x7B);

        var response = await RawCall.PostAsync(server, RawCall.Frame(groups), Path);

        Assert.Equal(StatusCode.Internal, response.TrailersOnlyStatus);
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

    /// <summary>The bytes of a Struct in a Struct in a…, written from the innermost outwards.</summary>
    private static byte[] NestedStruct(int depth)
    {
        var buffer = new byte[depth * 20];
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
