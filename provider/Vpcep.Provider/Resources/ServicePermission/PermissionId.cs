using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.ServicePermission;

/// <summary>The id of a permission: <c>serviceId/permission</c>.</summary>
internal readonly record struct PermissionId(string Service, string Permission)
{
    /// <summary>Reads an id.</summary>
    public static PermissionId Parse(string id) =>
        id.Split('/', 2) is [{ Length: > 0 } service, { Length: > 0 } permission]
            ? new PermissionId(service, permission)
            : throw new OperationException(
                FailureKind.InvalidInput,
                $"{ResourceId.Quote(id)} is no id of a permission; give <service id>/<permission>, such as 4189d3c2-8882-4871-a3c2-d380272eed83/iam:domain::6e9dfd51d1124e8d8498dce894923a0d"
            );

    /// <summary>The record that inputs or a state are about; null where that is not known yet.</summary>
    public static PermissionId? Of(PropertyMap properties) =>
        properties.Find("endpointServiceId")?.Unwrapped is StringValue { Value: { Length: > 0 } service }
        && properties.Find("permission")?.Unwrapped is StringValue { Value: { Length: > 0 } permission }
            ? new PermissionId(service, permission)
            : null;

    /// <summary>One spelling for each record.</summary>
    public string Record => $"{Service.ToLowerInvariant()}/{PermissionName.Normalize(Permission)}";

    /// <inheritdoc/>
    public override string ToString() => $"{Service}/{Permission}";
}
