using System.Collections.Frozen;
using System.Globalization;

namespace Vpcep.Emulator;

/// <summary>The documented error codes with the HTTP status and the words they come with.</summary>
internal static class ErrorCodes
{
    private static readonly FrozenDictionary<string, (int Status, string Message)> Documented = Read();

    /// <summary>Status and words of <paramref name="code"/>; 400 and no words for one that no document lists.</summary>
    public static (int Status, string Message) Find(string code) =>
        Documented.GetValueOrDefault(code, (StatusCodes.Status400BadRequest, ""));

    /// <summary>The words a site has for <paramref name="code"/>.</summary>
    public static string Words(string code, Dialect dialect) => dialect.Words(code) ?? Find(code).Message;

    private static FrozenDictionary<string, (int, string)> Read()
    {
        using var stream = typeof(ErrorCodes).Assembly.GetManifestResourceStream("error-codes.tsv")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(
                cells => cells[0],
                cells => (int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2]),
                StringComparer.Ordinal
            );
    }
}
