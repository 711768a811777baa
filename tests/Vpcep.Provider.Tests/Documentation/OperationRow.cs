namespace Vpcep.Provider.Tests.Documentation;

/// <summary>A row of docs/operations.md.</summary>
internal sealed record OperationRow(string Section, string Method, string Path, string DoneBy, string Test)
{
    /// <summary>What stands for the configuration of the provider, which is no resource and no function.</summary>
    public const string Configuration = "provider configuration";

    /// <summary>All rows.</summary>
    public static IReadOnlyList<OperationRow> All { get; } =
    [
        .. File.ReadLines(Path_("operations.md"))
            .TakeWhile(static line => line != "## Who calls what")
            .Where(static line => line.Contains("| `", StringComparison.Ordinal))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => new OperationRow(
                cells[0],
                cells[1].Trim('`').Split(' ')[0],
                cells[1].Trim('`').Split(' ')[1],
                cells[2].Trim('`'),
                cells[3].Trim('`')
            )),
    ];

    /// <summary>True when a call of that method and path is one of this row.</summary>
    public bool Is(string method, string path) => ApiOperation.Fits(Method, Path, method, path);

    private static string Path_(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "Documentation", file);
}
