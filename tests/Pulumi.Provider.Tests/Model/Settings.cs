using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Tests.Model;

/// <summary>A provider's configuration, with a key of each type.</summary>
[PropertyObject]
public sealed partial record Settings
{
    /// <summary>Where things live.</summary>
    [ReplaceOnChange]
    [Environment("SAMPLE_REGION")]
    public string? Region { get; init; }

    /// <summary>Whether to look only.</summary>
    [Environment("SAMPLE_DRY")]
    public bool? Dry { get; init; }

    /// <summary>How often to try.</summary>
    [Range(0, 9)]
    [Environment("SAMPLE_TRIES")]
    public int? Tries { get; init; }

    /// <summary>How it talks.</summary>
    public OpenEnum<Transport>? Transport { get; init; }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<Part>? Parts { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>What lets it in.</summary>
    [Secret]
    [Environment("SAMPLE_TOKEN")]
    public string? Token { get; init; }
}
