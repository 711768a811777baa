using System.Globalization;
using System.Security;
using System.Text;

namespace Vpcep.Provider.Adopt;

/// <summary>The map as a picture of three columns: where paths begin, the endpoints, the services.</summary>
internal sealed class MapSvg
{
    private const int BoxWidth = 330;
    private const int Gap = 110;
    private const int Line = 17;
    private const int Padding = 9;
    private const int Space = 16;
    private const int LettersInLine = 50;

    private readonly StringBuilder _shapes = new();
    private readonly int[] _bottoms = [Space, Space, Space];

    /// <summary>The picture.</summary>
    public static string Draw(ConnectionMap map)
    {
        var svg = new MapSvg();
        var services = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var service in map.Services)
        {
            services[service.Id] = svg.Box(
                2,
                [service.Name, .. service.VpcId is { } vpc ? (string[])[$"VPC {vpc}"] : []],
                Notes(map, ResourceKind.Service, service.Id)
            );
        }

        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in map.Paths.Select(static path => path.Source).Distinct())
        {
            sources[source] = svg.Box(0, [source], []);
        }

        foreach (var path in map.Paths)
        {
            var endpoint = svg.Box(
                1,
                [path.EndpointName, .. path.Ip is { } ip ? (string[])[ip] : []],
                Notes(map, ResourceKind.Endpoint, path.EndpointId)
            );
            svg.Arrow(0, sources[path.Source], endpoint, "", isSolid: true);
            svg.Arrow(1, endpoint, services[path.ServiceId], path.Status ?? "status not told", path.IsAccepted);
        }

        return svg.Finish();
    }

    private static string[] Notes(ConnectionMap map, ResourceKind kind, string id) =>
        [.. map.Findings.Where(one => one.Resource == kind && one.Id == id).Select(static one => one.Message)];

    // Its middle, where arrows end.
    private int Box(int column, string[] texts, string[] notes)
    {
        string[] lines = [.. texts.SelectMany(Wrapped)];
        string[] flags = [.. notes.SelectMany(static note => Wrapped("! " + note))];
        var (x, y) = (Left(column), _bottoms[column]);
        var height = ((lines.Length + flags.Length) * Line) + (2 * Padding);
        var stroke = flags is [] ? "#555" : "#c00";
        _shapes.Append(
            CultureInfo.InvariantCulture,
            $"""  <rect x="{x}" y="{y}" width="{BoxWidth}" height="{height}" rx="6" fill="#fff" stroke="{stroke}"/>{'\n'}"""
        );
        for (var i = 0; i < lines.Length + flags.Length; i++)
        {
            var (text, fill) = i < lines.Length ? (lines[i], "#222") : (flags[i - lines.Length], "#c00");
            Text(x + Padding, y + Padding + ((i + 1) * Line) - 4, fill, text);
        }

        _bottoms[column] = y + height + Space;
        return y + (height / 2);
    }

    private void Arrow(int column, int from, int to, string label, bool isSolid)
    {
        var (start, end) = (Left(column) + BoxWidth, Left(column + 1));
        var dashes = isSolid ? "" : " stroke-dasharray=\"5 4\"";
        _shapes.Append(
            CultureInfo.InvariantCulture,
            $"""  <path d="M{start},{from} L{end},{to}" fill="none" stroke="#555"{dashes}/>{'\n'}"""
        );
        if (label.Length > 0)
        {
            Text(start + 6, from - 5, "#555", label);
        }
    }

    private void Text(int x, int y, string fill, string text) =>
        _shapes.Append(
            CultureInfo.InvariantCulture,
            $"""  <text x="{x}" y="{y}" fill="{fill}">{SecurityElement.Escape(text)}</text>{'\n'}"""
        );

    private string Finish() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Left(2)
                + BoxWidth
                + Space}" height="{_bottoms.Max()}" font-family="monospace" font-size="11">
              <rect width="100%" height="100%" fill="#fafafa"/>
            {_shapes}</svg>

            """
        );

    private static int Left(int column) => Space + (column * (BoxWidth + Gap));

    private static IEnumerable<string> Wrapped(string text)
    {
        while (text.Length > LettersInLine)
        {
            var at = text.LastIndexOf(' ', LettersInLine) is var blank and > 0 ? blank : LettersInLine;
            yield return text[..at];
            text = text[at..].TrimStart();
        }

        yield return text;
    }
}
