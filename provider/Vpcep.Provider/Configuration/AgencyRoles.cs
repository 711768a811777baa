using Vpcep.Client;

namespace Vpcep.Provider.Configuration;

/// <summary>The agencies that are taken on one after the other, with the keys that say so.</summary>
internal static class AgencyRoles
{
    /// <summary>That of the federated sign-in first.</summary>
    public static IReadOnlyList<(string Path, AssumeRole Role)> Of(VpcepConfig config)
    {
        var roles = (config.AssumeRole ?? []).Select(static (role, at) => ($"vpcep:assumeRole[{at}]", role));
        return config.AssumeRoleWithOidc is { AgencyName: { } name } oidc
            ?
            [
                (
                    "vpcep:assumeRoleWithOidc",
                    new AssumeRole
                    {
                        AgencyName = name,
                        DomainId = oidc.DomainId,
                        DomainName = oidc.DomainName,
                        DurationSeconds = oidc.DurationSeconds,
                    }
                ),
                .. roles,
            ]
            : [.. roles];
    }

    /// <summary>The agency as the client knows it.</summary>
    public static Agency ToAgency(this AssumeRole role) =>
        new(role.AgencyName)
        {
            DomainId = role.DomainId,
            DomainName = role.DomainName,
            Duration = role.DurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };
}
