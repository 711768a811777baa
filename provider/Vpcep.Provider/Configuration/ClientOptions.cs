using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Configuration;

/// <summary>Turns the configuration into what the client needs, or says everything that is missing at once.</summary>
internal static class ClientOptions
{
    public static VpcepClientOptions From(VpcepConfig config, string version)
    {
        var missing = new List<MissingKey>();
        var endpoint = Endpoint(config, missing);
        if (config.ProjectId is null)
        {
            missing.Add(new("projectId", "the id of the project; or set HW_PROJECT_ID or OS_PROJECT_ID"));
        }

        var credential = Credential(config, missing);
        return missing.Count > 0
            ? throw new MissingConfigurationException(missing)
            : new VpcepClientOptions
            {
                Endpoint = endpoint!,
                ProjectId = config.ProjectId!,
                Region = config.Region,
                Credential = credential!,
                CaFile = config.CaFile,
                Insecure = config.Insecure ?? false,
                MaxRetries = config.MaxRetries ?? 5,
                UserAgent = $"pulumi-vpcep/{version}",
            };
    }

    private static Uri? Endpoint(VpcepConfig config, List<MissingKey> missing)
    {
        if (config.Endpoint is { } given)
        {
            return CloudHosts.Parse(given);
        }

        if (config.Region is null)
        {
            missing.Add(
                new(
                    "region",
                    "the region, which with `cloud` gives the address to call; or set HW_REGION_NAME or OS_REGION_NAME"
                )
            );
            missing.Add(new("endpoint", "the address itself, instead of the region; or set VPCEP_ENDPOINT"));
            return null;
        }

        return CloudHosts.Find(config.Cloud, config.Region)?.Vpcep(config.Region)
            ?? throw new OperationException(
                FailureKind.InvalidInput,
                $"vpcep:cloud is '{config.Cloud}', which is not known; give one of {string.Join(", ", CloudHosts.All.Select(static cloud => cloud.Name))}, or set vpcep:endpoint"
            );
    }

    private static ICredential? Credential(VpcepConfig config, List<MissingKey> missing)
    {
        if (config is { AccessKey: not null, SecretKey: not null, Token: not null })
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                "vpcep:token and vpcep:accessKey are both set; keep one of the two ways to sign in"
            );
        }

        if (config.Token is { } token)
        {
            return new TokenCredential(token);
        }

        if (config.AccessKey is null)
        {
            missing.Add(
                new("accessKey", "the access key id; or set HW_ACCESS_KEY or OS_ACCESS_KEY, or sign in with `token`")
            );
        }

        if (config.SecretKey is null)
        {
            missing.Add(new("secretKey", "the secret access key; or set HW_SECRET_KEY or OS_SECRET_KEY"));
        }

        return config is { AccessKey: { } access, SecretKey: { } secret }
            ? new AccessKeyCredential(
                access,
                secret,
                config.SecurityToken,
                config.Signing == Signing.Scoped ? SigningForm.Scoped : SigningForm.Direct
            )
            : null;
    }
}
