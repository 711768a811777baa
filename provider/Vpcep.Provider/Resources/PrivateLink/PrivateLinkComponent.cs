using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>Makes private links of the other resources.</summary>
internal sealed class PrivateLinkComponent(Session session)
    : IComponent<PrivateLinkInputs, PrivateLinkOutputs>,
        ICheckedResource
{
    private const string AllowedAccounts = "allowedAccounts";
    private const string Consumers = "consumers";
    private const string AcceptedEndpoints = "acceptedEndpoints";

    public void Check(InputChecker checker, InputView inputs)
    {
        PortRules.Check(checker, inputs);
        session.CheckTags(checker, inputs);
        CheckNames(checker, inputs, AllowedAccounts, AccountAttribute.PermissionOf);
        CheckNames(checker, inputs, AcceptedEndpoints, static id => id);
        WarnOfUnknownNames(checker, inputs);
        foreach (var (_, consumer) in inputs[Consumers].Entries)
        {
            session.CheckTags(checker, consumer);
        }
    }

    public async Task<PropertyMap> ConstructAsync(Construction construction, PropertyMap inputs)
    {
        var link = construction.Name;
        var service = await construction
            .AddAsync(
                "vpcep:index:EndpointService",
                link,
                inputs.Without(AllowedAccounts).Without(Consumers).Without(AcceptedEndpoints)
            )
            .ConfigureAwait(false);
        var permissions = Known(inputs, AllowedAccounts)
            .Select(account => AllowAsync(construction, service, account.Text, account.Value));
        var approvals = Known(inputs, AcceptedEndpoints)
            .Select(endpoint => AcceptAsync(construction, service, $"{link}-{endpoint.Text}", endpoint.Value, null));
        var connections = inputs
            .Find(Consumers)
            .Entries()
            .Select(consumer => ConnectAsync(construction, service, consumer.Key, consumer.Value))
            .ToList();
        await Task.WhenAll([.. permissions, .. approvals, .. connections]).ConfigureAwait(false);

        var endpoints = inputs.Find(Consumers) is { Unwrapped: UnknownValue } unknown
            ? unknown
            : new ObjectValue(new PropertyMap(await Task.WhenAll(connections).ConfigureAwait(false)));
        return new PropertyMap([
            new("serviceId", service.Id),
            new("fullName", service["fullName"]),
            new("endpoints", endpoints),
        ]);
    }

    private static Task<Child> AllowAsync(Construction construction, Child service, string account, PropertyValue value)
    {
        var permission = AccountAttribute.PermissionOf(account);
        var name = permission == PermissionName.Everyone ? "everyone" : permission[(permission.LastIndexOf(':') + 1)..];
        return construction.AddAsync(
            "vpcep:index:ServicePermission",
            $"{construction.Name}-{name}",
            new PropertyMap([new("endpointServiceId", service.Id), new("permission", value.Apply(_ => permission))]),
            deletedWith: service
        );
    }

    private static async Task<KeyValuePair<string, PropertyValue>> ConnectAsync(
        Construction construction,
        Child service,
        string consumer,
        PropertyValue settings
    )
    {
        var name = $"{construction.Name}-{consumer}";
        // Of what nothing is known a preview claims nothing: an endpoint that there is stays as it is.
        var open =
            settings.Unwrapped is UnknownValue
                ? PrivateLinkConsumer.Model.Properties.Select(static input => input.Name).ToList()
                : [];
        var inputs = new PropertyMap(
            open.Count > 0 ? open.Select(input => KeyValuePair.Create(input, settings)) : settings.Entries()
        );
        var endpoint = await construction
            .AddAsync(
                "vpcep:index:Endpoint",
                name,
                inputs.With("endpointServiceId", service.Id),
                deletedWith: null,
                ignoreChanges: open
            )
            .ConfigureAwait(false);
        // Deleting an acceptance cuts the connection, which is of no use where the endpoint goes as well.
        var approval = await AcceptAsync(construction, service, name, endpoint.Id, endpoint).ConfigureAwait(false);
        if (open.Count > 0)
        {
            return KeyValuePair.Create(consumer, settings);
        }

        var result = new PropertyMap([new("endpointId", endpoint.Id), new("ip", approval["ip"])]);
        var named = inputs.Find("enableDns")?.Unwrapped is UnknownValue or BoolValue { Value: true };
        return KeyValuePair.Create<string, PropertyValue>(
            consumer,
            new ObjectValue(named ? result.With("dnsNames", approval["dnsNames"]) : result)
        );
    }

    private static Task<Child> AcceptAsync(
        Construction construction,
        Child service,
        string name,
        PropertyValue endpointId,
        Child? endpoint
    ) =>
        construction.AddAsync(
            "vpcep:index:EndpointApproval",
            name,
            new PropertyMap([new("endpointServiceId", service.Id), new("endpointId", endpointId)]),
            deletedWith: endpoint
        );

    private static IEnumerable<(string Text, PropertyValue Value)> Known(PropertyMap inputs, string list) =>
        from item in inputs.Find(list).Elements()
        let text = item.Unwrapped as StringValue
        where text is not null
        select (text.Value, item);

    // Engines delete what a component does not declare, and it can declare nothing without its name.
    private static void WarnOfUnknownNames(InputChecker checker, InputView inputs)
    {
        WarnIf(IsUnknown(inputs[Consumers]), Consumers, "endpoints and approvals");
        foreach (var (_, consumer) in inputs[Consumers].Entries.Where(static entry => IsUnknown(entry.Value)))
        {
            checker.Warn(
                consumer.Path,
                "not known yet, so this preview shows an endpoint that there is as it is: only the update can tell whether that changes"
            );
        }

        foreach (var (list, kind) in new[] { (AllowedAccounts, "permissions"), (AcceptedEndpoints, "approvals") })
        {
            WarnIf(IsUnknown(inputs[list]) || inputs[list].Elements.Any(IsUnknown), list, kind);
        }

        void WarnIf(bool unknown, string input, string kind)
        {
            if (unknown)
            {
                checker.Warn(
                    PropertyPath.Root.Append(input),
                    $"not known yet, so this preview cannot tell which {kind} there will be: those that it shows as deleted stay where the input turns out to name them"
                );
            }
        }
    }

    private static bool IsUnknown(InputView input) => input is { IsSet: false, IsUnset: false };

    private static void CheckNames(InputChecker checker, InputView inputs, string list, Func<string, string> canonical)
    {
        var first = new Dictionary<string, PropertyPath>(StringComparer.Ordinal);
        foreach (var item in inputs[list].Elements)
        {
            if (item.IsSecret)
            {
                checker.Add(item.Path, "cannot be secret, for it becomes a part of a resource name");
            }
            else if (item.Text is { } text && !first.TryAdd(canonical(text), item.Path))
            {
                checker.Add(item.Path, $"the same as {first[canonical(text)]}; remove one of them");
            }
        }
    }
}
