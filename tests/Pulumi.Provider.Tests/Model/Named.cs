using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Inputs of something that has a name.</summary>
[PropertyObject]
public partial record NamedInputs
{
    /// <summary>Its name.</summary>
    [AutoName(16)]
    [RegularExpression("[A-Za-z0-9_-]{1,16}", ErrorMessage = "1 to 16 letters, digits, _ and -")]
    public string? Name { get; init; }

    /// <summary>Its size.</summary>
    public int? Size { get; init; }
}

/// <summary>It, made.</summary>
[PropertyObject]
public partial record NamedState : NamedInputs
{
    /// <summary>When it was made.</summary>
    public required string MadeAt { get; init; }
}

/// <summary>Inputs with a name that no row of one letter is.</summary>
[PropertyObject]
public sealed partial record StrictlyNamed
{
    /// <summary>A letter and two digits.</summary>
    [AutoName(3)]
    [RegularExpression("[a-z][0-9]{2}", ErrorMessage = "a letter and two digits")]
    public string? Code { get; init; }
}

/// <summary>Inputs with names of other kinds.</summary>
[PropertyObject]
public sealed partial record OddlyNamed
{
    /// <summary>Small, without hyphens, starting with a letter.</summary>
    [AutoName(10)]
    [RegularExpression("[a-z][a-z0-9_]*", ErrorMessage = "small letters")]
    public string? Small { get; init; }

    /// <summary>Capital letters alone, and not too few.</summary>
    [AutoName(12)]
    [StringLength(12, MinimumLength = 3)]
    [RegularExpression("[A-Z]+", ErrorMessage = "capital letters")]
    public string? Loud { get; init; }

    /// <summary>Anything.</summary>
    [AutoName(12)]
    public string? Any { get; init; }

    /// <summary>Exists only here and there.</summary>
    [AutoName(12)]
    [RequiresFeature("labels")]
    public string? Gated { get; init; }
}
