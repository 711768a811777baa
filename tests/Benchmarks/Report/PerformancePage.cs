using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Benchmarks.Report;

/// <summary>Writes what was found to the page between its marks; what people wrote around them stays.</summary>
internal static class PerformancePage
{
    private const string Begin = "<!-- measured: begin -->";
    private const string End = "<!-- measured: end -->";

    /// <summary>The page with new figures.</summary>
    public static string With(string page, IEnumerable<Section> sections)
    {
        var from = page.IndexOf(Begin, StringComparison.Ordinal);
        var to = page.IndexOf(End, StringComparison.Ordinal);
        return from < 0 || to < from
            ? throw new InvalidOperationException($"the page lacks {Begin} or {End}")
            : $"{page[..from]}{Begin}\n{Measured(sections)}{page[to..]}";
    }

    /// <summary>The figures as Markdown.</summary>
    public static string Measured(IEnumerable<Section> sections)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"\nMeasured on {DateTime.UtcNow:yyyy-MM-dd}: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Split('#')[0].Trim()}, {RuntimeInformation.FrameworkDescription}.\n"
        );
        foreach (var section in sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {section.Title}\n\n{section.HowToRead}\n\n");
            text.Append(
                "| what | figure | compared with | ratio | target | |\n| --- | ---: | --- | ---: | --- | --- |\n"
            );
            foreach (var row in section.Rows)
            {
                var ratio = row.Ratio is { } value ? Figures.Short(value) : "";
                var met = row.Met switch
                {
                    true => "met",
                    false => "**not met**",
                    null => "",
                };
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {row.What} | {row.Figure} | {row.Against} | {ratio} | {row.Target} | {met} |\n"
                );
            }

            foreach (var chart in section.Charts.Keys)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n![{section.Title}](performance/{chart})\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? "an unnamed processor"
            : RuntimeInformation.ProcessArchitecture.ToString();
}
