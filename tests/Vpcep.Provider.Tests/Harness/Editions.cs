using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>Services on a cloud that has editions.</summary>
internal static class Editions
{
    public const string Pro = "professional";

    /// <summary>The inputs of a service that says nothing of editions.</summary>
    public static PropertyMap Basic { get; } = Props.Service.Without("serviceName");

    public static Task<ProviderOnEmulator> HuaweiAsync() => ProviderOnEmulator.StartAsync("huaweicloud");

    public static async Task<Managed> ServiceAsync(ProviderOnEmulator host, PropertyMap inputs) =>
        await new Managed(host, "EndpointService", "service").CreateAsync(inputs);

    /// <summary>What the cloud has of a service.</summary>
    public static EndpointService Held(ProviderOnEmulator host, Managed service) =>
        host.Cloud.Cloud.FindService(service.Id)!;

    /// <summary>What the requests of an operation said.</summary>
    public static string[] Bodies(ProviderOnEmulator host, string operation) =>
        [.. host.Cloud.Calls.All.Where(call => call.Operation == operation).Select(static call => call.Body ?? "")];
}
