namespace Vpcep.Client;

/// <summary>
/// What users write where an id belongs. The documents promise UUIDs and show other forms, so only what cannot be one is
/// refused.
/// </summary>
public static class ResourceId
{
    private const int Longest = 64;
    private const int LongestAsked = 256;
    private const int LongestShown = 80;
    private const string OtherPaths = "/\\?#%";

    /// <summary>What an id looks like, for messages.</summary>
    public const string Example = "4189d3c2-8882-4871-a3c2-d380272eed83";

    /// <summary>What keeps the text from being an id: "it is empty". Null when it may be one.</summary>
    public static string? Problem(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? "it is empty"
            : string.IsNullOrWhiteSpace(text) ? "it is blank"
            : text.Any(static letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
                ? "it has a blank or a control character in it"
            : text.AsSpan().IndexOfAny(OtherPaths) is >= 0 and var at ? $"it has a '{text[at]}' in it"
            : text.All(static letter => letter == '.') ? "it has nothing but dots"
            : text.Length > Longest ? $"it has {text.Length} characters, and ids have at most {Longest}"
            : null;
    }

    /// <summary>The text, where a call can ask about it: what can be escaped is for the cloud to judge.</summary>
    /// <param name="text">What a user gave.</param>
    /// <param name="what">Of what it is to be the id: "endpoint".</param>
    /// <exception cref="VpcepException"><see cref="ErrorClass.InvalidInput"/>: it names nothing, or another path.</exception>
    public static string Require(string text, string what) =>
        Problem(text) is { } problem && !CanBeAsked(text)
            ? throw new VpcepException(ErrorClass.InvalidInput, $"{what} id", $"{Quote(text)} is no id: {problem}")
            {
                Hint = $"Give one such as {Example}",
            }
            : text;

    // "." and ".." are other paths once a URI is made of them, and no host takes an address of any length.
    private static bool CanBeAsked(string text) =>
        text.Length <= LongestAsked
        && !string.IsNullOrWhiteSpace(text)
        && !text.Any(char.IsControl)
        && !text.All(static letter => letter == '.');

    /// <summary>The text as a message quotes it: on one line, and not all of a long one.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = string.Concat(text.Select(static letter => char.IsControl(letter) ? ' ' : letter));
        return clean.Length <= LongestShown ? $"'{clean}'" : $"'{clean[..LongestShown]}…'";
    }
}
