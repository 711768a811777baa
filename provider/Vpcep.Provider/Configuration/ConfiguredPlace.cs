using System.Collections.Immutable;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Configuration;

/// <summary>
/// Where a configuration leads: the address of the API and the project. Nothing is asked of the cloud, so a project's name
/// and a project's id are never known to be different projects.
/// </summary>
internal static class ConfiguredPlace
{
    // What says which address a region has.
    private static readonly string[] Deciding = ["region", "cloud", "cloudDomain", "iamEndpoint"];

    /// <param name="config">What is set and known.</param>
    /// <param name="unknown">Keys that may be set to anything.</param>
    public static Place Of(VpcepConfig config, IReadOnlySet<string> unknown)
    {
        var parts = ImmutableDictionary.CreateBuilder<string, string>();
        if (unknown.Contains("endpoint"))
        {
            // Nothing else says where it is.
        }
        else if (AddressOf(config, unknown) is { } address)
        {
            // Not the scheme: it says how the place is reached.
            parts.Add("address", address.Authority.TrimEnd('.'));
        }
        else if (!unknown.Overlaps(Deciding) && config.IamEndpoint is { } iam && CloudHosts.TryParse(iam) is { } lists)
        {
            // The address is the one that this service has for the region.
            parts.Add("identity", lists.Authority.TrimEnd('.'));
            parts.Add("region", config.Region?.ToLowerInvariant() ?? "");
        }

        if (ClientOptions.IsDelegated(config))
        {
            parts.Add("projectName", $"{config.AgencyDomainName}/{config.DelegatedProject}");
        }
        else if (config.ProjectId is { } id)
        {
            parts.Add("projectId", id);
        }
        else if (
            !unknown.Overlaps(["projectId", "projectName"])
            && (config.ProjectName ?? ClientOptions.DefaultProject(config)) is { } name
        )
        {
            parts.Add("projectName", name);
        }

        return new Place(parts.ToImmutable());
    }

    private static Uri? AddressOf(VpcepConfig config, IReadOnlySet<string> unknown) =>
        config.Endpoint is { } given ? CloudHosts.TryParse(given)
        : config.Region is { } region
        && !unknown.Overlaps(Deciding)
        && ConfiguredCloud.Of(config) is { VpcepHost: not null } cloud
            ? cloud.Vpcep(region)
        : null;
}
