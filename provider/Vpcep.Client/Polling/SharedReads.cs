namespace Vpcep.Client;

/// <summary>
/// Reads of things of one kind. One or two at a time are asked for singly; when more come together, as in a refresh or
/// an import, one list serves them all.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="transport">Tells when this client changes something: what was listed before that is no answer.</param>
/// <param name="keyOf">What tells a thing from others.</param>
/// <param name="keys">How keys compare.</param>
/// <param name="list">Lists all things.</param>
internal sealed class SharedReads<T>(
    TimeProvider time,
    Transport transport,
    Func<T, string> keyOf,
    StringComparer keys,
    Func<CancellationToken, IAsyncEnumerable<T>> list
)
    where T : class
{
    /// <summary>Up to this many reads at a time are asked for one by one.</summary>
    private const int FewReads = 2;

    /// <summary>
    /// How long a list answers reads after it came. An engine sends a refresh's reads a dozen at a time: without it, each
    /// dozen would cost a list.
    /// </summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _askers = new(StringComparer.Ordinal);
    private Listing? _listing;
    private int _reading;

    /// <summary>The thing, or null when it is gone.</summary>
    /// <param name="asker">Whom the answer is for. One who asks again wants to know anew, and so do all that ask later.</param>
    /// <param name="answer">Answers, given what was listed by key; null when the thing is to be asked for singly.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T?> ReadAsync(
        string asker,
        Func<IReadOnlyDictionary<string, T>?, Task<T?>> answer,
        CancellationToken cancellationToken
    )
    {
        // Who has left already asks for nothing on behalf of others.
        cancellationToken.ThrowIfCancellationRequested();
        var listing = Enter(asker);
        try
        {
            var rows = listing is null ? null : await listing.Rows.WaitAsync(cancellationToken).ConfigureAwait(false);
            return await answer(rows).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _reading);
        }
    }

    /// <summary>The list that answers; null when the thing is to be asked for singly.</summary>
    private Listing? Enter(string asker)
    {
        lock (_lock)
        {
            var others = Interlocked.Increment(ref _reading) - 1;
            if (!_askers.Add(asker))
            {
                _askers.Clear();
                _askers.Add(asker);
                _listing = null;
                return null;
            }
            if (_listing is { } last && !IsFresh(last))
            {
                _listing = null;
            }
            if (others >= FewReads)
            {
                _listing ??= new Listing(transport.Changes, listing => Task.Run(() => ListAsync(listing)));
            }
            return _listing;
        }
    }

    private bool IsFresh(Listing listing) =>
        listing.Changes == transport.Changes
        && (!listing.Rows.IsCompleted || time.GetElapsedTime(listing.CameAt) < Freshness);

    // It serves all who read, so nobody's giving up ends it. One that cannot be had is none: each is asked for singly then.
    private async Task<IReadOnlyDictionary<string, T>?> ListAsync(Listing listing)
    {
        try
        {
            var rows = new Dictionary<string, T>(keys);
            await foreach (var row in list(CancellationToken.None).ConfigureAwait(false))
            {
                rows[keyOf(row)] = row;
            }
            return rows;
        }
        catch (VpcepException)
        {
            return null;
        }
        finally
        {
            listing.CameAt = time.GetTimestamp();
        }
    }

    private sealed class Listing
    {
        private long _cameAt;

        /// <summary>Begins to list.</summary>
        /// <param name="changes">What the client had changed by then.</param>
        /// <param name="list">Lists.</param>
        public Listing(long changes, Func<Listing, Task<IReadOnlyDictionary<string, T>?>> list)
        {
            Changes = changes;
            Rows = list(this);
        }

        public long Changes { get; }

        /// <summary>By key; null when there is no list to be had.</summary>
        public Task<IReadOnlyDictionary<string, T>?> Rows { get; }

        /// <summary>When it came, once it has.</summary>
        public long CameAt
        {
            get => Volatile.Read(ref _cameAt);
            set => Volatile.Write(ref _cameAt, value);
        }
    }
}
