using System.Net;
using Google.Protobuf;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Client;

/// <summary>One call as the caller sees it: request out, messages and a status in. Disposing breaks it off.</summary>
internal sealed class ClientCall : IDisposable
{
    private readonly HttpMessageInvoker http;
    private readonly TimeSpan? timeout;
    private readonly CancellationToken callerToken;
    private readonly CancellationTokenSource? deadline;
    private readonly CancellationTokenSource? linked;
    private readonly CancellationToken token;
    private HttpResponseMessage? response;
    private ResponseReader? reader;

    public ClientCall(HttpMessageInvoker http, TimeProvider time, TimeSpan? timeout, CancellationToken callerToken)
    {
        this.http = http;
        this.timeout = timeout;
        this.callerToken = callerToken;
        token = callerToken;
        // A timer cannot wait longer than 49 days; neither does anyone for a call.
        if (timeout is { TotalDays: < 49 } limit)
        {
            deadline = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
            linked = CancellationTokenSource.CreateLinkedTokenSource(callerToken, deadline.Token);
            token = linked.Token;
        }
    }

    /// <summary>Sends the request and waits for the response's headers.</summary>
    public async Task SendAsync(Uri uri, IMessage message, IEnumerable<KeyValuePair<string, string>>? metadata)
    {
        using var request = CreateRequest(uri, message, metadata);
        try
        {
            token.ThrowIfCancellationRequested();
            response = await http.SendAsync(request, token).ConfigureAwait(false);
            if (ResponseStatus.IsGrpc(response))
            {
                reader = new ResponseReader(
                    await response.Content.ReadAsStreamAsync(token).ConfigureAwait(false),
                    response
                );
            }
        }
        catch (Exception failure) when (Translate(failure) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The next message, or null after the last one.</summary>
    public async ValueTask<T?> ReadAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        if (reader is null)
        {
            return default;
        }

        try
        {
            return await reader.ReadAsync(parser, token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Translate(failure) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Reads the rest of the body; true when there was any.</summary>
    public async ValueTask<bool> SkipAsync()
    {
        try
        {
            return reader is not null && await reader.SkipAsync(token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Translate(failure) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Throws what the status says; call when all is read.</summary>
    public void ThrowUnlessOK()
    {
        if (ResponseStatus.FailureOf(response!) is { } failure)
        {
            throw failure;
        }
    }

    public void Dispose()
    {
        response?.Dispose();
        linked?.Dispose();
        deadline?.Dispose();
    }

    private HttpRequestMessage CreateRequest(
        Uri uri,
        IMessage message,
        IEnumerable<KeyValuePair<string, string>>? metadata
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new MessageContent(message, Frame.CheckedSize(message, Frame.DefaultMaxMessageSize)),
        };
        request.Headers.TryAddWithoutValidation("te", "trailers");
        request.Headers.TryAddWithoutValidation(HeaderNames.AcceptEncoding, Compression.Accepted);
        if (timeout is { } limit)
        {
            request.Headers.TryAddWithoutValidation(HeaderNames.Timeout, GrpcTimeout.Format(limit));
        }

        foreach (var (name, value) in metadata ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>What a failure below means to the caller; null when it already says so.</summary>
    private Exception? Translate(Exception failure) =>
        failure switch
        {
            RpcException => null,
            _ when callerToken.IsCancellationRequested => new OperationCanceledException(
                "the call was cancelled",
                failure,
                callerToken
            ),
            _ when deadline is { IsCancellationRequested: true } => new RpcException(
                StatusCode.DeadlineExceeded,
                "the deadline passed"
            ),
            HttpRequestException or IOException => ResponseStatus.OfBrokenTransport(failure),
            _ => null,
        };
}
