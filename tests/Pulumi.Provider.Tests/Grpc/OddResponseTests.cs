using System.IO.Compression;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http.Features;
using Pulumi.Provider.Grpc;

namespace Pulumi.Provider.Tests.Grpc;

public sealed class OddResponseTests
{
    private static readonly byte[] Good = RawCall.Frame(TestMethods.Value("x"));

    public static TheoryData<string, byte[], StatusCode> Bodies =>
        new()
        {
            { "no message", [], StatusCode.Unimplemented },
            { "two messages", [.. Good, .. Good], StatusCode.Unimplemented },
            { "half a prefix", [0, 0, 0], StatusCode.Internal },
            { "half a message", Good[..^1], StatusCode.Internal },
            { "unknown flag", RawCall.Frame([], flag: 9), StatusCode.Internal },
            { "garbage", RawCall.Frame([0xFF, 0xFF, 0xFF]), StatusCode.Internal },
            { "4 GiB announced", RawCall.Frame([], length: uint.MaxValue), StatusCode.ResourceExhausted },
            { "compressed with nothing named", RawCall.Frame([1], flag: 1), StatusCode.Internal },
        };

    [Theory]
    [MemberData(nameof(Bodies), DisableDiscoveryEnumeration = true)]
    public async Task Malformed_body_is_a_failure_even_when_the_status_is_OK(
        string what,
        byte[] body,
        StatusCode expected
    )
    {
        var failure = await OddServer.FailureAsync(OddServer.Answer(body, ("grpc-status", "0")));

        Assert.Equal((what, expected), (what, failure.Code));
    }

    [Fact]
    public async Task Status_decides_over_a_message()
    {
        var failure = await OddServer.FailureAsync(
            OddServer.Answer(Good, ("grpc-status", "9"), ("grpc-message", "no"))
        );

        Assert.Equal((StatusCode.FailedPrecondition, "no"), (failure.Code, failure.Message));
    }

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(302, StatusCode.Unknown)]
    [InlineData(200, StatusCode.Unknown)]
    public async Task Answer_without_a_gRPC_status_is_mapped_from_HTTP(int httpStatus, StatusCode expected)
    {
        var failure = await OddServer.FailureAsync(
            OddServer.Headers(httpStatus, ("content-type", "text/html"), ("location", "/elsewhere"))
        );

        Assert.Equal(expected, failure.Code);
        Assert.Contains($"HTTP {httpStatus}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_in_an_HTTP_failure_is_believed()
    {
        var failure = await OddServer.FailureAsync(
            OddServer.Headers(503, ("content-type", "application/grpc"), ("grpc-status", "5"))
        );

        Assert.Equal(StatusCode.NotFound, failure.Code);
    }

    [Fact]
    public async Task Message_without_a_status_is_a_failure()
    {
        var failure = await OddServer.FailureAsync(OddServer.Answer(Good));

        Assert.Equal(StatusCode.Unknown, failure.Code);
    }

    [Theory]
    [InlineData("17")]
    [InlineData("-1")]
    [InlineData("many")]
    public async Task Status_that_is_none_is_unknown(string status)
    {
        var failure = await OddServer.FailureAsync(OddServer.Answer(Good, ("grpc-status", status)));

        Assert.Equal(StatusCode.Unknown, failure.Code);
    }

    [Theory]
    [InlineData("100%", "100%")]
    [InlineData("%zz%4", "%zz%4")]
    [InlineData("%41%e7%ab%af", "A端")]
    [InlineData("%ff", "\ufffd")]
    public async Task Message_is_decoded_as_far_as_it_is_encoded(string header, string expected)
    {
        var failure = await OddServer.FailureAsync(
            OddServer.Answer([], ("grpc-status", "9"), ("grpc-message", header))
        );

        Assert.Equal(expected, failure.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Details_are_read_padded_or_not(bool padded)
    {
        var status = new Pulumi.Provider.Grpc.Messages.Status
        {
            Code = 9,
            Details = { Any.Pack(TestMethods.Value("detail!")) },
        };
        var header = Convert.ToBase64String(status.ToByteArray());
        Assert.EndsWith("=", header, StringComparison.Ordinal);

        var failure = await OddServer.FailureAsync(
            OddServer.Answer(
                [],
                ("grpc-status", "9"),
                ("grpc-status-details-bin", padded ? header : header.TrimEnd('='))
            )
        );

        Assert.Equal("detail!", failure.Detail<StringValue>()!.Value);
    }

    [Theory]
    [InlineData("!!!")]
    [InlineData("A")]
    [InlineData("////")]
    public async Task Details_that_cannot_be_read_do_not_hide_the_failure(string header)
    {
        var failure = await OddServer.FailureAsync(
            OddServer.Answer([], ("grpc-status", "9"), ("grpc-message", "why"), ("grpc-status-details-bin", header))
        );

        Assert.Equal((StatusCode.FailedPrecondition, "why"), (failure.Code, failure.Message));
        Assert.Empty(failure.Details);
    }

    [Theory]
    [InlineData(0x2, StatusCode.Internal)] // INTERNAL_ERROR
    [InlineData(0x7, StatusCode.Unavailable)] // REFUSED_STREAM
    [InlineData(0x8, StatusCode.Cancelled)] // CANCEL
    [InlineData(0xB, StatusCode.ResourceExhausted)] // ENHANCE_YOUR_CALM
    [InlineData(0xC, StatusCode.PermissionDenied)] // INADEQUATE_SECURITY
    public async Task Reset_of_the_stream_is_mapped_from_its_code(int http2Error, StatusCode expected)
    {
        var failure = await OddServer.FailureAsync(http =>
        {
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(http2Error);
            return Task.CompletedTask;
        });

        Assert.Equal(expected, failure.Code);
    }

    [Fact]
    public async Task Reset_inside_the_body_is_mapped_too()
    {
        var failure = await OddServer.FailureAsync(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(Good.AsMemory(0, 6));
            await http.Response.Body.FlushAsync();
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(2);
        });

        Assert.Equal(StatusCode.Internal, failure.Code);
    }

    [Fact]
    public async Task Lost_connection_is_unavailable()
    {
        var failure = await OddServer.FailureAsync(http =>
        {
            http.Features.GetRequiredFeature<Microsoft.AspNetCore.Connections.Features.IConnectionLifetimeFeature>()
                .Abort();
            return Task.CompletedTask;
        });

        Assert.Equal(StatusCode.Unavailable, failure.Code);
    }

    [Fact]
    public async Task Gzip_answer_is_read()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(TestMethods.Value("small").ToByteArray());
        }

        var answer = await OddServer.CallAsync(http =>
        {
            Assert.Contains("gzip", http.Request.Headers["grpc-accept-encoding"].ToString(), StringComparison.Ordinal);
            http.Response.Headers["grpc-encoding"] = "gzip";
            return OddServer.Answer(RawCall.Frame(compressed.ToArray(), flag: 1), ("grpc-status", "0"))(http);
        });

        Assert.Equal("small", answer.Value);
    }

    [Fact]
    public async Task Request_is_what_the_protocol_asks_for()
    {
        var headers = new Dictionary<string, string>();
        await OddServer.CallAsync(http =>
        {
            headers = http.Request.Headers.ToDictionary(
                header => header.Key.ToLowerInvariant(),
                header => header.Value.ToString()
            );
            headers[":method"] = http.Request.Method;
            headers[":path"] = http.Request.Path;
            return OddServer.Answer(Good, ("grpc-status", "0"))(http);
        });

        Assert.Equal("POST", headers[":method"]);
        Assert.Equal("/test.Service/Text", headers[":path"]);
        Assert.Equal("application/grpc", headers["content-type"]);
        Assert.Equal("trailers", headers["te"]);
        Assert.False(headers.ContainsKey("grpc-timeout"));
    }
}
