using System.ComponentModel;
using System.Runtime.Serialization;
using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;

namespace Pulumi.Provider.Tests.Model;

public sealed class SchemaWriterTests
{
    private static readonly PackageInfo Package = new()
    {
        DisplayName = "Sample",
        Description = "A sample.",
        Homepage = "https://example.com",
        Repository = "https://example.com",
        Publisher = "nobody",
        License = "Apache-2.0",
        ProviderDescription = "Configures it.",
    };

    private static ProviderDefinition<NoConfig, object> Provider() =>
        new ProviderDefinition<NoConfig, object>("sample", "1.0.0", static (_, _) => new object())
        {
            Features = Region.Places,
        };

    private static JsonNode Gated()
    {
        var provider = Provider()
            .Resource<GatedInputs, GatedState>("sample:index:Gated", static _ => new GatedResource())
            .Listable<GatedInputs>("sample:index:Gated", static _ => null!)
            .Function<GatedInputs, GatedAnswer>("sample:index:getGated", static _ => new GatedFunction());
        return JsonNode.Parse(SchemaWriter.Write(provider, Package))!;
    }

    private static string Description(JsonNode? node) => node!["description"]!.GetValue<string>();

    [Fact]
    public void What_does_not_exist_everywhere_says_where_it_does()
    {
        var schema = Gated();
        var resource = schema["resources"]!["sample:index:Gated"]!;

        Assert.Equal(
            "Its label. Only on Cloud A and Cloud B, where it is `none` unless set.",
            Description(resource["inputProperties"]!["label"])
        );
        Assert.Equal("Its tags. Only on Cloud A and Cloud B.", Description(resource["properties"]!["tags"]));
        Assert.Equal(
            "When it was labelled. Only on Cloud A and Cloud B.",
            Description(resource["properties"]!["labelledAt"])
        );
        Assert.Equal(
            "What is written on it. Only on Cloud A and Cloud B.",
            Description(schema["types"]!["sample:index:Part"]!["properties"]!["text"])
        );
        Assert.Equal("Needs room. Only on Cloud B.", Description(schema["types"]!["sample:index:Size"]!["enum"]![1]));
        Assert.Equal(
            "Its tags. Only on Cloud A and Cloud B.",
            Description(schema["functions"]!["sample:index:getGated"]!["inputs"]!["properties"]!["tags"])
        );
    }

    [Fact]
    public void What_does_not_exist_everywhere_has_no_default_for_sdks_and_is_no_sure_output()
    {
        var resource = Gated()["resources"]!["sample:index:Gated"]!;

        Assert.Null(resource["inputProperties"]!["label"]!["default"]);
        Assert.Equal(["madeAt"], resource["required"]!.AsArray().Select(static name => name!.GetValue<string>()));
    }

    [Theory]
    [InlineData("text", "A text. 1 to 64 characters.")]
    [InlineData("texts", "Texts. Each: at most 64 characters. 1 to 3 elements.")]
    [InlineData("number", "A number. From 0.5 to 9.")]
    [InlineData("numbers", "Numbers by name. Each: from 1 to 9. At most 2 elements.")]
    public void A_rule_says_whether_it_is_about_the_whole_or_about_each_element(string property, string expected)
    {
        var provider = Provider().Function<Measured, Measured>("sample:index:measure", static _ => null!);
        var schema = JsonNode.Parse(SchemaWriter.Write(provider, Package))!;

        var inputs = schema["functions"]!["sample:index:measure"]!["inputs"]!["properties"]!;
        Assert.Equal(expected, Description(inputs[property]));
    }

    [Fact]
    public void Environment_variables_keep_their_order_as_the_first_that_is_set_counts()
    {
        var provider = Provider().Function<Measured, Measured>("sample:index:measure", static _ => null!);
        var schema = JsonNode.Parse(SchemaWriter.Write(provider, Package))!;

        var text = schema["functions"]!["sample:index:measure"]!["inputs"]!["properties"]!["text"]!;
        Assert.Equal(
            ["B_TEXT", "A_TEXT"],
            text["defaultInfo"]!["environment"]!.AsArray().Select(static name => name!.GetValue<string>())
        );
    }

    [Fact]
    public void Variables_of_an_alternative_are_the_plugins_to_read()
    {
        var provider = Provider().Function<Measured, Measured>("sample:index:measure", static _ => null!);
        var schema = JsonNode.Parse(SchemaWriter.Write(provider, Package))!;

        var instead = schema["functions"]!["sample:index:measure"]!["inputs"]!["properties"]!["instead"]!;
        Assert.Null(instead["defaultInfo"]);
        Assert.Equal(
            "Another way to say it. Left out, the plugin takes it from `C_TEXT`, unless `text` is set.",
            Description(instead)
        );
    }

    [Fact]
    public void What_changes_in_place_only_here_and_there_says_so()
    {
        var colour = Gated()["resources"]!["sample:index:Gated"]!["inputProperties"]!["colour"]!;

        Assert.Equal(
            "Its colour. Changes in place on Cloud A; elsewhere a change replaces the resource.",
            Description(colour)
        );
        Assert.Null(colour["willReplaceOnChanges"]);
    }

    [Fact]
    public void Configuration_is_text_so_an_enumeration_is_a_string_there_that_lists_its_values()
    {
        var provider = new ProviderDefinition<PacedConfig, object>("sample", "1.0.0", static (_, _) => new object());
        var schema = JsonNode.Parse(SchemaWriter.Write(provider, Package))!;

        var variable = schema["config"]!["variables"]!["pace"]!;
        Assert.Equal("string", variable["type"]!.GetValue<string>());
        Assert.Equal("slow", variable["default"]!.GetValue<string>());
        Assert.Equal("Its pace. One of `slow`, `fast`.", Description(variable));
        Assert.Equal(
            "#/types/sample:index:Pace",
            schema["provider"]!["inputProperties"]!["pace"]!["$ref"]!.GetValue<string>()
        );
        Assert.NotNull(schema["types"]!["sample:index:Pace"]);
    }

    [Fact]
    public void What_narrows_a_list_is_described()
    {
        var list = Gated()["resources"]!["sample:index:Gated"]!["listInputs"]!;

        Assert.Equal("object", list["type"]!.GetValue<string>());
        Assert.Equal("Its size.", Description(list["properties"]!["size"]));
    }

    [Fact]
    public void A_feature_that_the_provider_does_not_list_is_a_slip()
    {
        var provider = Provider().Function<Misspelt, GatedAnswer>("sample:index:getSlip", static _ => null!);

        var failure = Assert.Throws<InvalidOperationException>(() => SchemaWriter.Write(provider, Package));
        Assert.Equal(
            "sample:index:getSlip.label names the feature 'lables', which the provider does not list",
            failure.Message
        );
    }

    [Fact]
    public void The_configuration_cannot_depend_on_what_it_decides()
    {
        var provider = new ProviderDefinition<GatedInputs, object>("sample", "1.0.0", static (_, _) => new object())
        {
            Features = Region.Places,
        };

        var failure = Assert.Throws<InvalidOperationException>(() => SchemaWriter.Write(provider, Package));
        Assert.Contains("config.size.Big cannot depend on a feature", failure.Message, StringComparison.Ordinal);
    }
}

/// <summary>Configuration with an enumeration.</summary>
[PropertyObject]
public sealed partial record PacedConfig
{
    /// <summary>Its pace.</summary>
    [DefaultValue(PaceKind.Slow)]
    public PaceKind? Pace { get; init; }
}

/// <summary>A pace.</summary>
[PropertyEnum("sample:index:Pace")]
public enum PaceKind
{
    /// <summary>Takes its time.</summary>
    [EnumMember(Value = "slow")]
    Slow,

    /// <summary>Hurries.</summary>
    [EnumMember(Value = "fast")]
    Fast,
}
