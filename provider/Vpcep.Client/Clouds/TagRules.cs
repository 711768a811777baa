using System.Text;

namespace Vpcep.Client;

/// <summary>What a cloud takes as a tag. Lengths count Unicode characters, letters are those of any alphabet.</summary>
public sealed record TagRules
{
    /// <summary>Tags on one thing, on every cloud.</summary>
    public const int MaxTags = 20;

    /// <summary>How the keys begin that are the cloud's own, on every cloud: it sets and removes such tags itself.</summary>
    public const string ReservedPrefix = "_sys_";

    /// <summary>Huawei Cloud: 1-128 and 0-255 characters.</summary>
    public static TagRules Huawei { get; } =
        new()
        {
            MaxKeyLength = 128,
            MaxValueLength = 255,
            KeyCharacters = " _.:=+-@",
            ValueCharacters = " _.:=+-@/",
        };

    /// <summary>Open Telekom Cloud: 1-36 and 0-43 characters of a small set.</summary>
    public static TagRules Otc { get; } =
        new()
        {
            MaxKeyLength = 36,
            MaxValueLength = 43,
            KeyCharacters = "_-@",
            ValueCharacters = "_-@",
        };

    /// <summary>Where no document tells: only what every cloud refuses.</summary>
    public static TagRules Unknown { get; } = new() { MaxKeyLength = 128, MaxValueLength = 255 };

    /// <summary>The longest key; the shortest has one character.</summary>
    public required int MaxKeyLength { get; init; }

    /// <summary>The longest value; it may be empty.</summary>
    public required int MaxValueLength { get; init; }

    /// <summary>What a key may hold besides letters and digits; null for anything but control characters.</summary>
    public string? KeyCharacters { get; init; }

    /// <summary>What a value may hold besides letters and digits; null for anything but control characters.</summary>
    public string? ValueCharacters { get; init; }

    /// <summary>What is wrong with a tag, in words that follow the name of a property; null when nothing is.</summary>
    public string? Problem(string key, string? value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length == 0)
        {
            return "has a tag with an empty key";
        }
        if (key.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            return $"has the tag key '{key}': keys that start with '{ReservedPrefix}' are the cloud's own";
        }
        return Problem("tag key", key, MaxKeyLength, KeyCharacters)
            ?? Problem($"value of tag '{key}'", value ?? "", MaxValueLength, ValueCharacters);
    }

    private static string? Problem(string what, string text, int longest, string? allowed)
    {
        var length = text.EnumerateRunes().Count();
        if (length > longest)
        {
            return $"has a {what} of {length} characters, at most {longest} are allowed: '{text}'";
        }
        if (text.StartsWith(' ') || text.EndsWith(' '))
        {
            return $"has a {what} that starts or ends with a space: '{text}'";
        }
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsAllowed(rune, allowed))
            {
                return allowed is null
                    ? $"has a {what} with a control character"
                    : $"has a {what} with '{rune}', which is not a letter, a digit or one of {Listed(allowed)}: '{text}'";
            }
        }
        return null;
    }

    private static bool IsAllowed(Rune rune, string? allowed) =>
        allowed is null
            ? !Rune.IsControl(rune)
            : Rune.IsLetterOrDigit(rune) || allowed.Contains(rune.ToString(), StringComparison.Ordinal);

    private static string Listed(string characters) =>
        string.Join(' ', characters.Select(letter => letter == ' ' ? "space" : letter.ToString()));
}
