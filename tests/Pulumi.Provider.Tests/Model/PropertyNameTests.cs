using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Properties that are called as the generated code calls its own things.</summary>
[PropertyObject]
public sealed partial record CalledAsOurs
{
    /// <summary>As the value that is written.</summary>
    public string? Value { get; init; }

    /// <summary>As the list that it is added to.</summary>
    public string? Entries { get; init; }

    /// <summary>As the map that it is read from.</summary>
    public string? Properties { get; init; }

    /// <summary>As an element of a list.</summary>
    public IReadOnlyList<string>? Item { get; init; }

    /// <summary>As a keyword.</summary>
    public string? Class { get; init; }
}

public sealed class PropertyNameTests
{
    [Fact]
    public void A_property_may_have_any_name()
    {
        var there = new CalledAsOurs
        {
            Value = "a",
            Entries = "b",
            Properties = "c",
            Item = ["d"],
            Class = "e",
        };
        var written = there.Encode();

        Assert.Equal(["class", "entries", "item", "properties", "value"], written.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(written, CalledAsOurs.Decode(written).Encode());
        Assert.Equal<PropertyValue>("a", written["value"]);
    }
}
