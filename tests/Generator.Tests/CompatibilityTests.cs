using Generator.Compatibility;
using Generator.Schema;
using Support;

namespace Generator.Tests;

/// <summary>A change of the schema that breaks programs is noticed before they are.</summary>
public sealed class CompatibilityTests
{
    private const string Before = """
        {
          "name": "p",
          "config": {"variables": {"region": {"type": "string"}}},
          "types": {
            "p:index:Kind": {"type": "string", "enum": [{"value": "a"}, {"value": "b"}]},
            "p:index:In": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}}},
            "p:index:Out": {"type": "object", "properties": {"x": {"type": "string"}}, "required": ["x"]},
            "p:index:Both": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}}, "required": ["x"]}
          },
          "resources": {
            "p:index:Thing": {
              "inputProperties": {
                "name": {"type": "string"},
                "size": {"type": "integer", "default": 5},
                "kind": {"$ref": "#/types/p:index:Kind"},
                "in": {"$ref": "#/types/p:index:In"},
                "both": {"$ref": "#/types/p:index:Both"}
              },
              "requiredInputs": ["kind"],
              "properties": {
                "key": {"type": "string", "secret": true},
                "out": {"$ref": "#/types/p:index:Out"},
                "both": {"$ref": "#/types/p:index:Both"}
              },
              "required": ["key"]
            }
          },
          "functions": {
            "p:index:getThing": {
              "inputs": {"properties": {"name": {"type": "string"}}},
              "outputs": {"properties": {"size": {"type": "integer"}}, "required": ["size"]}
            }
          }
        }
        """;

    [Theory]
    [InlineData("\"p:index:Thing\": {", "\"p:index:Other\": {", "/resources/p:index:Thing: is gone")]
    [InlineData("\"p:index:getThing\": {", "\"p:index:getOther\": {", "/functions/p:index:getThing: is gone")]
    [InlineData("\"region\"", "\"regions\"", "/config/variables/region: is gone")]
    [InlineData(", {\"value\": \"b\"}", "", "/types/p:index:Kind/b: is gone")]
    [InlineData(
        "\"requiredInputs\": [\"kind\"]",
        "\"requiredInputs\": [\"kind\", \"name\"]",
        "name: is required and was not"
    )]
    [InlineData("\"default\": 5", "\"default\": 6", "size: is 6 unless set and was 5")]
    [InlineData(
        "\"name\": {\"type\": \"string\"},",
        "\"name\": {\"type\": \"integer\"},",
        "name: is integer and was string"
    )]
    [InlineData(
        "\"name\": {\"type\": \"string\"},",
        "\"name\": {\"type\": \"string\", \"willReplaceOnChanges\": true},",
        "name: replaces the resource when it changes and did not"
    )]
    [InlineData("\"type\": \"string\", \"secret\": true", "\"type\": \"string\"", "key: is no longer a secret")]
    [InlineData("\"required\": [\"key\"]", "\"required\": []", "key: may be missing in outputs and never was")]
    [InlineData("\"required\": [\"size\"]", "\"required\": []", "size: may be missing in outputs and never was")]
    [InlineData(
        "\"p:index:Out\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}, \"required\": [\"x\"]}",
        "\"p:index:Out\": {\"type\": \"object\", \"properties\": {\"x\": {\"type\": \"string\"}}}",
        "/types/p:index:Out/properties/x: may be missing in outputs and never was"
    )]
    [InlineData(
        "\"y\": {\"type\": \"string\"}}, \"required\": [\"x\"]",
        "\"y\": {\"type\": \"string\"}}, \"required\": [\"x\", \"y\"]",
        "/types/p:index:Both/properties/y: is required and was not"
    )]
    [InlineData(
        "\"y\": {\"type\": \"string\"}}, \"required\": [\"x\"]",
        "\"y\": {\"type\": \"string\"}}",
        "/types/p:index:Both/properties/x: may be missing in outputs and never was"
    )]
    [InlineData(
        "\"inputs\": {\"properties\": {\"name\": {\"type\": \"string\"}}}",
        "\"inputs\": {\"properties\": {\"name\": {\"type\": \"string\"}, \"id\": {\"type\": \"string\"}}, \"required\": [\"id\"]}",
        "id: is new and required"
    )]
    public void What_breaks_programs_is_named(string before, string after, string expected)
    {
        var found = Assert.Single(Compare(before, after));
        Assert.EndsWith(expected, found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "\"region\": {\"type\": \"string\"}",
        "\"region\": {\"type\": \"string\"}, \"more\": {\"type\": \"string\"}"
    )]
    [InlineData("{\"value\": \"b\"}", "{\"value\": \"b\"}, {\"value\": \"c\"}")]
    [InlineData("\"requiredInputs\": [\"kind\"],", "")]
    [InlineData(
        "\"p:index:In\": {\"type\": \"object\", \"properties\": {",
        "\"p:index:In\": {\"type\": \"object\", \"properties\": {\"z\": {\"type\": \"string\"}, "
    )]
    [InlineData("\"functions\": {", "\"functions\": {\"p:index:getMore\": {\"inputs\": {\"properties\": {}}}, ")]
    public void What_only_adds_breaks_nothing(string before, string after) => Assert.Empty(Compare(before, after));

    private const string Renamed =
        "\"title\": {\"type\": \"string\", \"language\": {\"provider\": {\"formerNames\": [\"name\"]}}}, \"size\"";

    [Theory]
    [InlineData(
        "\"p:index:Thing\": {",
        "\"p:index:Item\": {\"aliases\": [{\"type\": \"p:index:Thing\"}], ",
        "'p:index:Thing'"
    )]
    [InlineData("\"name\": {\"type\": \"string\"},\n        \"size\"", Renamed, "'name'")]
    public void What_has_another_name_is_no_other_thing(string before, string after, string former)
    {
        Assert.EndsWith($": was called {former}", Assert.Single(Compare(before, after)), StringComparison.Ordinal);

        var (now, later) = (
            Changed(before, after),
            after.Replace(former.Trim('\''), "another", StringComparison.Ordinal)
        );
        Assert.Empty(SchemaComparison.Breaks(now, now));
        Assert.EndsWith(
            $"is no longer found by its former name {former}, which stacks may have",
            Assert.Single(SchemaComparison.Breaks(now, Changed(before, later))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("0.1.0", "0.2.0", true)]
    [InlineData("0.1.0", "0.1.1", false)]
    [InlineData("0.1.0", "0.1.0", false)]
    [InlineData("0.9.0", "1.0.0", true)]
    [InlineData("1.2.0", "1.3.0", false)]
    [InlineData("1.2.0", "2.0.0", true)]
    [InlineData("2.0.0", "1.9.0", false)]
    [InlineData(null, "1.0.0", false)]
    public void Only_a_version_that_says_so_may_break(string? old, string? @new, bool expected) =>
        Assert.Equal(expected, SchemaVersion.MayBreak(old, @new));

    [Fact]
    public void Nothing_in_the_schema_breaks_programs_written_with_the_last_release()
    {
        var errors = new StringWriter();
        var exit = GeneratorCommand.Run(
            [
                "compare",
                Path.Combine(Repository.Root, "sdk/released/schema.json"),
                Path.Combine(Repository.Root, "schema.json"),
            ],
            TextWriter.Null,
            errors
        );
        Assert.True(exit == 0, errors.ToString());
    }

    [Fact]
    public void The_command_fails_and_names_what_breaks()
    {
        var folder = Directory.CreateTempSubdirectory("vpcep-compare-").FullName;
        try
        {
            var (old, @new) = (Path.Combine(folder, "old.json"), Path.Combine(folder, "new.json"));
            File.WriteAllText(old, Before);
            File.WriteAllText(@new, Before.Replace("\"region\"", "\"regions\"", StringComparison.Ordinal));
            var errors = new StringWriter();

            Assert.Equal(1, GeneratorCommand.Run(["compare", old, @new], TextWriter.Null, errors));
            Assert.Contains("  /config/variables/region: is gone\n", errors.ToString(), StringComparison.Ordinal);
            Assert.Equal(0, GeneratorCommand.Run(["compare", old, old], TextWriter.Null, errors));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PackageSchema Changed(string before, string after)
    {
        Assert.Contains(before, Before, StringComparison.Ordinal);
        return SchemaReader.Read(Before.Replace(before, after, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Compare(string before, string after) =>
        SchemaComparison.Breaks(SchemaReader.Read(Before), Changed(before, after));
}
