using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Configuration;

/// <summary>What goes together in a sign-in, and what does not.</summary>
internal static class SignInRules
{
    private const int LongestChained = 3600;

    /// <summary>The keys of each way.</summary>
    public static string Words(SignInWay way) =>
        way switch
        {
            SignInWay.Token => "vpcep:token",
            SignInWay.Keys => "vpcep:accessKey and vpcep:secretKey",
            SignInWay.Profile => "vpcep:profile or vpcep:sharedConfigFile",
            SignInWay.Federation => "vpcep:assumeRoleWithOidc",
            SignInWay.Password => "vpcep:userName and vpcep:password",
            SignInWay.CloudsFile => "vpcep:osCloud",
            _ => "the metadata service of a server",
        };

    /// <summary>The way that is configured; the metadata service where none is.</summary>
    public static SignInWay WayOf(VpcepConfig config)
    {
        foreach (var way in Ways(config))
        {
            return way;
        }

        return SignInWay.Server;
    }

    /// <exception cref="OperationException">There are several.</exception>
    public static void RefuseSeveralWays(VpcepConfig config)
    {
        var ways = Ways(config).Select(Words).ToList();
        if (ways.Count > 1)
        {
            throw Refused($"several ways to sign in are configured: {string.Join("; ", ways)}; keep one of them");
        }
    }

    /// <exception cref="OperationException">Keys contradict each other.</exception>
    public static void RefuseContradictions(ResolvedConfig resolved, bool signsWithTemporaryKeys)
    {
        var config = resolved.Config;
        if (config.AssumeRole is { Count: > 0 } && config.AgencyName is not null)
        {
            throw Refused("vpcep:assumeRole and vpcep:agencyName are two ways to take an agency on; keep one of them");
        }

        if (config.AgencyName is null && (config.AgencyDomainName ?? config.DelegatedProject) is not null)
        {
            var alone = config.AgencyDomainName is null ? "delegatedProject" : "agencyDomainName";
            throw Refused($"vpcep:{alone} is set without vpcep:agencyName (OS_AGENCY_NAME); set both or none");
        }

        if (config.AgencyName is not null && (config.AgencyDomainName ?? resolved.File?.AgencyDomainId) is null)
        {
            throw Refused(
                "vpcep:agencyName is set without vpcep:agencyDomainName (OS_AGENCY_DOMAIN_NAME), the account that the agency belongs to; set both or none"
            );
        }

        if (config.Passcode is not null && config.UserId is null)
        {
            throw Refused("vpcep:passcode needs the user's id: set vpcep:userId (HW_USER_ID or OS_USER_ID)");
        }

        if (config.AssumeRoleWithOidc is { } oidc)
        {
            RefuseTokens(oidc);
        }

        RefuseRoles(config, signsWithTemporaryKeys);
    }

    private static IEnumerable<SignInWay> Ways(VpcepConfig config)
    {
        var byUser = (config.UserId ?? config.UserName) is not null;
        // A password may be kept out of clouds.yaml.
        var byPassword = byUser || (config.OsCloud is null && (config.Password ?? config.Passcode) is not null);
        (SignInWay Way, bool IsSet)[] ways =
        [
            (SignInWay.Token, config.Token is not null),
            (SignInWay.Keys, (config.AccessKey ?? config.SecretKey) is not null),
            (SignInWay.Profile, (config.Profile ?? config.SharedConfigFile) is not null),
            (SignInWay.Federation, config.AssumeRoleWithOidc is not null),
            (SignInWay.Password, byPassword),
            (SignInWay.CloudsFile, config.OsCloud is not null),
        ];
        return ways.Where(static way => way.IsSet).Select(static way => way.Way);
    }

    private static void RefuseTokens(AssumeRoleWithOidc oidc)
    {
        if (oidc is { IdToken: not null, IdTokenFile: not null })
        {
            throw Refused(
                "vpcep:assumeRoleWithOidc.idToken and vpcep:assumeRoleWithOidc.idTokenFile are set; keep one of them"
            );
        }

        if (string.IsNullOrWhiteSpace(oidc.IdToken ?? oidc.IdTokenFile))
        {
            throw Refused(
                "vpcep:assumeRoleWithOidc needs the provider's token: set its idTokenFile (HW_ASSUME_ROLE_ID_TOKEN_FILE) or its idToken (HW_ASSUME_ROLE_ID_TOKEN)"
            );
        }

        if (oidc.AgencyName is null && (oidc.DomainId ?? oidc.DomainName) is not null)
        {
            throw Refused("vpcep:assumeRoleWithOidc has the account of an agency and no agencyName; set both or none");
        }
    }

    private static void RefuseRoles(VpcepConfig config, bool signsWithTemporaryKeys)
    {
        var roles = AgencyRoles.Of(config);
        for (var at = 0; at < roles.Count; at++)
        {
            var (path, role) = roles[at];
            if (role is { DomainId: null, DomainName: null })
            {
                throw Refused(
                    $"{path} needs the account that the agency belongs to: set its domainName or its domainId"
                );
            }

            if (role is { DomainId: not null, DurationSeconds: > LongestChained } && (at > 0 || signsWithTemporaryKeys))
            {
                throw Refused(
                    $"{path}.durationSeconds is {role.DurationSeconds}, and who asks with temporary keys gets {LongestChained} at most; the keys are renewed before they end"
                );
            }
        }
    }

    private static OperationException Refused(string problem) => new(FailureKind.InvalidInput, problem);
}
