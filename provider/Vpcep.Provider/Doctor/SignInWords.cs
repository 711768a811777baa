using Pulumi.Provider.Protocol.Values;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Configuration.Files;
using Rules = Pulumi.Provider.Model.Rules.Configuration;

namespace Vpcep.Provider.Doctor;

/// <summary>How a configuration signs in, and which other ways are there unused.</summary>
internal static class SignInWords
{
    private static readonly (string Way, string[] Keys)[] Ways =
    [
        ("a token", ["token"]),
        ("access keys", ["accessKey", "secretKey", "securityToken"]),
        ("a profile", ["profile", "sharedConfigFile"]),
        ("an identity provider", ["assumeRoleWithOidc"]),
        ("a password", ["userId", "userName", "password", "passcode"]),
        ("an entry of clouds.yaml", ["osCloud"]),
        ("an agency's keys", ["assumeRole"]),
        ("an agency's token", ["agencyName", "agencyDomainName", "delegatedProject"]),
    ];

    /// <summary>The way, with the agencies on top of it.</summary>
    public static string Of(ResolvedConfig resolved)
    {
        var config = resolved.Config;
        var steps = new List<string> { First(resolved) };
        steps.AddRange(
            AgencyRoles
                .Of(config)
                .Select(static step =>
                    $"then keys of the agency {step.Role.AgencyName} of {step.Role.DomainName ?? step.Role.DomainId}"
                )
        );
        if (config.AgencyName is { } name)
        {
            steps.Add(
                $"then a token of the agency {name} of {config.AgencyDomainName ?? resolved.File?.AgencyDomainId}"
            );
        }

        return string.Join(", ", steps);
    }

    /// <summary>The ways that variables give and the configuration leaves unread, with those variables.</summary>
    public static IEnumerable<string> Unused(PropertyMap inputs, Func<string, string?> environment)
    {
        var files = new UserFiles(environment);
        foreach (var (way, keys) in Ways)
        {
            var there = keys.Any(inputs.ContainsKey) ? [] : keys.Select(Words).OfType<string>().ToList();
            if (there.Count > 0)
            {
                yield return $"{way}: {string.Join(", ", there)}";
            }
        }

        string? Words(string key)
        {
            var property = VpcepConfig.Model.Find(key)!;
            var alone = Rules.FromEnvironment(
                VpcepConfig.Model,
                PropertyMap.Empty,
                environment,
                one => one.Name == key
            );
            return key == "osCloud"
                && alone.Find(key) is StringValue entry
                && !ResolvedConfig.IsEntry(entry.Value, files)
                    ? null
                : Rules.VariableOf(property, alone, environment) is { } variable ? $"vpcep:{key} ({variable})"
                : null;
        }
    }

    private static string First(ResolvedConfig resolved) =>
        resolved.Way switch
        {
            SignInWay.Federation =>
                $"with the token of the identity provider {resolved.Config.AssumeRoleWithOidc!.IdpId.Trim()}",
            SignInWay.Server => "with the keys of this server, from its metadata service",
            _ when resolved.File is { Source: var source } => $"{Proof(resolved.Config)} ({source})",
            _ => Proof(resolved.Config),
        };

    private static string Proof(VpcepConfig config) =>
        config switch
        {
            { Token: not null } => "with a token",
            { AccessKey: not null, SecurityToken: not null } => "with temporary access keys",
            { AccessKey: not null } => "with access keys",
            _ => "with a password",
        };
}
