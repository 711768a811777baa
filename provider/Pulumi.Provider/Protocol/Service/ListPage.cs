using System.Globalization;
using System.Runtime.CompilerServices;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// Which part of a list a request asks for. A token holds how many came before and the id of the last of them, so that
/// what appears or vanishes in between moves nothing: whoever has the token may be served by another process.
/// </summary>
internal sealed class ListPage
{
    private readonly long _limit;
    private readonly long _size;
    private readonly int _before;
    private readonly string? _lastBefore;
    private int _count;
    private string _last = "";

    /// <exception cref="RpcException">INVALID_ARGUMENT: the token is none of ours.</exception>
    public ListPage(ListRequest request)
    {
        _limit = request.Limit < 1 ? long.MaxValue : request.Limit;
        _size = request.PageSize < 1 ? long.MaxValue : request.PageSize;
        if (request.ContinuationToken is { Length: > 0 } token)
        {
            var parts = token.Split(' ', 2);
            if (
                parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out _before)
            )
            {
                throw new RpcException(
                    new Status(
                        StatusCode.InvalidArgument,
                        $"'{token}' is no continuation token of this provider; leave it out to begin anew"
                    )
                );
            }

            _lastBefore = parts[1];
        }
    }

    /// <summary>True when nothing more may go on this page.</summary>
    public bool IsFull => _count >= _size;

    /// <summary>True when all that is wanted is there.</summary>
    public bool IsLast => _count >= _limit;

    /// <summary>The token of the page after this one.</summary>
    public string End => string.Create(CultureInfo.InvariantCulture, $"{_before + _count} {_last}");

    /// <summary>Counts a result in.</summary>
    public void Add(Listed one) => (_count, _last) = (_count + 1, one.Id);

    /// <summary>What comes after the page before this one.</summary>
    public async IAsyncEnumerable<Listed> Rest(
        IAsyncEnumerable<Listed> all,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var reached = _lastBefore is null;
        var passed = new List<Listed>();
        await foreach (var one in all.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (reached)
            {
                yield return one;
                continue;
            }

            reached = one.Id == _lastBefore;
            passed.Add(one);
        }

        if (!reached)
        {
            // It vanished meanwhile; what followed it has moved up into its place.
            foreach (var one in passed.Skip(_before - 1))
            {
                yield return one;
            }
        }
    }
}
