using System.Diagnostics;
using Benchmarks;
using Benchmarks.Report;
using Benchmarks.Sections;

// benchmarks <native plugin> <plugin that needs .NET> <native echo> [page] [parts…]
if (args is not [var native, var jit, var echo, ..])
{
    await Console.Error.WriteLineAsync(
        "usage: Benchmarks NATIVE-PLUGIN PLUGIN NATIVE-ECHO [PAGE [PART…]]; `make bench` knows"
    );
    return 2;
}

await using var engine = await EngineSide.StartAsync();
var before = Environment.GetEnvironmentVariable("BEFORE") is { Length: > 0 } commit
    ? new Before(commit, Environment.GetEnvironmentVariable("BEFORE_PLUGIN")!)
    : null;
var setting = new Setting(native, jit, echo, before, $"127.0.0.1:{engine.Port}");
var parts = new (string Name, Func<Task<Section>> Run)[]
{
    ("start-up", () => StartUp.RunAsync(setting)),
    ("calls", () => Calls.RunAsync(setting)),
    ("scale", () => Scale.RunAsync(setting)),
    ("sharing", () => Sharing.RunAsync(setting)),
    ("waiting", () => Waiting.RunAsync(setting)),
    ("stack", () => Stack.RunAsync(setting)),
    ("codec", Codec.RunAsync),
};
var wanted = args.Skip(4).ToHashSet();
var sections = new List<Section>();
foreach (var (name, run) in parts.Where(part => wanted.Count == 0 || wanted.Contains(part.Name)))
{
    var begun = Stopwatch.GetTimestamp();
    var section = await run();
    sections.Add(section);
    Console.WriteLine($"\n{section.Title} ({Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s)");
    foreach (var row in section.Rows)
    {
        var mark = row.Met switch
        {
            true => "✓",
            false => "✗",
            null => " ",
        };
        Console.WriteLine($" {mark} {row.What}: {row.Figure}  [{row.Against}]  {row.Ratio:F2}  {row.Target}");
    }
}

// Of some parts only, the page stays as it is.
if (args is [_, _, _, var page])
{
    var charts = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(page)!, "performance")).FullName;
    foreach (var (file, svg) in sections.SelectMany(static section => section.Charts))
    {
        await File.WriteAllTextAsync(Path.Combine(charts, file), svg);
    }

    await File.WriteAllTextAsync(page, PerformancePage.With(await File.ReadAllTextAsync(page), sections));
}

return 0;
