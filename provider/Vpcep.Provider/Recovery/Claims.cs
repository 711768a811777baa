namespace Vpcep.Provider.Recovery;

/// <summary>
/// Which resources of this run stand for which records. Permissions and approvals have ids that say what they are about, so
/// one that is replaced, or gets another name, is first made again, which finds the record there, and then deleted, which
/// would undo that. A record stays while any resource of the program stands for it.
/// </summary>
/// <remarks>
/// A resource is told from the one that it replaces, which has the same URN and the same id, by its claim: a word of its
/// own that each create puts into the state.
/// </remarks>
internal sealed class Claims(ClaimFiles files) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<(string Urn, string Id)> _wanted = [];
    private readonly Dictionary<(string Urn, string Id), string?> _held = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    /// <summary>The program asks for the record.</summary>
    public void Want(string urn, string id)
    {
        lock (_lock)
        {
            _wanted.Add((urn, id));
        }
    }

    /// <summary>The state has the record under this claim. Says nothing of a resource that the program does not ask for.</summary>
    public void Hold(string urn, string id, string? claim)
    {
        lock (_lock)
        {
            if (!_wanted.Contains((urn, id)) || !_held.TryAdd((urn, id), claim))
            {
                return;
            }
        }

        files.Add(new Claim(urn, id, claim));
    }

    /// <summary>The resource was made now, whether the record was there or not.</summary>
    /// <returns>Its claim.</returns>
    public string Make(string urn, string id)
    {
        var claim = Guid.NewGuid().ToString("N");
        lock (_lock)
        {
            _wanted.Add((urn, id));
            _held[(urn, id)] = claim;
            _given.Remove(id);
        }

        files.Add(new Claim(urn, id, claim));
        return claim;
    }

    /// <summary>The resource goes.</summary>
    /// <returns>The URN of a resource that goes on standing for the record, which therefore has to stay; null when none does.</returns>
    public string? Leave(string urn, string id, string? claim)
    {
        var elsewhere = files.Others().Where(other => other.Id == id).ToList();
        lock (_lock)
        {
            if (_held.TryGetValue((urn, id), out var successor) && successor != claim)
            {
                return urn;
            }

            _held.Remove((urn, id));
            _wanted.Remove((urn, id));
            var stays =
                _wanted.FirstOrDefault(wanted => wanted.Id == id).Urn
                ?? elsewhere.Find(other => other.Urn != urn || other.Word != claim)?.Urn;
            if (stays is null)
            {
                _given.Add(id);
            }

            return stays;
        }
    }

    /// <summary>True when this run removed the record, for another resource that went before it was known who else has it.</summary>
    public bool IsGiven(string id)
    {
        lock (_lock)
        {
            return _given.Contains(id);
        }
    }

    /// <summary>The run is over: the next one's program may want other things.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _wanted.Clear();
            _held.Clear();
            _given.Clear();
        }

        files.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => files.Clear();
}
