using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Temporary keys of the identity service: of an agency, or for a token.</summary>
internal static class KeyOperations
{
    private const int Shortest = 900;
    private const int Longest = 86400;

    public static Answer Create(Call call) =>
        Bodies.Methods(call) switch
        {
            ["assume_role"] => OfAgency(call, Bodies.Of(call)!["auth"]!["identity"]!["assume_role"]),
            ["token"] => OfToken(call, Bodies.Of(call)!["auth"]!["identity"]!["token"]),
            _ => Bad("methods"),
        };

    /// <summary>Makes keys.</summary>
    public static IssuedKeys Issue(Call call, string domainId, int seconds)
    {
        var life = call.Cloud.Surroundings.KeyLifetime ?? TimeSpan.FromSeconds(seconds);
        var keys = new IssuedKeys(
            "HST" + Guid.NewGuid().ToString("N")[..17].ToUpperInvariant(),
            "issued-secret-" + Guid.NewGuid().ToString("N"),
            "issued-token-" + Guid.NewGuid().ToString("N") + Guid.NewGuid().ToString("N"),
            domainId,
            call.Now + life
        );
        call.Cloud.Surroundings.Put(keys);
        return keys;
    }

    /// <summary>As IAM and metadata services write them.</summary>
    public static JsonObject Write(IssuedKeys keys) =>
        new()
        {
            ["credential"] = new JsonObject
            {
                ["access"] = keys.AccessKey,
                ["secret"] = keys.SecretKey,
                ["securitytoken"] = keys.SecurityToken,
                ["expires_at"] = IdentityOperations.Moment(keys.ExpiresAt),
            },
        };

    /// <summary>Refuses a field.</summary>
    public static Answer Bad(string field) =>
        IdentityOperations.Refused($"The {field} is invalid.", StatusCodes.Status400BadRequest);

    private static Answer OfAgency(Call call, JsonNode? role)
    {
        var (problem, agency) = Agencies.Find(call, role, (string?)role?["agency_name"]);
        if (agency is null)
        {
            return problem!;
        }
        // A signature is about an account, which has to be told.
        if (call.Request.Header("Authorization") is not null && call.Request.Header("X-Domain-Id") is null)
        {
            return Bad("header X-Domain-Id");
        }
        return Duration(role) is { } seconds ? Answered(call, agency.DomainId, seconds) : Bad("duration_seconds");
    }

    private static Answer OfToken(Call call, JsonNode? token) =>
        (string?)token?["id"] is not { } value
        || call.Cloud.FindToken(value) is not { } issued
        || issued.ExpiresAt <= call.Now
            ? IdentityOperations.Refused("The token is unknown or has expired.")
        : Duration(token) is { } seconds ? Answered(call, issued.DomainId, seconds)
        : Bad("duration_seconds");

    private static Answer Answered(Call call, string domainId, int seconds)
    {
        var keys = Issue(call, domainId, seconds);
        return new Answer(StatusCodes.Status201Created, () => Write(keys));
    }

    private static int? Duration(JsonNode? how) =>
        how?["duration_seconds"] is not { } node ? Shortest
        : node.GetValueKind() == JsonValueKind.Number
        && node.GetValue<int>() is >= Shortest and <= Longest and var seconds
            ? seconds
        : null;
}

/// <summary>Bodies of the identity service.</summary>
internal static class Bodies
{
    /// <summary>The body; null when it is no JSON.</summary>
    public static JsonNode? Of(Call call)
    {
        try
        {
            return JsonNode.Parse(call.Request.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>How it says who asks.</summary>
    public static IReadOnlyList<string> Methods(Call call) =>
        Of(call)?["auth"]?["identity"]?["methods"] is JsonArray methods
            ? [.. methods.Select(static method => (string?)method ?? "")]
            : [];
}

/// <summary>Agencies as calls name them.</summary>
internal static class Agencies
{
    /// <summary>The agency that a body names, if the caller may take it on; otherwise the refusal.</summary>
    public static (Answer? Problem, Agency? Agency) Find(Call call, JsonNode? role, string? name)
    {
        if (call.Caller.DomainId.Length == 0)
        {
            return (IdentityOperations.Refused("Nobody is signed in."), null);
        }
        var (domainId, domainName) = ((string?)role?["domain_id"], (string?)role?["domain_name"]);
        if ((domainId ?? domainName) is null || name is null)
        {
            return (KeyOperations.Bad(name is null ? "agency" : "domain"), null);
        }
        var owner = call.Cloud.Surroundings.Accounts.FirstOrDefault(account =>
            (domainId is null || account.DomainId == domainId)
            && (domainName is null || account.DomainName == domainName)
        );
        return Allowed(call, owner?.DomainId, name);
    }

    /// <summary>That agency of that domain, likewise.</summary>
    public static (Answer? Problem, Agency? Agency) Allowed(Call call, string? domainId, string name) =>
        domainId is not null
        && call.Cloud.Surroundings.FindAgency(domainId, name) is { } agency
        && (agency.TrustedDomainId ?? call.Caller.DomainId) == call.Caller.DomainId
            ? (null, agency)
            : (
                IdentityOperations.Refused(
                    "You have no right to perform this action on the agency.",
                    StatusCodes.Status403Forbidden
                ),
                null
            );
}
