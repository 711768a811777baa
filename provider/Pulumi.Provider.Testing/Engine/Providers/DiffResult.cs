using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>What a provider said of the difference between old and new.</summary>
/// <param name="Changes">NONE, SOME, or UNKNOWN where the engine has to look itself.</param>
/// <param name="ReplaceKeys">Top-level properties that need a replacement.</param>
/// <param name="ChangedKeys">Top-level properties that differ.</param>
/// <param name="Details">Each difference, where the provider gave details.</param>
/// <param name="DeleteBeforeReplace">True when old and new cannot exist side by side.</param>
internal sealed record DiffResult(
    DiffResponse.Types.DiffChanges Changes,
    ImmutableArray<string> ReplaceKeys,
    ImmutableArray<string> ChangedKeys,
    ImmutableArray<PropertyChange> Details,
    bool DeleteBeforeReplace
)
{
    private const string InitError = "#initerror";

    /// <summary>No difference.</summary>
    public static DiffResult None { get; } =
        new(DiffResponse.Types.DiffChanges.DiffNone, [], [], [], DeleteBeforeReplace: false);

    /// <summary>The provider cannot tell.</summary>
    public static DiffResult Unknown { get; } =
        new(DiffResponse.Types.DiffChanges.DiffUnknown, [], [], [], DeleteBeforeReplace: false);

    /// <summary>A replacement that something else than the resource's own properties asks for.</summary>
    public static DiffResult Replacing(string reason) =>
        new(DiffResponse.Types.DiffChanges.DiffSome, [reason], [], [], DeleteBeforeReplace: false);

    /// <summary>True when something differs.</summary>
    public bool HasChanges => Changes == DiffResponse.Types.DiffChanges.DiffSome || NeedsReplacement;

    /// <summary>True when a replacement is needed: keys to replace for count only beside a change.</summary>
    public bool NeedsReplacement => Changes != DiffResponse.Types.DiffChanges.DiffNone && !ReplaceKeys.IsEmpty;

    /// <summary>Reads a provider's answer.</summary>
    public static DiffResult From(DiffResponse response)
    {
        var details = response
            .DetailedDiff.OrderBy(static entry => entry.Key, StringComparer.Ordinal)
            .Select(static entry => Change(entry.Key, entry.Value))
            .ToImmutableArray();
        var replaces = response
            .Replaces.Concat(details.Where(static change => change.Replaces).Select(TopLevel))
            .Distinct()
            .ToImmutableArray();
        var changed = response.Diffs.Concat(details.Select(TopLevel)).Distinct().ToImmutableArray();
        return new DiffResult(response.Changes, replaces, changed, details, response.DeleteBeforeReplace);
    }

    /// <summary>The engine's own comparison, for providers that do not say: by top-level input.</summary>
    public static DiffResult OfInputs(PropertyMap old, PropertyMap @new)
    {
        var changed = old
            .Keys.Union(@new.Keys)
            .Where(key => !Equals(old.Find(key), @new.Find(key)))
            .Order(StringComparer.Ordinal)
            .ToImmutableArray();
        return changed.IsEmpty
            ? None
            : new DiffResult(
                DiffResponse.Types.DiffChanges.DiffSome,
                [],
                changed,
                [.. changed.Select(key => new PropertyChange(new PropertyPath(key), KindOf(key), false, true))],
                DeleteBeforeReplace: false
            );

        ChangeKind KindOf(string key) =>
            old.Find(key) is null ? ChangeKind.Add
            : @new.Find(key) is null ? ChangeKind.Delete
            : ChangeKind.Update;
    }

    /// <summary>This answer, or, where the provider could not tell, what the inputs say.</summary>
    public DiffResult OrOfInputs(PropertyMap old, PropertyMap @new) =>
        Changes == DiffResponse.Types.DiffChanges.DiffUnknown && !NeedsReplacement ? OfInputs(old, @new) : this;

    /// <summary>
    /// With the replacements that the program's <c>replaceOnChanges</c> asks for. A pattern covers what lies at and below
    /// it; a failed initialization lies at a name of its own, which only a wildcard covers.
    /// </summary>
    /// <exception cref="FormatException">A pattern cannot be read.</exception>
    public DiffResult WithReplaceOnChanges(ImmutableArray<string> patterns, bool hasInitErrors = false)
    {
        if (patterns.IsEmpty || (Changes != DiffResponse.Types.DiffChanges.DiffSome && !hasInitErrors))
        {
            return this;
        }

        var paths = patterns.Select(PropertyPattern.Parse).ToArray();
        var details = Details
            .Select(change => change with { Replaces = change.Replaces || IsCovered(change.Path) })
            .ToImmutableArray();
        var replaced = ReplaceKeys
            .Concat(details.Where(static change => change.Replaces).Select(TopLevel))
            .Concat(ChangedKeys.Where(key => IsCovered(new PropertyPath(key))))
            .Distinct()
            .ToImmutableArray();
        var result = this with { Details = details, ReplaceKeys = replaced };
        return hasInitErrors && IsCovered(new PropertyPath(InitError))
            ? result with
            {
                Changes = DiffResponse.Types.DiffChanges.DiffSome,
                ReplaceKeys = replaced.Add(InitError),
                ChangedKeys = ChangedKeys.IsEmpty ? [InitError] : ChangedKeys,
            }
            : result;

        bool IsCovered(PropertyPath path) => paths.Any(pattern => pattern.Contains(path));
    }

    private static string TopLevel(PropertyChange change) => change.Path.Head ?? change.Path.ToString();

    private static PropertyChange Change(string path, PropertyDiff diff)
    {
        var parsed = PropertyPath.TryParse(path, out var result, out _) ? result : new PropertyPath(path);
        var kind = diff.Kind switch
        {
            PropertyDiff.Types.Kind.Add or PropertyDiff.Types.Kind.AddReplace => ChangeKind.Add,
            PropertyDiff.Types.Kind.Delete or PropertyDiff.Types.Kind.DeleteReplace => ChangeKind.Delete,
            _ => ChangeKind.Update,
        };
        var replaces =
            diff.Kind
            is PropertyDiff.Types.Kind.AddReplace
                or PropertyDiff.Types.Kind.DeleteReplace
                or PropertyDiff.Types.Kind.UpdateReplace;
        return new PropertyChange(parsed, kind, replaces, diff.InputDiff);
    }
}
