using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>Paths as options of resources write them: a <c>*</c> stands for every key or element, with and without brackets.</summary>
internal static class PropertyPattern
{
    /// <summary>Reads a pattern.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static PropertyPath Parse(string text) => Wild(PropertyPath.Parse(text));

    /// <summary>Reads a pattern, if it is one.</summary>
    public static bool TryParse(string text, out PropertyPath path)
    {
        var isPath = PropertyPath.TryParse(text, out path, out _);
        path = Wild(path);
        return isPath;
    }

    private static PropertyPath Wild(PropertyPath path) =>
        new([.. path.Segments.Select(static segment => segment.Key == "*" ? PathSegment.Wildcard : segment)]);
}
