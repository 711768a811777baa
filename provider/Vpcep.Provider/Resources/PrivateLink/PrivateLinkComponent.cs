using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Vpcep.Client;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointApproval;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Resources.ServicePermission;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>Makes private links of the other resources.</summary>
internal sealed class PrivateLinkComponent(Session session)
    : IComponent<PrivateLinkInputs, PrivateLinkOutputs>,
        ICheckedResource
{
    public void Check(InputChecker checker, InputView inputs) => PrivateLinkRules.Check(session, checker, inputs);

    public async Task<Properties<PrivateLinkOutputs>> ConstructAsync(
        Construction construction,
        Output<PrivateLinkInputs> inputs
    )
    {
        var service = await construction
            .AddAsync<EndpointServiceInputs, EndpointServiceState>(
                "vpcep:index:EndpointService",
                construction.Name,
                new Properties<EndpointServiceInputs>().With(inputs)
            )
            .ConfigureAwait(false);
        var present = new PresentMembers(session, construction, service);
        var connections = inputs
            .Consumers.Select(consumer => ConnectAsync(construction, service, consumer.Key, consumer.Value))
            .ToList();
        await Task.WhenAll([
                .. connections,
                AllowAllAsync(construction, service, inputs, present),
                AcceptAllAsync(construction, service, inputs, present, connections),
            ])
            .ConfigureAwait(false);
        var connected = (await Task.WhenAll(connections).ConfigureAwait(false)).ToDictionary(
            static made => made.Consumer,
            StringComparer.Ordinal
        );
        return new()
        {
            ServiceId = service.Id,
            FullName = service.Outputs.FullName,
            Endpoints = inputs.Consumers.Select((consumer, _) => connected[consumer].Outputs),
        };
    }

    private static async Task AllowAllAsync(
        Construction construction,
        Child service,
        Output<PrivateLinkInputs> inputs,
        PresentMembers present
    )
    {
        var accounts = Known(inputs.AllowedAccounts).ToList();
        if (IsOpen(inputs.AllowedAccounts))
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
        Output<PrivateLinkInputs> inputs,
        PresentMembers present,
        IEnumerable<Task<Connected>> connections
    )
    {
        var endpoints = Known(inputs.AcceptedEndpoints).ToList();
        // The consumers' own endpoints are not told from others before the consumers are known.
        if (IsOpen(inputs.AcceptedEndpoints) && !inputs.Consumers.IsUnknown)
        {
            var own = await Task.WhenAll(connections).ConfigureAwait(false);
            var named = endpoints
                .Select(static endpoint => endpoint.Text)
                .Concat(own.SelectMany(static made => made.EndpointId.TryGet(out var id) ? [id] : (string[])[]));
            endpoints.AddRange(Texts(await present.EndpointsAsync(named).ConfigureAwait(false)));
        }

        await Task.WhenAll(
                endpoints.Select(endpoint =>
                    AcceptAsync(construction, service, $"{construction.Name}-{endpoint.Text}", endpoint.Value, null)
                )
            )
            .ConfigureAwait(false);
    }

    private static Task<Child<ServicePermissionState>> AllowAsync(
        Construction construction,
        Child service,
        string account,
        Output<string> value
    )
    {
        var permission = AccountAttribute.PermissionOf(account);
        var name = permission == PermissionName.Everyone ? "everyone" : permission[(permission.LastIndexOf(':') + 1)..];
        return construction.AddAsync<ServicePermissionInputs, ServicePermissionState>(
            "vpcep:index:ServicePermission",
            $"{construction.Name}-{name}",
            new() { EndpointServiceId = service.Id, Permission = value.Apply(_ => permission) },
            new() { DeletedWith = service }
        );
    }

    private static async Task<Connected> ConnectAsync(
        Construction construction,
        Child service,
        string consumer,
        Output<PrivateLinkConsumer> settings
    )
    {
        var name = $"{construction.Name}-{consumer}";
        // Of what nothing is known a preview claims nothing: an endpoint that there is stays as it is.
        string[] open = settings.IsUnknown
            ? [.. PrivateLinkConsumer.Model.Properties.Select(static input => input.Name)]
            : [];
        var endpoint = await construction
            .AddAsync<EndpointInputs, EndpointState>(
                "vpcep:index:Endpoint",
                name,
                new Properties<EndpointInputs> { EndpointServiceId = service.Id }.With(settings),
                new() { IgnoreChanges = open }
            )
            .ConfigureAwait(false);
        // Deleting an acceptance cuts the connection, which is of no use where the endpoint goes as well.
        var approval = await AcceptAsync(construction, service, name, endpoint.Id, endpoint).ConfigureAwait(false);
        if (settings.IsUnknown)
        {
            return new Connected(
                consumer,
                endpoint.Id,
                settings.Apply(static _ => new PrivateLinkEndpoint { EndpointId = "" })
            );
        }

        var result = new Properties<PrivateLinkEndpoint> { EndpointId = endpoint.Id, Ip = approval.Outputs.Ip };
        if (settings.EnableDns.IsUnknown || (settings.EnableDns.TryGet(out var named) && named))
        {
            result.DnsNames = approval.Outputs.DnsNames;
        }

        return new Connected(consumer, endpoint.Id, result);
    }

    private static Task<Child<EndpointApprovalState>> AcceptAsync(
        Construction construction,
        Child service,
        string name,
        Output<string> endpointId,
        Child? endpoint
    ) =>
        construction.AddAsync<EndpointApprovalInputs, EndpointApprovalState>(
            "vpcep:index:EndpointApproval",
            name,
            new() { EndpointServiceId = service.Id, EndpointId = endpointId },
            new() { DeletedWith = endpoint }
        );

    private static IEnumerable<(string Text, Output<string> Value)> Known(OutputList<string> list)
    {
        foreach (var item in list)
        {
            if (item.TryGet(out var text))
            {
                yield return (text, item);
            }
        }
    }

    private static IEnumerable<(string Text, Output<string> Value)> Texts(IEnumerable<string> texts) =>
        texts.Select(static text => (text, Output.Of(text)));

    // True where a list, or an element of it, is not known yet.
    private static bool IsOpen(OutputList<string> list) => list.IsUnknown || list.Any(static item => item.IsUnknown);

    private sealed record Connected(string Consumer, Output<string> EndpointId, Output<PrivateLinkEndpoint> Outputs);
}
