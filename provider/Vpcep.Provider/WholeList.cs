namespace Vpcep.Provider;

/// <summary>Reads a stream to its end; the framework's own way is missing where the native plugin may have to be built.</summary>
internal static class WholeList
{
    /// <summary>All items, in their order.</summary>
    public static async Task<List<T>> CollectAsync<T>(
        this IAsyncEnumerable<T> items,
        CancellationToken cancellationToken
    )
    {
        var all = new List<T>();
        await foreach (var item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            all.Add(item);
        }

        return all;
    }
}
