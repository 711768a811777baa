namespace Vpcep.Client;

/// <summary>The project id: given, or looked up once when first needed.</summary>
internal sealed class ProjectSource(VpcepClientOptions options) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _found = options.ProjectId;

    /// <summary>The id; a look-up that fails is tried again by the next call.</summary>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _found) is { } known)
        {
            return known;
        }
        var find =
            options.FindProject
            ?? throw new VpcepException(
                ErrorClass.InvalidInput,
                "find the project",
                "neither its id nor a way to look it up is set"
            );
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _found ??= await find(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
