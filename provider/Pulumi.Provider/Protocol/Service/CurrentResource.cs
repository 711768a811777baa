namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// Which resource the running code works for, however deep below the call it is: what it tells the user belongs on that
/// resource's row.
/// </summary>
internal sealed class CurrentResource
{
    private readonly AsyncLocal<Work?> _work = new();

    /// <summary>Its URN; empty outside of a resource's call, and for work that outlives the call that began it.</summary>
    public string Urn => _work.Value is { Ended: false } work ? work.Urn : "";

    /// <summary>From here on the caller, and all that it starts, works for the resource until the scope is disposed.</summary>
    public IDisposable Enter(string urn)
    {
        var work = new Work(urn);
        _work.Value = work;
        return work;
    }

    private sealed class Work(string urn) : IDisposable
    {
        private volatile bool _ended;

        public string Urn => urn;

        public bool Ended => _ended;

        public void Dispose() => _ended = true;
    }
}
