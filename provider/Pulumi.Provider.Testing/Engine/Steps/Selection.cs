using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Which resources an operation is about, where the user named some. Providers and the stack always are.</summary>
internal sealed class Selection(OperationChoices choices)
{
    private readonly UrnPatterns _targets = new(choices.Targets);
    private readonly UrnPatterns _excludes = new(choices.Excludes);
    private readonly UrnPatterns _replaced = new(choices.Replace);
    private readonly Lock _lock = new();
    private readonly HashSet<string> _followed = [];
    private readonly HashSet<string> _missing = [];

    /// <summary>True when only some resources are meant.</summary>
    public bool IsLimited => HasTargets || !_excludes.IsEmpty || choices.ExcludeProtected;

    /// <summary>True when the user named resources to touch, and not others to leave alone.</summary>
    public bool HasTargets => !_targets.IsEmpty;

    /// <summary>True when the user named the resource as one to touch.</summary>
    public bool IsTarget(string urn) => _targets.Cover(urn);

    /// <summary>True when the user wants the resource replaced.</summary>
    public bool IsToReplace(string urn) => _replaced.Cover(urn);

    /// <summary>True when an update touches a resource; to be asked for each in turn, dependencies first.</summary>
    public bool Includes(ResourceState state)
    {
        if (state.Type == Urn.StackType || state.IsProvider)
        {
            return true;
        }

        lock (_lock)
        {
            var named = (HasTargets ? _targets : _excludes).Cover(state.Urn);
            if (
                named
                || (
                    (HasTargets ? choices.TargetDependents : choices.ExcludeDependents)
                    && state.AllDependencies().Any(_followed.Contains)
                )
            )
            {
                _followed.Add(state.Urn);
                return HasTargets;
            }

            return !HasTargets;
        }
    }

    /// <summary>True when a refresh reads a resource.</summary>
    public bool IncludesRead(ResourceState state) =>
        HasTargets ? _targets.Cover(state.Urn) : !_excludes.Cover(state.Urn);

    /// <summary>Notes that a resource of the program does not exist and is not made.</summary>
    public void LeaveOut(string urn)
    {
        lock (_lock)
        {
            _missing.Add(urn);
        }
    }

    /// <summary>What a resource needs that does not exist and is not made, or null; each is named once.</summary>
    public string? TakeMissing(ResourceState state)
    {
        lock (_lock)
        {
            var missing = state.AllDependencies().FirstOrDefault(_missing.Contains);
            if (missing is not null)
            {
                _missing.Remove(missing);
            }

            return missing;
        }
    }

    /// <summary>The resources that a deletion may touch, of those there are; null for all.</summary>
    public IReadOnlySet<ResourceState>? Deletable(IReadOnlyList<ResourceState> all)
    {
        if (!IsLimited)
        {
            return null;
        }

        if (HasTargets)
        {
            return Closure(all, state => _targets.Cover(state.Urn), DependsOn);
        }

        var kept = Closure(
            all,
            state => _excludes.Cover(state.Urn) || (choices.ExcludeProtected && state.Protect),
            (state, other) => DependsOn(other, state) || (choices.ExcludeDependents && DependsOn(state, other))
        );
        return all.Where(state => !kept.Contains(state)).ToHashSet();
    }

    /// <summary>The resources that the user named and that are nowhere.</summary>
    public IEnumerable<string> Unknown(Func<string, bool> isKnown) =>
        _targets.Names.Concat(_replaced.Names).Distinct().Where(urn => !isKnown(urn));

    /// <summary>What is said of one of those.</summary>
    public static string NotFound(string urn) =>
        $"Target '{urn}' could not be found in the stack. Did you forget to escape $ in your shell?";

    private static bool DependsOn(ResourceState state, ResourceState other) =>
        state.AllDependencies().Contains(other.Urn);

    private static HashSet<ResourceState> Closure(
        IReadOnlyList<ResourceState> all,
        Func<ResourceState, bool> begins,
        Func<ResourceState, ResourceState, bool> follows
    )
    {
        var reached = all.Where(begins).ToHashSet();
        while (
            all.FirstOrDefault(state => !reached.Contains(state) && reached.Any(other => follows(state, other)))
                is { } next
        )
        {
            reached.Add(next);
        }

        return reached;
    }
}
