using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Tests.Loopback;

/// <summary>A handler that waits for its release or its cancellation, and tells both.</summary>
internal sealed class Waiting
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a call is in.</summary>
    public Task Started => _started.Task;

    /// <summary>Completes when the call is cancelled.</summary>
    public Task Cancelled => _cancelled.Task;

    /// <summary>Lets the handler answer.</summary>
    public void Release() => _released.SetResult();

    public async Task<CheckResponse> CheckAsync(CheckRequest request, ServerCallContext context)
    {
        _started.TrySetResult();
        try
        {
            await _released.Task.WaitAsync(context.CancellationToken);
            return new CheckResponse { Inputs = request.News };
        }
        catch (OperationCanceledException)
        {
            _cancelled.TrySetResult();
            throw;
        }
    }
}
