using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>How a property changes.</summary>
public enum ChangeKind
{
    /// <summary>Absent before.</summary>
    Add,

    /// <summary>Absent after.</summary>
    Delete,

    /// <summary>Another value.</summary>
    Update,
}

/// <summary>One changed property.</summary>
/// <param name="Path">The innermost property that differs.</param>
/// <param name="Kind">How.</param>
/// <param name="Replaces">True when the resource must be replaced for it.</param>
/// <param name="OfOutput">True when the old value is an output, not an input.</param>
public sealed record Change(PropertyPath Path, ChangeKind Kind, bool Replaces, bool OfOutput = false);

/// <summary>Compares the inputs a resource has with those it should have.</summary>
public sealed class InputDiff
{
    private readonly Dictionary<PropertyPath, Change> _changes = [];
    private readonly IgnoredPaths _ignored;
    private readonly Features _features;

    private InputDiff(IgnoredPaths ignored, Features features) => (_ignored, _features) = (ignored, features);

    /// <summary>The changes between two sets of inputs, each with the path of the innermost property that differs.</summary>
    /// <param name="model">The inputs' model.</param>
    /// <param name="oldInputs">The inputs it has.</param>
    /// <param name="oldState">
    /// Its state: where the cloud chose a value, a program may name that same value later; and inputs that an older version
    /// stored may lack what they had.
    /// </param>
    /// <param name="newInputs">The inputs it should have, unknowns included.</param>
    /// <param name="ignored">Paths whose changes do not count.</param>
    /// <param name="features">What the place offers: what it can change in place.</param>
    public static ImmutableArray<Change> Between(
        ObjectModel model,
        PropertyMap oldInputs,
        PropertyMap oldState,
        PropertyMap newInputs,
        IgnoredPaths ignored,
        Features features
    )
    {
        var diff = new InputDiff(ignored, features);
        foreach (var property in model.Properties)
        {
            var (before, after) = (oldInputs.Find(property.Name), newInputs.Find(property.Name));
            if (IsLeftToTheCloud(property, after))
            {
                continue;
            }

            if (Sameness.IsAbsent(before))
            {
                var had = oldState.Find(property.Name);
                if (property.Required && Sameness.IsAbsent(had))
                {
                    continue; // it had a value, and none that is known to differ
                }

                before = property.Computed || property.Required || Sameness.Same(property, had, after) ? had : before;
            }

            if (before is null && after is null)
            {
                continue;
            }

            diff.Property(property, before, after, PropertyPath.Root.Append(property.Name), replaces: false);
        }

        return [.. diff._changes.Values.OrderBy(static change => change.Path.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The changes between the value that an output has and the one that it has to have.</summary>
    public static IEnumerable<Change> OfOutput(
        PropertyModel output,
        PropertyValue? before,
        PropertyValue? after,
        IgnoredPaths ignored
    )
    {
        var diff = new InputDiff(ignored, Features.All);
        diff.Property(output, before, after, PropertyPath.Root.Append(output.Name), replaces: false);
        return diff._changes.Values.Select(static change => change with { OfOutput = true });
    }

    // It chooses, and has chosen.
    private static bool IsLeftToTheCloud(PropertyModel property, PropertyValue? wanted) =>
        property.Computed && Sameness.IsAbsent(wanted);

    private void Property(
        PropertyModel property,
        PropertyValue? before,
        PropertyValue? after,
        PropertyPath path,
        bool replaces
    )
    {
        replaces |= _features.Replaces(property);
        var (left, right) = (Sameness.Effective(property, before), Sameness.Effective(property, after));
        if (left is null || right is null)
        {
            if (!ReferenceEquals(left, right))
            {
                var kind =
                    Sameness.IsNull(before) ? ChangeKind.Add
                    : Sameness.IsNull(after) ? ChangeKind.Delete
                    : ChangeKind.Update;
                Record(path, kind, replaces);
            }

            return;
        }

        Value(property.Type, property.CanonicalForm, left, right, path, replaces);
    }

    private void Value(
        TypeModel type,
        CanonicalFormAttribute? form,
        PropertyValue before,
        PropertyValue after,
        PropertyPath path,
        bool replaces
    )
    {
        switch (type, before.Unwrapped, after.Unwrapped)
        {
            case (UnionType union, _, _)
                when union.CaseOf(before) is { } one && ReferenceEquals(one, union.CaseOf(after)):
                Value(one, form, before, after, path, replaces);
                break;
            case (ObjectType obj, ObjectValue left, ObjectValue right):
                foreach (var property in obj.Object.Properties)
                {
                    var wanted = right.Fields.Find(property.Name);
                    if (!IsLeftToTheCloud(property, wanted))
                    {
                        Property(
                            property,
                            left.Fields.Find(property.Name),
                            wanted,
                            path.Append(property.Name),
                            replaces
                        );
                    }
                }

                break;
            case (MapType map, ObjectValue left, ObjectValue right):
                foreach (var key in left.Fields.Keys.Union(right.Fields.Keys, StringComparer.Ordinal))
                {
                    Element(map.Item, form, left.Fields.Find(key), right.Fields.Find(key), path.Append(key), replaces);
                }

                break;
            case (ListType { Unordered: true } list, ListValue left, ListValue right):
                // An index that is unmatched on both sides reads best as a change of that element.
                var (gone, added) = Sameness.Unmatched(list, form, left, right);
                foreach (var index in gone.Union(added))
                {
                    Element(
                        list.Item,
                        form,
                        gone.Contains(index) ? left.Items[index] : null,
                        added.Contains(index) ? right.Items[index] : null,
                        path.Append(index),
                        replaces
                    );
                }

                break;
            case (ListType list, ListValue left, ListValue right):
                for (var i = 0; i < Math.Max(left.Items.Length, right.Items.Length); i++)
                {
                    Element(
                        list.Item,
                        form,
                        left.Items.ElementAtOrDefault(i),
                        right.Items.ElementAtOrDefault(i),
                        path.Append(i),
                        replaces
                    );
                }

                break;
            default:
                if (!Sameness.Same(type, form, before, after))
                {
                    Record(path, ChangeKind.Update, replaces);
                }

                break;
        }
    }

    private void Element(
        TypeModel type,
        CanonicalFormAttribute? form,
        PropertyValue? before,
        PropertyValue? after,
        PropertyPath path,
        bool replaces
    )
    {
        switch (Sameness.IsNull(before), Sameness.IsNull(after))
        {
            case (true, true):
                break;
            case (true, false):
                Record(path, ChangeKind.Add, replaces);
                break;
            case (false, true):
                Record(path, ChangeKind.Delete, replaces);
                break;
            default:
                Value(type, form, before!, after!, path, replaces);
                break;
        }
    }

    private void Record(PropertyPath path, ChangeKind kind, bool replaces)
    {
        if (!_ignored.Cover(path, kind))
        {
            _changes[path] = new Change(path, kind, replaces);
        }
    }
}
