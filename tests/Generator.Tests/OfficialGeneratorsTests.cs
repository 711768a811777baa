using Generator.Schema;
using Support;

namespace Generator.Tests;

/// <summary>What the official generators cannot do is not in the schema.</summary>
public sealed class OfficialGeneratorsTests
{
    private const string Before = """
        {
          "name": "p",
          "config": {"variables": {"kind": {"type": "string", "default": "a"}}},
          "provider": {"inputProperties": {"kind": {"$ref": "#/types/p:index:Kind", "default": "a"}}},
          "types": {
            "p:index:Kind": {"type": "string", "enum": [{"name": "A", "value": "a"}, {"name": "B", "value": "b"}]},
            "p:index:Part": {"type": "object", "properties": {"of": {"$ref": "#/types/p:index:Whole"}}, "required": []},
            "p:index:Whole": {"type": "object", "properties": {"first": {"$ref": "#/types/p:index:Part"}}, "required": ["first"]}
          },
          "resources": {
            "p:index:Thing": {
              "inputProperties": {"part": {"$ref": "#/types/p:index:Part"}, "size": {"type": "integer"}},
              "properties": {"size": {"type": "integer"}}
            }
          },
          "functions": {"p:index:getThing": {"inputs": {"properties": {"name": {"type": "string"}}}, "outputs": {"properties": {"size": {"type": "integer"}}}}}
        }
        """;

    [Fact]
    public void The_schema_has_nothing_of_it() =>
        Assert.Empty(Problems(File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))));

    [Fact]
    public void What_they_can_do_is_no_problem() => Assert.Empty(Problems(Before));

    [Theory]
    [InlineData(
        "{\"kind\": {\"type\": \"string\", \"default\": \"a\"}}",
        "{\"kind\": {\"$ref\": \"#/types/p:index:Kind\", \"default\": \"a\"}}",
        "/config/variables/kind: enumerations cannot be configuration"
    )]
    [InlineData(
        "{\"kind\": {\"type\": \"string\", \"default\": \"a\"}}",
        "{\"kinds\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/types/p:index:Kind\"}}}",
        "/config/variables/kinds: enumerations cannot be configuration"
    )]
    [InlineData("\"of\":", "\"pulumi\":", "/types/p:index:Part/properties/pulumi: 'pulumi' is a word")]
    [InlineData(
        "\"properties\": {\"size\": {\"type\": \"integer\"}}\n    }",
        "\"properties\": {\"id\": {\"type\": \"integer\"}}\n    }",
        "/resources/p:index:Thing/properties/id: 'id' is a word"
    )]
    [InlineData(
        "\"inputProperties\": {\"kind\":",
        "\"inputProperties\": {\"version\":",
        "version: 'version' is a word"
    )]
    [InlineData("\"of\":", "\"part\":", "/types/p:index:Part/properties/part: a member of a C# class")]
    [InlineData(
        "\"size\": {\"type\": \"integer\"}},",
        "\"si-ze\": {\"type\": \"integer\"}, \"siZe\": {\"type\": \"integer\"}},",
        "/siZe: reads like 'si-ze'"
    )]
    [InlineData("p:index:Thing", "q:index:Thing", "/resources/q:index:Thing: is of another package")]
    [InlineData("p:index:Thing", "p:index:Provider", "/resources/p:index:Provider: is what SDKs call")]
    [InlineData("p:index:getThing", "p:config:getThing", "/functions/p:config:getThing: is what SDKs call")]
    [InlineData("p:index:getThing", "p:Thing:getThing", "/resources/p:index:Thing: is a module, too")]
    [InlineData("p:index:getThing", "p:index:get.thing", "'get.thing' is no name in every language")]
    [InlineData("p:index:getThing", "p:index:thing", "has the same name but for capitals")]
    [InlineData(
        "\"default\": \"a\"}}},\n  \"types\"",
        "\"default\": \"a\", \"defaultInfo\": {\"environment\": [\"K\"]}}}},\n  \"types\"",
        "only primitives can come from the environment"
    )]
    [InlineData("\"name\": \"B\", ", "\"name\": \"the-b\", ", "/types/p:index:Kind/b: needs a name")]
    [InlineData("\"name\": \"B\", ", "\"name\": \"a\", ", "/types/p:index:Kind/b: reads like 'a'")]
    [InlineData("\"required\": []", "\"required\": [\"of\"]", "/types/p:index:Part: an object that needs itself")]
    [InlineData("p:index:Whole", "p:index:ThingState", "would be ThingState in Go, which /resources/p:index:Thing is")]
    [InlineData("p:index:Whole", "p:index:KindB", "would be KindB in Go")]
    public void What_they_cannot_do_is_named(string before, string after, string problem)
    {
        var schema = Before.ReplaceLineEndings("\n");
        Assert.Contains(before, schema, StringComparison.Ordinal);

        Assert.Contains(
            Problems(schema.Replace(before, after, StringComparison.Ordinal)),
            one => one.Contains(problem, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Problems(string schema) =>
        new OfficialGenerators(SchemaReader.Read(schema)).Problems();
}
