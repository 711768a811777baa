using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Documentation.Messages.Produced;

namespace Vpcep.Provider.Tests.Documentation.Messages;

/// <summary>What is said while things are made, waited for and deleted.</summary>
internal static class LifeMessages
{
    // Longer than what the clock jumps at once: a time that was up at its first jump could be up before anything was asked.
    private const double Limit = 50;

    public static async Task<string> UpdateOfWhatIsGoneAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Cloud.Cloud.Vanish(service.Id);
        return await FailureAsync(() => service.UpdateAsync(Props.Service.With("serviceName", "other")));
    }

    public static async Task<string> CreationForWhatIsGoneAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Cloud.Cloud.Vanish(service.Id);
        return await FailureAsync(() => new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id)));
    }

    public static Task<string> NotPermittedAsync(ProviderOnEmulator host) =>
        FailureAsync(() =>
            new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(host.Cloud.Cloud.CreateService(Account.Other).Id))
        );

    public static async Task<string> InterruptedDeletionAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        using (host.Time.Hold())
        {
            var failure = FailureAsync(service.DeleteAsync);
            while (host.CallsOf("DeleteService") == 0)
            {
                await Task.Delay(10);
            }

            await host.Provider.Client.CancelAsync(new Empty()).ResponseAsync;
            return await failure;
        }
    }

    public static async Task<string> DeletionOutOfTimeAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        return await FailureAsync(() =>
            host
                .Provider.Client.DeleteAsync(
                    new DeleteRequest
                    {
                        Id = service.Id,
                        Urn = service.Urn,
                        Type = service.Type,
                        Properties = StructCodec.Encode(service.Outputs),
                        Timeout = Limit,
                    }
                )
                .ResponseAsync
        );
    }

    public static Task<string> CreationOutOfTimeAsync(ProviderOnEmulator host) =>
        FailureAsync(() => new Managed(host, "EndpointService").CreateAsync(Props.Service, timeout: Limit));

    public static async Task<string> WaitingForOwnerAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        Assert.DoesNotContain(
            host.Messages,
            static message => message is { Ephemeral: false, Severity: not LogSeverity.Debug }
        );
        return Statuses(host, endpoint.Urn)[^1];
    }

    public static async Task<string> NotLookedAtAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var config = StructCodec.Decode(ProviderOnEmulator.Config(host.Cloud));
        await host.OpenFromStateAsync(config.Without("accessKey").Without("secretKey"));
        return await FailureAsync(endpoint.RefreshAsync);
    }

    public static async Task<string> UnknownStatusAsync(ProviderOnEmulator host)
    {
        using var pause = host.Time.Hold();
        var creation = FailureAsync(() =>
            new Managed(host, "EndpointService").CreateAsync(Props.Service, timeout: 300)
        );
        while (host.Cloud.Cloud.Services.Count == 0)
        {
            await Task.Delay(10);
        }

        host.Cloud.Cloud.ChangeService(
            host.Cloud.Cloud.Services[0].Id,
            static service => service with { Status = "migrating", Next = null }
        );
        pause.Dispose();
        return await creation;
    }

    public static async Task<string> JustMadeAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        // The message counts the seconds since the permission was made: none pass until it is said.
        using var pause = host.Time.Hold();
        var permission = await new Managed(host, "ServicePermission").CreateAsync(
            Props.Map(("endpointServiceId", service.Id), ("permission", "*"))
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: false);
        host.Messages.Clear();
        var refresh = permission.RefreshAsync();
        while (Statuses(host, permission.Urn).Count == 0)
        {
            await Task.Delay(10);
        }

        pause.Dispose();
        await refresh;
        return Statuses(host, permission.Urn)[0];
    }

    public static async Task<string> CutConnectionAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(
            Props.Service.With("approvalEnabled", false).With("rejectConnectionsOnDelete", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id);
        await service.DeleteAsync();
        return Statuses(host, service.Urn)
            .Single(static status => status.StartsWith("rejecting", StringComparison.Ordinal));
    }

    public static async Task<string> MadeAnewAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        await service.DeleteAsync();
        host.Messages.Clear();
        await service.CreateAsync(Props.Service.With("serviceName", "other"));
        return Statuses(host, service.Urn)[0];
    }
}
