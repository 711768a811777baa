using System.Net;
using Google.Protobuf;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Client;

/// <summary>One call as the caller sees it: request out, messages and a status in. Disposing breaks it off.</summary>
internal sealed class ClientCall : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly TimeSpan? _timeout;
    private readonly CancellationToken _callerToken;
    private readonly CancellationTokenSource? _deadline;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _token;
    private HttpResponseMessage? _response;
    private ResponseReader? _reader;

    public ClientCall(HttpMessageInvoker http, TimeProvider time, TimeSpan? timeout, CancellationToken callerToken)
    {
        _http = http;
        _timeout = timeout;
        _callerToken = callerToken;
        _token = callerToken;
        // A timer cannot wait longer than 49 days; neither does anyone for a call.
        if (timeout is { TotalDays: < 49 } limit)
        {
            _deadline = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, time);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(callerToken, _deadline.Token);
            _token = _linked.Token;
        }
    }

    /// <summary>Sends the request and waits for the response's headers.</summary>
    public async Task SendAsync(Uri uri, IMessage message, IEnumerable<KeyValuePair<string, string>>? metadata)
    {
        using var request = CreateRequest(uri, message, metadata);
        try
        {
            _token.ThrowIfCancellationRequested();
            _response = await _http.SendAsync(request, _token).ConfigureAwait(false);
            if (ResponseStatus.IsGrpc(_response))
            {
                _reader = new ResponseReader(
                    await _response.Content.ReadAsStreamAsync(_token).ConfigureAwait(false),
                    _response
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
        if (_reader is null)
        {
            return default;
        }

        try
        {
            return await _reader.ReadAsync(parser, _token).ConfigureAwait(false);
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
            return _reader is not null && await _reader.SkipAsync(_token).ConfigureAwait(false);
        }
        catch (Exception failure) when (Translate(failure) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Throws what the status says; call when all is read.</summary>
    public void ThrowUnlessOK()
    {
        if (ResponseStatus.FailureOf(_response!) is { } failure)
        {
            throw failure;
        }
    }

    public void Dispose()
    {
        _response?.Dispose();
        _linked?.Dispose();
        _deadline?.Dispose();
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
        if (_timeout is { } limit)
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
            _ when _callerToken.IsCancellationRequested => new OperationCanceledException(
                "the call was cancelled",
                failure,
                _callerToken
            ),
            _ when _deadline is { IsCancellationRequested: true } => new RpcException(
                StatusCode.DeadlineExceeded,
                "the deadline passed"
            ),
            HttpRequestException or IOException => ResponseStatus.OfBrokenTransport(failure),
            _ => null,
        };
}
