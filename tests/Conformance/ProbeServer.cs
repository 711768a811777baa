using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Protocol.Messages;
using Support;

namespace Conformance.Tests;

/// <summary>Our server with the methods of probe.proto.</summary>
internal sealed class ProbeServer : IAsyncDisposable
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CancellationReason> _cancelled = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private GrpcServer? _server;

    public int Port => _server!.Port;

    /// <summary>Completes when a call that waits is in.</summary>
    public Task Started => _started.Task;

    /// <summary>Completes when such a call is cancelled.</summary>
    public Task<CancellationReason> Cancelled => _cancelled.Task;

    public static async Task<ProbeServer> StartAsync()
    {
        var probe = new ProbeServer();
        var service = new GrpcService()
            .Unary(Of("Echo", StringValue.Parser, StringValue.Parser), (request, _) => Task.FromResult(request))
            .Unary(Of("EchoBytes", BytesValue.Parser, BytesValue.Parser), (request, _) => Task.FromResult(request))
            .Unary(Of("Fail", Int32Value.Parser, StringValue.Parser), (request, _) => throw InitFailed(request.Value))
            .Unary(Of("Wait", StringValue.Parser, StringValue.Parser), probe.WaitAsync)
            .ServerStreaming(Of("Count", Int32Value.Parser, Int32Value.Parser), probe.CountAsync);
        probe._server = await GrpcServer
            .StartAsync([service], TimeProvider.System, CancellationToken.None)
            .DefaultTimeout();
        return probe;
    }

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private static Method<TRequest, TResponse> Of<TRequest, TResponse>(
        string name,
        MessageParser<TRequest> request,
        MessageParser<TResponse> response
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => new("/conformance.Probe/" + name, request, response);

    private static RpcException InitFailed(int stateSize)
    {
        var detail = new ErrorResourceInitFailed
        {
            Id = "vpc-1",
            Reasons = { "größer als erlaubt" },
            Properties = new Struct { Fields = { ["state"] = Value.ForString(new string('s', stateSize)) } },
        };
        return new RpcException(StatusCode.FailedPrecondition, "100% größer,\nals erlaubt", Any.Pack(detail));
    }

    private async Task<StringValue> WaitAsync(StringValue request, ServerCallContext context)
    {
        _started.TrySetResult();
        try
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return request;
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult(context.CancellationReason);
            throw;
        }
    }

    /// <summary>Counts up to the limit; for ever when it is negative.</summary>
    private async IAsyncEnumerable<Int32Value> CountAsync(Int32Value limit, ServerCallContext context)
    {
        try
        {
            for (var i = 0; i != limit.Value; i++)
            {
                await Task.Yield();
                context.CancellationToken.ThrowIfCancellationRequested();
                yield return new Int32Value { Value = i };
            }
        }
        finally
        {
            _cancelled.TrySetResult(context.CancellationReason);
        }
    }
}
