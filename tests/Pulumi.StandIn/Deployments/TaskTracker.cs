namespace Pulumi;

/// <summary>Everything a program has started and not finished; the program ends when it is empty or something failed.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource<Exception?> _outcome = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private int _pending;

    /// <summary>Waits for the task before the program may end; its failure ends the program.</summary>
    internal void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_lock)
        {
            _pending++;
        }

        _ = task.ContinueWith(
            Finish,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    /// <summary>The first failure, or null once all that was tracked, and what that tracked in turn, is done.</summary>
    internal Task<Exception?> WhenDoneAsync() => _outcome.Task;

    private void Finish(Task task)
    {
        if (task.Exception is { } failure)
        {
            _outcome.TrySetResult(failure.Flatten().InnerExceptions[0]);
        }
        else if (task.IsCanceled)
        {
            _outcome.TrySetResult(new TaskCanceledException(task));
        }

        lock (_lock)
        {
            if (--_pending > 0)
            {
                return;
            }
        }

        _outcome.TrySetResult(null);
    }
}
