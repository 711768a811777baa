using System.Text;

namespace Vpcep.Provider.Adopt;

/// <summary>The map as a Mermaid flowchart, which Markdown on code hosts shows as a picture.</summary>
internal static class MapMermaid
{
    /// <summary>The flowchart.</summary>
    public static string Draw(ConnectionMap map)
    {
        var text = new StringBuilder("flowchart LR\n");
        var sources = map.Paths.Select(static path => path.Source).Distinct().ToList();
        for (var i = 0; i < sources.Count; i++)
        {
            text.Append($"  from{i}[\"{Escape(sources[i])}\"]\n");
        }

        for (var i = 0; i < map.Services.Count; i++)
        {
            var service = map.Services[i];
            text.Append($"  service{i}([\"{Label(map, ResourceKind.Service, service.Id, service.Name)}\"])\n");
        }

        for (var i = 0; i < map.Paths.Count; i++)
        {
            var path = map.Paths[i];
            var service = map.IndexOf(path.ServiceId);
            text.Append(
                $"  endpoint{i}[\"{Label(map, ResourceKind.Endpoint, path.EndpointId, path.EndpointName, path.Ip)}\"]\n"
            );
            text.Append($"  from{sources.IndexOf(path.Source)} --- endpoint{i}\n");
            var arrow = path.IsAccepted ? "-->" : "-.->";
            text.Append($"  endpoint{i} {arrow}|\"{Escape(path.Status ?? "status not told")}\"| service{service}\n");
        }

        string[] flagged =
        [
            .. Enumerable
                .Range(0, map.Services.Count)
                .Where(i => map.Findings.Any(one => one.Id == map.Services[i].Id))
                .Select(static i => $"service{i}"),
            .. Enumerable
                .Range(0, map.Paths.Count)
                .Where(i => map.Findings.Any(one => one.Id == map.Paths[i].EndpointId))
                .Select(static i => $"endpoint{i}"),
        ];
        if (flagged.Length > 0)
        {
            text.Append("  classDef flagged stroke:#c00,stroke-width:3px\n");
            text.Append($"  class {string.Join(',', flagged)} flagged\n");
        }

        return text.ToString();
    }

    private static string Label(ConnectionMap map, ResourceKind kind, string id, string name, string? more = null) =>
        string.Join(
            "<br/>",
            ((string?[])[name, more])
                .OfType<string>()
                .Concat(
                    map.Findings.Where(one => one.Resource == kind && one.Id == id)
                        .Select(static one => $"! {one.Message}")
                )
                .Select(Escape)
        );

    // What would end a label, or begin markup in it.
    private static string Escape(string text) =>
        text.Replace("#", "#35;", StringComparison.Ordinal)
            .Replace("&", "#amp;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "#lt;", StringComparison.Ordinal)
            .Replace(">", "#gt;", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
}
