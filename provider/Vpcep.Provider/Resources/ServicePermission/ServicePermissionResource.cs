using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>Adds, finds and removes permissions of a VPC endpoint service, one record each.</summary>
internal sealed class ServicePermissionResource(Session session)
    : IResource<ServicePermissionInputs, ServicePermissionState>
{
    private PermissionsApi Permissions => session.Client.Permissions;

    public async Task<ServicePermissionState> CreateAsync(Operation operation, ServicePermissionInputs inputs)
    {
        var token = operation.CancellationToken;
        var id = new PermissionId(inputs.EndpointServiceId, inputs.Permission);
        await Permissions.AddAsync(inputs.EndpointServiceId, [inputs.Permission], token).ConfigureAwait(false);
        operation.Record(id.ToString(), ToState(id, null, null));
        var record = await Permissions.GetAsync(id.Service, id.Permission, token).ConfigureAwait(false);
        return ToState(id, record, null);
    }

    public async Task<Found<ServicePermissionState>?> ReadAsync(
        Operation operation,
        string id,
        ServicePermissionInputs? inputs,
        ServicePermissionState? state
    )
    {
        var wanted = PermissionId.Parse(id);
        return
            await Permissions
                .GetAsync(wanted.Service, wanted.Permission, operation.CancellationToken)
                .ConfigureAwait(false)
                is { } record
            ? new Found<ServicePermissionState>(id, ToState(wanted, record, state))
            : null;
    }

    public async Task DeleteAsync(Operation operation, string id, ServicePermissionState? state)
    {
        var (service, permission) = PermissionId.Parse(id);
        await Permissions.RemoveAsync(service, [permission], operation.CancellationToken).ConfigureAwait(false);
    }

    private static ServicePermissionState ToState(PermissionId id, Permission? record, ServicePermissionState? state) =>
        new()
        {
            EndpointServiceId = id.Service,
            Permission = id.Permission,
            PermissionId = record?.Id ?? state?.PermissionId,
            CreatedAt = record?.CreatedAt ?? state?.CreatedAt,
        };
}
