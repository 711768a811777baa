using System.ComponentModel.DataAnnotations;
using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;

namespace Vpcep.Provider.Functions.Items;

/// <summary>What can have tags.</summary>
[PropertyEnum("vpcep:index:TaggedResourceType")]
public enum TaggedResourceType
{
    /// <summary>VPC endpoint services.</summary>
    [EnumMember(Value = "endpoint_service")]
    EndpointService,

    /// <summary>VPC endpoints.</summary>
    [EnumMember(Value = "endpoint")]
    Endpoint,
}

/// <summary>A key of tags, and the values that it has.</summary>
[PropertyObject("vpcep:index:TagInfo")]
public sealed partial record TagInfo
{
    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>The values, each once.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}

/// <summary>Tags to find resources by: a key, with any of some values.</summary>
[PropertyObject("vpcep:index:TagFilter")]
public sealed partial record TagFilter
{
    /// <summary>The key, up to 128 characters; blanks around it do not count. Each key may stand once in a list.</summary>
    [StringLength(128, MinimumLength = 1)]
    public required string Key { get; init; }

    /// <summary>The values, of up to 255 characters each, at most 10. Left out or empty, any value at all.</summary>
    [Count(0, 10)]
    [StringLength(255)]
    public IReadOnlyList<string>? Values { get; init; }
}

/// <summary>What to look at besides tags.</summary>
[PropertyEnum("vpcep:index:ResourceMatchKey")]
public enum ResourceMatchKey
{
    /// <summary>The full name; the id of what has none.</summary>
    [EnumMember(Value = "resource_name")]
    ResourceName,
}

/// <summary>What a resource is like besides its tags.</summary>
[PropertyObject("vpcep:index:ResourceMatch")]
public sealed partial record ResourceMatch
{
    /// <summary>What to look at.</summary>
    public required ResourceMatchKey Key { get; init; }

    /// <summary>A part of it, up to 255 characters; letter case does not matter. An empty text fits nothing.</summary>
    [StringLength(255)]
    public required string Value { get; init; }
}

/// <summary>A resource that was found by its tags.</summary>
[PropertyObject("vpcep:index:TaggedResourceInfo")]
public sealed partial record TaggedResourceInfo
{
    /// <summary>The id.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The full name; the id of what has none.</summary>
    public string? ResourceName { get; init; }

    /// <summary>All its tags.</summary>
    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
