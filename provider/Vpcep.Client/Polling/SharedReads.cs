namespace Vpcep.Client;

/// <summary>
/// Reads of things of one kind. One or two at a time are asked for singly; when more come together, as in a refresh,
/// one list answers them all.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="transport">Tells when this client changes something: what was listed before that is no answer.</param>
/// <param name="idOf">A thing's id.</param>
/// <param name="get">Asks for one thing; null is gone.</param>
/// <param name="list">Lists all things.</param>
internal sealed class SharedReads<T>(
    TimeProvider time,
    Transport transport,
    Func<T, string> idOf,
    Func<string, CancellationToken, Task<T?>> get,
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
    /// <param name="id">The thing.</param>
    /// <param name="asker">Whom the answer is for. One who asks again wants to know anew, and so do all that ask later.</param>
    /// <param name="isEnough">Whether an item of a list says all that a single answer would; null is one that a list lacks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T?> ReadAsync(
        string id,
        string asker,
        Func<T?, bool> isEnough,
        CancellationToken cancellationToken
    )
    {
        var listing = Enter(asker);
        try
        {
            if (listing is not null)
            {
                var items = await listing.Items.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (items is not null)
                {
                    var item = items.GetValueOrDefault(id);
                    if (isEnough(item))
                    {
                        return item;
                    }
                }
            }
            return await get(id, cancellationToken).ConfigureAwait(false);
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
        && (!listing.Items.IsCompleted || time.GetElapsedTime(listing.CameAt) < Freshness);

    // It serves all who read, so nobody's giving up ends it. One that cannot be had is none: each is asked for singly then.
    private async Task<IReadOnlyDictionary<string, T>?> ListAsync(Listing listing)
    {
        try
        {
            var items = new Dictionary<string, T>(StringComparer.Ordinal);
            await foreach (var item in list(CancellationToken.None).ConfigureAwait(false))
            {
                items[idOf(item)] = item;
            }
            return items;
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
            Items = list(this);
        }

        public long Changes { get; }

        /// <summary>By id; null when there is no list to be had.</summary>
        public Task<IReadOnlyDictionary<string, T>?> Items { get; }

        /// <summary>When it came, once it has.</summary>
        public long CameAt
        {
            get => Volatile.Read(ref _cameAt);
            set => Volatile.Write(ref _cameAt, value);
        }
    }
}
