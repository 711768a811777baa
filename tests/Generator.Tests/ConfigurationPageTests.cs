using System.Text.Json;
using System.Text.RegularExpressions;
using Support;

namespace Generator.Tests;

/// <summary>The page on configuration, held to the schema.</summary>
public sealed partial class ConfigurationPageTests
{
    [Fact]
    public void Every_key_and_every_variable_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "installation-configuration.md"));
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schema.json")));
        var keys = schema.RootElement.GetProperty("provider").GetProperty("inputProperties");

        var missing = keys.EnumerateObject()
            .SelectMany(static key => Variables(key.Value).Prepend(key.Name))
            .Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    // Those of alternatives stand in the description only: SDKs must not fill them in.
    private static IEnumerable<string> Variables(JsonElement key) =>
        key.TryGetProperty("defaultInfo", out var info)
            ? info.GetProperty("environment").EnumerateArray().Select(static one => one.GetString()!)
            : Variable().Matches(key.GetProperty("description").GetString()!).Select(static match => match.Value);

    [GeneratedRegex("\\b[A-Z]+(_[A-Z]+)+\\b")]
    private static partial Regex Variable();
}
