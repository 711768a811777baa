using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Display;

/// <summary>Writes values and differences as nested text, the way <c>--diff</c> shows them.</summary>
internal sealed class DiffText
{
    private const int Step = 4;

    private readonly List<string> _lines = [];

    /// <summary>All properties of a map, none of them changed.</summary>
    public static IReadOnlyList<string> Of(PropertyMap map, int indent)
    {
        var text = new DiffText();
        text.Object(map, indent, "  ");
        return text._lines;
    }

    /// <summary>The properties of a map, each with a sign: of what is made or deleted.</summary>
    public static IReadOnlyList<string> Of(PropertyMap map, int indent, char sign)
    {
        var text = new DiffText();
        text.Object(map, indent, sign + " ");
        return text._lines;
    }

    /// <summary>The properties of two maps, each as it is, or what it was and what it is now.</summary>
    public static IReadOnlyList<string> Of(PropertyMap old, PropertyMap now, int indent)
    {
        var text = new DiffText();
        text.Differences(old, now, indent, withSame: true);
        return text._lines;
    }

    /// <summary>Only what changed, old => new, by the provider's paths.</summary>
    public static IReadOnlyList<string> Of(
        ImmutableArray<PropertyChange> changes,
        PropertyMap oldInputs,
        PropertyMap oldOutputs,
        PropertyMap newInputs,
        int indent
    )
    {
        var root = new Node();
        foreach (var change in changes)
        {
            var at = root;
            foreach (var segment in change.Path.Segments)
            {
                at = at.Child(segment);
            }

            at.Change = change;
            at.Old = change.Path.Find(change.InputDiff ? oldInputs : oldOutputs) ?? change.Path.Find(oldOutputs);
            at.New = change.Path.Find(newInputs);
        }

        var text = new DiffText();
        text.Children(root, indent);
        return text._lines;
    }

    private void Children(Node node, int indent)
    {
        var width = node.Children.Max(static child => Label(child.Segment).Length);
        foreach (var child in node.Children)
        {
            var label = Label(child.Segment).PadRight(child.Segment.Key is null ? 0 : width);
            if (child.Change is { } change)
            {
                Leaf(change, child, label, indent);
                continue;
            }

            var (open, close) = child.Children.Any(static inner => inner.Segment.Key is null) ? ("[", "]") : ("{", "}");
            Line(indent, "~ ", $"{label}: {open}");
            Children(child, indent + Step);
            Line(indent, "  ", close);
        }
    }

    private void Leaf(PropertyChange change, Node node, string label, int indent)
    {
        switch (change.Kind)
        {
            case ChangeKind.Add:
                Value(node.New ?? PropertyValue.Null, label, indent, "+ ");
                break;
            case ChangeKind.Delete:
                Value(node.Old ?? PropertyValue.Null, label, indent, "- ");
                break;
            default:
                Difference(node.Old ?? PropertyValue.Null, node.New ?? PropertyValue.Null, label, indent);
                break;
        }
    }

    private void Differences(PropertyMap old, PropertyMap now, int indent, bool withSame)
    {
        var names = old
            .Keys.Union(now.Keys)
            .Where(name => withSame || !Equals(old.Find(name), now.Find(name)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var width = names.Count == 0 ? 0 : names.Max(static name => name.Length);
        foreach (var name in names)
        {
            Difference(old.Find(name), now.Find(name), name.PadRight(width), indent);
        }
    }

    private void Difference(PropertyValue? old, PropertyValue? now, string label, int indent)
    {
        switch (old, now)
        {
            case (null, { } made):
                Value(made, label, indent, "+ ");
                break;
            case ({ } gone, null):
                Value(gone, label, indent, "- ");
                break;
            case ({ } same, _) when same.Equals(now):
                Value(same, label, indent, "  ");
                break;
            case (ObjectValue before, ObjectValue after):
                Line(indent, "~ ", $"{label}: {{");
                Differences(before.Fields, after.Fields, indent + Step, withSame: false);
                Line(indent, "  ", "}");
                break;
            case (ListValue before, ListValue after):
                Line(indent, "~ ", $"{label}: [");
                for (var i = 0; i < Math.Max(before.Items.Length, after.Items.Length); i++)
                {
                    var (was, becomes) = (before.Items.ElementAtOrDefault(i), after.Items.ElementAtOrDefault(i));
                    if (!Equals(was, becomes))
                    {
                        Difference(was, becomes, $"[{i}]", indent + Step);
                    }
                }

                Line(indent, "  ", "]");
                break;
            default:
                Line(indent, "~ ", $"{label}: {Inline(old!)} => {Inline(now!)}");
                break;
        }
    }

    private void Object(PropertyMap map, int indent, string sign)
    {
        if (map.Count == 0)
        {
            return;
        }

        var width = map.Keys.Max(static key => key.Length);
        foreach (var (name, value) in map)
        {
            Value(value, name.PadRight(width), indent, sign);
        }
    }

    private void Value(PropertyValue value, string label, int indent, string sign)
    {
        switch (value)
        {
            case ObjectValue { Fields.Count: > 0 } obj:
                Line(indent, sign, $"{label}: {{");
                Object(obj.Fields, indent + Step, sign);
                Line(indent, "  ", "}");
                break;
            case ListValue { Items.Length: > 0 } list:
                Line(indent, sign, $"{label}: [");
                for (var i = 0; i < list.Items.Length; i++)
                {
                    Value(list.Items[i], $"[{i}]", indent + Step, sign);
                }

                Line(indent, "  ", "]");
                break;
            default:
                Line(indent, sign, $"{label}: {Inline(value)}");
                break;
        }
    }

    private void Line(int indent, string sign, string text) => _lines.Add(new string(' ', indent) + sign + text);

    private static string Label(PathSegment segment) => segment.Key ?? $"[{segment.Index}]";

    private static string Inline(PropertyValue value) =>
        value is StringValue text ? $"\"{text.Value}\"" : ValueText.Short(value);

    private sealed class Node
    {
        public PathSegment Segment { get; private init; }

        public List<Node> Children { get; } = [];

        public PropertyChange? Change { get; set; }

        public PropertyValue? Old { get; set; }

        public PropertyValue? New { get; set; }

        public Node Child(PathSegment segment)
        {
            var child = Children.Find(child => child.Segment == segment);
            if (child is null)
            {
                child = new Node { Segment = segment };
                Children.Add(child);
            }

            return child;
        }
    }
}
