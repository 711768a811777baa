namespace Vpcep.Client;

/// <summary>What to look at when nobody is let in, by the way that was tried.</summary>
internal static class CredentialHints
{
    /// <summary>For a refusal with 401; null where the way is not known.</summary>
    public static string? For(CredentialKind kind, CloudService service) =>
        (kind, service) switch
        {
            (CredentialKind.Token, _) =>
                "The token is wrong, has expired (24 hours at most), or is for another project",
            (CredentialKind.AccessKey, _) => "Check the access key, its secret, and the project",
            (CredentialKind.TemporaryKey, _) =>
                "The access key, its secret and the security token do not fit together, have expired, or are for another project",
            (CredentialKind.Agency or CredentialKind.Delegation, _) =>
                "Check the agency, the account that it belongs to, and the project",
            (CredentialKind.Federation, _) =>
                "Check the identity provider and its token: it ends soon, and is for one audience",
            (CredentialKind.Server, _) => "Check the agency of this server, and the project",
            (CredentialKind.Password, _) or (CredentialKind.Other, CloudService.Identity) =>
                "Check the user's name, the password, and the domain (account) that they belong to",
            _ => null,
        };
}
