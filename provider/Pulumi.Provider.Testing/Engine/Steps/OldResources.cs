using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>The resources of the last state: which there are, which the program has asked for again, which are gone.</summary>
internal sealed class OldResources(Snapshot old)
{
    private readonly Lock _lock = new();
    private readonly List<ResourceState> _all = [.. old.Resources];
    private readonly HashSet<ResourceState> _claimed = [];
    private readonly HashSet<ResourceState> _deleted = [];
    private readonly HashSet<string> _registered = [];
    private readonly HashSet<string> _replaced = [];
    private readonly Dictionary<string, List<string>> _replaceKeys = [];
    private readonly Dictionary<string, string> _formerUrns = [];
    private readonly Dictionary<string, string> _newUrns = [];

    /// <summary>All of them, in dependency order.</summary>
    public IReadOnlyList<ResourceState> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Puts what was read now in the place of a state; nothing where the resource is gone.</summary>
    public void Refreshed(ResourceState before, ResourceState? now)
    {
        lock (_lock)
        {
            var at = _all.IndexOf(before);
            if (now is null)
            {
                _all.RemoveAt(at);
                return;
            }

            _all[at] = now;
            if (_claimed.Remove(before))
            {
                _claimed.Add(now);
            }
        }
    }

    /// <summary>Notes that the program registers a URN.</summary>
    /// <exception cref="EngineException">It did so before.</exception>
    public void Register(string urn)
    {
        lock (_lock)
        {
            if (!_registered.Add(urn))
            {
                throw new EngineException($"Duplicate resource URN '{urn}'; try giving it a unique name");
            }
        }
    }

    /// <summary>True once the program has registered the URN.</summary>
    public bool IsRegistered(string urn)
    {
        lock (_lock)
        {
            return _registered.Contains(urn);
        }
    }

    /// <summary>The state of a resource by its URN or one of its former ones; claimed, it is not deleted at the end.</summary>
    /// <param name="urn">The URN.</param>
    /// <param name="aliases">Former ones.</param>
    /// <param name="conflict">What is wrong where another resource of the program has that state, or null.</param>
    public ResourceState? Claim(string urn, IEnumerable<string> aliases, out string? conflict)
    {
        lock (_lock)
        {
            conflict = _newUrns.TryGetValue(urn, out var taker)
                ? $"Duplicate resource URN '{urn}' conflicting with alias on resource with URN '{taker}'"
                : null;
            foreach (var candidate in aliases.Prepend(urn))
            {
                if (_all.Find(state => !state.Delete && state.Urn == candidate) is not { } found)
                {
                    continue;
                }

                if (candidate != urn && (_registered.Contains(candidate) || _newUrns.ContainsKey(candidate)))
                {
                    conflict =
                        $"Duplicate resource alias '{candidate}' applied to resource with URN '{urn}' conflicting with "
                        + $"resource with URN '{_newUrns.GetValueOrDefault(candidate, urn)}'";
                    return found;
                }

                if (candidate != urn)
                {
                    _formerUrns[urn] = candidate;
                    _newUrns[candidate] = urn;
                }

                _claimed.Add(found);
                return found;
            }

            return null;
        }
    }

    /// <summary>The URN that the state knows a registered resource by, where an alias led to it; or null.</summary>
    public string? FormerUrnOf(string urn)
    {
        lock (_lock)
        {
            return _formerUrns.GetValueOrDefault(urn);
        }
    }

    /// <summary>Notes that a resource is being replaced.</summary>
    public void MarkReplaced(string urn)
    {
        lock (_lock)
        {
            _replaced.Add(urn);
        }
    }

    /// <summary>True when this operation replaces the resource.</summary>
    public bool IsReplaced(string urn)
    {
        lock (_lock)
        {
            return _replaced.Contains(urn);
        }
    }

    /// <summary>Notes that a resource was deleted before its replacement is made.</summary>
    public void MarkDeleted(ResourceState state, IEnumerable<string> replaceKeys)
    {
        lock (_lock)
        {
            _deleted.Add(state);
            _replaceKeys[state.Urn] = [.. replaceKeys];
        }
    }

    /// <summary>True when this operation deleted it already.</summary>
    public bool IsDeleted(ResourceState state)
    {
        lock (_lock)
        {
            return _deleted.Contains(state);
        }
    }

    /// <summary>The properties for whose sake a deleted dependent is replaced.</summary>
    public IReadOnlyList<string> ReplaceKeys(string urn)
    {
        lock (_lock)
        {
            return _replaceKeys.GetValueOrDefault(urn, []);
        }
    }

    /// <summary>What is left to delete at the end: never claimed, or left from an earlier replacement.</summary>
    public IReadOnlyList<ResourceState> Leftovers()
    {
        lock (_lock)
        {
            return [.. _all.Where(state => !_claimed.Contains(state) && !IsGone(state))];
        }
    }

    /// <summary>What was deleted for a replacement that the program no longer wants: forgotten without a call.</summary>
    public IReadOnlyList<ResourceState> Forgotten()
    {
        lock (_lock)
        {
            return [.. _all.Where(state => !_claimed.Contains(state) && IsGone(state))];
        }
    }

    /// <summary>Everything that depends on a resource, directly or not, in dependency order.</summary>
    public IReadOnlyList<ResourceState> DependentsOf(ResourceState root)
    {
        var urns = new HashSet<string> { root.Urn };
        var result = new List<ResourceState>();
        foreach (var state in All.Where(state => !state.Delete && state != root))
        {
            if (state.AllDependencies().Any(urns.Contains))
            {
                urns.Add(state.Urn);
                result.Add(state);
            }
        }

        return result;
    }

    private bool IsGone(ResourceState state) => state.PendingReplacement || _deleted.Contains(state);
}
