using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.Events;

/// <summary>What happened to a property.</summary>
public enum ChangeKind
{
    /// <summary>It is new.</summary>
    Add,

    /// <summary>It is gone.</summary>
    Delete,

    /// <summary>It has another value.</summary>
    Update,
}

/// <summary>One property that differs.</summary>
/// <param name="Path">Where.</param>
/// <param name="Kind">How.</param>
/// <param name="Replaces">True when the change needs a replacement.</param>
/// <param name="InputDiff">True when the old value is an old input, false when it is an old output.</param>
public sealed record PropertyChange(PropertyPath Path, ChangeKind Kind, bool Replaces, bool InputDiff)
{
    /// <summary>The sign of the change: <c>+</c>, <c>-</c> or <c>~</c>.</summary>
    public char Sign =>
        Kind switch
        {
            ChangeKind.Add => '+',
            ChangeKind.Delete => '-',
            _ => '~',
        };

    /// <summary>The same change seen from the other side.</summary>
    public PropertyChange Inverted =>
        this with
        {
            Kind = Kind switch
            {
                ChangeKind.Add => ChangeKind.Delete,
                ChangeKind.Delete => ChangeKind.Add,
                _ => ChangeKind.Update,
            },
        };
}
