using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>
/// A parsed <c>Authorization: SDK-HMAC-SHA256 …</c> header, in the current form (<c>Access=</c>) or the older one
/// (<c>Credential=</c> with date, region and service).
/// </summary>
internal sealed partial record Signature(
    string AccessKey,
    string? Scope,
    IReadOnlyList<string> SignedHeaders,
    string Value
)
{
    public const string Algorithm = "SDK-HMAC-SHA256";
    private const string Terminator = "sdk_request";

    /// <summary>The header's parts; null when it is something else.</summary>
    public static Signature? Parse(string header)
    {
        if (Form().Match(header) is not { Success: true } match)
        {
            return null;
        }
        var credential = match.Groups["credential"].Value.Split('/', 2);
        return new Signature(
            credential[0],
            match.Groups["kind"].Value == "Credential" ? credential.ElementAtOrDefault(1) ?? "" : null,
            match.Groups["headers"].Value.Split(';'),
            match.Groups["signature"].Value
        );
    }

    /// <summary>Whether <paramref name="secretKey"/> made it for this request.</summary>
    public bool Fits(ApiRequest request, string secretKey)
    {
        var date = request.Header("X-Sdk-Date") ?? "";
        if (KeyFor(secretKey, date) is not { } key)
        {
            return false;
        }
        var given = Encoding.UTF8.GetBytes(Value);
        return CanonicalRequest
            .Of(request, SignedHeaders)
            .Select(canonical => Encoding.UTF8.GetBytes(Sign(key, ToSign(date, canonical))))
            .Any(right => CryptographicOperations.FixedTimeEquals(right, given));
    }

    /// <summary>The moment in X-Sdk-Date; null when malformed.</summary>
    public static DateTimeOffset? Date(string? header) =>
        DateTimeOffset.TryParseExact(
            header,
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date
        )
            ? date
            : null;

    private string ToSign(string date, string canonical)
    {
        var hash = CanonicalRequest.Hash(Encoding.UTF8.GetBytes(canonical));
        return Scope is null ? $"{Algorithm}\n{date}\n{hash}" : $"{Algorithm}\n{date}\n{Scope}\n{hash}";
    }

    private byte[]? KeyFor(string secretKey, string date)
    {
        if (Scope is null)
        {
            return Encoding.UTF8.GetBytes(secretKey);
        }
        // Region and service may be empty, as one widespread client sends them; the date may not differ.
        if (
            Scope.Split('/') is not [var day, var region, var service, Terminator]
            || !date.StartsWith(day, StringComparison.Ordinal)
        )
        {
            return null;
        }
        var key = Encoding.UTF8.GetBytes("SDK" + secretKey);
        foreach (var part in (string[])[day, region, service, Terminator])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }
        return key;
    }

    private static string Sign(byte[] key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex(
        @"^SDK-HMAC-SHA256 (?<kind>Access|Credential)=(?<credential>[^,\s]+), ?SignedHeaders=(?<headers>[^,\s]+), ?Signature=(?<signature>[0-9a-f]{64})$"
    )]
    private static partial Regex Form();
}
