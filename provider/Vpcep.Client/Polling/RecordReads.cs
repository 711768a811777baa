using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Vpcep.Client;

/// <summary>Reads what a service has many of, and what only a list of the service tells of: permissions, connections.</summary>
/// <param name="time">The clock.</param>
/// <param name="transport">Where calls go.</param>
/// <param name="services">Tells whether a service is gone: its records went with it.</param>
/// <param name="keyOf">What tells a record from others of its service.</param>
/// <param name="keys">How keys compare.</param>
/// <param name="list">Lists the records of a service, or at least the one of a key.</param>
/// <param name="meansGone">Whether an error says that a record, or its service, is not there.</param>
/// <param name="isListComplete">Whether what the whole list lacks is not there: nothing else could tell.</param>
internal sealed class RecordReads<T>(
    TimeProvider time,
    Transport transport,
    ServicesApi services,
    Func<T, string> keyOf,
    StringComparer keys,
    Func<string, string?, CancellationToken, IAsyncEnumerable<T>> list,
    Func<VpcepException, bool> meansGone,
    bool isListComplete = false
)
    where T : class
{
    private readonly ConcurrentDictionary<string, SharedReads<T>> _shared = new(StringComparer.Ordinal);

    /// <summary>The record; null when there is none or the service is gone.</summary>
    public async Task<T?> GetAsync(string serviceId, string key, CancellationToken cancellationToken)
    {
        await foreach (var record in ListAsync(serviceId, key, cancellationToken).ConfigureAwait(false))
        {
            if (keys.Equals(keyOf(record), key))
            {
                return record;
            }
        }
        return null;
    }

    /// <summary>The record, as above. Of many that are read together, one list for each service tells.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="key">The record.</param>
    /// <param name="asker">Whom the answer is for: one who asks again gets a later answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<T?> ReadAsync(string serviceId, string key, string asker, CancellationToken cancellationToken) =>
        _shared
            .GetOrAdd(serviceId, Shared)
            .ReadAsync(
                asker,
                rows =>
                    rows?.GetValueOrDefault(key) is var row && (row is not null || (rows is not null && isListComplete))
                        ? Task.FromResult(row)
                        : GetAsync(serviceId, key, cancellationToken),
                cancellationToken
            );

    /// <summary>The records of a service, or at least the one of the key; none when the service is gone.</summary>
    public async IAsyncEnumerable<T> ListAsync(
        string serviceId,
        string? key,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var all = list(serviceId, key, cancellationToken).ConfigureAwait(false).GetAsyncEnumerator();
        while (true)
        {
            try
            {
                if (!await all.MoveNextAsync())
                {
                    break;
                }
            }
            catch (VpcepException error)
            {
                if (
                    !meansGone(error)
                    && !await services.IsGoneAsync(error, serviceId, cancellationToken).ConfigureAwait(false)
                )
                {
                    throw;
                }
                break;
            }
            yield return all.Current;
        }
    }

    private SharedReads<T> Shared(string serviceId) =>
        new(time, transport, keyOf, keys, token => ListAsync(serviceId, null, token));
}
