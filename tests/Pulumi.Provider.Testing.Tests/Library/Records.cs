using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Testing.Tests.Library;

/// <summary>How the library is reached.</summary>
[PropertyObject]
public partial record LibraryConfig
{
    /// <summary>Where it is.</summary>
    [ReplaceOnChange]
    public string? Url { get; init; }

    /// <summary>The key to it.</summary>
    [Secret]
    public string? Key { get; init; }
}

/// <summary>A book.</summary>
[PropertyObject]
public partial record BookInputs
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The room that it stands in.</summary>
    [ReplaceOnChange]
    public required string Room { get; init; }

    /// <summary>How many there are.</summary>
    [DefaultValue(1)]
    public int? Copies { get; init; }

    /// <summary>What readers are told.</summary>
    public string? Note { get; init; }

    /// <summary>What opens the cabinet.</summary>
    [Secret]
    public string? Pin { get; init; }
}

/// <summary>A book on its shelf.</summary>
[PropertyObject]
public partial record BookState : BookInputs
{
    /// <summary>Its number.</summary>
    [ChangesWith]
    public required string Number { get; init; }
}

/// <summary>Several books of a name.</summary>
[PropertyObject]
public partial record SeriesInputs
{
    /// <summary>What they are called.</summary>
    public required string Title { get; init; }

    /// <summary>The room that they stand in.</summary>
    public required string Room { get; init; }
}

/// <summary>Several books, made.</summary>
[PropertyObject]
public partial record SeriesOutputs
{
    /// <summary>The number of the first.</summary>
    public string? First { get; init; }
}

/// <summary>What to count.</summary>
[PropertyObject]
public partial record CountArgs
{
    /// <summary>The room, or all.</summary>
    public string? Room { get; init; }
}

/// <summary>What was counted.</summary>
[PropertyObject]
public partial record CountResult
{
    /// <summary>How many books.</summary>
    public required int Books { get; init; }
}
