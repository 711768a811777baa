using System.Runtime.CompilerServices;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>Adds, finds and removes permissions of a VPC endpoint service, one record each.</summary>
internal sealed class ServicePermissionResource(Session session)
    : RecordResource(session, "permission", "permissionId"),
        IUpdatableResource<ServicePermissionInputs, ServicePermissionState>,
        ICheckedResource,
        IListableResource<ServicePermissionQuery>
{
    private PermissionsApi Permissions => Session.Client.Permissions;

    public void Check(InputChecker checker, InputView inputs)
    {
        if (
            inputs["permission"].Text is not { } permission
            || !permission.StartsWith(PermissionName.OrgPathPrefix, StringComparison.Ordinal)
        )
        {
            return;
        }

        if (Session.Doubt(nameof(CloudFeatures.OrganizationPermissions)) is { } doubt)
        {
            checker.Warn(inputs["permission"].Path, $"a permission for an organization is {doubt}");
        }
        else if (!Session.Offers(nameof(CloudFeatures.OrganizationPermissions)))
        {
            checker.Add(
                inputs["permission"].Path,
                $"permissions for organizations are not offered by {Session.Place}; they exist on {CloudFeatureNames.Places[nameof(CloudFeatures.OrganizationPermissions)]}. Give the accounts one by one as 'iam:domain::' and their ids"
            );
        }
    }

    protected override string? RecordOf(PropertyMap properties) => PermissionId.Of(properties)?.Record;

    public async Task<ServicePermissionState> CreateAsync(Operation operation, ServicePermissionInputs inputs)
    {
        var token = operation.CancellationToken;
        var id = new PermissionId(inputs.EndpointServiceId, inputs.Permission);
        await (
            inputs.Description is { Length: > 0 } description
                ? Permissions.AddDescribedAsync(id.Service, id.Permission, description, token)
                : Permissions.AddAsync(id.Service, [id.Permission], token)
        ).ConfigureAwait(false);
        var claim = Session.Claims.Make(operation.Urn, id.Record);
        var state = operation.Record(id.ToString(), ToState(id, null, inputs.Description, claim));
        var record = await Permissions.GetAsync(id.Service, id.Permission, token).ConfigureAwait(false);
        return await DescribeAsync(id, record, inputs, state, token).ConfigureAwait(false);
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
            await Session
                .FindAsync(
                    operation,
                    state?.CreatedAt,
                    token => Permissions.ReadAsync(wanted.Service, wanted.Permission, operation.Urn, token)
                )
                .ConfigureAwait(false)
                is { } record
            ? new Found<ServicePermissionState>(id, ToState(wanted, record, state?.Description, state?.ClaimId))
            : null;
    }

    public async Task<ServicePermissionState> UpdateAsync(
        Operation operation,
        string id,
        ServicePermissionInputs? oldInputs,
        ServicePermissionState? state,
        ServicePermissionInputs inputs
    )
    {
        var wanted = PermissionId.Parse(id);
        var record =
            await Session
                .FindAsync(
                    operation,
                    state?.CreatedAt,
                    token => Permissions.GetAsync(wanted.Service, wanted.Permission, token)
                )
                .ConfigureAwait(false)
            ?? throw new OperationException(
                FailureKind.NotFound,
                $"endpoint service {wanted.Service} has no permission {wanted.Permission}"
            );
        return await DescribeAsync(wanted, record, inputs, state, operation.CancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(Operation operation, string id, ServicePermissionState? state)
    {
        var wanted = PermissionId.Parse(id);
        if (Stays(operation, wanted.Record, state?.ClaimId))
        {
            return;
        }

        var (service, permission) = wanted;
        await Permissions.RemoveAsync(service, [permission], operation.CancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<Listed> ListAsync(
        ServicePermissionQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var found = Permissions.ListAsync(query.EndpointServiceId, cancellationToken);
        await foreach (var permission in found.ConfigureAwait(false))
        {
            var id = new PermissionId(query.EndpointServiceId, permission.Name);
            yield return new Listed(id.ToString(), permission.Name);
        }
    }

    // A record that was there before keeps its description when it is added again: compare with what is there.
    private async Task<ServicePermissionState> DescribeAsync(
        PermissionId id,
        Permission? record,
        ServicePermissionInputs inputs,
        ServicePermissionState? state,
        CancellationToken token
    )
    {
        var wanted = inputs.Description ?? "";
        if (
            // Where it is not certain that there are any, none is asked for unasked.
            (
                Session.Cloud.Has(CloudFeatures.PermissionDescription)
                || (inputs.Description ?? state?.Description) is not null
            )
            && record is { Id: { } recordId }
            && (record.Description ?? "") != wanted
        )
        {
            await Permissions.DescribeAsync(id.Service, recordId, wanted, token).ConfigureAwait(false);
            record = record with { Description = wanted };
        }

        return ToState(id, record, inputs.Description, state?.ClaimId);
    }

    private static ServicePermissionState ToState(
        PermissionId id,
        Permission? record,
        string? description,
        string? claim
    ) =>
        new()
        {
            EndpointServiceId = id.Service,
            Permission = id.Permission,
            Description = StateOf.Text(record?.Description, description),
            PermissionId = record?.Id,
            CreatedAt = record?.CreatedAt,
            ClaimId = claim,
        };
}
