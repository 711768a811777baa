using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using Google.Protobuf;
using Pulumi.Provider.Grpc;
using Support;

namespace Pulumi.Provider.Tests.Grpc;

/// <summary>Plain HTTP/2 requests, for what a proper gRPC client never sends.</summary>
internal static class RawCall
{
    public static async Task<RawResponse> PostAsync(
        TestServer server,
        byte[] body,
        string path = "/test.Service/Text",
        params (string Name, string Value)[] headers
    )
    {
        using var request = Request(server, HttpMethod.Post, path, new ByteArrayContent(body), headers);
        return await SendAsync(request);
    }

    public static HttpRequestMessage Request(
        TestServer server,
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, $"http://127.0.0.1:{server.Server.Port}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content?.Headers.TryAddWithoutValidation("content-type", "application/grpc");
        foreach (var (name, value) in headers)
        {
            if (name == "content-type")
            {
                content!.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    public static async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpMessageInvoker(handler);
        using var response = await http.SendAsync(request, CancellationToken.None).DefaultTimeout();
        var body = await response.Content.ReadAsByteArrayAsync().DefaultTimeout();
        var fields = response
            .Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var trailers = response.TrailingHeaders.NonValidated.ToDictionary(
            header => header.Key.ToLowerInvariant(),
            header => header.Value.ToString()
        );
        return new RawResponse(response.StatusCode, fields, trailers, body);
    }

    /// <summary>A message with its prefix.</summary>
    public static byte[] Frame(IMessage message) => Frame(message.ToByteArray());

    /// <summary>A payload with its prefix; the flag and the length told may be lies.</summary>
    public static byte[] Frame(byte[] payload, byte flag = 0, uint? length = null)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }
}

/// <summary>What came back.</summary>
internal sealed record RawResponse(
    HttpStatusCode HttpStatus,
    Dictionary<string, string> Headers,
    Dictionary<string, string> Trailers,
    byte[] Body
)
{
    /// <summary>The status in a trailers-only response: it is among the headers, and there is no body.</summary>
    public StatusCode TrailersOnlyStatus
    {
        get
        {
            Assert.Equal(HttpStatusCode.OK, HttpStatus);
            Assert.Empty(Body);
            Assert.Empty(Trailers);
            Assert.Equal("application/grpc", Headers["content-type"]);
            return (StatusCode)int.Parse(Headers["grpc-status"], CultureInfo.InvariantCulture);
        }
    }
}
