using System.Globalization;

namespace Vpcep.Client;

/// <summary>Times as the records of this client hold them.</summary>
public static class CloudTime
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK"];

    /// <summary>The moment; null when the text is none.</summary>
    public static DateTimeOffset? Parse(string? time) =>
        DateTimeOffset.TryParseExact(
            time,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment
        )
            ? moment
            : null;

    /// <summary>
    /// Orders two times, for sorting lists here: sites spell the sort key differently (<c>created_at</c>,
    /// <c>create_at</c>) and refuse the other. What is no time comes first.
    /// </summary>
    public static int Compare(string? a, string? b) => Nullable.Compare(Parse(a), Parse(b));

    /// <summary>
    /// A time as <c>YYYY-MM-DDTHH:MM:SS[.fff]Z</c>. The documents show it with and without fraction and zone; without
    /// one it is UTC. What is no time is given back as it came.
    /// </summary>
    internal static string? Normalize(string? text) =>
        IsPlain(text) ? text
        : Parse(text) is { } time
            ? time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
        : text;

    // What nearly all times look like. It is given back as it came, be it a time or not.
    private static bool IsPlain(string? text) =>
        text is [_, _, _, _, '-', _, _, '-', _, _, 'T', _, _, ':', _, _, ':', _, _, 'Z'];
}
