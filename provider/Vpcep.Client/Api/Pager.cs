using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>
/// Walks a list page by page. The API refuses an offset at or behind the end, some sites report a total that is
/// wrong, and things come and go between two pages.
/// </summary>
internal sealed class Pager(Transport transport)
{
    private const int MostPages = 1000;
    private const int MostRestarts = 3;

    /// <summary>The largest page of most lists.</summary>
    public const int LargestPage = 1000;

    /// <summary>The largest page of permission lists.</summary>
    public const int LargestPermissionPage = 500;

    /// <summary>The page of VPN lists; the largest is not documented.</summary>
    public const int VpnPage = 100;

    /// <summary>Yields each item once, in the order the cloud gives them.</summary>
    /// <param name="path">The list with its filters, without limit and offset.</param>
    /// <param name="operation">What it does, for errors.</param>
    /// <param name="member">The member of the answer that holds the items.</param>
    /// <param name="decode">Reads an item; null when it is none.</param>
    /// <param name="identity">What makes two items the same.</param>
    /// <param name="limit">The page size to ask for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="isWholeByDefault">Whether the site gives the whole list when no page is asked for.</param>
    public IAsyncEnumerable<T> ListAsync<T>(
        string path,
        string operation,
        string member,
        Func<JsonElement, T?> decode,
        Func<T, string> identity,
        int limit,
        CancellationToken cancellationToken,
        bool isWholeByDefault = false
    )
        where T : class =>
        ListAsync(
            offset => new ApiRequest(
                HttpMethod.Get,
                isWholeByDefault && offset == 0 ? path : Window(path, limit, offset),
                operation
            ),
            member,
            decode,
            identity,
            limit,
            cancellationToken
        );

    /// <summary>The same, of a list that is asked for otherwise.</summary>
    /// <param name="page">Asks for a page, given where it begins.</param>
    /// <param name="member">The member of the answer that holds the items.</param>
    /// <param name="decode">Reads an item; null when it is none.</param>
    /// <param name="identity">What makes two items the same.</param>
    /// <param name="limit">The page size to ask for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<T> ListAsync<T>(
        Func<int, ApiRequest> page,
        string member,
        Func<JsonElement, T?> decode,
        Func<T, string> identity,
        int limit,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
        where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var received = 0;
        var restarts = 0;
        for (var pages = 0; pages < MostPages; pages++)
        {
            // Each page starts on the last item of the one before: when that item is not there, something before
            // it vanished and others slipped past.
            var offset = received > 0 ? received - 1 : 0;
            var request = page(offset);
            var answer = await PageAsync(request, member, decode, offset, cancellationToken).ConfigureAwait(false);
            if (answer is null)
            {
                if (restarts == MostRestarts)
                {
                    yield break;
                }
                restarts++;
                received = 0;
                continue;
            }
            var items = answer.Items;
            if (offset > 0 && items is [var first, ..] && !seen.Contains(identity(first)) && restarts < MostRestarts)
            {
                restarts++;
                received = 0;
                continue;
            }
            var fresh = 0;
            foreach (var item in items)
            {
                if (seen.Add(identity(item)))
                {
                    fresh++;
                    yield return item;
                }
            }
            received = offset + items.Count;
            var more = answer.Total is { } total ? received < total : items.Count >= limit;
            var stuck = offset > 0 && items.Count <= 1;
            if (items.Count == 0 || !more || stuck || (fresh == 0 && restarts == 0))
            {
                yield break;
            }
        }
        throw new VpcepException(
            ErrorClass.Internal,
            page(0).Operation,
            $"the list does not end after {MostPages} pages of {limit}"
        );
    }

    private static Page<T> Read<T>(JsonElement body, string operation, string member, Func<JsonElement, T?> decode)
        where T : class
    {
        var total = body.Whole("total_count");
        List<T> items = [.. body.Items(member).Select(item => Decoded(item, decode, operation, member))];
        // An answer without a list is no empty list, unless it says so itself.
        return items.Count > 0 || total == 0 || body.IsNull(member) || body.IsEmptyList(member)
            ? new(items, total)
            : throw new VpcepException(ErrorClass.Internal, operation, $"the answer has no list '{member}'");
    }

    // Left out, it would count as gone.
    private static T Decoded<T>(JsonElement item, Func<JsonElement, T?> decode, string operation, string member)
        where T : class =>
        decode(item)
        ?? throw new VpcepException(ErrorClass.Internal, operation, $"an item of '{member}' cannot be read");

    private static string Window(string path, int limit, int offset) =>
        Paths.WithQuery(path, ("limit", Paths.Number(limit)), ("offset", offset == 0 ? null : Paths.Number(offset)));

    private async Task<Page<T>?> PageAsync<T>(
        ApiRequest request,
        string member,
        Func<JsonElement, T?> decode,
        int offset,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return await transport
                .SendAsync(request, body => Read(body, request.Operation, member, decode), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (VpcepException error) when (offset > 0 && error.Code == VpcepCodes.InvalidOffset)
        {
            // The list became shorter than what we have read of it; of what is left, some may have slipped past.
            return null;
        }
    }

    private sealed record Page<T>(List<T> Items, long? Total);
}
