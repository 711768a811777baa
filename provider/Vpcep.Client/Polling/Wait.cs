namespace Vpcep.Client;

/// <summary>One wait for one thing.</summary>
/// <param name="id">The thing.</param>
/// <param name="decide">What a look means; null is gone.</param>
/// <param name="progress">Is told about each look.</param>
/// <param name="time">The clock.</param>
/// <param name="isGoing">Whether the thing was told to go, so that what lists lack may well be gone.</param>
internal sealed class Wait<T>(
    string id,
    Func<T?, WaitDecision> decide,
    Action<WaitProgress>? progress,
    TimeProvider time,
    bool isGoing
)
    where T : class
{
    private readonly TaskCompletionSource<T?> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _started = time.GetTimestamp();

    public string Id => id;

    public bool IsGoing => isGoing;

    public Task<T?> Completion => _done.Task;

    /// <summary>Tells it what was seen; null is gone.</summary>
    public void See(T? item, string? status)
    {
        try
        {
            progress?.Invoke(new WaitProgress(status, time.GetElapsedTime(_started)));
            if (decide(item) == WaitDecision.Done)
            {
                _done.TrySetResult(item);
            }
        }
        catch (Exception failure)
        {
            // Whatever the waiter's own code throws belongs to the waiter, not to the loop that serves the others.
            _done.TrySetException(failure);
        }
    }

    public void Fail(Exception failure) => _done.TrySetException(failure);
}
