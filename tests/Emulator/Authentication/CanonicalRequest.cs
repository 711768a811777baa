using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vpcep.Emulator;

/// <summary>The one spelling of a request that client and server both hash.</summary>
internal static partial class CanonicalRequest
{
    public const string UnsignedPayload = "UNSIGNED-PAYLOAD";

    /// <summary>
    /// The spellings to accept. The second is a habit of older clients: they sign the query of a POST without a body as
    /// if it were the body.
    /// </summary>
    public static IEnumerable<string> Of(ApiRequest request, IReadOnlyList<string> signedHeaders)
    {
        var query = Query(request.RawQuery);
        var payload = request.Header("X-Sdk-Content-Sha256") ?? Hash(request.Body);
        yield return Build(request, query, signedHeaders, payload);
        if (request.Method == "POST" && request.Body.Length == 0 && query.Length > 0)
        {
            yield return Build(request, "", signedHeaders, Hash(Encoding.UTF8.GetBytes(query)));
        }
    }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Build(ApiRequest request, string query, IReadOnlyList<string> signedHeaders, string payload)
    {
        var headers = signedHeaders.Select(name =>
            $"{name}:{Spaces().Replace((request.Header(name) ?? "").Trim(), " ")}\n"
        );
        return string.Join(
            '\n',
            request.Method,
            Path(request.RawPath),
            query,
            string.Concat(headers),
            string.Join(';', signedHeaders),
            payload
        );
    }

    private static string Path(string rawPath)
    {
        var path = string.Join('/', rawPath.Split('/').Select(segment => Encode(Uri.UnescapeDataString(segment))));
        return path.EndsWith('/') ? path : path + "/";
    }

    private static string Query(string rawQuery)
    {
        var pairs = rawQuery
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair =>
                (Key: Uri.UnescapeDataString(pair[0]), Value: pair.Length == 2 ? Uri.UnescapeDataString(pair[1]) : "")
            )
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join('&', pairs.Select(pair => $"{Encode(pair.Key)}={Encode(pair.Value)}"));
    }

    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(text))
        {
            var character = (char)octet;
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~')
            {
                encoded.Append(character);
            }
            else
            {
                encoded.Append('%').Append(octet.ToString("X2", null));
            }
        }
        return encoded.ToString();
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
