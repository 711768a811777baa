using Vpcep.Client;
using Vpcep.Emulator;
using EndpointService = Vpcep.Emulator.EndpointService;
using PortMapping = Vpcep.Emulator.PortMapping;

namespace Properties.Tests.Programs;

/// <summary>Changes the cloud behind the provider's back.</summary>
internal static class Drifting
{
    /// <summary>Does it, if the cloud's API shows such a thing at all.</summary>
    public static void Apply(this Drift drift, EmulatorServer server)
    {
        if (!WishGen.CloudOf(server.Options.Dialect.Name).Has(Needed(drift.Kind)))
        {
            return;
        }

        var cloud = server.Cloud;
        var service = Pick(cloud.Services, drift.Which);
        var endpoint = Pick(cloud.Endpoints, drift.Which);
        var connection = Pick(
            [.. cloud.Endpoints.Where(static other => other.ServiceType == "interface")],
            drift.Which
        );
        switch (drift.Kind)
        {
            case DriftKind.RenamesService:
                Change(service, static it => it with { Name = "renamed" });
                break;
            case DriftKind.ChangesPorts:
                Change(service, static it => it with { Ports = [new PortMapping(81, 8181)] });
                break;
            case DriftKind.ChangesApproval:
                Change(service, static it => it with { ApprovalEnabled = !it.ApprovalEnabled });
                break;
            case DriftKind.ChangesServiceTags:
                Change(service, static it => it with { Tags = [new Tag("by", "someone")] });
                break;
            case DriftKind.FailsService:
                Change(service, static it => it with { Status = Statuses.Failed });
                break;
            case DriftKind.RemovesService when service is not null:
                foreach (var user in cloud.Endpoints.Where(user => user.EndpointServiceId == service.Id))
                {
                    cloud.Vanish(user.Id);
                }

                cloud.Vanish(service.Id);
                break;
            case DriftKind.RemovesEndpoint when endpoint is not null:
                cloud.Vanish(endpoint.Id);
                break;
            case DriftKind.ChangesWhitelist:
                Alter(connection, static it => it with { Whitelist = ["10.9.9.9"], EnableWhitelist = true });
                break;
            case DriftKind.ChangesEndpointTags:
                Alter(endpoint, static it => it with { Tags = [new Tag("by", "someone")] });
                break;
            case DriftKind.RejectsConnection:
                Alter(connection, static it => it with { Status = Statuses.Rejected });
                break;
            case DriftKind.AcceptsConnection:
                Alter(connection, static it => it with { Status = Statuses.Accepted });
                break;
            case DriftKind.FailsEndpoint:
                Alter(endpoint, static it => it with { Status = Statuses.Failed });
                break;
            case DriftKind.DescribesConnection:
                Alter(connection, static it => it with { ConnectionDescription = "someone's" });
                break;
            case DriftKind.RemovesPermission:
                Change(service, static it => it with { Permissions = [.. it.Permissions.Skip(1)] });
                break;
            case DriftKind.DescribesPermission:
                Change(
                    service,
                    static it =>
                        it with
                        {
                            Permissions = [.. it.Permissions.Select(static entry => entry with { Description = "x" })],
                        }
                );
                break;
        }

        void Change(EndpointService? it, Func<EndpointService, EndpointService> change)
        {
            if (it is not null)
            {
                cloud.ChangeService(it.Id, change);
            }
        }

        void Alter(VpcEndpoint? it, Func<VpcEndpoint, VpcEndpoint> change)
        {
            if (it is not null)
            {
                cloud.ChangeEndpoint(it.Id, change);
            }
        }
    }

    private static CloudFeatures Needed(DriftKind kind) =>
        kind switch
        {
            DriftKind.ChangesServiceTags or DriftKind.ChangesEndpointTags => CloudFeatures.Tags,
            DriftKind.DescribesPermission => CloudFeatures.PermissionDescription,
            DriftKind.DescribesConnection => CloudFeatures.ConnectionDescription,
            _ => CloudFeatures.None,
        };

    private static T? Pick<T>(IReadOnlyList<T> items, int which)
        where T : class => items.Count == 0 ? null : items[which % items.Count];
}
