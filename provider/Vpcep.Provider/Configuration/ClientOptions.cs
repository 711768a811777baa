using Pulumi.Provider.Model.Operations;
using Vpcep.Client;
using Vpcep.Provider.Configuration.Files;

namespace Vpcep.Provider.Configuration;

/// <summary>What the configuration comes to.</summary>
/// <param name="Cloud">The cloud, which tells what inputs exist.</param>
/// <param name="Options">What the client needs.</param>
/// <param name="IamEndpoint">The address of the identity service, where it is known.</param>
/// <param name="Identity">The identity service, where it is needed.</param>
/// <param name="Owned">To be disposed of with the client.</param>
internal sealed record ClientSetup(
    CloudHosts Cloud,
    VpcepClientOptions Options,
    Uri? IamEndpoint,
    IdentityClient? Identity,
    IReadOnlyList<IDisposable> Owned
)
{
    /// <summary>Where addresses are looked up that nothing else tells.</summary>
    public ServiceCatalog? Catalog { get; init; }
}

/// <summary>Turns the configuration into what the client needs, or says everything that is missing at once.</summary>
internal static class ClientOptions
{
    /// <param name="resolved">The configuration, checked, with what its files say.</param>
    /// <param name="version">The version of the provider.</param>
    /// <param name="environment">Reads an environment variable: proxies and the user's home are named there.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Is told what happens.</param>
    /// <param name="patience">How long a request may take.</param>
    public static ClientSetup From(
        ResolvedConfig resolved,
        string version,
        Func<string, string?> environment,
        TimeProvider time,
        IClientLog log,
        TimeSpan? patience = null
    )
    {
        var missing = new List<MissingKey>();
        var files = new UserFiles(environment);
        var config = resolved.Config;
        var cloud = ConfiguredCloud.Require(config, log);
        var iam = Address("iamEndpoint", config.IamEndpoint, config, cloud.IamHost is null ? null : cloud.Iam);
        var endpoint = Endpoint(config, cloud, iam, missing);
        RequireProject(config, iam, missing);
        var signIn = new SignIn(resolved, files);
        signIn.Check(iam, missing);
        if (missing.Count > 0)
        {
            throw new MissingConfigurationException(missing);
        }

        var anonymous = new VpcepClientOptions
        {
            Endpoint = endpoint,
            VpnEndpoint = Address("vpnEndpoint", config.VpnEndpoint, config, cloud.VpnHost is null ? null : cloud.Vpn),
            ProjectId = IsDelegated(config) ? null : config.ProjectId,
            Region = config.Region,
            Credential = new AnonymousCredential(),
            CaCertificates = Certificates.Authorities(config.CaFile, files),
            ClientCertificate = Certificates.OfClient(config.ClientCert, config.ClientKey, files),
            Insecure = config.Insecure ?? false,
            MaxRetries = config.MaxRetries ?? 5,
            RequestsPerSecond = Math.Min(config.RequestsPerSecond ?? 50, cloud.MostRequestsPerSecond),
            MaxConcurrency = config.MaxConcurrentRequests ?? 16,
            UserAgent = $"pulumi-vpcep/{version}",
            Proxy = new EnvironmentProxy(environment),
        };
        anonymous = patience is { } limit ? anonymous with { RequestTimeout = limit } : anonymous;
        var chain = signIn.Complete(anonymous, iam, Sts(config, cloud, endpoint, iam), time, log);
        var signed = anonymous with { Credential = chain.Credential, FindProject = chain.FindProject };
        var asksIdentity = chain.Owned.OfType<IdentityClient>().FirstOrDefault();
        if (signed.FindProject is null && signed.ProjectId is null)
        {
            var directory = asksIdentity = chain.Identity();
            var name = (config.ProjectName ?? DefaultProject(config))!;
            signed = signed with { FindProject = token => directory.FindProjectAsync(name, token) };
        }

        // The credential is known by now: whoever signs requests signs this one, too.
        ServiceCatalog? catalog = null;
        if (endpoint is null)
        {
            catalog = new ServiceCatalog(chain.Identity(), config.Region);
            chain.Own(catalog);
            signed = signed with { FindEndpoint = catalog.VpcepAsync, FindVpnEndpoint = catalog.VpnAsync };
        }

        return new(cloud, signed, iam, asksIdentity, chain.Owned) { Catalog = catalog };
    }

    /// <summary>Each region's first project bears the region's name; its id is the identity service's to tell.</summary>
    public static string? DefaultProject(VpcepConfig config) =>
        config.IamEndpoint is null && ConfiguredCloud.Of(config)?.IamHost is null
            ? null
            : config.Region?.ToLowerInvariant();

    /// <summary>The address that is given or that the region tells; null where the identity service is to be asked.</summary>
    private static Uri? Endpoint(VpcepConfig config, CloudHosts cloud, Uri? iam, List<MissingKey> missing)
    {
        var ofRegion = cloud.VpcepHost is null ? null : (Func<string, Uri>)cloud.Vpcep;
        if (Address("endpoint", config.Endpoint, config, ofRegion) is { } found)
        {
            return found;
        }

        if (iam is not null)
        {
            return null;
        }

        missing.Add(
            ofRegion is null
                ? new(
                    "endpoint",
                    $"the address of the API; or set VPCEP_ENDPOINT, or give {(cloud == CloudHosts.Private ? "vpcep:cloudDomain, the domain of its hosts" : $"the domain of the {cloud.Title} as vpcep:cloudDomain or HCS_CLOUD")}, or vpcep:iamEndpoint, whose list of services may have it"
                )
                : new(
                    "region",
                    "the region, which with vpcep:cloud gives the address to call; or set HW_REGION_NAME or OS_REGION_NAME, or give the address itself: vpcep:endpoint or VPCEP_ENDPOINT"
                )
        );
        return null;
    }

    // Beside the other services, under their domain. Only Huawei Cloud has one; a private region may.
    private static Uri? Sts(VpcepConfig config, CloudHosts cloud, Uri? endpoint, Uri? iam)
    {
        if (config.StsEndpoint is { } given)
        {
            return Address("stsEndpoint", given, config, null);
        }

        if (!cloud.Name.StartsWith("huaweicloud", StringComparison.Ordinal) && cloud.Name != "private")
        {
            return null;
        }

        return (endpoint is null ? null : Beside(endpoint, "vpcep."))
            ?? (iam is null ? null : Beside(iam, "iam.") ?? iam);

        static Uri? Beside(Uri host, string first) =>
            host.Host.StartsWith(first, StringComparison.OrdinalIgnoreCase)
                ? new UriBuilder(host) { Host = "sts." + host.Host[first.Length..] }.Uri
                : null;
    }

    private static Uri? Address(string key, string? given, VpcepConfig config, Func<string, Uri>? ofRegion)
    {
        if (given is null)
        {
            return config.Region is { } region ? ofRegion?.Invoke(region) : null;
        }

        // Catalogs list addresses with a version behind them; any other path would be dropped without a word.
        var path = new Uri(given).AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path is [] or [['v', >= '0' and <= '9', ..], ..]
            ? CloudHosts.Parse(given)
            : throw new OperationException(
                FailureKind.InvalidInput,
                $"vpcep:{key} is '{given}', which has a path; give the address without it"
            );
    }

    /// <summary>True where the project is the agency's to tell.</summary>
    public static bool IsDelegated(VpcepConfig config) =>
        config is { AgencyName: not null, DelegatedProject: not null };

    // A name can stand for the id where the identity service can be asked.
    private static void RequireProject(VpcepConfig config, Uri? iam, List<MissingKey> missing)
    {
        if (config.ProjectId is not null || IsDelegated(config))
        {
            return;
        }

        if (config.ProjectName is not null && iam is null && config.Endpoint is not null)
        {
            missing.Add(
                new(
                    "iamEndpoint",
                    "the address of the identity service, to look the project up by its name; or set HW_AUTH_URL or OS_AUTH_URL, or give vpcep:projectId"
                )
            );
        }
        else if ((config.ProjectName ?? config.Region) is null || (iam is null && config.Region is not null))
        {
            missing.Add(
                new(
                    "projectId",
                    "the id of the project; or set HW_PROJECT_ID, OS_PROJECT_ID or OS_TENANT_ID, or give its name: vpcep:projectName"
                )
            );
        }
    }
}
