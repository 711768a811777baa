namespace Pulumi.Provider.Testing.Engine.Operations;

/// <summary>
/// The user's two ways to stop. The first asks: no new step begins, plugins are told, what is in flight ends. The second
/// insists: calls in flight are abandoned, and stay in the state as pending operations.
/// </summary>
public sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly CancellationTokenSource _terminate = new();

    /// <summary>Fires at the first request.</summary>
    public CancellationToken Cancel => _cancel.Token;

    /// <summary>Fires at the second request.</summary>
    public CancellationToken Terminate => _terminate.Token;

    /// <summary>Asks to stop; asked again, insists.</summary>
    public void Request()
    {
        if (!_cancel.IsCancellationRequested)
        {
            _cancel.Cancel();
        }
        else
        {
            _terminate.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancel.Dispose();
        _terminate.Dispose();
    }
}
