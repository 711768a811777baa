using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Migrations;
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
    /// <param name="texts">As programs say them.</param>
    /// <param name="model">The inputs, where the paths may have former names of theirs.</param>
    public static IgnoredPaths Of(IEnumerable<string> texts, ObjectModel? model = null) =>
        new([
            .. texts
                .Select(static text => PropertyPath.TryParse(text, out var path, out _) ? path : PropertyPath.Root)
                .Where(static path => path != PropertyPath.Root)
                .Select(path => model is null ? path : FormerNames.Renamed(model, path)),
        ]);

    /// <summary>
    /// The new inputs with what is ignored as it was. The engine does so itself, by the names that it finds in the state; what
    /// had another name there is left to the provider.
    /// </summary>
    public PropertyMap Kept(ObjectModel model, PropertyMap oldState, PropertyMap newInputs)
    {
        foreach (var path in model.HasFormerNames ? _paths : [])
        {
            if (path is { Segments.Length: 1, Head: { } name } && model.Find(name) is { FormerNames.Count: > 0 })
            {
                newInputs = oldState.Find(name) is { } old ? newInputs.With(name, old) : newInputs.Without(name);
            }
        }

        return newInputs;
    }

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
