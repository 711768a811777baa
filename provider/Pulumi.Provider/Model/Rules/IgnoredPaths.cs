using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>The paths of <c>ignoreChanges</c>, with the reach that the engine gives them.</summary>
public sealed class IgnoredPaths
{
    private readonly ImmutableArray<PropertyPath> _paths;

    private IgnoredPaths(ImmutableArray<PropertyPath> paths) => _paths = paths;

    /// <summary>No paths.</summary>
    public static IgnoredPaths None { get; } = new([]);

    /// <summary>The paths that are any. The engine passes over the others, and over the empty one, without a word.</summary>
    public static IgnoredPaths Of(IEnumerable<string> texts) =>
        new([
            .. texts
                .Select(static text => PropertyPath.TryParse(text, out var path, out _) ? path : PropertyPath.Root)
                .Where(static path => path != PropertyPath.Root),
        ]);

    /// <summary>
    /// True when the change does not count: it is at one of the paths or below it. Elements that a list has gained or lost
    /// are ignored with the list only, whatever index or wildcard names them.
    /// </summary>
    public bool Cover(PropertyPath path, ChangeKind kind)
    {
        var whole = kind is not ChangeKind.Update && path.Segments is [.., { Index: >= 0 }];
        return _paths.Any(ignored =>
            ignored.Contains(path) && (!whole || ignored.Segments.Length < path.Segments.Length)
        );
    }
}
