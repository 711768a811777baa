using Vpcep.Provider.Configuration.Files;

namespace Vpcep.Provider.Configuration;

/// <summary>The ways to sign in, those that are preferred first.</summary>
internal enum SignInWay
{
    Token,
    Keys,
    Profile,
    Federation,
    Password,
    CloudsFile,
    Server,
}

/// <summary>The configuration with what its files say, and the way to sign in that it chooses.</summary>
/// <param name="Config">The configuration, completed. Its files come last: all that is set is kept.</param>
/// <param name="Way">The way.</param>
/// <param name="File">The file that completed it; null for none.</param>
internal sealed record ResolvedConfig(VpcepConfig Config, SignInWay Way, FileConfig? File)
{
    /// <summary>Reads the files that the configuration names.</summary>
    /// <exception cref="Pulumi.Provider.Model.Operations.OperationException">A file cannot be read; or several ways are configured.</exception>
    public static ResolvedConfig Of(VpcepConfig config, UserFiles files)
    {
        config = Trimmed(config);
        if (config.OsCloud is { } entry && !IsEntry(entry, files))
        {
            config = config with { OsCloud = null };
        }

        SignInRules.RefuseSeveralWays(config);
        var way = SignInRules.WayOf(config);
        var file = way switch
        {
            SignInWay.Profile => ProfileFile.Read(config, files),
            SignInWay.CloudsFile => CloudsFile.Read(config, files),
            _ => null,
        };
        // A profile may lead on to an identity provider.
        way = file?.AssumeRoleWithOidc is null ? way : SignInWay.Federation;
        return new(file?.Complete(config) ?? config, way, file);
    }

    /// <summary>True for an entry of clouds.yaml: elsewhere the same variable is the domain of a cloud.</summary>
    public static bool IsEntry(string osCloud, UserFiles files) =>
        !osCloud.Contains('.', StringComparison.Ordinal) || CloudsFile.Find(files) is not null;

    // Values from elsewhere end in line breaks; no name or path does.
    private static VpcepConfig Trimmed(VpcepConfig config) =>
        config.AssumeRole is not { } roles
            ? config
            : config with
            {
                AssumeRole =
                [
                    .. roles.Select(static role =>
                        role with
                        {
                            AgencyName = role.AgencyName.Trim(),
                            DomainId = Text(role.DomainId),
                            DomainName = Text(role.DomainName),
                        }
                    ),
                ],
            };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
