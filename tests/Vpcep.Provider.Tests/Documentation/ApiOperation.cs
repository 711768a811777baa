namespace Vpcep.Provider.Tests.Documentation;

/// <summary>An operation of the newest public API, as <c>api.tsv</c> has it.</summary>
/// <param name="About">What it is about.</param>
/// <param name="What">What it does, in words.</param>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path, with names in braces for what varies.</param>
internal sealed record ApiOperation(string About, string What, string Method, string Path)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        .. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "Documentation", "api.tsv"))
            .Skip(1)
            .Select(static line => line.Split('\t'))
            .Select(static cells => new ApiOperation(
                cells[0],
                cells[1],
                cells[2].Split(' ')[0],
                cells[2].Split(' ')[1]
            )),
    ];

    /// <summary>The operation of a call; null when it is none of these. Fixed paths come before those with a name in the same place.</summary>
    public static ApiOperation? Of(string method, string path) =>
        All.Where(operation => Fits(operation.Method, operation.Path, method, path))
            .MinBy(static operation => operation.Path.Count(static letter => letter == '{'));

    /// <summary>True when a call fits a method and a path with names.</summary>
    public static bool Fits(string wantedMethod, string wantedPath, string method, string path)
    {
        var wanted = wantedPath.Split('/');
        var given = path.Split('/');
        return method == wantedMethod
            && wanted.Length == given.Length
            && wanted.Zip(given).All(static pair => pair.First.StartsWith('{') || pair.First == pair.Second);
    }
}
