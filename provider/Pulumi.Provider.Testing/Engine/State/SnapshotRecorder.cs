using System.Collections.Immutable;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>
/// Keeps the stack's state while an operation runs: the resources this operation has settled, in the order it settled
/// them, then the old ones it has not come to yet. Every change is on disk before the next step begins. Without a store
/// (a preview) nothing is written.
/// </summary>
internal sealed class SnapshotRecorder : IDisposable
{
    private readonly StateStore? _store;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly List<ResourceState> _settled = [];
    private readonly List<OldResource> _old;
    private readonly List<PendingOperation> _pending = [];
    private readonly ImmutableArray<PendingOperation> _earlierPending;
    private long _changes;
    private long _written;

    /// <summary>Begins with the state that an earlier operation left.</summary>
    public SnapshotRecorder(Snapshot start, StateStore? store)
    {
        _store = store;
        _old = [.. start.Resources.Select(static state => new OldResource(state))];
        _earlierPending = start.PendingOperations;
    }

    /// <summary>The state as of now.</summary>
    public Snapshot Current => Now().Snapshot;

    /// <summary>Notes that an operation begins; dispose of nothing, pass it to the change that ends it.</summary>
    public async Task<PendingOperation> BeginAsync(PendingOperationType type, ResourceState state)
    {
        var operation = new PendingOperation(state, type);
        await ChangeAsync(() => _pending.Add(operation));
        return operation;
    }

    /// <summary>Notes that an operation ended without a change.</summary>
    public Task AbandonAsync(PendingOperation operation) => ChangeAsync(() => _pending.Remove(operation));

    /// <summary>A resource was made beside an old one (or none); the old one, if any, waits for its deletion.</summary>
    public Task CreatedAsync(PendingOperation? ended, ResourceState made, ResourceState? replaced) =>
        ChangeAsync(() =>
        {
            End(ended);
            _settled.Add(made);
            if (replaced is not null && Find(replaced) is { } old)
            {
                if (old.State.PendingReplacement)
                {
                    old.Done = true;
                }
                else
                {
                    old.State = old.State.With(delete: true);
                }
            }
        });

    /// <summary>A resource took the place of its old state: same, updated, read or imported.</summary>
    public Task SettledAsync(PendingOperation? ended, ResourceState state, ResourceState? old, bool write = true) =>
        ChangeAsync(
            () =>
            {
                End(ended);
                var earlier = _settled.FindIndex(settled => ReferenceEquals(settled, old));
                if (earlier >= 0)
                {
                    _settled[earlier] = state;
                    return;
                }

                _settled.Add(state);
                if (old is not null && Find(old) is { } entry)
                {
                    entry.Done = true;
                }
            },
            write
        );

    /// <summary>A settled resource got other outputs.</summary>
    public Task ReplacedAsync(ResourceState settled, ResourceState by) =>
        ChangeAsync(() =>
        {
            var at = _settled.FindIndex(state => ReferenceEquals(state, settled));
            if (at >= 0)
            {
                _settled[at] = by;
            }
        });

    /// <summary>An old resource is gone; one whose replacement is still to be made stays, marked so.</summary>
    public Task DeletedAsync(PendingOperation? ended, ResourceState gone, bool pendingReplacement) =>
        ChangeAsync(() =>
        {
            End(ended);
            if (Find(gone) is not { } old)
            {
                return;
            }

            if (pendingReplacement)
            {
                old.State = old.State.With(pendingReplacement: true);
            }
            else
            {
                old.Done = true;
            }
        });

    /// <summary>Puts refreshed states in the place of old ones that nothing was done to yet.</summary>
    public Task RefreshedAsync(IReadOnlyDictionary<ResourceState, ResourceState?> results) =>
        ChangeAsync(() =>
        {
            foreach (var old in _old)
            {
                if (!old.Done && results.TryGetValue(old.Original, out var refreshed))
                {
                    (old.State, old.Done) = (refreshed ?? old.State, refreshed is null);
                }
            }
        });

    /// <inheritdoc/>
    public void Dispose() => _writing.Dispose();

    private async Task ChangeAsync(Action change, bool write = true)
    {
        long number;
        lock (_lock)
        {
            change();
            number = ++_changes;
        }

        if (write && _store is not null)
        {
            await WriteAsync(_store, number);
        }
    }

    // Changes that come while the state is being written are written together.
    private async Task WriteAsync(StateStore store, long number)
    {
        // Not cancellable: the step has happened, and what happened must be on record.
        await _writing.WaitAsync(CancellationToken.None);
        try
        {
            if (_written < number)
            {
                var (snapshot, changes) = Now();
                await store.SaveAsync(snapshot, CancellationToken.None);
                _written = changes;
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private (Snapshot Snapshot, long Changes) Now()
    {
        lock (_lock)
        {
            IEnumerable<ResourceState> all =
            [
                .. _settled,
                .. _old.Where(static old => !old.Done).Select(static old => old.State),
            ];
            var newUrns = _settled
                .Where(static state => state.FormerUrn is not null)
                .DistinctBy(static state => state.FormerUrn)
                .ToDictionary(static state => state.FormerUrn!, static state => state.Urn);
            return (
                new Snapshot(
                    [.. newUrns.Count == 0 ? all : all.Select(state => state.Renamed(newUrns))],
                    [.. _earlierPending, .. _pending]
                ),
                _changes
            );
        }
    }

    private void End(PendingOperation? operation)
    {
        if (operation is not null)
        {
            _pending.Remove(operation);
        }
    }

    // By reference to the state it began with: the caller may hold either that or the marked one.
    private OldResource? Find(ResourceState state) =>
        _old.Find(old => ReferenceEquals(old.Original, state) || ReferenceEquals(old.State, state));

    private sealed class OldResource(ResourceState state)
    {
        public ResourceState Original { get; } = state;

        public ResourceState State { get; set; } = state;

        public bool Done { get; set; }
    }
}
