using System.Globalization;

namespace Vpcep.Client.Tests.Http;

/// <summary>What is expected of the client after one code; <c>error-codes.tsv</c> says what the columns mean.</summary>
internal sealed record ErrorRow(
    int Status,
    string Code,
    ErrorClass Class,
    string Retried,
    IReadOnlyList<string> Gone,
    bool Waits,
    IReadOnlyList<string> Success,
    string Message
);

/// <summary>The committed table of every documented code.</summary>
internal static class ErrorTable
{
    public static IReadOnlyDictionary<string, ErrorRow> Rows { get; } = Read();

    private static Dictionary<string, ErrorRow> Read()
    {
        using var stream = typeof(ErrorTable).Assembly.GetManifestResourceStream("error-codes.tsv")!;
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new ErrorRow(
                int.Parse(cells[0], CultureInfo.InvariantCulture),
                cells[1],
                Enum.Parse<ErrorClass>(cells[2]),
                cells[3],
                List(cells[4]),
                cells[5] == "yes",
                List(cells[6]),
                cells[7]
            ))
            .ToDictionary(row => row.Code);
    }

    private static string[] List(string cell) => cell == "-" ? [] : cell.Split(' ');
}
