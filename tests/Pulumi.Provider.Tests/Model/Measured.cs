using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Everything that a rule can measure.</summary>
[PropertyObject]
public sealed partial record Measured
{
    /// <summary>A text.</summary>
    [Environment("B_TEXT", "A_TEXT")]
    [StringLength(64, MinimumLength = 1)]
    public string? Text { get; init; }

    /// <summary>Texts.</summary>
    [StringLength(64)]
    [Count(1, 3)]
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>A number.</summary>
    [Range(0.5, 9)]
    public double? Number { get; init; }

    /// <summary>Numbers by name.</summary>
    [Range(1, 9)]
    [Count(0, 2)]
    public IReadOnlyDictionary<string, int>? Numbers { get; init; }

    /// <summary>Another way to say it.</summary>
    [Environment("C_TEXT", Unless = ["text"])]
    public string? Instead { get; init; }
}
