using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Things of one kind that a project has: finding, reading and deleting them.</summary>
public abstract class ProjectApi<T>
    where T : class, IReported<T>
{
    private readonly WholeReads<T> _reads;

    private protected ProjectApi(Transport transport, TimeProvider time, IClientLog? log, PollPace pace)
    {
        Transport = transport;
        Pager = new Pager(transport);
        _reads = new(
            new(time, transport, static thing => thing.Id, StringComparer.OrdinalIgnoreCase, AllAsync),
            GetAsync,
            FindAsync
        );
        Waiter = new(pace, time, new(log, static thing => thing.Id, static thing => thing.Status, GetAsync, AllAsync));
    }

    /// <summary>The one poll loop that all waits for such things share.</summary>
    public Waiter<T> Waiter { get; }

    private protected Transport Transport { get; }

    private protected Pager Pager { get; }

    /// <summary>What it is, in messages.</summary>
    private protected abstract string Kind { get; }

    /// <summary>What the details tell, or null when it is gone.</summary>
    public async Task<T?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Get, PathOf(id), $"read {Kind} {id}");
            var found = await Transport.SendAsync(request, Read, cancellationToken).ConfigureAwait(false);
            return Answers.Required(found, request.Operation);
        }
        catch (VpcepException error) when (MeansGone(error))
        {
            return null;
        }
        catch (VpcepException error) when (ErrorCodes.MayMeanGone(error))
        {
            return await FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The thing with what any such has (<see cref="IReported{T}.IsWhole"/>), or null when it is gone.</summary>
    public Task<T?> GetWholeAsync(string id, CancellationToken cancellationToken) =>
        _reads.GetAsync(id, cancellationToken);

    /// <summary>Fills in what an answer lacks, if that is more than sites may leave out, from the list, which leaves out other things.</summary>
    public Task<T> CompleteAsync(T found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        return _reads.CompleteAsync(found, cancellationToken);
    }

    /// <summary>The thing as the list has it, or null when it has not.</summary>
    public async Task<T?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var found in FilterAsync(id, cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(found.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return found;
            }
        }
        return null;
    }

    /// <summary>The thing, or null when it is gone. Of many that are read together, one list tells.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="asker">Whom the answer is for: one who asks again gets a later answer.</param>
    /// <param name="isEnough">Whether a row of the list, or its absence there, tells all that is wanted; otherwise the thing is asked for.</param>
    /// <param name="isSame">
    /// For one who wants all that the cloud tells anywhere, undocumented or not: whether a row told as much as row and
    /// details together. One of each type and status is compared before rows are believed. Null for one to whom
    /// <paramref name="isEnough"/>, or <see cref="IReported{T}.IsWhole"/>, is enough.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<T?> ReadAsync(
        string id,
        string asker,
        Func<T?, bool> isEnough,
        Func<T, T, bool>? isSame,
        CancellationToken cancellationToken
    ) => _reads.ReadAsync(id, asker, isEnough, isSame, cancellationToken);

    /// <summary>True when a call about one failed because it is not there.</summary>
    public async Task<bool> IsGoneAsync(VpcepException error, string id, CancellationToken cancellationToken) =>
        MeansGone(error)
        || (ErrorCodes.MayMeanGone(error) && await FindAsync(id, cancellationToken).ConfigureAwait(false) is null);

    /// <summary>Starts to delete one; one that is gone already is fine.</summary>
    /// <returns>False when it was gone already.</returns>
    /// <exception cref="VpcepException"><c>EndPoint.3006</c>: endpoints still use the service.</exception>
    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ApiRequest(HttpMethod.Delete, PathOf(id), $"delete {Kind} {id}");
            await Transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (VpcepException error) when (MeansGoing(error))
        {
            return true;
        }
        catch (VpcepException error)
        {
            if (!await IsGoneAsync(error, id, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
            return false;
        }
    }

    /// <summary>Waits until it is gone.</summary>
    /// <exception cref="OperationCanceledException">The token fired.</exception>
    public Task WaitUntilGoneAsync(string id, Action<WaitProgress>? progress, CancellationToken cancellationToken) =>
        Waits.UntilGoneAsync(Waiter, id, progress, cancellationToken);

    internal void Close() => Waiter.Close();

    /// <summary>Changes one in place; sites may answer with nothing at all.</summary>
    private protected async Task<T> UpdateAsync(string id, ApiRequest change, CancellationToken cancellationToken) =>
        await Transport.SendAsync(change, Read, cancellationToken).ConfigureAwait(false)
        ?? await GetAsync(id, cancellationToken).ConfigureAwait(false)
        ?? throw new VpcepException(ErrorClass.NotFound, change.Operation, "it is gone: someone else deleted it");

    private protected abstract string PathOf(string id);

    private protected abstract T? Read(JsonElement item);

    private protected abstract IAsyncEnumerable<T> FilterAsync(string? id, CancellationToken cancellationToken);

    private protected abstract bool MeansGone(VpcepException error);

    private protected virtual bool MeansGoing(VpcepException error) => false;

    private protected IAsyncEnumerable<T> AllAsync(CancellationToken cancellationToken) =>
        FilterAsync(null, cancellationToken);
}
