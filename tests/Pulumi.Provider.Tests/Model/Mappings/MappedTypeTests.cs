using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Mappings;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Tests.Model.Mappings;

/// <summary>Which property an attribute of Terraform becomes.</summary>
public sealed class MappedTypeTests
{
    private static readonly ProviderDefinition Provider = new ProviderDefinition<NoConfig, object>(
        "sample",
        "1.2.3",
        static (_, _) => new object()
    ).Function<LampArgs, LampResult>("sample:index:getLamp", static _ => new GetLamp());

    [Theory]
    [InlineData("name:string", "name", "fullName")] // what is declared goes before what is alike
    [InlineData("title:string", "title", "name")]
    [InlineData("switched_on:bool", "switched_on", "switchedOn")]
    [InlineData("ipv6_address:string", "ipv6_address", "ipv6Address")]
    [InlineData("watts:int", "watts", "watts")]
    [InlineData("serial:int", "serial", "serial")] // a number may become a text
    [InlineData("labels:map", "labels", "labels")]
    [InlineData("rooms:set", "rooms", "rooms")]
    [InlineData("bulb:list bulb.size:int", "bulb", "bulbs")]
    public void An_attribute_becomes_the_property_of_its_name(string attributes, string attribute, string property)
    {
        var mapped = Mapped(attributes);

        Assert.Equal("sample:index:getLamp", mapped.Token);
        Assert.Equal(property, Assert.Single(mapped.Attributes, one => one.Attribute.Name == attribute).Property?.Name);
        Assert.Empty(mapped.LeftOut);
    }

    [Theory]
    [InlineData("region:string", "region")]
    [InlineData("watts:string", "watts")] // a text stays one
    [InlineData("switched_on:string", "switched_on")]
    [InlineData("bulb:string", "bulb")] // JSON in a text is no list
    [InlineData("rooms:string", "rooms")]
    [InlineData("rooms:list rooms.name:string", "rooms")]
    [InlineData("bulb:list", "bulb")]
    [InlineData("labels:list", "labels")]
    [InlineData("bulb:list bulb.size:int bulb.colour:string", "bulb.colour")]
    public void What_nothing_stands_for_is_left_out(string attributes, string path) =>
        Assert.Equal([path], Mapped(attributes).LeftOut);

    [Theory]
    [InlineData("data", "lantern")]
    [InlineData("resource", "lamp")]
    public void A_type_that_no_declaration_names_has_no_counterpart(string kind, string name) =>
        Assert.Null(MappedType.Of(Provider, Read(kind, name, "name:string")).Token);

    [Fact]
    public void A_mapping_has_the_types_of_its_provider_with_tokens_names_and_shapes()
    {
        var written = MappingWriter.Write(
            Provider,
            "homes",
            [
                Read("data", "lamp", "title:string region:string rooms:set bulb:list bulb.size:int bulb.colour:string"),
                Read("data", "lantern", "title:string"),
                Read("data", "lamp", "title:string") with
                {
                    Provider = "gardens",
                },
            ]
        );

        Assert.EndsWith("}\n", written, StringComparison.Ordinal);
        var expected = JsonNode.Parse(
            """
            {
              "name": "homes",
              "version": "1.2.3",
              "provider": {
                "resources": {},
                "dataSources": {
                  "homes_lamp": {
                    "title": {"type": 4},
                    "region": {"type": 4},
                    "rooms": {"type": 7, "element": {"schema": {"type": 4}}},
                    "bulb": {"type": 5, "element": {"resource": {"size": {"type": 2}, "colour": {"type": 4}}}}
                  }
                }
              },
              "resources": {},
              "dataSources": {
                "homes_lamp": {
                  "tok": "sample:index:getLamp",
                  "fields": {
                    "title": {"name": "name"},
                    "rooms": {"name": "rooms"},
                    "bulb": {"name": "bulbs", "element": {"fields": {"size": {"name": "size"}}}}
                  }
                }
              }
            }
            """
        );
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(written)), written);
    }

    [Theory]
    [InlineData("homes\tdata\tlamp")]
    [InlineData("homes\tmodule\tlamp\tname:string")]
    [InlineData("homes\tdata\tlamp\tname")]
    [InlineData("homes\tdata\tlamp\tname:dynamic")]
    public void A_line_that_is_no_type_is_refused(string line) =>
        Assert.Throws<FormatException>(() => TerraformType.Read([line]));

    private static MappedType Mapped(string attributes) => MappedType.Of(Provider, Read("data", "lamp", attributes));

    private static TerraformType Read(string kind, string name, string attributes) =>
        Assert.Single(TerraformType.Read(["# a comment", "", $"homes\t{kind}\t{name}\t{attributes}"]));

    private sealed class GetLamp : IFunction<LampArgs, LampResult>
    {
        public Task<LampResult> InvokeAsync(Invocation call, LampArgs args) =>
            Task.FromResult(new LampResult { FullName = args.Name ?? "" });
    }
}

/// <summary>Which lamp.</summary>
[TerraformName("lamp", "lamp_v2")]
[PropertyObject]
public sealed partial record LampArgs
{
    /// <summary>Its short name.</summary>
    [TerraformName("title")]
    public string? Name { get; init; }
}

/// <summary>A lamp.</summary>
[PropertyObject]
public sealed partial record LampResult
{
    /// <summary>Its full name.</summary>
    [TerraformName("name")]
    public required string FullName { get; init; }

    /// <summary>Whether it burns.</summary>
    public bool? SwitchedOn { get; init; }

    /// <summary>How bright it is.</summary>
    public int? Watts { get; init; }

    /// <summary>Its number.</summary>
    public string? Serial { get; init; }

    /// <summary>Its address.</summary>
    public string? Ipv6Address { get; init; }

    /// <summary>Its labels.</summary>
    public IReadOnlyDictionary<string, string>? Labels { get; init; }

    /// <summary>Where it shines.</summary>
    public IReadOnlyList<string>? Rooms { get; init; }

    /// <summary>What is in it.</summary>
    [TerraformName("bulb")]
    public IReadOnlyList<Bulb>? Bulbs { get; init; }
}

/// <summary>A bulb.</summary>
[PropertyObject("sample:index:Bulb")]
public sealed partial record Bulb
{
    /// <summary>How large it is.</summary>
    public int? Size { get; init; }
}
