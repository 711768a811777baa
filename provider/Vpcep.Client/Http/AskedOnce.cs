namespace Vpcep.Client;

/// <summary>What is given, or asked for once when it is first needed, however many need it.</summary>
/// <param name="given">What is given; null to ask.</param>
/// <param name="ask">Asks.</param>
internal sealed class AskedOnce<T>(T? given, Func<CancellationToken, Task<T>> ask) : IDisposable
    where T : class
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private T? _found = given;

    /// <summary>What is known without asking; null when nothing is.</summary>
    public T? Known => Volatile.Read(ref _found);

    /// <summary>The value; an asking that fails is tried again by the next call.</summary>
    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (Known is { } known)
        {
            return known;
        }
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _found ??= await ask(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
