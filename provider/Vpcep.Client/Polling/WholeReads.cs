using System.Collections.Concurrent;

namespace Vpcep.Client;

/// <summary>
/// Reads things whole: their details, and of what these leave out what the list says. Of many that are read together the
/// list is asked for once, and where it says as much as details would, they are not asked for.
/// </summary>
/// <param name="shared">The list of those that are read together.</param>
/// <param name="get">Asks for a thing's details; null is gone.</param>
/// <param name="find">Asks the list for one thing; null when it lacks it.</param>
internal sealed class WholeReads<T>(
    SharedReads<T> shared,
    Func<string, CancellationToken, Task<T?>> get,
    Func<string, CancellationToken, Task<T?>> find
)
    where T : class, IReported<T>
{
    // By what decides which members a thing has: its type and its state.
    private readonly ConcurrentDictionary<(string? Type, string? Status), Lazy<Task<bool>>> _trusted = new();

    /// <inheritdoc cref="ProjectApi{T}.CompleteAsync"/>
    public Task<T> CompleteAsync(T answer, CancellationToken cancellationToken) =>
        answer.IsWhole ? Task.FromResult(answer) : FillAsync(answer, null, cancellationToken);

    /// <inheritdoc cref="ProjectApi{T}.GetWholeAsync"/>
    public async Task<T?> GetAsync(string id, CancellationToken cancellationToken) =>
        await get(id, cancellationToken).ConfigureAwait(false) is { } answer
            ? await CompleteAsync(answer, cancellationToken).ConfigureAwait(false)
            : null;

    /// <inheritdoc cref="ProjectApi{T}.ReadAsync"/>
    public Task<T?> ReadAsync(
        string id,
        string asker,
        Func<T?, bool> isEnough,
        Func<T, T, bool>? isSame,
        CancellationToken cancellationToken
    ) =>
        shared.ReadAsync(
            asker,
            async rows =>
            {
                var row = rows?.GetValueOrDefault(id);
                if (
                    rows is not null
                    && isEnough(row)
                    && (
                        row is null
                        || isSame is null
                        || await TrustAsync(row, isSame).WaitAsync(cancellationToken).ConfigureAwait(false)
                    )
                )
                {
                    return row;
                }
                var answer = await get(id, cancellationToken).ConfigureAwait(false);
                return answer is null || (isSame is null && answer.IsWhole)
                    ? answer
                    : await FillAsync(answer, row, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken
        );

    private async Task<T> FillAsync(T answer, T? row, CancellationToken cancellationToken) =>
        (row ?? await find(answer.Id, cancellationToken).ConfigureAwait(false)) is { } listed
            ? answer.FilledFrom(listed)
            : answer;

    /// <summary>Whether lists tell as much of such things as details do.</summary>
    private Task<bool> TrustAsync(T row, Func<T, T, bool> isSame) =>
        _trusted
            .GetOrAdd(
                (row.ServiceType, row.Status),
                static (_, compare) => new(() => Task.Run(compare)),
                () => CompareAsync(row, isSame)
            )
            .Value;

    // Nobody's cancellation: others wait for it, too. What cannot be compared is not trusted.
    private async Task<bool> CompareAsync(T row, Func<T, T, bool> isSame)
    {
        try
        {
            return await get(row.Id, CancellationToken.None).ConfigureAwait(false) is { } details
                && isSame(row, details.FilledFrom(row));
        }
        catch (VpcepException)
        {
            return false;
        }
    }
}
