using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;
using Vpcep.Emulator;

namespace Properties.Tests.Programs;

/// <summary>What must be true of a stack and its cloud.</summary>
internal static class Invariant
{
    /// <summary>
    /// After any operation, whatever became of it: what is in the cloud is in the state or was told of, and what is in the
    /// state is in the cloud.
    /// </summary>
    /// <param name="stack">The stack.</param>
    /// <param name="run">The operation.</param>
    /// <param name="stateOfAll">False when others removed things that no refresh has noticed yet.</param>
    public static async Task NothingIsLostAsync(Stack stack, Run run, bool stateOfAll)
    {
        var state = await stack.StateAsync();
        var known = Ids(state).ToHashSet();
        foreach (var id in CloudIds(stack.Cloud.Cloud, deleting: false).Where(id => !known.Contains(id)))
        {
            Assert.True(
                run.Messages.Any(said => said.Message.Contains(id, StringComparison.Ordinal)),
                $"{id} is in the cloud, not in the state, and nobody was told\n{run}"
            );
        }

        if (stateOfAll)
        {
            var real = CloudIds(stack.Cloud.Cloud, deleting: true).ToHashSet();
            // A delete that failed while it waited may have been done all the same.
            var failed = run.Messages.Select(static said => said.Urn).ToHashSet();
            Assert.All(
                Managed(state).Where(resource => !failed.Contains(resource.Urn)).SelectMany(Ids),
                id => Assert.True(real.Contains(id), $"{id} is in the state only\n{run}")
            );
        }

        Assert.Empty(state.PendingOperations);
    }

    /// <summary>After an update that went well: state and cloud are one and the same, as the program says.</summary>
    public static async Task IsAsWantedAsync(Stack stack, IReadOnlyList<WantedResource> wanted)
    {
        var state = await stack.StateAsync();
        Assert.Equal(
            wanted.Select(static resource => resource.Name).Order(StringComparer.Ordinal),
            Managed(state).Select(static resource => Urn.NameOf(resource.Urn)).Order(StringComparer.Ordinal)
        );
        Assert.All(Managed(state), static resource => Assert.False(resource.Delete || resource.PendingReplacement));
        Assert.Equal(
            Ids(state).Order(StringComparer.Ordinal),
            CloudIds(stack.Cloud.Cloud, deleting: true).Order(StringComparer.Ordinal)
        );
        foreach (var resource in wanted)
        {
            Matches(resource, slot => IdOf(state, wanted, slot), state, stack.Cloud.Cloud);
        }
    }

    /// <summary>Where nothing differs in meaning, no preview makes, replaces or deletes anything.</summary>
    public static async Task NothingToReplaceAsync(Stack stack, IReadOnlyList<WantedResource> wanted)
    {
        var preview = await stack.PreviewAsync(wanted);
        Succeeded("preview", preview);
        Assert.True(
            preview.Changes.All(static change => change.StartsWith("Update ", StringComparison.Ordinal)),
            $"nothing differs, and a preview says\n{preview}"
        );
    }

    /// <summary>The update went well, and made, replaced and deleted nothing.</summary>
    public static void NothingReplaced(string what, Run up)
    {
        Succeeded(what, up);
        Assert.True(
            up.Changes.All(static change => change.StartsWith("Update ", StringComparison.Ordinal)),
            $"{what}, and an update replaced something\n{up}"
        );
    }

    /// <summary>A change is refused while everything is as it was, or it is done in full: what is deleted can be made again.</summary>
    public static async Task IsDoneOrRefusedAsync(Stack stack, IReadOnlyList<WantedResource> wanted)
    {
        var before = CloudIds(stack.Cloud.Cloud, deleting: true).ToHashSet();
        var preview = await stack.PreviewAsync(wanted);
        var up = await stack.UpAsync(wanted);
        Assert.True(preview.Succeeded == up.Succeeded, $"the preview said:\n{preview}\nand up did:\n{up}");
        if (up.Succeeded)
        {
            await IsAsWantedAsync(stack, wanted);
        }
        else
        {
            Assert.True(
                before.SetEquals(CloudIds(stack.Cloud.Cloud, deleting: true)),
                $"what was refused changed something\n{up}"
            );
        }
    }

    /// <summary>Where nothing is in the way, every operation goes well.</summary>
    public static void Succeeded(string what, Run run) => Assert.True(run.Succeeded, $"{what}: {run}");

    private static void Matches(WantedResource resource, Func<Slot, string> idOf, Snapshot state, Cloud cloud)
    {
        var held = Held(state, resource.Name);
        var inputs = resource.Inputs;
        switch (resource.Slot.Kind)
        {
            case Kind.Service:
                var service = cloud.FindService(held.Id!)!;
                Assert.Equal(Statuses.Available, service.Status);
                Is(inputs, "vpcId", service.VpcId);
                Is(inputs, "portId", service.PortId);
                Is(inputs, "serverType", service.ServerType);
                Is(inputs, "serviceName", service.Name ?? "");
                Is(inputs, "approvalEnabled", service.ApprovalEnabled, true);
                Is(inputs, "tcpProxy", service.TcpProxy, "close");
                Is(inputs, "description", service.Description, "");
                Assert.Equal(
                    Elements(inputs, "ports"),
                    Sorted(service.Ports.Select(static port => Props.Port(port.ClientPort, port.ServerPort)))
                );
                // No program here says another one.
                Assert.All(service.Ports, static port => Assert.Equal("TCP", port.Protocol));
                TagsAre(inputs, service.Tags);
                break;
            case Kind.Permission:
                var permissions = cloud.FindService(idOf(resource.Service!.Value))!.Permissions;
                var record = permissions.Single(entry => entry.Value == Text(inputs, "permission"));
                Is(inputs, "description", record.Description, "");
                break;
            case Kind.Endpoint:
                var endpoint = cloud.FindEndpoint(held.Id!)!;
                Assert.Equal(idOf(resource.Service!.Value), endpoint.EndpointServiceId);
                Assert.NotEqual(Statuses.Failed, endpoint.Status);
                Is(inputs, "vpcId", endpoint.VpcId);
                Is(inputs, "subnetId", endpoint.SubnetId!);
                Is(inputs, "portIp", endpoint.Ip!);
                Is(inputs, "enableDns", endpoint.EnableDns, false);
                Is(inputs, "enableWhitelist", endpoint.EnableWhitelist, false);
                Is(inputs, "description", endpoint.Description, "");
                Assert.Equal(
                    Elements(inputs, "whitelist"),
                    Sorted(endpoint.Whitelist.Select(static item => (PropertyValue)item))
                );
                TagsAre(inputs, endpoint.Tags);
                break;
            case Kind.Gateway:
                var gateway = cloud.FindEndpoint(held.Id!)!;
                Assert.Equal(Statuses.Accepted, gateway.Status);
                Is(inputs, "vpcId", gateway.VpcId);
                if (inputs.ContainsKey("routeTables"))
                {
                    Assert.Equal(
                        Elements(inputs, "routeTables"),
                        Sorted(gateway.Routetables.Select(static item => (PropertyValue)item))
                    );
                }

                TagsAre(inputs, gateway.Tags);
                break;
            default:
                var connection = cloud.FindEndpoint(idOf(resource.Endpoint!.Value))!;
                Assert.Equal(
                    Text(inputs, "decision") == "reject" ? Statuses.Rejected : Statuses.Accepted,
                    connection.Status
                );
                Is(inputs, "description", connection.ConnectionDescription, "");
                break;
        }
    }

    // What the program does not say has the documented default; null where the cloud may choose.
    private static void Is(PropertyMap inputs, string name, PropertyValue actual, PropertyValue? other = null)
    {
        if ((inputs.Find(name) ?? other) is { } expected)
        {
            Assert.True(expected.Equals(actual), $"{name} is {actual} in the cloud, and not {expected}");
        }
    }

    private static void TagsAre(PropertyMap inputs, IReadOnlyList<Tag> tags) =>
        Is(
            inputs,
            "tags",
            new ObjectValue(Props.Map([.. tags.Select(static tag => (tag.Key, (PropertyValue)tag.Value))])),
            new ObjectValue(PropertyMap.Empty)
        );

    private static string? Text(PropertyMap inputs, string name) => (inputs.Find(name) as StringValue)?.Value;

    private static string[] Elements(PropertyMap inputs, string name) =>
        inputs.Find(name) is ListValue list ? Sorted(list.Items) : [];

    private static string[] Sorted(IEnumerable<PropertyValue> items) =>
        [.. items.Select(static item => item.ToString()).Order(StringComparer.Ordinal)];

    /// <summary>The resources of the cloud.</summary>
    public static IEnumerable<ResourceState> Managed(Snapshot state) =>
        state.Resources.Where(static resource => resource.Custom && !resource.IsProvider);

    /// <summary>The one of that name.</summary>
    public static ResourceState Held(Snapshot state, string name) =>
        Managed(state).Single(resource => Urn.NameOf(resource.Urn) == name);

    private static string IdOf(Snapshot state, IReadOnlyList<WantedResource> wanted, Slot slot) =>
        Held(state, wanted.Single(resource => resource.Slot == slot).Name).Id!;

    // An approval is a decision about an object, and no object.
    private static IEnumerable<string> Ids(Snapshot state) => Managed(state).SelectMany(Ids);

    private static IEnumerable<string> Ids(ResourceState resource) =>
        resource.Type != new Slot(Kind.Approval, 0).Type && !resource.PendingReplacement ? [resource.Id!] : [];

    private static IEnumerable<string> CloudIds(Cloud cloud, bool deleting) =>
        cloud
            .Services.Where(service => deleting || service.Status != Statuses.Deleting)
            .SelectMany(static service =>
                service.Permissions.Select(entry => $"{service.Id}/{entry.Value}").Prepend(service.Id)
            )
            .Concat(
                cloud
                    .Endpoints.Where(endpoint => deleting || endpoint.Status != Statuses.Deleting)
                    .Select(static endpoint => endpoint.Id)
            );
}
