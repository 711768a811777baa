using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Server;

/// <summary>One call as HTTP/2 carries it: request message in, response messages and a status out.</summary>
internal sealed class ServerCall(
    IFeatureCollection features,
    IHttpRequestFeature request,
    ServerCallContext context,
    int maxMessageSize
)
{
    private readonly IHttpResponseBodyFeature _body = features.GetRequiredFeature<IHttpResponseBodyFeature>();
    private readonly IHttpResponseFeature _response = features.GetRequiredFeature<IHttpResponseFeature>();
    private bool _started;

    public ServerCallContext Context => context;

    /// <summary>Whether the request nests so deep that the answer may, too.</summary>
    public bool Deep { get; private set; }

    /// <summary>Reads the one request message.</summary>
    public async ValueTask<T> ReadAsync<T>(MessageParser<T> parser)
        where T : IMessage<T>
    {
        var reader = features.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        var encoding = request.Headers[HeaderNames.Encoding].ToString();
        var (message, deep) = await RequestReader
            .ReadSingleAsync(reader, parser, encoding, maxMessageSize, context.CancellationToken)
            .ConfigureAwait(false);
        Deep = deep;
        return message;
    }

    /// <summary>Writes one response message into the response's buffer.</summary>
    public async ValueTask WriteAsync(IMessage message)
    {
        // The size comes first: a message that cannot be sent must still be able to fail as a status.
        var size = Deep
            ? await DeepStack.RunAsync(() => Frame.CheckedSize(message, maxMessageSize)).ConfigureAwait(false)
            : Frame.CheckedSize(message, maxMessageSize);
        await StartAsync().ConfigureAwait(false);
        if (Deep)
        {
            await DeepStack.RunAsync(() => Frame.Write(_body.Writer, message, size)).ConfigureAwait(false);
        }
        else
        {
            Frame.Write(_body.Writer, message, size);
        }
    }

    /// <summary>Sends what is written; waits while the caller does not read.</summary>
    public async ValueTask FlushAsync()
    {
        var flushed = await _body.Writer.FlushAsync(context.CancellationToken).ConfigureAwait(false);
        if (flushed.IsCompleted)
        {
            // The stream's end may be seen here before the caller's token fires; the reason must be there by then.
            context.Cancellation!.Fire(CancellationReason.Caller);
            throw new OperationCanceledException("the caller no longer reads");
        }
    }

    /// <summary>Settles the status; it goes out when the call returns.</summary>
    public void Finish(CallStatus status)
    {
        if (_started)
        {
            status.WriteTo(features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers);
            return;
        }

        // Nothing is sent yet: status and headers in one block, what gRPC calls trailers-only.
        _response.StatusCode = StatusCodes.Status200OK;
        _response.Headers.ContentType = HeaderNames.ContentType;
        status.WriteTo(_response.Headers);
    }

    private Task StartAsync()
    {
        if (_started)
        {
            return Task.CompletedTask;
        }

        _started = true;
        _response.StatusCode = StatusCodes.Status200OK;
        _response.Headers.ContentType = HeaderNames.ContentType;
        return _body.StartAsync(CancellationToken.None);
    }
}
