using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Steps;

/// <summary>Puts old values in place of new ones at the paths a program wants ignored.</summary>
internal static class IgnoredChanges
{
    /// <summary>The new inputs with the old values at the given paths; wildcards cover what both sides have.</summary>
    /// <exception cref="EngineException">A path cannot be read.</exception>
    public static PropertyMap Apply(PropertyMap olds, PropertyMap news, ImmutableArray<string> paths)
    {
        foreach (var text in paths)
        {
            if (!PropertyPath.TryParse(text, out var path, out var problem))
            {
                throw new EngineException($"ignoreChanges: {problem}");
            }

            news = Reset(new ObjectValue(olds), new ObjectValue(news), path.Segments.AsSpan()) is ObjectValue result
                ? result.Fields
                : news;
        }

        return news;
    }

    // Null stands for "not there", on either side and as the result.
    private static PropertyValue? Reset(PropertyValue? old, PropertyValue? @new, ReadOnlySpan<PathSegment> path)
    {
        if (path.IsEmpty)
        {
            return old;
        }

        if (@new is SecretValue secret)
        {
            return Reset(old, secret.Value, path)?.AsSecret();
        }

        return (old?.Unwrapped, @new) switch
        {
            (ObjectValue from, ObjectValue to) => ResetObject(from.Fields, to.Fields, path),
            (ListValue from, ListValue to) => ResetList(from.Items, to.Items, path),
            (null, ObjectValue to) when path.Length == 1 => ResetObject(PropertyMap.Empty, to.Fields, path),
            _ => @new,
        };
    }

    private static ObjectValue ResetObject(PropertyMap from, PropertyMap to, ReadOnlySpan<PathSegment> path)
    {
        var keys =
            path[0].Key is { } only ? [only]
            : path[0].IsWildcard ? from.Keys.Union(to.Keys).ToArray()
            : [];
        foreach (var key in keys)
        {
            to = Reset(from.Find(key), to.Find(key), path[1..]) is { } value ? to.With(key, value) : to.Without(key);
        }

        return new ObjectValue(to);
    }

    private static ListValue ResetList(
        ImmutableArray<PropertyValue> from,
        ImmutableArray<PropertyValue> to,
        ReadOnlySpan<PathSegment> path
    )
    {
        var common = Math.Min(from.Length, to.Length);
        var (first, end) = path[0].IsWildcard ? (0, common) : (path[0].Index, Math.Min(common, path[0].Index + 1));
        for (var i = Math.Max(first, 0); i < end; i++)
        {
            to = to.SetItem(i, Reset(from[i], to[i], path[1..]) ?? to[i]);
        }

        return new ListValue(to);
    }
}
