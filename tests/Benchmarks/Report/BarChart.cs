using System.Globalization;
using System.Security;
using System.Text;

namespace Benchmarks.Report;

/// <summary>Bars beside each other, as an SVG that needs nothing else.</summary>
internal static class BarChart
{
    private const int Width = 640;
    private const int Left = 250;
    private const int RowHeight = 30;
    private static readonly string[] Colours = ["#2f9e8f", "#8c86b8", "#d08c60", "#5b7db1"];

    /// <summary>Draws it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="unit">The unit of the values.</param>
    /// <param name="bars">A name, a value, and the number of its colour for each.</param>
    public static string Draw(string title, string unit, IReadOnlyList<(string Name, double Value, int Colour)> bars)
    {
        var height = 50 + (bars.Count * RowHeight);
        var most = bars.Max(static bar => bar.Value);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" font-family="sans-serif" font-size="13"><rect width="{Width}" height="{height}" fill="#ffffff"/><text x="12" y="24" font-size="15" font-weight="bold" fill="#26214c">{SecurityElement.Escape(title)}</text>"""
        );
        for (var row = 0; row < bars.Count; row++)
        {
            var (name, value, colour) = bars[row];
            var top = 40 + (row * RowHeight);
            var length = most > 0 ? value / most * (Width - Left - 110) : 0;
            svg.Append('\n')
                .Append(
                    CultureInfo.InvariantCulture,
                    $"""<text x="{Left - 8}" y="{top + 17}" text-anchor="end" fill="#333333">{SecurityElement.Escape(name)}</text><rect x="{Left}" y="{top + 4}" width="{Math.Max(1, length):F1}" height="18" rx="3" fill="{Colours[colour % Colours.Length]}"/><text x="{Left + length + 8:F1}" y="{top + 17}" fill="#333333">{Figures.Short(value)} {unit}</text>"""
                );
        }

        return svg.Append("\n</svg>\n").ToString();
    }
}
