using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>The matrix of operations and mishaps, for people: artifacts/fault-matrix.md.</summary>
public sealed class MatrixReport : IDisposable
{
    private readonly ConcurrentDictionary<(string Row, string Column), string> _cells = new();

    /// <summary>Notes a cell: at how many calls the mishap struck, and how many problems the row has by now.</summary>
    internal void Note(string row, string column, int struck, int problems) =>
        _cells[(row, column)] =
            struck == 0 ? "·"
            : problems == 0 ? string.Create(CultureInfo.InvariantCulture, $"✓ {struck}")
            : "✗";

    public void Dispose()
    {
        string[] rows = [.. _cells.Keys.Select(static cell => cell.Row).Distinct().Order(StringComparer.Ordinal)];
        var text = new StringBuilder("# Operations under mishaps\n\n")
            .Append("✓ n: struck at each of n calls, nothing lost, nothing twice, converges. ·: cannot strike.\n\n| |")
            .AppendJoin('|', rows)
            .Append("|\n|---|")
            .AppendJoin('|', rows.Select(static _ => "---"))
            .Append("|\n");
        foreach (var (name, _, _) in Mishap.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | ")
                .AppendJoin(" | ", rows.Select(row => _cells.GetValueOrDefault((row, name), "")))
                .Append(" |\n");
        }

        // Beside bin/, where everything is that builds and tests leave behind.
        var artifacts = Path.Combine(AppContext.BaseDirectory, "..", "..", "..");
        File.WriteAllText(Path.Combine(artifacts, "fault-matrix.md"), text.ToString());
    }
}
