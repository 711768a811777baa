using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Providers;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Puts old values in place of new ones at the paths a program wants ignored.</summary>
internal static class IgnoredChanges
{
    /// <summary>
    /// The new inputs with the old values at the given paths. A path that cannot be read, or leads nowhere, has no effect;
    /// one that needs an element that only one side has is named.
    /// </summary>
    public static PropertyMap Apply(
        PropertyMap olds,
        PropertyMap news,
        ImmutableArray<string> paths,
        out ImmutableArray<string> without
    )
    {
        var unable = ImmutableArray.CreateBuilder<string>();
        foreach (var text in paths)
        {
            if (!PropertyPattern.TryParse(text, out var path))
            {
                continue;
            }

            var able = path.Segments.Length > 0;
            if (
                able
                && Reset(new ObjectValue(olds), new ObjectValue(news), path.Segments.AsSpan(), ref able)
                    is ObjectValue result
            )
            {
                news = result.Fields;
            }

            if (!able)
            {
                unable.Add(text);
            }
        }

        without = unable.ToImmutable();
        return news;
    }

    /// <summary>What is said of paths without effect.</summary>
    public static string Without(ImmutableArray<string> paths) =>
        $"cannot ignore changes in added or removed elements of the path: \"{string.Join(", ", paths)}\"";

    // Null stands for "not there", on either side and as the result.
    private static PropertyValue? Reset(
        PropertyValue? old,
        PropertyValue? @new,
        ReadOnlySpan<PathSegment> path,
        ref bool able
    )
    {
        if (path.IsEmpty)
        {
            return old;
        }

        if (@new is SecretValue secret)
        {
            return Reset(old, secret.Value, path, ref able)?.AsSecret();
        }

        switch (old?.Unwrapped, @new)
        {
            case (ObjectValue from, ObjectValue to):
                return ResetObject(from.Fields, to.Fields, path, ref able);
            case (ListValue from, ListValue to):
                return ResetList(from.Items, to.Items, path, ref able);
            case (null, ObjectValue to) when path.Length == 1:
                return ResetObject(PropertyMap.Empty, to.Fields, path, ref able);
            default:
                return @new;
        }
    }

    private static ObjectValue ResetObject(
        PropertyMap from,
        PropertyMap to,
        ReadOnlySpan<PathSegment> path,
        ref bool able
    )
    {
        var keys =
            path[0].Key is { } only ? [only]
            : path[0].IsWildcard ? from.Keys.Union(to.Keys).ToArray()
            : [];
        foreach (var key in keys)
        {
            to = Reset(from.Find(key), to.Find(key), path[1..], ref able) is { } value
                ? to.With(key, value)
                : to.Without(key);
        }

        return new ObjectValue(to);
    }

    private static ListValue ResetList(
        ImmutableArray<PropertyValue> from,
        ImmutableArray<PropertyValue> to,
        ReadOnlySpan<PathSegment> path,
        ref bool able
    )
    {
        var common = Math.Min(from.Length, to.Length);
        if (path[0].Key is not null)
        {
            return new ListValue(to);
        }

        able &= path[0].IsWildcard ? from.Length == to.Length : path[0].Index < common;
        var (first, end) = path[0].IsWildcard ? (0, common) : (path[0].Index, Math.Min(common, path[0].Index + 1));
        for (var i = first; i < end; i++)
        {
            to = to.SetItem(i, Reset(from[i], to[i], path[1..], ref able) ?? to[i]);
        }

        return new ListValue(to);
    }
}
