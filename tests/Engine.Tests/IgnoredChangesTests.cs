using System.Text.Json.Nodes;
using Pulumi.LocalEngine.State;
using Pulumi.LocalEngine.Steps;

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
    public void Apply_resets_what_the_path_covers(string olds, string news, string path, string expected)
    {
        var result = IgnoredChanges.Apply(
            Json.ReadMap(JsonNode.Parse(olds)),
            Json.ReadMap(JsonNode.Parse(news)),
            [path]
        );

        Assert.Equal(expected, Json.Write(result).ToJsonString());
    }

    [Fact]
    public void Apply_names_a_path_it_cannot_read()
    {
        var problem = Assert.Throws<EngineException>(() =>
            IgnoredChanges.Apply(Json.ReadMap(null), Json.ReadMap(null), ["a..b"])
        );

        Assert.Contains("a..b", problem.Message, StringComparison.Ordinal);
    }
}
