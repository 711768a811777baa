using System.Reflection;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;
using Vpcep.Client;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Recovery;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Resources.ServicePermission;

namespace Vpcep.Provider;

/// <summary>The provider: its resources and functions, and how a session begins.</summary>
public static class VpcepProvider
{
    /// <summary>What the package says of itself.</summary>
    public static PackageInfo Package { get; } =
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
            ProviderDescription =
                "The configuration of one cloud, region and project. Needed where one program works with several of them; otherwise the stack's configuration does.",
        };

    /// <summary>The version, from the one place that has it: the build.</summary>
    public static string Version { get; } =
        typeof(VpcepProvider)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "0.0.0";

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
            Schema = ReadSchema,
            Explain = CloudFailure.Explain,
        }
            .Resource<EndpointServiceInputs, EndpointServiceState>(
                "vpcep:index:EndpointService",
                static session => new EndpointServiceResource(session)
            )
            .Resource<EndpointInputs, EndpointState>(
                "vpcep:index:Endpoint",
                static session => new EndpointResource(session)
            )
            .Resource<ServicePermissionInputs, ServicePermissionState>(
                "vpcep:index:ServicePermission",
                static session => new ServicePermissionResource(session)
            );

    private static Session Open(
        VpcepConfig config,
        IEngineLog log,
        TimeProvider time,
        Func<string, string?> environment
    )
    {
        var options = ClientOptions.From(config, Version);
        var home = environment("PULUMI_HOME") is { Length: > 0 } pulumi
            ? pulumi
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".pulumi");
        var journal = new CreationJournal(
            Path.Combine(home, "vpcep", "creations"),
            $"{options.Endpoint} {options.ProjectId} {Environment.CurrentDirectory}"
        );
        return new Session(new VpcepClient(options, time, new EngineClientLog(log)), journal, time);
    }

    private static string ReadSchema()
    {
        using var stream = typeof(VpcepProvider).Assembly.GetManifestResourceStream("schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
