using System.Text.Json;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Configuration.Files;

/// <summary>
/// The file of KooCLI (<c>hcloud</c>), which Terraform's provider reads, too: JSON with named profiles. Or that of the SDKs.
/// </summary>
internal static class ProfileFile
{
    /// <summary>Where it is when nobody says.</summary>
    public const string DefaultPath = "~/.hcloud/config.json";

    // A key is letters and digits; what KooCLI encrypts, or hides when it prints, has others and is longer.
    private const int LongestAccessKey = 40;
    private const int LongestSecretKey = 80;

    /// <summary>What the profile says where the configuration says nothing.</summary>
    /// <exception cref="OperationException">There is no such file or profile, or it has no keys.</exception>
    public static FileConfig Read(VpcepConfig config, UserFiles files)
    {
        var path = config.SharedConfigFile ?? DefaultPath;
        var key = config.SharedConfigFile is null ? "profile" : "sharedConfigFile";
        var text =
            config.SharedConfigFile is null && !File.Exists(files.Expand(path))
                ? throw Wrong(
                    $"vpcep:profile is '{config.Profile}', and there is no file {path}; make it with 'hcloud configure set', or name another: vpcep:sharedConfigFile or HW_SHARED_CONFIG_FILE"
                )
                : files.Read(key, path);
        if (SdkFile.Is(text))
        {
            return SdkFile.Read(config.Profile, path, text);
        }

        var (name, profile) = Choose(config.Profile, key, path, Profiles(key, path, text));
        var source = $"profile {name} of {path}";
        var holder = Text(profile, "mode")?.ToUpperInvariant() == "SSO" ? SsoKeys(profile, source) : profile;
        var found = new FileConfig(source)
        {
            AccessKey = Text(holder, "accessKeyId"),
            SecretKey = Text(holder, "secretAccessKey"),
            SecurityToken = Text(holder, "securityToken"),
            Region = Text(profile, "region"),
            ProjectId = Text(profile, "projectId"),
            DomainId = Text(profile, "domainId"),
            AssumeRole = Agency(profile),
        };
        RequireKeys(found, source);
        return found;
    }

    private static PropertyMap Profiles(string key, string path, string text)
    {
        try
        {
            return JsonValues.Parse(text) is ObjectValue file
                ? file.Fields
                : throw Wrong($"vpcep:{key}: {path} is no profile file: it is JSON, and no object");
        }
        catch (JsonException problem)
        {
            // Not its words: they may quote what is in the file.
            throw Wrong($"vpcep:{key}: {path} is no profile file: line {problem.LineNumber + 1} is no JSON");
        }
    }

    private static (string Name, PropertyMap Profile) Choose(string? wanted, string key, string path, PropertyMap file)
    {
        var profiles = ((file.Find("profiles") as ListValue)?.Items ?? [])
            .OfType<ObjectValue>()
            .Select(static profile => (Name: Text(profile.Fields, "name") ?? "", profile.Fields))
            .ToList();
        var name = wanted ?? Text(file, "current");
        var existing = profiles.Count == 0 ? "none" : string.Join(", ", profiles.Select(static one => one.Name));
        if (name is null)
        {
            throw Wrong($"vpcep:{key}: {path} names no current profile; set vpcep:profile, one of: {existing}");
        }

        var found = profiles.Find(profile => profile.Name == name);
        return found.Fields is { } fields
            ? (name, fields)
            : throw Wrong($"vpcep:profile is '{name}', which is not in {path}; it has: {existing}");
    }

    private static PropertyMap SsoKeys(PropertyMap profile, string source) =>
        (profile.Find("ssoAuth") as ObjectValue)?.Fields.Find("stsToken") is ObjectValue { Fields: var keys }
        && Text(keys, "accessKeyId") is not null
            ? keys
            : throw Wrong(
                $"vpcep:profile: {source} signs in by SSO and has no keys yet; sign in with 'hcloud configure sso'"
            );

    private static AssumeRole? Agency(PropertyMap profile) =>
        Text(profile, "agencyName") is not { } name ? null
        : Text(profile, "agencyDomainName") is { } domain ? new AssumeRole { AgencyName = name, DomainName = domain }
        : new AssumeRole { AgencyName = name, DomainId = Text(profile, "agencyDomainId") };

    private static void RequireKeys(FileConfig found, string source)
    {
        if (found is not { AccessKey: { } access, SecretKey: { } secret })
        {
            throw Wrong(
                $"vpcep:profile: {source} has no {(found.AccessKey is null ? "accessKeyId" : "secretAccessKey")}; set it with 'hcloud configure set'"
            );
        }

        if (
            access.Length > LongestAccessKey
            || secret.Length > LongestSecretKey
            || access.Concat(secret).Any(static one => one is '=' or '+' or '/' or '*' or ':' or ' ')
        )
        {
            throw Wrong(
                $"vpcep:profile: the keys of {source} are stored encrypted, which only hcloud can read; store them plain: 'hcloud configure set --cli-auth-encrypt=false', then set the keys again"
            );
        }
    }

    private static string? Text(PropertyMap fields, string name) =>
        (fields.Find(name) as StringValue)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static OperationException Wrong(string problem) => new(FailureKind.InvalidInput, problem);
}
