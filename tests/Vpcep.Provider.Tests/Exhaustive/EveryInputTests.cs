using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointApproval;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Resources.ServicePermission;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Exhaustive;

/// <summary>Every input of every resource on every cloud: imported as it was made, and seen when it drifts.</summary>
public sealed class EveryInputTests
{
    // What only the provider knows: the cloud cannot change it.
    private static readonly string[] OfTheProvider = ["rejectConnectionsOnDelete", "waitForAcceptance"];

    // What the cloud does not tell: EditionTests have them.
    private static readonly string[] Untold = ["serverResources"];

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Drift_of_a_service(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        AllAreTested(EndpointServiceInputs.Model, host, [.. Drift.Service.Keys, .. Drift.Professional.Keys, .. Untold]);
        await DriftAsync(Full.Service(host), Drift.Service);
        await DriftAsync(Full.Professional(host), Drift.Professional);

        async Task DriftAsync(
            PropertyMap inputs,
            IReadOnlyDictionary<string, Func<EndpointService, EndpointService>> drift
        )
        {
            foreach (var (property, change) in drift.Where(drift => inputs.ContainsKey(drift.Key)))
            {
                var service = await new Managed(host, "EndpointService").CreateAsync(inputs);
                host.Cloud.Cloud.ChangeService(service.Id, change);
                await OnlyDriftsAsync(service, property);
                host.Cloud.Cloud.Vanish(service.Id);
            }
        }
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Drift_of_an_endpoint(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        AllAreTested(
            EndpointInputs.Model,
            host,
            [
                .. Drift.Endpoint.Keys,
                .. Drift.DualStack.Keys,
                .. Drift.Gateway.Keys,
                .. Drift.Keys.Keys,
                // The cloud does not tell it: EditionTests have it.
                "edition",
            ]
        );
        var professional = await new Managed(host, "EndpointService", "pro").CreateAsync(
            Full.Professional(host).With("approvalEnabled", false)
        );
        await DriftAsync(host, Full.DualStack(host, professional.Id), Drift.DualStack);
        await DriftAsync(host, Full.Endpoint(host, service.Id), Drift.Endpoint);
        await DriftAsync(host, Full.Gateway(host), Drift.Gateway);
        await DriftAsync(host, Full.Keys(host), Drift.Keys);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Drift_of_a_permission(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var inputs = Full.Permission(host, service.Id);
        // Two of them are the identity: when they change, the record is another one and this one is gone.
        AllAreTested(ServicePermissionInputs.Model, host, ["endpointServiceId", "permission", "description"]);
        var permission = await new Managed(host, "ServicePermission").CreateAsync(inputs);
        Assert.Empty(await permission.RefreshAsync() ?? ["gone"]);
        if (inputs.ContainsKey("description"))
        {
            host.Cloud.Cloud.ChangePermission(
                service.Id,
                inputs.Text("permission"),
                static record => record with { Description = "other" }
            );
            await OnlyDriftsAsync(permission, "description");
        }

        host.Cloud.Cloud.SetPermission(service.Id, inputs.Text("permission"), present: false);
        Assert.Null(await permission.RefreshAsync());
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Drift_of_an_approval(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var (inputs, endpoint) = await ForeignAsync(host);
        AllAreTested(EndpointApprovalInputs.Model, host, [.. inputs.Keys]);
        var approval = await new Managed(host, "EndpointApproval").CreateAsync(inputs);
        Assert.Empty(await approval.RefreshAsync() ?? ["gone"]);
        host.Cloud.Cloud.ChangeEndpoint(endpoint, static held => held with { Status = "rejected" });
        await OnlyDriftsAsync(approval, "decision");
        await approval.UpdateAsync(inputs);
        if (inputs.ContainsKey("description"))
        {
            host.Cloud.Cloud.ChangeEndpoint(endpoint, static held => held with { ConnectionDescription = "" });
            await OnlyDriftsAsync(approval, "description");
        }

        host.Cloud.Cloud.Vanish(endpoint);
        Assert.Null(await approval.RefreshAsync());
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Imported_by_id_alone_a_resource_is_as_the_program_says(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = Full.Service(host);
        var serviceId = await UnchangedAsync(host, "EndpointService", service);
        await UnchangedAsync(host, "Endpoint", Full.Endpoint(host, serviceId));
        var professional = await UnchangedAsync(host, "EndpointService", Full.Professional(host));
        await UnchangedAsync(host, "Endpoint", Full.DualStack(host, professional));
        await UnchangedAsync(host, "Endpoint", Full.Gateway(host));
        await UnchangedAsync(host, "Endpoint", Full.Keys(host));
        await UnchangedAsync(host, "ServicePermission", Full.Permission(host, serviceId));
        var (approval, _) = await ForeignAsync(host);
        await UnchangedAsync(host, "EndpointApproval", approval);

        var byName = new Managed(host, "EndpointService", "by-name");
        var fullName = host.Cloud.Cloud.FindService(serviceId)!.ServiceName;
        await byName.ImportAsync(fullName);
        Assert.Equal(serviceId, byName.Id);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await byName.DiffAsync(service)).Changes);
    }

    private static async Task<(PropertyMap Inputs, string Endpoint)> ForeignAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService", "approving").CreateAsync(
            Full.Service(host, "approving").With("approvalEnabled", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        var endpoint = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        return (Full.Approval(host, service.Id, endpoint.Id), endpoint.Id);
    }

    private static async Task DriftAsync(
        ProviderOnEmulator host,
        PropertyMap inputs,
        IReadOnlyDictionary<string, Func<VpcEndpoint, VpcEndpoint>> drift
    )
    {
        foreach (var (property, change) in drift.Where(drift => inputs.ContainsKey(drift.Key)))
        {
            var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
            host.Cloud.Cloud.ChangeEndpoint(endpoint.Id, change);
            await OnlyDriftsAsync(endpoint, property);
            host.Cloud.Cloud.Vanish(endpoint.Id);
        }
    }

    private static async Task OnlyDriftsAsync(Managed resource, string property)
    {
        var drifted = await resource.RefreshAsync() ?? ["gone"];
        Assert.Equal(
            [property],
            drifted.Select(static path => PropertyPath.Parse(path).Head).OfType<string>().Distinct()
        );
    }

    private static async Task<string> UnchangedAsync(ProviderOnEmulator host, string kind, PropertyMap inputs)
    {
        var made = await new Managed(host, kind, "made").CreateAsync(inputs);
        var imported = new Managed(host, kind, "imported");
        var (_, failures) = await imported.CheckAsync(await imported.ImportAsync(made.Id));
        Assert.Empty(failures);
        var diff = await imported.DiffAsync(inputs);
        Assert.True(diff.Changes == DiffResponse.Types.DiffChanges.DiffNone, $"{kind}: {diff}");
        return made.Id;
    }

    /// <summary>An input that is added to a model has to be added here.</summary>
    private static void AllAreTested(ObjectModel model, ProviderOnEmulator host, IEnumerable<string> tested)
    {
        var cloud = ProviderOnEmulator.CloudOf(host.Cloud.Options.Dialect);
        var offered = model
            .Properties.Where(property =>
                property.RequiresFeature is not { } feature || cloud.Has(Enum.Parse<Client.CloudFeatures>(feature))
            )
            .Select(static property => property.Name)
            .Except(OfTheProvider);
        Assert.Empty(offered.Except(tested));
    }
}
