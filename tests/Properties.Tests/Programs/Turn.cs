namespace Properties.Tests.Programs;

/// <summary>What may be done to a stack, its program, its configuration or its cloud.</summary>
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

    /// <summary>Another cloud: everything is made there, and deleted here.</summary>
    Moves,

    /// <summary>What somebody made by hand is imported, made again, and given up.</summary>
    Finds,

    /// <summary>What changes in place is to replace the resource: the option <c>replaceOnChanges</c>.</summary>
    Forces,

    /// <summary>The state is one of an older version.</summary>
    Ages,

    /// <summary>The program says its inputs in other ways that mean the same.</summary>
    Rewords,

    /// <summary>A preview does not know inputs, for the program computes them from what is not there yet.</summary>
    Withholds,

    /// <summary>The program tells the engine to ignore changes.</summary>
    Ignores,

    /// <summary>Somebody changes services behind the provider's back, to what it has never heard of.</summary>
    Drifts,

    /// <summary>The cloud answers in another order.</summary>
    Reorders,

    /// <summary>Somebody deletes an endpoint, and the cloud answers 404 without a code to whoever asks for one.</summary>
    Vanishes,

    /// <summary>The plugin dies while an endpoint is being made, and the next operation is something else.</summary>
    Dies,

    /// <summary>Notes cannot be written while something is being made.</summary>
    Fills,
}

/// <summary>A turn: which of the resources, or of the ways to say it, counted around; or all of them.</summary>
internal sealed record Turn(TurnKind Kind, int Which)
{
    /// <summary>Not one of them, but all.</summary>
    public const int All = -1;

    /// <summary>Those of the items that it is about.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> items) =>
        Which == All || items.Count == 0 ? items : [items[Which % items.Count]];

    public override string ToString() => $"then: someone {Kind} {(Which == All ? "all" : Which)}";
}
