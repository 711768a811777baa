using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Finds code, words and request id in an error's body, whichever of the known shapes it has.</summary>
internal readonly record struct ErrorBody(string? Code, string? Message, string? RequestId)
{
    /// <summary>True for a web page.</summary>
    public bool IsPage { get; init; }

    private const int LongestText = 300;

    // The API quotes what it was sent.
    private const int LongestMessage = 600;

    /// <summary>
    /// Reads <c>{error_code, error_msg}</c>, <c>{code, message}</c>, <c>{error: {code, message, title}}</c>,
    /// <c>{error: [{…}]}</c>, any of them together, or text that is no JSON at all.
    /// </summary>
    public static ErrorBody Read(ReadOnlySpan<byte> body, string? mediaType)
    {
        if (Tolerant.TryParse(body, out var root) && root.ValueKind == JsonValueKind.Object)
        {
            var found = FromObject(root);
            var nested = Nested(root);
            return new(
                ErrorCodes.Normalize(found.Code ?? nested.Code),
                Shortened(found.Message ?? nested.Message),
                root.Text("request_id") ?? nested.RequestId
            );
        }
        // Proxies answer with pages; a page tells a user nothing that its status does not.
        return LooksLikePage(body, mediaType)
            ? new(null, "a web page instead of an API answer", null) { IsPage = true }
            : new(null, Tolerant.Excerpt(body, LongestText), null);
    }

    /// <summary>True for what a browser would show.</summary>
    public static bool LooksLikePage(ReadOnlySpan<byte> body, string? mediaType) =>
        (mediaType is not null && mediaType.Contains("html", StringComparison.OrdinalIgnoreCase))
        || body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    /// <summary>True for a body that begins as JSON does and is none.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> body) =>
        body.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] && !Tolerant.TryParse(body, out _);

    private static string? Shortened(string? message) =>
        message is { Length: > LongestMessage } ? $"{message[..LongestMessage]}…" : message;

    private static ErrorBody FromObject(JsonElement item) =>
        new(
            item.Text("error_code", "errorCode", "code"),
            item.Text("error_msg", "error_message", "errorMsg", "message", "title"),
            item.Text("request_id")
        );

    private static ErrorBody Nested(JsonElement root)
    {
        _ = root.TryGetProperty("error", out var error);
        return error.ValueKind switch
        {
            JsonValueKind.Object => FromObject(error),
            JsonValueKind.Array when error.GetArrayLength() > 0 && error[0].ValueKind == JsonValueKind.Object =>
                FromObject(error[0]),
            JsonValueKind.String => new(null, error.GetString(), null),
            _ => default,
        };
    }
}
