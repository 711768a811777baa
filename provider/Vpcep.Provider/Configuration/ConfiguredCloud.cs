using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Configuration;

/// <summary>Which cloud the configuration means: by its name or domain, by an address, or by the region.</summary>
internal static class ConfiguredCloud
{
    /// <summary>The cloud; warns where the region alone tells too little.</summary>
    /// <exception cref="OperationException">Nobody knows it, or two are named.</exception>
    public static CloudHosts Require(VpcepConfig config, IClientLog log)
    {
        var cloud =
            Of(config)
            ?? throw Wrong(
                "cloud",
                config.Cloud!,
                $"is not known; give one of {string.Join(", ", CloudHosts.All.Select(static cloud => cloud.Name))}, or the domain of a private cloud, or set vpcep:endpoint"
            );
        if (config.CloudDomain is { } domain && IsOfAnother(domain, config.Cloud, cloud))
        {
            throw Wrong(
                "cloudDomain",
                domain,
                $"is not of '{config.Cloud}', which vpcep:cloud is; keep one of the two"
            );
        }

        var others = ToldByRegion(config) ? cloud.OthersWith(config.Region!).ToList() : [];
        if (others.Count > 0)
        {
            log.Warning(
                $"vpcep:region is '{config.Region}', a region of {cloud.Title} and of {string.Join(" and of ", others.Select(static other => other.Title))}; it is taken for the one of {cloud.Title}. Set vpcep:cloud to {cloud.Name} or {string.Join(" or ", others.Select(static other => other.Name))}"
            );
        }

        return cloud;
    }

    /// <summary>The same without a word; null when nobody knows it.</summary>
    public static CloudHosts? Of(VpcepConfig config)
    {
        if ((config.Cloud ?? config.CloudDomain) is not null)
        {
            return CloudHosts.Find(config.Cloud, config.Region, config.CloudDomain);
        }

        if (config.Endpoint is { } endpoint)
        {
            return (CloudHosts.TryParse(endpoint) is { } address ? CloudHosts.FromEndpoint(address) : null)
                ?? CloudHosts.Private;
        }

        if (config.IamEndpoint is { } given && CloudHosts.TryParse(given) is { } iam)
        {
            var owner = CloudHosts.FromIamEndpoint(iam);
            return owner is not null ? CloudHosts.Find(owner.Name, config.Region)
                : CloudHosts.ClaimsRegion(config.Region) ? CloudHosts.Find(null, config.Region)
                // A region that nobody knows, with an identity service of its own.
                : CloudHosts.Private;
        }

        return CloudHosts.Find(null, config.Region);
    }

    private static bool ToldByRegion(VpcepConfig config) =>
        config is { Region: not null, Cloud: null, CloudDomain: null, Endpoint: null }
        && (
            config.IamEndpoint is null
            || CloudHosts.TryParse(config.IamEndpoint) is not { } iam
            || CloudHosts.FromIamEndpoint(iam) is null
        );

    private static bool IsOfAnother(string domain, string? name, CloudHosts cloud) =>
        name is not null
        && (
            CloudHosts.IsDomain(name)
                ? !string.Equals(name, domain, StringComparison.OrdinalIgnoreCase)
                : CloudHosts.OfDomain(domain) is { } owner
                    && owner.Name != cloud.Name
                    && !cloud.Name.StartsWith(owner.Name + "-", StringComparison.Ordinal)
        );

    private static OperationException Wrong(string key, string value, string problem) =>
        new(FailureKind.InvalidInput, $"vpcep:{key} is '{value}', which {problem}");
}
