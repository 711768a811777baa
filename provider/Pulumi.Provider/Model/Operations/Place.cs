using System.Collections.Immutable;

namespace Pulumi.Provider.Model.Operations;

/// <summary>Where a configuration leads. Resources stay as long as that is the same place, however it is written.</summary>
/// <param name="Parts">
/// What makes the place, by name, each in one spelling: an address, a project. A part that the configuration does not tell is
/// left out.
/// </param>
public sealed record Place(ImmutableDictionary<string, string> Parts)
{
    /// <summary>A place of which nothing is told.</summary>
    public static Place Untold { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>True when a part that both tell is not the same. What either does not tell is no difference.</summary>
    public bool DiffersFrom(Place other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Parts.Any(part => other.Parts.TryGetValue(part.Key, out var theirs) && theirs != part.Value);
    }
}
