using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;

namespace Pulumi.Provider.Tests.Grpc;

/// <summary>A handler that waits for its release or its cancellation, and tells both.</summary>
internal sealed class WaitingHandler
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CancellationReason> _reason = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    /// <summary>Completes when a call is in.</summary>
    public Task Started => _started.Task;

    /// <summary>Completes when the call is cancelled, with the reason.</summary>
    public Task<CancellationReason> Reason => _reason.Task;

    /// <summary>Lets the handler answer.</summary>
    public void Release() => _released.SetResult();

    public async Task<StringValue> ServeAsync(StringValue request, ServerCallContext context)
    {
        _started.TrySetResult();
        try
        {
            await _released.Task.WaitAsync(context.CancellationToken);
            return request;
        }
        catch (OperationCanceledException)
        {
            _reason.TrySetResult(context.CancellationReason);
            throw;
        }
    }
}
