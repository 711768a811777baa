using Pulumi.LocalEngine.State;

namespace Pulumi.LocalEngine.Steps;

/// <summary>The resources of the last state: which there are, which the program has asked for again, which are gone.</summary>
internal sealed class OldResources(Snapshot old)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ResourceState> _claimed = [];
    private readonly HashSet<ResourceState> _deleted = [];
    private readonly HashSet<string> _registered = [];
    private readonly Dictionary<string, List<string>> _replaceKeys = [];

    /// <summary>All of them, in dependency order.</summary>
    public IReadOnlyList<ResourceState> All => old.Resources;

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
    public ResourceState? Claim(string urn, IEnumerable<string> aliases)
    {
        lock (_lock)
        {
            foreach (var candidate in aliases.Prepend(urn))
            {
                if (old.Find(candidate) is { } found && _claimed.Add(found))
                {
                    return found;
                }
            }

            return null;
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
            return [.. old.Resources.Where(state => !_claimed.Contains(state) && !IsGone(state))];
        }
    }

    /// <summary>What was deleted for a replacement that the program no longer wants: forgotten without a call.</summary>
    public IReadOnlyList<ResourceState> Forgotten()
    {
        lock (_lock)
        {
            return [.. old.Resources.Where(state => !_claimed.Contains(state) && IsGone(state))];
        }
    }

    /// <summary>Everything that depends on a resource, directly or not, in dependency order.</summary>
    public IReadOnlyList<ResourceState> DependentsOf(ResourceState root)
    {
        var urns = new HashSet<string> { root.Urn };
        var result = new List<ResourceState>();
        foreach (var state in old.Resources.Where(state => !state.Delete && state != root))
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
