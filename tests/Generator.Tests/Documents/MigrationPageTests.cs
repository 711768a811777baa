using System.Text.RegularExpressions;
using Generator.Schema;
using Support;

namespace Generator.Tests.Documents;

/// <summary>docs/migrating-from-terraform.md names what the schema has.</summary>
public sealed class MigrationPageTests
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

    private static IEnumerable<string> Named(string cell) =>
        Regex.Matches(cell, "`([^`]+)`").Select(static match => match.Groups[1].Value);
}
