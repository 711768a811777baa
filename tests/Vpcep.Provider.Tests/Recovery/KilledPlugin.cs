using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>A plugin that dies while the cloud has done what creates asked for and has not answered them.</summary>
internal static class KilledPlugin
{
    /// <summary>Creates the resources until the cloud has them all, and kills the plugin before it hears of any.</summary>
    /// <returns>Ids of what the cloud has made.</returns>
    public static Task<string[]> CreateAsync(
        ProviderOnEmulator host,
        string kind,
        PropertyMap inputs,
        params string[] names
    ) => CreateAsync(host, kind, inputs, stampOff: 0, names);

    /// <inheritdoc cref="CreateAsync(ProviderOnEmulator, string, PropertyMap, string[])"/>
    /// <param name="host">Provider and cloud.</param>
    /// <param name="kind">The resources' kind.</param>
    /// <param name="inputs">Their inputs.</param>
    /// <param name="stampOff">Seconds that the cloud stamps them too late.</param>
    /// <param name="names">Their names.</param>
    public static async Task<string[]> CreateAsync(
        ProviderOnEmulator host,
        string kind,
        PropertyMap inputs,
        double stampOff,
        params string[] names
    )
    {
        string[] before = [.. Ids(host)];
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = $"Create{kind.Replace("EndpointService", "Service", StringComparison.Ordinal)}",
                Kind = FaultKind.Stall,
                When = FaultWhen.After,
                Count = names.Length,
                StampOff = stampOff,
            }
        );
        Task[] creates = [.. names.Select(name => new Managed(host, kind, name).CreateAsync(inputs))];
        await UntilAsync(() => Ids(host).Count() == before.Length + names.Length);
        await host.RestartAsync();
        host.Cloud.Faults.Clear();
        foreach (var create in creates)
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => create);
            Assert.True(failure is ObjectDisposedException or RpcException, failure.ToString());
        }

        return [.. Ids(host).Except(before).Order(StringComparer.Ordinal)];
    }

    /// <summary>Notes that are on the disk.</summary>
    public static string[] Notes(ProviderOnEmulator host)
    {
        var folder = Path.Combine(host.Home, "vpcep", "creations");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private static IEnumerable<string> Ids(ProviderOnEmulator host) =>
        host
            .Cloud.Cloud.Services.Select(static service => service.Id)
            .Concat(host.Cloud.Cloud.Endpoints.Select(static endpoint => endpoint.Id));

    // A point in the life of another party that nothing announces: look until it is reached.
    private static async Task UntilAsync(Func<bool> reached)
    {
        async Task Look()
        {
            while (!reached())
            {
                await Task.Yield();
            }
        }

        await Look().DefaultTimeout();
    }
}
