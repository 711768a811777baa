using System.Text.Json.Nodes;
using Pulumi.Provider.Testing.Engine.State;
using Pulumi.Provider.Testing.Engine.Steps;

namespace Pulumi.LocalEngine.Tests;

/// <summary>Old values in place of new ones, by path.</summary>
public sealed class IgnoredChangesTests
{
    private static readonly ValueJson Json = new(static () => throw new InvalidOperationException());

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", "a", """{"a":1}""")]
    [InlineData("""{"a":1}""", """{}""", "a", """{"a":1}""")]
    [InlineData("""{}""", """{"a":2}""", "a", """{}""")]
    [InlineData("""{"a":{"b":1,"c":1}}""", """{"a":{"b":2,"c":2}}""", "a.b", """{"a":{"b":1,"c":2}}""")]
    [InlineData(
        """{"a":[{"b":1},{"b":1}]}""",
        """{"a":[{"b":2},{"b":2},{"b":2}]}""",
        "a[*].b",
        """{"a":[{"b":1},{"b":1},{"b":2}]}"""
    )]
    [InlineData("""{"a":{"x":1}}""", """{"a":{"x":2,"y":2}}""", "a[*]", """{"a":{"x":1}}""")]
    [InlineData("""{"a":1}""", """{"b":2}""", "c.d", """{"b":2}""")]
    [InlineData("""{"a":{"x":1},"b":1}""", """{"a":{"x":2,"y":2}}""", "*", """{"a":{"x":1},"b":1}""")]
    [InlineData("""{"a":1}""", """{"a":2}""", "a..b", """{"a":2}""")]
    public void Apply_resets_what_the_path_covers(string olds, string news, string path, string expected)
    {
        var result = IgnoredChanges.Apply(
            Json.ReadMap(JsonNode.Parse(olds)),
            Json.ReadMap(JsonNode.Parse(news)),
            [path],
            out _
        );

        Assert.Equal(expected, Json.Write(result).ToJsonString());
    }

    [Theory]
    [InlineData("a[2]", true)]
    [InlineData("a[*].b", true)]
    [InlineData("a", false)]
    [InlineData("a[0]", false)]
    [InlineData("nothing", false)]
    [InlineData("a..b", false)]
    public void Apply_names_paths_to_elements_that_only_one_side_has(string path, bool named)
    {
        IgnoredChanges.Apply(
            Json.ReadMap(JsonNode.Parse("""{"a":[{"b":1},{"b":1}]}""")),
            Json.ReadMap(JsonNode.Parse("""{"a":[{"b":2},{"b":2},{"b":2}]}""")),
            [path],
            out var without
        );

        Assert.Equal(named ? [path] : [], without);
    }
}
