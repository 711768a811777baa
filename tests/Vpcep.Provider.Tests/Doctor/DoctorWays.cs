using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Doctor;

/// <summary>A way to sign in, as variables and files of one's home say it.</summary>
/// <param name="Name">What it is called in tests.</param>
/// <param name="Variables">The variables.</param>
/// <param name="Lines">What the doctor says, as patterns.</param>
public sealed record DoctorWay(string Name, (string Name, string Value)[] Variables, string[] Lines)
{
    /// <summary>Makes files and variables.</summary>
    /// <returns>The secrets in them.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(
        EmulatorServer cloud,
        string home,
        Dictionary<string, string> environment
    )
    {
        var idToken = cloud.Cloud.IssueIdToken(IdentityProvider.Default.Id, TimeSpan.FromMinutes(10));
        await File.WriteAllTextAsync(Path.Combine(home, "id-token"), idToken);
        await File.WriteAllTextAsync(
            Path.Combine(home, "profiles.json"),
            $$"""
            {"profiles":[{"name":"prod","mode":"AKSK","accessKeyId":"{{Account.Default.AccessKey}}",
            "secretAccessKey":"{{Account.Default.SecretKey}}","region":"{{cloud.Options.Region}}"}]}
            """
        );
        await File.WriteAllTextAsync(
            Path.Combine(home, "clouds.yaml"),
            $"""
            clouds:
              prod:
                region_name: {cloud.Options.Region}
                auth:
                  username: {Account.Default.UserName}
                  password: {Account.Default.Password}
                  user_domain_name: {Account.Default.DomainName}
            """
        );
        foreach (var (name, value) in Variables)
        {
            environment[name] = value.Replace("~", home, StringComparison.Ordinal);
        }

        return
        [
            Account.Default.AccessKey!,
            Account.Default.SecretKey!,
            Account.Default.Password,
            Account.Default.Token!,
            idToken,
        ];
    }
}

/// <summary>Each way, alone or beside others.</summary>
public static class DoctorWays
{
    private static readonly (string, string)[] Token = [("OS_AUTH_TOKEN", Account.Default.Token!)];

    private static readonly (string, string)[] Keys =
    [
        ("HW_ACCESS_KEY", Account.Default.AccessKey!),
        ("OS_SECRET_KEY", Account.Default.SecretKey!),
    ];

    private static readonly (string, string)[] Profile =
    [
        ("HW_PROFILE", "prod"),
        ("HW_SHARED_CONFIG_FILE", "~/profiles.json"),
    ];

    private static readonly (string, string)[] Federation =
    [
        ("HW_ASSUME_ROLE_IDP_ID", IdentityProvider.Default.Id),
        ("HUAWEICLOUD_SDK_ID_TOKEN_FILE", "~/id-token"),
    ];

    private static readonly (string, string)[] Password =
    [
        ("OS_USERNAME", Account.Default.UserName),
        ("HW_USER_PASSWORD", Account.Default.Password),
        ("OS_DOMAIN_NAME", Account.Default.DomainName),
    ];

    private static readonly (string, string)[] CloudsFile =
    [
        ("OS_CLOUD", "prod"),
        ("OS_CLIENT_CONFIG_FILE", "~/clouds.yaml"),
    ];

    private static readonly (string, string)[] Roles =
    [
        ("HW_ASSUME_ROLE_AGENCY_NAME", Agency.Default.Name),
        ("HW_ASSUME_ROLE_DOMAIN_NAME", Account.Other.DomainName),
        ("HW_PROJECT_ID", Account.Other.ProjectId),
    ];

    private static readonly (string, string)[] Delegation =
    [
        ("OS_AGENCY_NAME", Agency.Default.Name),
        ("OS_TARGET_DOMAIN_NAME", Account.Other.DomainName),
        ("HW_PROJECT_ID", Account.Other.ProjectId),
    ];

    /// <summary>Their names.</summary>
    public static TheoryData<string> Names => [.. All.Select(static way => way.Name)];

    public static IReadOnlyList<DoctorWay> All { get; } =
    [
        new("token", Token, ["ok +sign-in +with a token\\r?$", @"token +\[secret\] +OS_AUTH_TOKEN\r?$"]),
        new(
            "all",
            [.. Token, .. Keys, .. Profile, .. Federation, .. Password, .. CloudsFile],
            [
                "ok +sign-in +with a token",
                @"note +not used +access keys: vpcep:accessKey \(HW_ACCESS_KEY\), vpcep:secretKey \(OS_SECRET_KEY\)",
                @"note +not used +a profile: vpcep:profile \(HW_PROFILE\), vpcep:sharedConfigFile \(HW_SHARED_CONFIG_FILE\)",
                @"note +not used +an identity provider: vpcep:assumeRoleWithOidc \(HW_ASSUME_ROLE_IDP_ID, HUAWEICLOUD_SDK_ID_TOKEN_FILE\)",
                @"note +not used +a password: vpcep:userName \(OS_USERNAME\), vpcep:password \(HW_USER_PASSWORD\)",
                @"note +not used +an entry of clouds.yaml: vpcep:osCloud \(OS_CLOUD\)",
            ]
        ),
        new(
            "keys",
            Keys,
            [
                "ok +sign-in +with access keys",
                @"accessKey +\[secret\] +HW_ACCESS_KEY",
                @"secretKey +\[secret\] +OS_SECRET_KEY",
            ]
        ),
        new(
            "profile",
            [.. Profile, .. Password],
            [
                @"ok +sign-in +with access keys \(profile prod of .*profiles\.json\)",
                @"accessKey +\[secret\] +profile prod of .*profiles\.json",
                @"region +\S+ +profile prod of .*profiles\.json",
                "profile +prod +HW_PROFILE",
                @"note +not used +a password: .*\(OS_USERNAME\)",
            ]
        ),
        new(
            "federation",
            Federation,
            [
                $"ok +sign-in +with the token of the identity provider {IdentityProvider.Default.Id}",
                "assumeRoleWithOidc .* HW_ASSUME_ROLE_IDP_ID, HUAWEICLOUD_SDK_ID_TOKEN_FILE",
            ]
        ),
        new("password", Password, ["ok +sign-in +with a password", @"password +\[secret\] +HW_USER_PASSWORD"]),
        new(
            "clouds.yaml",
            CloudsFile,
            [
                @"ok +sign-in +with a password \(entry prod of .*clouds\.yaml\)",
                @"password +\[secret\] +entry prod of .*clouds\.yaml",
                "osCloud +prod +OS_CLOUD",
            ]
        ),
        new("server", [], ["ok +sign-in +with the keys of this server, from its metadata service"]),
        new(
            "agency of keys",
            [.. Keys, .. Roles, .. Delegation],
            [
                $"ok +sign-in +with access keys, then keys of the agency {Agency.Default.Name} of {Account.Other.DomainName}",
                "assumeRole .* HW_ASSUME_ROLE_AGENCY_NAME, HW_ASSUME_ROLE_DOMAIN_NAME",
                @"note +not used +an agency's token: vpcep:agencyName \(OS_AGENCY_NAME\), vpcep:agencyDomainName \(OS_TARGET_DOMAIN_NAME\)",
            ]
        ),
        new(
            "server and agency",
            Roles,
            [$"ok +sign-in +with the keys of this server, .*then keys of the agency {Agency.Default.Name}"]
        ),
        new(
            "delegation",
            [.. Password, .. Delegation],
            [
                $"ok +sign-in +with a password, then a token of the agency {Agency.Default.Name} of {Account.Other.DomainName}",
                "agencyName .* OS_AGENCY_NAME",
            ]
        ),
    ];
}
