using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Client;

namespace Vpcep.Provider.Functions;

/// <summary>What a list is sorted by.</summary>
[PropertyEnum("vpcep:index:SortKey")]
public enum SortKey
{
    /// <summary>When it was created.</summary>
    [EnumMember(Value = "createdAt")]
    CreatedAt,

    /// <summary>When it was changed last.</summary>
    [EnumMember(Value = "updatedAt")]
    UpdatedAt,
}

/// <summary>Which end of a list comes first.</summary>
[PropertyEnum("vpcep:index:SortDirection")]
public enum SortDirection
{
    /// <summary>The newest first.</summary>
    [EnumMember(Value = "desc")]
    Descending,

    /// <summary>The oldest first.</summary>
    [EnumMember(Value = "asc")]
    Ascending,
}

/// <summary>
/// Sorts what was read from all pages. The clouds spell the sort key in two ways and refuse the other one, so the
/// key is never sent.
/// </summary>
internal static class Sorting
{
    /// <summary>The items by time; those without one last, equal ones in the cloud's order.</summary>
    public static async Task<IReadOnlyList<T>> SortedAsync<T>(
        this IAsyncEnumerable<T> items,
        Func<T, string?> time,
        SortDirection? direction,
        CancellationToken cancellationToken
    )
    {
        var all = await items.CollectAsync(cancellationToken).ConfigureAwait(false);
        var newestFirst = direction != SortDirection.Ascending;
        return
        [
            .. all.OrderBy(item => CloudTime.Parse(time(item)) is null)
                .ThenBy(
                    time,
                    Comparer<string?>.Create(newestFirst ? static (a, b) => CloudTime.Compare(b, a) : CloudTime.Compare)
                ),
        ];
    }
}
