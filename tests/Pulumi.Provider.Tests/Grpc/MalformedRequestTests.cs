using System.Net;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class MalformedRequestTests
{
    private static readonly byte[] Good = RawCall.Frame(TestMethods.Value("x"));

    public static TheoryData<string, byte[], StatusCode> Bodies =>
        new()
        {
            { "no message", [], StatusCode.Unimplemented },
            { "two messages", [.. Good, .. Good], StatusCode.Unimplemented },
            { "a message and half a prefix", [.. Good, 0, 0], StatusCode.Unimplemented },
            { "half a prefix", [0, 0, 0], StatusCode.Internal },
            { "a prefix and no message", [0, 0, 0, 0, 7], StatusCode.Internal },
            { "half a message", Good[..^1], StatusCode.Internal },
            { "unknown flag", RawCall.Frame([], flag: 2), StatusCode.Internal },
            { "garbage", RawCall.Frame([0xFF, 0xFF, 0xFF, 0xFF]), StatusCode.Internal },
            { "field number zero", RawCall.Frame([0]), StatusCode.Internal },
            { "invalid UTF-8 length", RawCall.Frame([0x0A, 0x7F, 0x41]), StatusCode.Internal },
            { "a stray end of group", RawCall.Frame([0x0C]), StatusCode.Internal },
            { "a negative length", RawCall.Frame([0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]), StatusCode.Internal },
            { "4 GiB announced", RawCall.Frame([], length: uint.MaxValue), StatusCode.ResourceExhausted },
            { "401 MiB announced", RawCall.Frame([], length: 401 << 20), StatusCode.ResourceExhausted },
            { "compressed with nothing named", RawCall.Frame([1], flag: 1), StatusCode.Internal },
        };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task Malformed_body_gets_its_status_and_the_handler_is_not_called(
        string what,
        byte[] body,
        StatusCode expected
    )
    {
        var called = false;
        var failures = 0;
        await using var server = await TestServer.StartAsync(
            (request, _) =>
            {
                called = true;
                return Task.FromResult(request);
            },
            options: new() { OnUnhandledException = (_, _) => failures++ }
        );

        var response = await RawCall.PostAsync(server, body);

        Assert.Equal((what, expected), (what, response.TrailersOnlyStatus));
        Assert.False(called);
        Assert.Equal(0, failures);
        Assert.Equal("again", (await server.TextAsync("again")).Value);
    }

    [Theory]
    [InlineData("/test.Service/Nothing")]
    [InlineData("/no.Service/Text")]
    [InlineData("/TEST.Service/Text")]
    [InlineData("/")]
    public async Task Unknown_method_is_unimplemented(string path)
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(server, Good, path);

        Assert.Equal(StatusCode.Unimplemented, response.TrailersOnlyStatus);
        Assert.Contains(path, response.Headers["grpc-message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/grpc-web", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/grpc+json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/grpc", HttpStatusCode.OK)]
    [InlineData("application/grpc+proto", HttpStatusCode.OK)]
    [InlineData("application/grpc; charset=utf-8", HttpStatusCode.OK)]
    public async Task Content_type_must_be_grpc(string contentType, HttpStatusCode expected)
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));

        var response = await RawCall.PostAsync(server, Good, headers: [("content-type", contentType)]);

        Assert.Equal(expected, response.HttpStatus);
    }

    [Fact]
    public async Task Method_must_be_POST()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));
        using var request = RawCall.Request(server, HttpMethod.Get, "/test.Service/Text", content: null);

        var response = await RawCall.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.HttpStatus);
        Assert.Equal("POST", response.Headers["allow"]);
    }

    [Fact]
    public async Task HTTP_1_is_refused()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));
        using var request = RawCall.Request(server, HttpMethod.Get, "/", content: null);
        request.Version = HttpVersion.Version11;

        var response = await RawCall.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.HttpStatus);
    }

    [Fact]
    public async Task Message_that_comes_byte_by_byte_is_put_together()
    {
        await using var server = await TestServer.StartAsync((request, _) => Task.FromResult(request));
        using var request = RawCall.Request(
            server,
            HttpMethod.Post,
            "/test.Service/Text",
            new DrippingContent(RawCall.Frame(TestMethods.Value("drip")))
        );

        var response = await RawCall.SendAsync(request);

        Assert.Equal("0", response.Trailers["grpc-status"]);
        Assert.Equal("drip", StringValue.Parser.ParseFrom(response.Body.AsSpan(5)).Value);
    }

    private sealed class DrippingContent(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (var b in bytes)
            {
                await stream.WriteAsync(new[] { b });
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
