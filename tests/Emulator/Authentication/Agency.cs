using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>What a domain lets another do in its name.</summary>
public sealed record Agency
{
    /// <summary>An agency of the second domain, which everybody may take on.</summary>
    public static Agency Default { get; } = new() { Name = "emulator-agency", DomainId = Account.Other.DomainId };

    public required string Name { get; init; }

    /// <summary>The domain that it belongs to.</summary>
    public required string DomainId { get; init; }

    /// <summary>The domain that may take it on; null for any.</summary>
    public string? TrustedDomainId { get; init; }
}

/// <summary>Another identity provider whose tokens (JWTs, signed with its secret) are taken for one domain.</summary>
public sealed record IdentityProvider
{
    /// <summary>A provider of the default domain.</summary>
    public static IdentityProvider Default { get; } =
        new()
        {
            Id = "emulator-idp",
            DomainId = Account.Default.DomainId,
            Audience = "emulator-audience",
            Secret = "emulator-idp-secret-not-a-real-one",
        };

    public required string Id { get; init; }
    public required string DomainId { get; init; }
    public required string Audience { get; init; }
    public required string Secret { get; init; }

    /// <summary>A token of the provider.</summary>
    /// <param name="ends">When it ends.</param>
    /// <param name="audience">Whom it is for; the cloud when null.</param>
    /// <param name="subject">Whose it is.</param>
    public string Issue(DateTimeOffset ends, string? audience = null, string subject = "ci")
    {
        var claims = new JsonObject
        {
            ["sub"] = subject,
            ["aud"] = audience ?? Audience,
            ["exp"] = ends.ToUnixTimeSeconds(),
        };
        var text = $"{Text("{\"alg\":\"HS256\"}")}.{Text(claims.ToJsonString())}";
        return $"{text}.{Sign(text)}";
    }

    /// <summary>What is wrong with a token; null when nothing is.</summary>
    public string? Problem(string token, DateTimeOffset now)
    {
        if (token.Split('.') is not [var head, var body, var signature] || Sign($"{head}.{body}") != signature)
        {
            return "the id token is not the provider's";
        }
        var claims = JsonNode.Parse(Bytes(body))!;
        return (string?)claims["aud"] != Audience ? "the id token is for another audience"
            : (long)claims["exp"]! <= now.ToUnixTimeSeconds() ? "the id token has expired"
            : null;
    }

    private string Sign(string text) =>
        Url(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));

    private static string Text(string json) => Url(Encoding.UTF8.GetBytes(json));

    private static string Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Bytes(string url) =>
        Convert.FromBase64String(url.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (url.Length % 4)) % 4));
}

/// <summary>Temporary keys that were handed out.</summary>
internal sealed record IssuedKeys(
    string AccessKey,
    string SecretKey,
    string SecurityToken,
    string DomainId,
    DateTimeOffset ExpiresAt
);

/// <summary>How the metadata service of a server behaves.</summary>
public sealed record ServerMetadata
{
    /// <summary>What asking for a token is answered with; 200 hands one out, and then keys need it.</summary>
    public int TokenStatus { get; init; } = 200;

    /// <summary>Whether the server has an agency.</summary>
    public bool HasAgency { get; init; } = true;

    /// <summary>The domain of the server.</summary>
    public string DomainId { get; init; } = Account.Default.DomainId;

    /// <summary>How long keys last.</summary>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(24);
}
