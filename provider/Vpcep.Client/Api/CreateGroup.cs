namespace Vpcep.Client;

/// <summary>Lets creates that look alike run side by side, and one at a time look for what it made while no other runs.</summary>
#pragma warning disable CA1001 // the semaphore holds nothing to free: its wait handle is never asked for
internal sealed class CreateGroup<T>
#pragma warning restore CA1001
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turnstile = new(1, 1);
    private readonly List<Func<T, bool>> _lost = [];
    private int _senders;
    private TaskCompletionSource? _quiet;

    /// <summary>Waits until no search runs; ends with <see cref="Leave"/>.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _senders++;
        }
        _turnstile.Release();
    }

    /// <summary>The answer came, or never will.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (--_senders == 0)
            {
                _quiet?.TrySetResult();
                _quiet = null;
            }
        }
    }

    /// <summary>Searches while the group stands still.</summary>
    /// <param name="matches">What the lost create may have made.</param>
    /// <param name="search">Given a function that tells how many lost creates a thing may belong to.</param>
    public async Task<T?> SearchAsync(Func<T, bool> matches, Func<Func<T, int>, Task<T?>> search)
    {
        lock (_lock)
        {
            _lost.Add(matches);
        }
        try
        {
            // Not cancellable: senders are bounded by their own timeouts.
            return await StandStillAsync(() => search(Owed), CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _lost.Remove(matches);
            }
        }
    }

    /// <summary>Does something while no create of the group is under way: all answers so far are known, none is to come.</summary>
    public async Task<TResult> StandStillAsync<TResult>(Func<Task<TResult>> act, CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await QuietAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return await act().ConfigureAwait(false);
        }
        finally
        {
            _turnstile.Release();
        }
    }

    private Task QuietAsync()
    {
        lock (_lock)
        {
            if (_senders == 0)
            {
                return Task.CompletedTask;
            }
            _quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task;
        }
    }

    private int Owed(T item)
    {
        lock (_lock)
        {
            return _lost.Count(matches => matches(item));
        }
    }
}
