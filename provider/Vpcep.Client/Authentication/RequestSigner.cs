using System.Security.Cryptography;
using System.Text;

namespace Vpcep.Client;

/// <summary>The ways sites take a signature.</summary>
public enum SigningForm
{
    /// <summary>Current: the secret key signs directly (<c>Access=…</c>).</summary>
    Direct,

    /// <summary>Older: a key derived for day, region and service signs (<c>Credential=…</c>).</summary>
    Scoped,

    /// <summary>For hosts outside the usual names: a key derived (HKDF) for day, region and service signs.</summary>
    Derived,
}

/// <summary>Computes SDK-HMAC-SHA256 signatures.</summary>
internal sealed class RequestSigner(string accessKey, string secretKey, SigningForm form, string region, string service)
{
    public const string Algorithm = "SDK-HMAC-SHA256";
    public const string DerivedAlgorithm = "V11-HMAC-SHA256";
    public const string DateHeader = "x-sdk-date";
    public const string DateForm = "yyyyMMdd'T'HHmmss'Z'";

    private const string ScopeEnd = "sdk_request";

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="uri">The address as it goes on the wire.</param>
    /// <param name="headers">What is signed: lower-case names, in order, with <see cref="DateHeader"/> among them.</param>
    /// <param name="body">The exact body.</param>
    public string Authorize(string method, Uri uri, SortedDictionary<string, string> headers, ReadOnlySpan<byte> body)
    {
        var date = headers[DateHeader];
        var names = string.Join(';', headers.Keys);
        var canonical = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalRequest(method, uri, headers, body))));
        if (form == SigningForm.Direct)
        {
            var text = $"{Algorithm}\n{date}\n{canonical}";
            var signature = Hmac(Encoding.UTF8.GetBytes(secretKey), text);
            return $"{Algorithm} Access={accessKey}, SignedHeaders={names}, Signature={Hex(signature)}";
        }
        if (form == SigningForm.Derived)
        {
            var info = $"{date[..8]}/{region}/{service}";
            var derived = Hmac(DerivedKey(info), $"{DerivedAlgorithm}\n{date}\n{info}\n{canonical}");
            return $"{DerivedAlgorithm} Credential={accessKey}/{info}, SignedHeaders={names}, Signature={Hex(derived)}";
        }
        var scope = $"{date[..8]}/{region}/{service}/{ScopeEnd}";
        var scoped = Hmac(ScopedKey(date[..8]), $"{Algorithm}\n{date}\n{scope}\n{canonical}");
        return $"{Algorithm} Credential={accessKey}/{scope}, SignedHeaders={names}, Signature={Hex(scoped)}";
    }

    /// <summary>What is hashed into the signature.</summary>
    public static string CanonicalRequest(
        string method,
        Uri uri,
        SortedDictionary<string, string> headers,
        ReadOnlySpan<byte> body
    )
    {
        var text = new StringBuilder();
        text.Append(method).Append('\n');
        text.Append(CanonicalPath(uri)).Append('\n');
        text.Append(CanonicalQuery(uri.Query)).Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append(name).Append(':').Append(value.Trim()).Append('\n');
        }
        text.Append('\n').AppendJoin(';', headers.Keys).Append('\n');
        return text.Append(Hex(SHA256.HashData(body))).ToString();
    }

    /// <summary>The query with names and values escaped alike, ordered by unescaped name and then value.</summary>
    public static string CanonicalQuery(string query)
    {
        var pairs = query
            .TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair =>
                (Name: Uri.UnescapeDataString(pair[0]), Value: Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""))
            )
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal);
        return string.Join(
            '&',
            pairs.Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}")
        );
    }

    // The signature covers a path that ends in a slash, whether or not the one on the wire does.
    private static string CanonicalPath(Uri uri)
    {
        var segments = uri.AbsolutePath.Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part)));
        var path = string.Join('/', segments);
        return path.EndsWith('/') ? path : path + "/";
    }

    private byte[] ScopedKey(string day)
    {
        var key = Hmac(Encoding.UTF8.GetBytes("SDK" + secretKey), day);
        key = Hmac(key, region);
        key = Hmac(key, service);
        return Hmac(key, ScopeEnd);
    }

    // The key is the hexadecimal text of the derived bytes, not the bytes.
    private byte[] DerivedKey(string info) =>
        Encoding.UTF8.GetBytes(
            Hex(
                HKDF.DeriveKey(
                    HashAlgorithmName.SHA256,
                    Encoding.UTF8.GetBytes(secretKey),
                    32,
                    Encoding.UTF8.GetBytes(accessKey),
                    Encoding.UTF8.GetBytes(info)
                )
            )
        );

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
