using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Pulumi.Provider.Loopback;

/// <summary>What concerns every call that is served: its span, and a status that every client can take.</summary>
internal sealed class CallInterceptor : Interceptor
{
    // More than anyone reads, and encoded less than any client's limit for headers.
    private const int MaxDetailLength = 5000;

    /// <inheritdoc/>
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request,
        ServerCallContext context,
        UnaryServerMethod<TRequest, TResponse> continuation
    )
    {
        using var span = CallSpan.Begin(context);
        try
        {
            var response = await continuation(request, context).ConfigureAwait(false);
            CallSpan.End(span, StatusCode.OK);
            return response;
        }
        catch (Exception failure) when (StatusOf(failure) is { } status)
        {
            CallSpan.End(span, status.StatusCode);
            throw status;
        }
    }

    /// <inheritdoc/>
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation
    )
    {
        using var span = CallSpan.Begin(context);
        try
        {
            await continuation(request, responseStream, context).ConfigureAwait(false);
            CallSpan.End(span, StatusCode.OK);
        }
        catch (Exception failure) when (StatusOf(failure) is { } status)
        {
            CallSpan.End(span, status.StatusCode);
            throw status;
        }
    }

    private static RpcException StatusOf(Exception failure) =>
        failure switch
        {
            RpcException { Status.Detail.Length: > MaxDetailLength } wordy => new RpcException(
                new Status(wordy.StatusCode, string.Concat(wordy.Status.Detail.AsSpan(0, MaxDetailLength), "…")),
                wordy.Trailers
            ),
            RpcException status => status,
            OperationCanceledException => new RpcException(
                new Status(StatusCode.Cancelled, "the operation was cancelled")
            ),
            _ => new RpcException(
                new Status(StatusCode.Internal, "unexpected failure, a bug in the answering program")
            ),
        };
}
