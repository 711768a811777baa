using System.Security.Cryptography;
using System.Text;

namespace Vpcep.Emulator.Tests;

/// <summary>Signs requests whose path and query need no encoding: enough for tests, and written from the document.</summary>
internal static class TestSigner
{
    public static void Sign(
        HttpRequestMessage request,
        string accessKey,
        string secretKey,
        DateTimeOffset now,
        bool legacy = false,
        string body = ""
    )
    {
        var uri = request.RequestUri!;
        var date = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", null);
        request.Headers.Add("X-Sdk-Date", date);
        var canonical = string.Join(
            '\n',
            request.Method.Method,
            uri.AbsolutePath.TrimEnd('/') + "/",
            uri.Query.TrimStart('?'),
            $"host:{uri.Authority}\nx-sdk-date:{date}\n",
            "host;x-sdk-date",
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)))
        );
        var hash = Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var scope = $"{date[..8]}/tr-central-201/vpcep/sdk_request";
        var text = legacy ? $"SDK-HMAC-SHA256\n{date}\n{scope}\n{hash}" : $"SDK-HMAC-SHA256\n{date}\n{hash}";
        var key = Encoding.UTF8.GetBytes(legacy ? "SDK" + secretKey : secretKey);
        foreach (var part in legacy ? scope.Split('/') : [])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }
        var signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
        var who = legacy ? $"Credential={accessKey}/{scope}" : $"Access={accessKey}";
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"SDK-HMAC-SHA256 {who}, SignedHeaders=host;x-sdk-date, Signature={signature}"
        );
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
