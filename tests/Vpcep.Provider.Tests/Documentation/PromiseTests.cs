using System.Text.RegularExpressions;
using Support;
using Vpcep.Provider.Tests.Faults;

namespace Vpcep.Provider.Tests.Documentation;

/// <summary>docs/promises.md names tests that there are, and every mishap that is tried.</summary>
public sealed class PromiseTests
{
    private static readonly string Page = Regex.Replace(
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "promises.md")),
        @"\s+",
        " "
    );

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var classes = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => Regex.Matches(File.ReadAllText(file), @"\bclass (\w+Tests)\b"))
            .Select(static match => match.Groups[1].Value)
            .ToHashSet(StringComparer.Ordinal);
        string[] named = [.. Regex.Matches(Page, @"`(\w+Tests)`").Select(static match => match.Groups[1].Value)];

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, classes));
    }

    [Fact]
    public void Every_mishap_is_named_with_what_becomes_of_it()
    {
        Assert.Contains(
            Words("pass by themselves, the operation succeeds", passes: true),
            Page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            Words("end as an error, and the next run converges", passes: false),
            Page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Mishaps_and_operations_are_as_many_as_it_says()
    {
        var passing = Mishap.All.Count(static mishap => mishap.Passes);

        Assert.Contains(
            $"{FaultMatrixTests.Rows().Count} operations, {Mishap.All.Count} mishaps",
            Page,
            StringComparison.Ordinal
        );
        Assert.Contains($"{passing} of the mishaps have to pass", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_as_many_as_it_says()
    {
        var tests = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(static file => Path.GetFileNameWithoutExtension(file), File.ReadAllText);
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "promises.md"))
            .Select(static line => (Line: line, Runs: Regex.Match(line, @"\| (\d+) in each run \|$").Groups[1].Value))
            .Where(static row => row.Runs.Length > 0)
            .ToList();

        Assert.NotEmpty(rows);
        Assert.All(
            rows,
            row =>
                Assert.Contains(
                    Regex.Matches(row.Line, @"`(\w+Tests)`").SelectMany(match => tests[match.Groups[1].Value]),
                    text => text.Contains($"TestRuns.Or({row.Runs})", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Documented_codes_are_as_many_as_it_says()
    {
        var codes = File.ReadLines(Path.Combine(Repository.Root, "docs", "troubleshooting.md"))
            .Count(static line => line.StartsWith("| `EndPoint.", StringComparison.Ordinal));

        Assert.Contains($"(all {codes} documented codes)", Page, StringComparison.Ordinal);
    }

    private static string Words(string start, bool passes) =>
        $"{start}: {string.Join("; ", Mishap.All.Where(mishap => mishap.Passes == passes).Select(static mishap => mishap.Name))}";
}
