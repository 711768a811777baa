using System.Text.RegularExpressions;
using Generator.Schema;
using Support;

namespace Generator.Tests.Documents;

/// <summary>docs/migrating-from-terraform.md names what the schema has.</summary>
public sealed partial class MigrationPageTests
{
    private static readonly PackageSchema Package = SchemaReader.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))
    );

    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "migrating-from-terraform.md"))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(static line => line.Trim('|').Split('|')),
    ];

    [Fact]
    public void What_things_are_called_here_exists()
    {
        var known = Package
            .Resources.SelectMany(static one => one.Inputs.Concat(one.Outputs))
            .Concat(Package.Functions.SelectMany(static one => (one.Inputs ?? []).Concat(one.Outputs ?? [])))
            .Concat(Package.Objects.SelectMany(static one => one.Properties))
            .Concat(Package.Config)
            .Select(static one => one.Name)
            .Concat(Package.Resources.Select(static one => Tokens.Member(one.Token)))
            .Concat(Package.Functions.Select(static one => Tokens.Member(one.Token)))
            .ToHashSet(StringComparer.Ordinal);

        var named = Rows.SelectMany(static row => Named(row[1])).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, known));
    }

    [Theory]
    [InlineData("EndpointService")]
    [InlineData("Endpoint")]
    [InlineData("EndpointApproval")]
    [InlineData("ServicePermission")]
    public void Every_required_input_is_on_the_page(string resource)
    {
        var named = Rows.SelectMany(static row => Named(row[1])).ToHashSet(StringComparer.Ordinal);

        Assert.All(
            Package
                .Resources.Single(one => Tokens.Member(one.Token) == resource)
                .Inputs.Where(static input => input.IsRequired),
            input => Assert.Contains(input.Name, named)
        );
    }

    [Fact]
    public void Defaults_that_it_names_are_the_defaults()
    {
        var inputs = Package.Resources.SelectMany(static one => one.Inputs).ToLookup(static one => one.Name);
        var defaults = Rows.Where(static row => row.Length > 2)
            .Select(static row => (Name: Named(row[1]).FirstOrDefault(), Default: Default().Match(row[2])))
            .Where(static one => one.Default.Success)
            .ToList();

        Assert.Equal(4, defaults.Count);
        Assert.All(
            defaults,
            one =>
                Assert.Contains(
                    inputs[one.Name!],
                    input => Equals(input.Default, one.Default.Groups[1].Value == "true")
                )
        );
    }

    [GeneratedRegex("(true|false) (?:here|by default in both)")]
    private static partial Regex Default();

    private static IEnumerable<string> Named(string cell) =>
        Regex.Matches(cell, "`([^`]+)`").Select(static match => match.Groups[1].Value);
}
