using System.Collections.Frozen;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pulumi.Provider.Grpc.Wire;

namespace Pulumi.Provider.Grpc.Server;

/// <summary>Takes each HTTP request from Kestrel to the handler of its path, and each failure to a status.</summary>
internal sealed class CallDispatcher : IHttpApplication<IFeatureCollection>, IDisposable
{
    private readonly FrozenDictionary<string, MethodHandler> _handlers;
    private readonly TimeProvider _time;
    private readonly GrpcServerOptions _options;
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _refusing;

    public CallDispatcher(IReadOnlyList<GrpcService> services, TimeProvider time, GrpcServerOptions options)
    {
        _time = time;
        _options = options;
        var methods = services.SelectMany(service => service.Handlers).ToList();
        var health = HealthService.For(methods.Select(method => method.Key)).Handlers;
        _handlers = methods
            .Concat(health.Where(check => methods.TrueForAll(method => method.Key != check.Key)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public void RefuseCalls() => _refusing = true;

    public void CancelCalls() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception) { }

    public Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        if (request.Method != "POST")
        {
            return RefuseHttp(context, StatusCodes.Status405MethodNotAllowed);
        }

        return HeaderNames.IsGrpc(request.Headers.ContentType)
            ? ServeAsync(context, request)
            : RefuseHttp(context, StatusCodes.Status415UnsupportedMediaType);
    }

    private static Task RefuseHttp(IFeatureCollection features, int status)
    {
        var response = features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = status;
        if (status == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = "POST";
        }

        return Task.CompletedTask;
    }

    private async Task ServeAsync(IFeatureCollection features, IHttpRequestFeature request)
    {
        var callerGone = features.GetRequiredFeature<IHttpRequestLifetimeFeature>().RequestAborted;
        using var cancellation = new CallCancellation(
            failure => _options.OnUnhandledException?.Invoke(request.Path, failure),
            callerGone,
            _stop.Token
        );
        var timeoutHeader = request.Headers[HeaderNames.Timeout].ToString();
        var timeout = TimeSpan.Zero;
        var validTimeout = timeoutHeader.Length == 0 || GrpcTimeout.TryParse(timeoutHeader, out timeout);
        var context = new ServerCallContext(
            request.Headers,
            timeoutHeader.Length > 0 ? DeadlineAfter(timeout) : null,
            cancellation.Token
        )
        {
            Cancellation = cancellation,
        };
        var call = new ServerCall(features, request, context, _options.MaxMessageSize);
        using var span = CallSpan.Begin(request.Path, request.Headers);
        try
        {
            if (!validTimeout)
            {
                throw new RpcException(StatusCode.Internal, "malformed grpc-timeout header");
            }

            if (context.Deadline is not null)
            {
                cancellation.CancelAfter(timeout, _time);
            }

            await HandlerOf(request.Path).ServeAsync(call).ConfigureAwait(false);
            CallSpan.End(span, StatusCode.OK);
            call.Finish(CallStatus.OK);
        }
        catch (Exception failure)
        {
            var (status, isBug) = CallStatus.Of(failure, cancellation.Reason);
            CallSpan.End(span, status.Code);
            call.Finish(status);
            if (isBug)
            {
                _options.OnUnhandledException?.Invoke(request.Path, failure);
            }
        }
    }

    private MethodHandler HandlerOf(string path)
    {
        if (_refusing)
        {
            throw new RpcException(StatusCode.Unavailable, "the server is stopping");
        }

        return _handlers.TryGetValue(path, out var handler)
            ? handler
            : throw new RpcException(StatusCode.Unimplemented, $"unknown method {path}");
    }

    private DateTimeOffset DeadlineAfter(TimeSpan timeout)
    {
        var now = _time.GetUtcNow();
        return DateTimeOffset.MaxValue - now > timeout ? now + timeout : DateTimeOffset.MaxValue;
    }
}
