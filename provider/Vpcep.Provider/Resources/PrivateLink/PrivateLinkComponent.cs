using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>Makes private links of the other resources.</summary>
internal sealed class PrivateLinkComponent(Session session)
    : IComponent<PrivateLinkInputs, PrivateLinkOutputs>,
        ICheckedResource
{
    private const string AllowedAccounts = PrivateLinkRules.AllowedAccounts;
    private const string Consumers = PrivateLinkRules.Consumers;
    private const string AcceptedEndpoints = PrivateLinkRules.AcceptedEndpoints;

    public void Check(InputChecker checker, InputView inputs) => PrivateLinkRules.Check(session, checker, inputs);

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
        var present = new PresentMembers(session, construction, service);
        var connections = inputs
            .Find(Consumers)
            .Entries()
            .Select(consumer => ConnectAsync(construction, service, consumer.Key, consumer.Value))
            .ToList();
        await Task.WhenAll([
                .. connections,
                AllowAllAsync(construction, service, inputs, present),
                AcceptAllAsync(construction, service, inputs, present, connections),
            ])
            .ConfigureAwait(false);
        var connected = await Task.WhenAll(connections).ConfigureAwait(false);
        var endpoints = inputs.Find(Consumers) is { Unwrapped: UnknownValue } unknown
            ? unknown
            : new ObjectValue(
                new PropertyMap(connected.Select(static made => KeyValuePair.Create(made.Consumer, made.Output)))
            );
        return new PropertyMap([
            new("serviceId", service.Id),
            new("fullName", service["fullName"]),
            new("endpoints", endpoints),
        ]);
    }

    private static async Task AllowAllAsync(
        Construction construction,
        Child service,
        PropertyMap inputs,
        PresentMembers present
    )
    {
        var accounts = Known(inputs, AllowedAccounts).ToList();
        if (IsOpen(inputs, AllowedAccounts))
        {
            var named = accounts.Select(static account => AccountAttribute.PermissionOf(account.Text));
            accounts.AddRange(Texts(await present.PermissionsAsync(named).ConfigureAwait(false)));
        }

        await Task.WhenAll(accounts.Select(account => AllowAsync(construction, service, account.Text, account.Value)))
            .ConfigureAwait(false);
    }

    private static async Task AcceptAllAsync(
        Construction construction,
        Child service,
        PropertyMap inputs,
        PresentMembers present,
        IEnumerable<Task<Connected>> connections
    )
    {
        var endpoints = Known(inputs, AcceptedEndpoints).ToList();
        // The consumers' own endpoints are not told from others before the consumers are known.
        if (IsOpen(inputs, AcceptedEndpoints) && inputs.Find(Consumers)?.Unwrapped is not UnknownValue)
        {
            var own = await Task.WhenAll(connections).ConfigureAwait(false);
            var named = endpoints
                .Select(static endpoint => endpoint.Text)
                .Concat(
                    own.Select(static made => made.EndpointId.Unwrapped)
                        .OfType<StringValue>()
                        .Select(static id => id.Value)
                );
            endpoints.AddRange(Texts(await present.EndpointsAsync(named).ConfigureAwait(false)));
        }

        await Task.WhenAll(
                endpoints.Select(endpoint =>
                    AcceptAsync(construction, service, $"{construction.Name}-{endpoint.Text}", endpoint.Value, null)
                )
            )
            .ConfigureAwait(false);
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

    private static async Task<Connected> ConnectAsync(
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
            return new Connected(consumer, endpoint.Id, settings);
        }

        var result = new PropertyMap([new("endpointId", endpoint.Id), new("ip", approval["ip"])]);
        var named = inputs.Find("enableDns")?.Unwrapped is UnknownValue or BoolValue { Value: true };
        return new Connected(
            consumer,
            endpoint.Id,
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

    private static IEnumerable<(string Text, PropertyValue Value)> Texts(IEnumerable<string> texts) =>
        texts.Select(static text => (text, (PropertyValue)text));

    // True where a list, or an element of it, is not known yet.
    private static bool IsOpen(PropertyMap inputs, string list) =>
        inputs.Find(list) is { } value
        && (value.Unwrapped is UnknownValue || value.Elements().Any(static item => item.Unwrapped is UnknownValue));

    private sealed record Connected(string Consumer, PropertyValue EndpointId, PropertyValue Output);
}
