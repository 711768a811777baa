namespace Vpcep.Emulator;

/// <summary>Someone who may call: one project of one domain, with the ways to sign in.</summary>
public sealed record Account
{
    /// <summary>What an emulator knows when it is told nothing.</summary>
    public static Account Default { get; } =
        new()
        {
            DomainId = "5fc973eea581490997e82ea11a1df31f",
            ProjectId = "6e9dfd51d1124e8d8498dce894923a0d",
            AccessKey = "EMULATORACCESSKEY001",
            SecretKey = "emulator-secret-key-not-a-real-one-00001",
            Token = "emulator-token-1",
        };

    /// <summary>A second domain, for what crosses accounts.</summary>
    public static Account Other { get; } =
        new()
        {
            DomainId = "6e9dfd51d1124e8d8498dce894923a0e",
            DomainName = "other-domain",
            ProjectId = "295dacf46a4842fcbf7844dc2dc2489d",
            UserName = "other-user",
            UserId = "other-user-id",
            OrganizationPath = "o-emulator/r-root/ou-other",
            AccessKey = "EMULATORACCESSKEY002",
            SecretKey = "emulator-secret-key-not-a-real-one-00002",
            Token = "emulator-token-2",
        };

    public required string DomainId { get; init; }
    public string DomainName { get; init; } = "emulator-domain";
    public required string ProjectId { get; init; }

    /// <summary>Null takes the region's name, as the clouds do.</summary>
    public string? ProjectName { get; init; }

    public string UserName { get; init; } = "emulator-user";
    public string Password { get; init; } = "emulator-password";

    /// <summary>The user's id.</summary>
    public string UserId { get; init; } = "emulator-user-id";

    /// <summary>The code that the user's device shows, good for one sign-in; null for users without one.</summary>
    public string? Passcode { get; init; }

    /// <summary>Where the domain stands in its organisation, as <c>o-…/r-…/ou-…</c>; null when it is in none.</summary>
    public string? OrganizationPath { get; init; } = "o-emulator/r-root/ou-default";

    public string? AccessKey { get; init; }
    public string? SecretKey { get; init; }

    /// <summary>Set when the key is a temporary one: it must then come along as X-Security-Token.</summary>
    public string? SecurityToken { get; init; }

    /// <summary>A token that is valid for ever.</summary>
    public string? Token { get; init; }
}

/// <summary>A token that the emulated IAM has handed out.</summary>
internal sealed record IssuedToken(string Value, string DomainId, string ProjectId, DateTimeOffset ExpiresAt);
