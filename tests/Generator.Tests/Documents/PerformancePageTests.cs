using System.Globalization;
using System.Text.RegularExpressions;
using Support;

namespace Generator.Tests.Documents;

/// <summary>The figures of docs/performance.md agree with each other, and their words with the benchmark that wrote them.</summary>
public sealed partial class PerformancePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "performance.md"));

    private static readonly (string Figure, string Against, string Ratio, string Target, string Met)[] Rows =
    [
        .. Page.Split('\n')
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(static line => line.Trim('|', ' ').Split(" | "))
            .Select(static line => Array.ConvertAll(line, static cell => cell.Trim()))
            .Where(static cells => cells.Length >= 2 && cells[0] is not ("what" or "---"))
            .Select(static cells => Array.ConvertAll([.. cells, "", "", "", ""], static cell => cell.Trim('|', ' ')))
            .Select(static cells => (cells[1], cells[2], cells[3], cells[4], cells[5])),
    ];

    [Fact]
    public void Ratio_is_the_figure_by_what_it_is_compared_with()
    {
        var compared = Rows.Where(static row => row.Ratio.Length > 0 && row.Against.Length > 0).ToList();

        Assert.True(compared.Count > 20, $"only {compared.Count} figures are compared");
        Assert.All(
            compared,
            static row =>
            {
                var (figure, against, ratio) = (Number(row.Figure), Number(row.Against), Number(row.Ratio));
                // Each was rounded by itself.
                Assert.InRange(
                    ratio.Value,
                    ((figure.Value - figure.Rounding) / (against.Value + against.Rounding)) - ratio.Rounding,
                    against.Value > against.Rounding
                        ? ((figure.Value + figure.Rounding) / (against.Value - against.Rounding)) + ratio.Rounding
                        : double.PositiveInfinity
                );
            }
        );
    }

    [Fact]
    public void Met_is_what_a_target_and_its_figure_say()
    {
        Assert.All(Rows, static row => Assert.Equal(row.Target.Length > 0, row.Met.Length > 0));

        var plain = Rows.Where(static row => PlainTarget().IsMatch(row.Target)).ToList();
        Assert.True(plain.Count > 10, $"only {plain.Count} figures have a plain target");
        Assert.All(
            plain,
            static row =>
            {
                var target = PlainTarget().Match(row.Target);
                var (limit, unit) = (Number(target.Groups[2].Value), target.Groups[3].Value);
                var figure = unit.Length == 0 ? row.Ratio : row.Figure;
                var value = unit switch
                {
                    "" when figure.Length == 0 => Number(row.Figure),
                    "calls each" => Number(EachCall().Match(figure).Groups[1].Value),
                    _ => Number(figure),
                };
                if (Math.Abs(value.Value - limit.Value) > value.Rounding)
                {
                    Assert.Equal(
                        target.Groups[1].Value == "≤" ? value.Value <= limit.Value : value.Value >= limit.Value,
                        row.Met == "met"
                    );
                }
            }
        );
    }

    [Fact]
    public void Every_section_of_the_benchmark_is_there_with_its_words()
    {
        var sections = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "Benchmarks", "Sections"), "*.cs")
            .SelectMany(static file => SectionText().Matches(File.ReadAllText(file)))
            .Select(static match => (Title: match.Groups[1].Value, Words: match.Groups[2].Value))
            .ToList();

        Assert.Equal(Page.Split("\n### ").Length - 1, sections.Count);
        Assert.All(
            sections,
            static section =>
            {
                Assert.Contains($"\n### {section.Title}\n", Page, StringComparison.Ordinal);
                // What the code fills in may be anything.
                Assert.Matches(string.Join(".*?", Hole().Split(section.Words).Select(Regex.Escape)), Page);
            }
        );
    }

    private static (double Value, double Rounding) Number(string text)
    {
        var found = FirstNumber().Match(Label().Replace(text, "")).Value.Replace(",", "", StringComparison.Ordinal);
        Assert.True(found.Length > 0, $"no number in '{text}'");
        var digits = found.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? found.Length - point - 1 : 0;
        return (double.Parse(found, CultureInfo.InvariantCulture), Math.Pow(10, -digits) / 2);
    }

    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?")]
    private static partial Regex FirstNumber();

    // "bare echo: p50 101 µs", "2a8f4ed: 8.7 ms", "p50 115 µs": the words before the number.
    [GeneratedRegex(@"^.*: |p50 ")]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:p50 )?([≤≥]) ([0-9.]+)(?: (MB|calls each|ms))?$")]
    private static partial Regex PlainTarget();

    [GeneratedRegex(@"([0-9.]+)(?: calls)? each")]
    private static partial Regex EachCall();

    [GeneratedRegex(
        @"new Section\(\s*""([^""]+)"",\s*(?:string\.Create\(\s*CultureInfo\.InvariantCulture,\s*)?\$?""((?:[^""\\]|\\.)*\.)"""
    )]
    private static partial Regex SectionText();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
