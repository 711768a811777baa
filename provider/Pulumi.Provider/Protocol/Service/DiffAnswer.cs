using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Writes differences the way the engine reads them.</summary>
internal static class DiffAnswer
{
    /// <summary>No difference.</summary>
    public static DiffResponse Same => Of(new Difference([], [], DeleteBeforeReplace: false));

    /// <summary>NONE or SOME, never "unknown"; every key of the detailed diff has its top-level name in <c>diffs</c>.</summary>
    public static DiffResponse Of(Difference difference)
    {
        var answer = new DiffResponse
        {
            Changes = difference.Changes.IsEmpty
                ? DiffResponse.Types.DiffChanges.DiffNone
                : DiffResponse.Types.DiffChanges.DiffSome,
            HasDetailedDiff = true,
            DeleteBeforeReplace = difference.DeleteBeforeReplace,
        };
        foreach (var change in difference.Changes)
        {
            answer.DetailedDiff.Add(
                change.Path.ToString(),
                new PropertyDiff { Kind = Kind(change), InputDiff = !change.OfOutput }
            );
        }

        answer.Diffs.AddRange(Heads(difference.Changes));
        answer.Replaces.AddRange(Heads(difference.Changes.Where(static change => change.Replaces)));
        if (!difference.Replaces)
        {
            answer.Stables.AddRange(difference.Stable);
        }

        return answer;
    }

    private static IEnumerable<string> Heads(IEnumerable<Change> changes) =>
        changes.Select(static change => change.Path.Head).OfType<string>().Distinct(StringComparer.Ordinal);

    private static PropertyDiff.Types.Kind Kind(Change change) =>
        (change.Kind, change.Replaces) switch
        {
            (ChangeKind.Add, false) => PropertyDiff.Types.Kind.Add,
            (ChangeKind.Add, true) => PropertyDiff.Types.Kind.AddReplace,
            (ChangeKind.Delete, false) => PropertyDiff.Types.Kind.Delete,
            (ChangeKind.Delete, true) => PropertyDiff.Types.Kind.DeleteReplace,
            (_, false) => PropertyDiff.Types.Kind.Update,
            (_, true) => PropertyDiff.Types.Kind.UpdateReplace,
        };
}
