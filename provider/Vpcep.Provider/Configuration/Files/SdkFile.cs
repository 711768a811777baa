using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Configuration.Files;

/// <summary>
/// The credentials file of the cloud's SDKs: sections <c>[basic]</c>, for a project, and <c>[global]</c>, for an account, with
/// <c>ak</c> and <c>sk</c>, or <c>idp_id</c> and <c>id_token_file</c>.
/// </summary>
internal static class SdkFile
{
    /// <summary>True for its text: no profile file of KooCLI begins so.</summary>
    public static bool Is(string text) => Lines(text).FirstOrDefault() is ['[', var first, ..] && char.IsLetter(first);

    /// <summary>What a section says.</summary>
    /// <param name="wanted">The section; null for the first of both that is there.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="OperationException">It cannot be read, lacks the section, or has nothing there that signs in.</exception>
    public static FileConfig Read(string? wanted, string path, string text)
    {
        var sections = Sections(path, text);
        var name = wanted ?? (sections.ContainsKey("basic") ? "basic" : "global");
        if (!sections.TryGetValue(name, out var section))
        {
            throw Wrong(
                wanted is null
                    ? $"vpcep:sharedConfigFile: {path} has no section [basic] and none [global]; set vpcep:profile, one of: {string.Join(", ", sections.Keys)}"
                    : $"vpcep:profile is '{name}', which is not in {path}; it has: {string.Join(", ", sections.Keys)}"
            );
        }

        var source = $"[{name}] of {path}";
        var provider = section.GetValueOrDefault("idp_id");
        return new FileConfig(source)
        {
            // As the SDKs: an identity provider comes before keys.
            AccessKey = provider is null ? Required(section, "ak", source) : null,
            SecretKey = provider is null ? Required(section, "sk", source) : null,
            SecurityToken = provider is null ? section.GetValueOrDefault("security_token") : null,
            AssumeRoleWithOidc = provider is null
                ? null
                : new() { IdpId = provider, IdTokenFile = Required(section, "id_token_file", source) },
            ProjectId = section.GetValueOrDefault("project_id"),
            DomainId = section.GetValueOrDefault("domain_id"),
            IamEndpoint = section.GetValueOrDefault("iam_endpoint"),
        };
    }

    private static Dictionary<string, Dictionary<string, string>> Sections(string path, string text)
    {
        var sections = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var section = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines(text))
        {
            if (line is ['[', .. var name, ']'])
            {
                sections[name.Trim()] = section = new(StringComparer.Ordinal);
            }
            else if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
            {
                if (line[(at + 1)..].Trim() is { Length: > 0 } value)
                {
                    section[line[..at].Trim()] = value;
                }
            }
            else
            {
                // Not the line: it may be a secret.
                throw Wrong($"vpcep:sharedConfigFile: {path} has a line that is neither [section] nor name = value");
            }
        }

        return sections;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.TrimStart('\uFEFF')
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static line => line[0] is not ('#' or ';'));

    private static string Required(Dictionary<string, string> section, string name, string source) =>
        section.GetValueOrDefault(name) ?? throw Wrong($"vpcep:sharedConfigFile: {source} has no {name}");

    private static OperationException Wrong(string problem) => new(FailureKind.InvalidInput, problem);
}
