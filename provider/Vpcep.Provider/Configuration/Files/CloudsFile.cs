using System.Text.Json;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Configuration.Files;

/// <summary>
/// The files of OpenStack clients: <c>clouds.yaml</c>, with secrets in <c>secure.yaml</c> and vendors in
/// <c>clouds-public.yaml</c>.
/// </summary>
internal static class CloudsFile
{
    private const string Key = "vpcep:osCloud";

    private static readonly string[] Forms = ["yaml", "yml", "json"];

    // What the vendor's entry says where there is no file of vendors.
    private static readonly PropertyMap Otc = new([
        KeyValuePair.Create<string, PropertyValue>(
            "auth",
            new ObjectValue(
                new PropertyMap([
                    KeyValuePair.Create<string, PropertyValue>(
                        "auth_url",
                        "https://iam.{region_name}.otc.t-systems.com/v3"
                    ),
                ])
            )
        ),
    ]);

    /// <summary>The file that there is, if there is one.</summary>
    public static string? Find(UserFiles files) => Find(files, "clouds", "OS_CLIENT_CONFIG_FILE");

    /// <summary>What the entry says where the configuration says nothing.</summary>
    /// <exception cref="OperationException">There is no such file or entry.</exception>
    public static FileConfig Read(VpcepConfig config, UserFiles files)
    {
        var path =
            Find(files)
            ?? throw Wrong(
                $"{Key} is '{config.OsCloud}', and there is no clouds.yaml in this folder, in ~/.config/openstack or in /etc/openstack; OS_CLIENT_CONFIG_FILE names another"
            );
        var clouds = Entries(files, path, "clouds");
        var entry =
            Child(clouds, config.OsCloud!)
            ?? throw Wrong(
                $"{Key} is '{config.OsCloud}', which is not in {path}; it has: {(clouds.Count == 0 ? "none" : string.Join(", ", clouds.Select(static one => one.Key)))}"
            );
        if (
            Find(files, "secure", "OS_CLIENT_SECURE_FILE") is { } secure
            && Child(Entries(files, secure, "clouds"), config.OsCloud!) is { } secrets
        )
        {
            entry = Over(secrets, entry);
        }

        if ((Text(entry, "profile") ?? Text(entry, "cloud")) is { } vendor)
        {
            entry = Over(entry, Vendor(files, vendor));
        }

        return Config($"entry {config.OsCloud} of {path}", entry, config);
    }

    private static FileConfig Config(string source, PropertyMap entry, VpcepConfig config)
    {
        var auth = Child(entry, "auth") ?? PropertyMap.Empty;
        var project = One("project_name", "tenant_name");
        var region =
            Text(entry, "region_name")
            ?? (project?.IndexOf('_', StringComparison.Ordinal) is > 0 and var end ? project[..end] : project);
        var token = config.AccessKey is null ? Text(auth, "token") : null;
        var access = token is null ? One("access_key", "ak") : null;
        var byPassword = token is null && access is null;
        return new FileConfig(source)
        {
            Region = region,
            IamEndpoint = Text(auth, "auth_url")
                ?.Replace("{region_name}", config.Region ?? region ?? "", StringComparison.Ordinal),
            ProjectId = One("project_id", "tenant_id"),
            ProjectName = project,
            Token = token,
            AccessKey = access,
            SecretKey = access is null ? null : One("secret_key", "sk"),
            SecurityToken = access is null ? null : One("security_token"),
            UserId = byPassword ? One("user_id") : null,
            UserName = byPassword ? One("username", "user_name") : null,
            Password = byPassword ? One("password") : null,
            Passcode = byPassword ? One("passcode") : null,
            DomainName = One("user_domain_name", "domain_name", "project_domain_name", "default_domain"),
            DomainId = One("user_domain_id", "domain_id", "project_domain_id"),
            AgencyName = One("target_agency_name"),
            AgencyDomainName = One("target_domain_name"),
            AgencyDomainId = One("target_domain_id"),
            DelegatedProject = One("target_project_name"),
            CaFile = Text(entry, "cacert"),
            ClientCert = Text(entry, "cert"),
            ClientKey = Text(entry, "key"),
            Insecure = entry.Find("verify")
                is StringValue { Value: "false" or "False" or "no" or "off" }
                    or BoolValue { Value: false }
                ? true
                : null,
        };

        // Clients differ in where they look.
        string? One(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if ((Text(auth, name) ?? Text(entry, name)) is { } text)
                {
                    return text;
                }
            }

            return null;
        }
    }

    private static PropertyMap Vendor(UserFiles files, string name) =>
        Find(files, "clouds-public", "OS_CLIENT_VENDOR_FILE") is { } path
        && Child(Entries(files, path, "public-clouds"), name) is { } vendor
            ? vendor
        : name == "otc" ? Otc
        : PropertyMap.Empty;

    private static PropertyMap Entries(UserFiles files, string path, string root)
    {
        var text = files.Read("osCloud", path);
        try
        {
            var file = path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? JsonValues.Parse(text)
                : Yaml.Parse(text);
            return (file as ObjectValue)?.Fields is { } fields
                ? Child(fields, root) ?? PropertyMap.Empty
                : PropertyMap.Empty;
        }
        catch (FormatException problem)
        {
            throw Wrong($"{Key}: {path} cannot be read: {problem.Message}");
        }
        catch (JsonException problem)
        {
            // Not its words: they may quote what is in the file.
            throw Wrong($"{Key}: {path} cannot be read: line {problem.LineNumber + 1} is no JSON");
        }
    }

    private static string? Find(UserFiles files, string name, string variable)
    {
        if (files.Variable(variable) is { } given)
        {
            return files.Expand(given);
        }

        string[] folders =
        [
            Environment.CurrentDirectory,
            Path.Combine(files.Variable("XDG_CONFIG_HOME") ?? Path.Combine(files.Home, ".config"), "openstack"),
            "/etc/openstack",
        ];
        return folders
            .SelectMany(folder => Forms.Select(form => Path.Combine(folder, $"{name}.{form}")))
            .FirstOrDefault(File.Exists);
    }

    // What is above comes first, member by member.
    private static PropertyMap Over(PropertyMap above, PropertyMap below)
    {
        foreach (var (name, value) in above)
        {
            below = below.With(
                name,
                value is ObjectValue over && below.Find(name) is ObjectValue under
                    ? new ObjectValue(Over(over.Fields, under.Fields))
                    : value
            );
        }

        return below;
    }

    private static PropertyMap? Child(PropertyMap fields, string name) => (fields.Find(name) as ObjectValue)?.Fields;

    private static string? Text(PropertyMap fields, string name) =>
        fields.Find(name) switch
        {
            StringValue { Value: var text } when !string.IsNullOrWhiteSpace(text) => text,
            NumberValue number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };

    private static OperationException Wrong(string problem) => new(FailureKind.InvalidInput, problem);
}
