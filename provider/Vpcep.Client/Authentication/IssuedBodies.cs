using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Reads what services issue.</summary>
internal static class IssuedBodies
{
    /// <summary>The keys of IAM and of metadata services: <c>{"credential":{"access","secret","securitytoken","expires_at"}}</c>.</summary>
    /// <param name="body">The answer.</param>
    /// <param name="now">The time by the clock of who issued them.</param>
    /// <returns>Null when one is missing.</returns>
    public static IssuedKeys? Keys(JsonElement body, DateTimeOffset now) =>
        Keys(body.Items("credential").FirstOrDefault(), "access", "secret", "securitytoken", "expires_at", now);

    /// <summary>The keys of STS, whose members have other names.</summary>
    /// <inheritdoc cref="Keys(JsonElement, DateTimeOffset)"/>
    public static IssuedKeys? StsKeys(JsonElement body, DateTimeOffset now) =>
        Keys(
            body.Items("credentials").FirstOrDefault(),
            "access_key_id",
            "secret_access_key",
            "security_token",
            "expiration",
            now
        );

    /// <summary>What is thrown when something else than expected answers.</summary>
    public static VpcepException Missing(string operation, string what, Uri host, CredentialKind kind) =>
        new(ErrorClass.Internal, operation, $"the answer has no {what}")
        {
            Service = CloudService.Identity,
            Credential = kind,
            IsForeign = true,
            Hint = $"Check that {host.Authority} is the identity service, and proxies on the way",
        };

    private static IssuedKeys? Keys(
        JsonElement keys,
        string access,
        string secret,
        string token,
        string end,
        DateTimeOffset now
    ) =>
        (keys.Text(access), keys.Text(secret), keys.Text(token))
            is ({ Length: > 0 } ak, { Length: > 0 } sk, { Length: > 0 } st)
            ? new IssuedKeys(ak, sk, st, CloudTime.Parse(keys.Text(end)) - now)
            : null;
}
