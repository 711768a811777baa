using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Programs;
using Vpcep.Client;
using Vpcep.Emulator;
using EndpointService = Vpcep.Emulator.EndpointService;
using PortMapping = Vpcep.Emulator.PortMapping;

namespace Properties.Tests.Programs;

/// <summary>Turns of people at the cloud's console, and of the cloud itself.</summary>
internal sealed class Meddling(Stack stack, Wanted wanted)
{
    private static readonly Slot Service = new(Kind.Service, 90);
    private static readonly Slot Endpoint = new(Kind.Endpoint, 90);

    private Cloud Cloud => stack.Cloud.Cloud;

    /// <summary>Services get what the provider has never heard of, and lose their names; a refresh shows it.</summary>
    public async Task DriftAsync()
    {
        foreach (var service in Cloud.Services)
        {
            Cloud.ChangeService(
                service.Id,
                static it =>
                    it with
                    {
                        Name = null,
                        TcpProxy = "proxy_v2",
                        Ports = [.. it.Ports.Select(static port => port with { Protocol = "QUIC" })],
                    }
            );
        }

        Invariant.Succeeded("refresh", await stack.RefreshAsync());
    }

    /// <summary>The cloud turns its lists around; the update that follows, and its refresh, see nothing of it.</summary>
    public async Task ReorderAsync()
    {
        foreach (var service in Cloud.Services)
        {
            Cloud.ChangeService(
                service.Id,
                static it =>
                    it with
                    {
                        Ports = [.. it.Ports.Reverse()],
                        Tags = [.. it.Tags.Reverse()],
                        Permissions = [.. it.Permissions.Reverse()],
                    }
            );
        }

        foreach (var endpoint in Cloud.Endpoints)
        {
            Cloud.ChangeEndpoint(
                endpoint.Id,
                static it =>
                    it with
                    {
                        Whitelist = [.. it.Whitelist.Reverse()],
                        Routetables = [.. it.Routetables.Reverse()],
                        Tags = [.. it.Tags.Reverse()],
                    }
            );
        }

        var refresh = await stack.RefreshAsync();
        Invariant.Succeeded("refresh", refresh);
        Assert.True(refresh.Changes is [], $"another order is taken for a change\n{refresh}");
        await OneChangesAsync();
    }

    // Among ports in another order one changes: that one shows, where the program has it.
    private async Task OneChangesAsync()
    {
        if (wanted.Resources.FirstOrDefault(static it => it.Slot.Kind == Kind.Service) is not { } service)
        {
            return;
        }

        Cloud.ChangeService(
            Invariant.Held(await stack.StateAsync(), service.Name).Id!,
            static it => it with { Ports = [it.Ports[0] with { ServerPort = 9999 }, .. it.Ports.Skip(1)] }
        );
        Invariant.Succeeded("refresh", await stack.RefreshAsync());
        var (said, found) = (
            ServerPorts(service.Inputs),
            ServerPorts(Invariant.Held(await stack.StateAsync(), service.Name).Inputs)
        );
        Assert.Equal(said.Length, found.Length);
        Assert.Equal(said.Length - 1, said.Zip(found).Count(static pair => pair.First == pair.Second));
    }

    private static double?[] ServerPorts(PropertyMap inputs) =>
        [.. InputView.Of(inputs)["ports"].Elements.Select(static port => port["serverPort"].Number)];

    /// <summary>Somebody deletes endpoints, and whoever asks for one gets a 404 that does not say of what.</summary>
    public async Task VanishAsync(Turn turn)
    {
        foreach (var endpoint in (turn with { Which = Math.Max(turn.Which, 0) }).Of(Cloud.Endpoints))
        {
            Cloud.Vanish(endpoint.Id);
        }

        var left = Cloud.Endpoints.Count;
        stack.Cloud.Faults.Add(
            new Fault
            {
                Operation = "GetEndpoint",
                Status = 404,
                Body = "",
                Count = null,
            }
        );
        var refresh = await stack.RefreshAsync();
        stack.Cloud.Faults.Clear();
        Invariant.Succeeded("refresh", refresh);
        var known = Invariant.Managed(await stack.StateAsync()).Select(static it => it.Id).ToHashSet();
        Assert.Equal(left, Cloud.Endpoints.Count(endpoint => known.Contains(endpoint.Id)));
    }

    /// <summary>What somebody made by hand is imported; the program of that changes nothing and makes the same again.</summary>
    public async Task FindAsync(Turn turn)
    {
        var pending = turn.Which % 2 == 1;
        Make(pending);
        var (service, endpoint, gateway) = Made();
        Invariant.Succeeded(
            "import",
            await stack.ImportAsync([
                Item(Service, service.Id),
                Item(new Slot(Kind.Permission, 90), $"{service.Id}/{service.Permissions[0].Value}"),
                Item(Endpoint, endpoint.Id),
                Item(new Slot(Kind.Gateway, 90), gateway.Id),
                .. pending ? [] : new[] { Item(new Slot(Kind.Approval, 90), $"{service.Id}/{endpoint.Id}") },
            ])
        );
        IReadOnlyList<WantedResource> found = await stack.AsImportedAsync([
            new(Service, PropertyMap.Empty),
            new(new Slot(Kind.Permission, 90), PropertyMap.Empty, Service),
            new(Endpoint, PropertyMap.Empty, Service),
            new(new Slot(Kind.Gateway, 90), PropertyMap.Empty),
            .. pending
                ? []
                : new[] { new WantedResource(new Slot(Kind.Approval, 90), PropertyMap.Empty, Service, Endpoint) },
        ]);
        var preview = await stack.PreviewAsync([.. wanted.Resources, .. found]);
        Invariant.Succeeded("preview", preview);
        Assert.True(preview.Changes is [], $"a program of what was found changes something\n{preview}");

        var before = Words(service, endpoint, gateway, pending);
        Invariant.NothingReplaced("imported as it is", await stack.UpAsync([.. wanted.Resources, .. found]));
        await stack.RemakeAsync([.. wanted.Resources, .. found], found);
        (service, endpoint, gateway) = Made();
        Assert.Equal(before, Words(service, endpoint, gateway, pending));
    }

    private void Make(bool pending)
    {
        var (offers, vpc) = (stack.Offers, Props.Id("a vpc of somebody's"));
        var service = Cloud.CreateService(
            Account.Default,
            it =>
                it with
                {
                    VpcId = vpc,
                    PortId = Props.Id("a port of somebody's"),
                    ServerType = "VM",
                    Name = "found",
                    Ports = [new PortMapping(1, 2), new PortMapping(3, 4)],
                    TcpProxy = "proxy_open",
                    Description = offers.Has(CloudFeatures.Description) ? "somebody's" : "",
                    Tags = offers.Has(CloudFeatures.Tags) ? [new Tag("by", "hand")] : [],
                }
        );
        Cloud.SetPermission(service.Id, $"iam:domain::{Props.Domain("somebody")}", present: true);
        Cloud.CreateEndpoint(
            Account.Default,
            service.Id,
            it =>
                it with
                {
                    VpcId = vpc,
                    SubnetId = Props.Id("a subnet of somebody's"),
                    Ip = "10.1.2.3",
                    EnableDns = !pending,
                    Whitelist = ["10.0.0.1", "10.0.1.0/24"],
                    EnableWhitelist = true,
                    Status = pending ? Statuses.PendingAcceptance : Statuses.Accepted,
                    Materialised = !pending,
                }
        );
        Cloud.CreateEndpoint(
            Account.Default,
            PublicServiceDefaults.GatewayId,
            it => it with { VpcId = vpc, Routetables = [Props.Id("somebody's table"), Props.Id("another table")] }
        );
    }

    private (EndpointService Service, VpcEndpoint Endpoint, VpcEndpoint Gateway) Made()
    {
        var vpc = Props.Id("a vpc of somebody's");
        var endpoints = Cloud.Endpoints.Where(it => it.VpcId == vpc).ToLookup(static it => it.ServiceType);
        return (
            Cloud.Services.Single(it => it.VpcId == vpc),
            endpoints["interface"].Single(),
            endpoints["gateway"].Single()
        );
    }

    private static ImportItem Item(Slot slot, string id) => new(slot.Type, slot.Name, id) { Protect = false };

    // Before it is accepted, nobody knows the address.
    private static string Words(EndpointService service, VpcEndpoint endpoint, VpcEndpoint gateway, bool pending) =>
        $"""
            {service.PortId} {service.ServerType} {service.Name} {service.TcpProxy} {service.ApprovalEnabled} {service.Description}
            {string.Join(' ', service.Ports)} {string.Join(' ', service.Tags)} {service.Permissions.Single().Value}
            {endpoint.SubnetId} {(pending ? "" : endpoint.Ip)} {endpoint.EnableDns} {string.Join(
                ' ',
                endpoint.Whitelist
            )}
            {endpoint.EnableWhitelist} {endpoint.Status} {string.Join(' ', gateway.Routetables)}
            """;
}
