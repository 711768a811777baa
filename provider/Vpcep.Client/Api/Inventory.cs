namespace Vpcep.Client;

/// <summary>
/// What there is before something is made. It tells, whatever the clocks and stamps say, what a create that lost its
/// answer cannot have made. Listed once for all creates of a minute.
/// </summary>
internal sealed class Inventory<T>(
    TimeProvider time,
    Func<CancellationToken, IAsyncEnumerable<T>> list,
    Func<T, string> groupOf,
    Func<T, string> idOf
)
{
    // What others make between the listing and the request may be mistaken for ours: keep that short.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private readonly Lock _lock = new();
    private Task<Dictionary<string, HashSet<string>>?> _listing = Task.FromResult<Dictionary<string, HashSet<string>>?>(
        null
    );
    private long? _listedAt;

    /// <summary>Ids of what is there of the group; null when the cloud does not tell.</summary>
    public async Task<IReadOnlySet<string>?> IdsAsync(string group, CancellationToken cancellationToken)
    {
        // Who has left already asks for nothing on behalf of others.
        cancellationToken.ThrowIfCancellationRequested();
        Task<Dictionary<string, HashSet<string>>?> listing;
        lock (_lock)
        {
            if (_listedAt is not { } at || time.GetElapsedTime(at) > Fresh)
            {
                _listedAt = time.GetTimestamp();
                _listing = ListAsync();
            }
            listing = _listing;
        }
        var groups = await listing.WaitAsync(cancellationToken).ConfigureAwait(false);
        return groups is null ? null : groups.GetValueOrDefault(group) ?? None;
    }

    // Nobody's cancellation: others wait for it, too.
    private async Task<Dictionary<string, HashSet<string>>?> ListAsync()
    {
        var groups = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        try
        {
            await foreach (var item in list(CancellationToken.None).ConfigureAwait(false))
            {
                var group = groupOf(item);
                if (!groups.TryGetValue(group, out var ids))
                {
                    groups[group] = ids = new HashSet<string>(StringComparer.Ordinal);
                }
                ids.Add(idOf(item));
            }
        }
        catch (VpcepException)
        {
            // No reason not to make anything: the request itself says what is wrong, if it is more than the list.
            return null;
        }
        return groups;
    }
}
