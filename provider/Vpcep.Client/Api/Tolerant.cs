using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Vpcep.Client;

/// <summary>
/// Reads JSON the way the sites write it rather than the way they document it: booleans and numbers in quotes, one
/// string where a list is promised, fields under two names, fields missing. What cannot be read is absent.
/// </summary>
internal static class Tolerant
{
    /// <summary>What JSON may look like.</summary>
    public static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>The body without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) =>
        body.Span.StartsWith(Mark) ? body[Mark.Length..] : body;

    /// <summary>Parses a whole body; false when it is no JSON.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, out JsonElement root)
    {
        try
        {
            var reader = new Utf8JsonReader(
                body.StartsWith(Mark) ? body[Mark.Length..] : body,
                new JsonReaderOptions
                {
                    AllowTrailingCommas = Options.AllowTrailingCommas,
                    CommentHandling = Options.CommentHandling,
                    MaxDepth = Options.MaxDepth,
                }
            );
            root = JsonElement.ParseValue(ref reader);
            // A second value after the first is a torn or doubled answer, not one to believe.
            return !reader.Read();
        }
        catch (JsonException)
        {
            root = default;
            return false;
        }
    }

    /// <summary>A text that users write. One that is empty, or null, was cleared; null is one that the site does not report.</summary>
    public static string? FreeText(this JsonElement item, string name) =>
        Member(item, name) is { } value
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Null => "",
                _ => null,
            }
            : null;

    /// <summary>The first of the named members that is text or a number, as text; null when none is.</summary>
    public static string? Text(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Member(item, name) is { } value && TextOf(value) is { Length: > 0 } text)
            {
                return text;
            }
        }
        return null;
    }

    /// <summary>A boolean, also as text or as 0 and 1.</summary>
    public static bool? Flag(this JsonElement item, string name)
    {
        if (Member(item, name) is not { } value)
        {
            return null;
        }
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when bool.TryParse(value.GetString(), out var parsed) => parsed,
            JsonValueKind.String when value.GetString() is "1" or "0" => value.GetString() == "1",
            JsonValueKind.Number when value.TryGetInt32(out var number) && number is 0 or 1 => number == 1,
            _ => null,
        };
    }

    /// <summary>A whole number of up to 64 bits, also as text or as a float.</summary>
    public static long? Whole(this JsonElement item, string name) =>
        long.TryParse(item.Digits(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>A whole number as digits, be it larger than any type; what is none is given back as it came.</summary>
    public static string? Digits(this JsonElement item, string name) => Digits(item.Text(name));

    /// <summary>A list of texts; one text counts as a list of one. Null when no named member is either.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement item, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Member(item, name) is not { } value)
            {
                continue;
            }
            if (value.ValueKind == JsonValueKind.String)
            {
                return value.GetString() is { Length: > 0 } one ? [one] : [];
            }
            if (value.ValueKind == JsonValueKind.Array)
            {
                return TextsOf(value);
            }
        }
        return null;
    }

    /// <summary>The objects of a list; empty when there is none. One object counts as a list of one.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement item, string name)
    {
        if (Member(item, name) is not { } value)
        {
            return [];
        }
        return value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object),
            JsonValueKind.Object => [value],
            _ => [],
        };
    }

    /// <summary>True when the member is there and not null.</summary>
    public static bool Has(this JsonElement item, string name) =>
        Member(item, name) is { ValueKind: not JsonValueKind.Null };

    /// <summary>True when the member is a list of nothing.</summary>
    public static bool IsEmptyList(this JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0;

    /// <summary>True when the member is there and is null.</summary>
    public static bool IsNull(this JsonElement item, string name) =>
        Member(item, name) is { ValueKind: JsonValueKind.Null };

    /// <summary>A time as <see cref="CloudTime.Normalize"/> writes it.</summary>
    public static string? Time(this JsonElement item, params ReadOnlySpan<string> names) =>
        CloudTime.Normalize(item.Text(names));

    /// <summary>The beginning of a body that is no JSON, fit for one line of a message; null when there is nothing to show.</summary>
    public static string? Excerpt(ReadOnlySpan<byte> body, int longest)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, longest * 4)]);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var clean = string.Concat(line.Where(letter => !char.IsControl(letter)));
        return clean.Length == 0 ? null
            : clean.Length <= longest ? clean
            : clean[..longest] + "…";
    }

    private static List<string> TextsOf(JsonElement list)
    {
        var texts = new List<string>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            if (TextOf(item) is { } text)
            {
                texts.Add(text);
            }
        }
        return texts;
    }

    private static JsonElement? Member(JsonElement item, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) ? value : null;

    private static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => Digits(value.GetRawText()),
            _ => null,
        };

    // Sites that keep numbers as floats write 322312312314 as 3.22312312314e+11, and 5 as 5.0.
    private static string? Digits(string? number) =>
        number.AsSpan().ContainsAny("eE.")
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && value == decimal.Truncate(value)
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : number;
}
