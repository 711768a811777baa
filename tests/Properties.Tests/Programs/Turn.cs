namespace Properties.Tests.Programs;

/// <summary>What may be done to a stack, its program or its configuration without another meaning.</summary>
internal enum TurnKind
{
    /// <summary>Everything is let go (<c>retainOnDelete</c>), and taken in again by the command <c>import</c>.</summary>
    Imports,

    /// <summary>The same, by the option <c>import</c>.</summary>
    Adopts,

    /// <summary>The configuration says the same place in other words.</summary>
    Respells,

    /// <summary>A resource gets another name, and its former one as an alias.</summary>
    Aliases,

    /// <summary>A resource gets another name: for the engine a new one, and an old one to delete.</summary>
    Renames,

    /// <summary>A resource is replaced although nothing differs.</summary>
    Replaces,

    /// <summary>A change that replaces an endpoint leaves out what the cloud could choose: done in full, or refused.</summary>
    Forgets,
}

/// <summary>A turn: which of the resources, or of the ways to say it, counted around.</summary>
internal sealed record Turn(TurnKind Kind, int Which)
{
    /// <summary>Whether a preview may show nothing at all.</summary>
    public bool ChangesNothing => Kind is TurnKind.Imports or TurnKind.Respells or TurnKind.Aliases;

    public override string ToString() => $"then: someone {Kind} {Which}";
}
