using System.IO.Compression;
using System.Text;
using Pulumi.Provider.Hosting;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;
using Vpcep.Client;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Configuration.Files;
using Vpcep.Provider.Functions;
using Vpcep.Provider.Recovery;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointApproval;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Resources.PrivateLink;
using Vpcep.Provider.Resources.ServicePermission;

namespace Vpcep.Provider;

/// <summary>The provider: its resources and functions, and how a session begins.</summary>
public static class VpcepProvider
{
    private static PackageInfo Package { get; } =
        new()
        {
            DisplayName = "VPC Endpoint",
            Description =
                "Private connections between VPCs with VPC Endpoint (VPCEP) on Huawei Cloud, Open Telekom Cloud and private regions of the same family.",
            Keywords = ["pulumi", "vpcep", "huaweicloud", "opentelekomcloud", "category/cloud", "kind/native"],
            Homepage = "https://github.com/pulumi-vpcep/pulumi-vpcep",
            Repository = "https://github.com/pulumi-vpcep/pulumi-vpcep",
            Publisher = "pulumi-vpcep",
            License = "Apache-2.0",
            // Releases of the repository, as the engine writes it.
            PluginDownloadUrl = "github://api.github.com/pulumi-vpcep/pulumi-vpcep",
            ProviderDescription =
                "The configuration of one cloud, region and project. Needed where one program works with several of them; otherwise the stack's configuration does.",
        };

    /// <summary>
    /// The mappings from Terraform's providers: what <c>make sdk</c> made of <c>Mappings/terraform.tsv</c> and the declarations.
    /// </summary>
    internal static IReadOnlyList<TerraformMapping> Mappings { get; } =
    [
        .. ((string[])["huaweicloud", "opentelekomcloud", "flexibleengine", "hcs", "sbercloud"]).Select(
            static provider => new TerraformMapping(provider, () => Unpack($"{provider}.json.gz"))
        ),
    ];

    /// <summary>The version, from the one place that has it: the build.</summary>
    public static string Version { get; } = PluginAssembly.Version(typeof(VpcepProvider).Assembly);

    /// <summary>The provider, ready to be served.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="environment">Reads an environment variable.</param>
    public static ProviderDefinition Create(TimeProvider time, Func<string, string?> environment) =>
        new ProviderDefinition<VpcepConfig, Session>(
            "vpcep",
            Version,
            (config, log) => Open(config, log, time, environment)
        )
        {
            Package = Package,
            Schema = ReadSchema,
            TerraformMappings = Mappings,
            TraceSources = [VpcepClient.TraceSource],
            Explain = CloudFailure.Explain,
            Features = CloudFeatureNames.Places,
            Locate = ConfiguredPlace.Of,
            Ready = static (session, cancellationToken) => session.ReadyAsync(cancellationToken),
        }
            .Resource<EndpointServiceInputs, EndpointServiceState>(
                "vpcep:index:EndpointService",
                static session => new EndpointServiceResource(session)
            )
            .Listable<EndpointServiceQuery>(
                "vpcep:index:EndpointService",
                static session => new EndpointServiceResource(session)
            )
            .Resource<EndpointInputs, EndpointState>(
                "vpcep:index:Endpoint",
                static session => new EndpointResource(session)
            )
            .Listable<EndpointQuery>("vpcep:index:Endpoint", static session => new EndpointResource(session))
            .Resource<ServicePermissionInputs, ServicePermissionState>(
                "vpcep:index:ServicePermission",
                static session => new ServicePermissionResource(session)
            )
            .Listable<ServicePermissionQuery>(
                "vpcep:index:ServicePermission",
                static session => new ServicePermissionResource(session)
            )
            .Resource<EndpointApprovalInputs, EndpointApprovalState>(
                "vpcep:index:EndpointApproval",
                static session => new EndpointApprovalResource(session)
            )
            .Listable<EndpointApprovalQuery>(
                "vpcep:index:EndpointApproval",
                static session => new EndpointApprovalResource(session)
            )
            .Component<PrivateLinkInputs, PrivateLinkOutputs>(
                "vpcep:index:PrivateLink",
                static session => new PrivateLinkComponent(session)
            )
            .Function<GetEndpointServicesArgs, GetEndpointServicesResult>(
                "vpcep:index:getEndpointServices",
                static session => new GetEndpointServices(session)
            )
            .Function<GetEndpointServiceArgs, GetEndpointServiceResult>(
                "vpcep:index:getEndpointService",
                static session => new GetEndpointService(session)
            )
            .Function<GetEndpointsArgs, GetEndpointsResult>(
                "vpcep:index:getEndpoints",
                static session => new GetEndpoints(session)
            )
            .Function<GetEndpointArgs, GetEndpointResult>(
                "vpcep:index:getEndpoint",
                static session => new GetEndpoint(session)
            )
            .Function<GetServiceConnectionsArgs, GetServiceConnectionsResult>(
                "vpcep:index:getServiceConnections",
                static session => new GetServiceConnections(session)
            )
            .Function<GetServicePermissionsArgs, GetServicePermissionsResult>(
                "vpcep:index:getServicePermissions",
                static session => new GetServicePermissions(session)
            )
            .Function<GetPublicServicesArgs, GetPublicServicesResult>(
                "vpcep:index:getPublicServices",
                static session => new GetPublicServices(session)
            )
            .Function<GetServiceSummaryArgs, GetServiceSummaryResult>(
                "vpcep:index:getServiceSummary",
                static session => new GetServiceSummary(session)
            )
            .Function<GetQuotasArgs, GetQuotasResult>("vpcep:index:getQuotas", static session => new GetQuotas(session))
            .Function<GetTagsArgs, GetTagsResult>("vpcep:index:getTags", static session => new GetTags(session))
            .Function<GetResourcesByTagsArgs, GetResourcesByTagsResult>(
                "vpcep:index:getResourcesByTags",
                static session => new GetResourcesByTags(session)
            )
            .Function<GetApiVersionsArgs, GetApiVersionsResult>(
                "vpcep:index:getApiVersions",
                static session => new GetApiVersions(session)
            )
            .Function<GetApiVersionArgs, GetApiVersionResult>(
                "vpcep:index:getApiVersion",
                static session => new GetApiVersion(session)
            )
            .Function<GetP2cGatewayConnectionsArgs, GetP2cGatewayConnectionsResult>(
                "vpcep:vpn:getP2cGatewayConnections",
                static session => new GetP2cGatewayConnections(session)
            );

    /// <summary>The mapping from a provider of Terraform's, or null.</summary>
    internal static TerraformMapping? FindMapping(string provider) =>
        Mappings.FirstOrDefault(mapping => mapping.Provider == provider);

    private static Session Open(
        VpcepConfig config,
        IEngineLog log,
        TimeProvider time,
        Func<string, string?> environment
    )
    {
        var clientLog = new EngineClientLog(log);
        var resolved = ResolvedConfig.Of(config, new UserFiles(environment));
        config = resolved.Config;
        if (resolved.File is not null)
        {
            log.Hide(config.Encode());
        }

        var setup = ClientOptions.From(resolved, Version, environment, time, clientLog);
        var options = setup.Options;

        var home = environment("PULUMI_HOME") is { Length: > 0 } pulumi
            ? pulumi
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pulumi");
        var folder = new NoteFolder(
            Path.Combine(home, "vpcep", "creations"),
            warning => log.Write(LogSeverity.Warning, warning)
        );
        var journal = new CreationJournal(
            folder,
            $"{options.Endpoint ?? setup.IamEndpoint} {options.ProjectId ?? config.ProjectName ?? ClientOptions.DefaultProject(config)} {Environment.CurrentDirectory}"
        );
        var claims = new Claims(
            new ClaimFiles(Path.Combine(home, "vpcep", "claims"), text => log.Write(LogSeverity.Warning, text, ""))
        );
        var client = new VpcepClient(options, time, clientLog);
        var tags = new Tagging(setup.Cloud, client.Tags, TagPolicy.Of(config, setup.Cloud));
        return new Session(setup, client, journal, claims, tags, log, time);
    }

    /// <summary>The schema: what <c>make sdk</c> made of the declarations and examples.</summary>
    internal static string ReadSchema() => Encoding.UTF8.GetString(Unpack("schema.json.gz"));

    private static byte[] Unpack(string resource)
    {
        using var packed = typeof(VpcepProvider).Assembly.GetManifestResourceStream(resource)!;
        using var unpacked = new MemoryStream();
        using var content = new GZipStream(packed, CompressionMode.Decompress);
        content.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
