using System.IO.Compression;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class CompressionTests
{
    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }

    [Fact]
    public async Task Gzip_is_read_and_the_answer_is_plain()
    {
        var text = new string('x', 100_000);
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(
            server,
            RawCall.Frame(Gzip(TestMethods.Value(text).ToByteArray()), flag: 1),
            headers: [("grpc-encoding", "gzip")]
        );

        Assert.Equal("0", response.Trailers["grpc-status"]);
        Assert.Equal(0, response.Body[0]);
        Assert.Equal(text, StringValue.Parser.ParseFrom(response.Body.AsSpan(5)).Value);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Plain_message_is_read_whatever_encoding_is_named(string encoding)
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(
            server,
            RawCall.Frame(TestMethods.Value("x")),
            headers: [("grpc-encoding", encoding)]
        );

        Assert.Equal("0", response.Trailers["grpc-status"]);
    }

    [Fact]
    public async Task Unknown_encoding_is_unimplemented_and_told_what_we_take()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(
            server,
            RawCall.Frame([1, 2, 3], flag: 1),
            headers: [("grpc-encoding", "snappy")]
        );

        Assert.Equal(StatusCode.Unimplemented, response.TrailersOnlyStatus);
        Assert.Equal("identity,gzip", response.Headers["grpc-accept-encoding"]);
        Assert.Contains("snappy", response.Headers["grpc-message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compressed_message_of_no_encoding_is_internal()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(
            server,
            RawCall.Frame([1, 2, 3], flag: 1),
            headers: [("grpc-encoding", "identity")]
        );

        Assert.Equal(StatusCode.Internal, response.TrailersOnlyStatus);
    }

    [Fact]
    public async Task Damaged_gzip_is_internal()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(
            server,
            RawCall.Frame([1, 2, 3], flag: 1),
            headers: [("grpc-encoding", "gzip")]
        );

        Assert.Equal(StatusCode.Internal, response.TrailersOnlyStatus);
    }

    [Fact]
    public async Task Small_message_that_grows_over_the_limit_is_resource_exhausted()
    {
        await using var server = await TestServer.StartAsync(
            (request, _) => Task.FromResult(request),
            options: new() { MaxMessageSize = 1 << 20 }
        );

        var response = await RawCall.PostAsync(
            server,
            RawCall.Frame(Gzip(new byte[2 << 20]), flag: 1),
            headers: [("grpc-encoding", "gzip")]
        );

        Assert.Equal(StatusCode.ResourceExhausted, response.TrailersOnlyStatus);
    }
}
