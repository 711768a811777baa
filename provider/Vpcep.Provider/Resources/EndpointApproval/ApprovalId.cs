using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointApproval;

/// <summary>The id of an approval: <c>serviceId/endpointId</c>.</summary>
internal readonly record struct ApprovalId(string Service, string Endpoint)
{
    /// <summary>Reads an id.</summary>
    public static ApprovalId Parse(string id) =>
        id.Split('/') is [{ Length: > 0 } service, { Length: > 0 } endpoint]
            ? new ApprovalId(service, endpoint)
            : throw new OperationException(
                FailureKind.InvalidInput,
                $"{ResourceId.Quote(id)} is no id of an approval; give <service id>/<endpoint id>, such as 4189d3c2-8882-4871-a3c2-d380272eed83/3b9e5d0c-8b1f-4f0c-9a51-1c4d2f6f0a11"
            );

    /// <summary>The connection that inputs or a state are about; null where that is not known yet.</summary>
    public static ApprovalId? Of(PropertyMap properties) =>
        properties.Find("endpointServiceId")?.Unwrapped is StringValue { Value: { Length: > 0 } service }
        && properties.Find("endpointId")?.Unwrapped is StringValue { Value: { Length: > 0 } endpoint }
            ? new ApprovalId(service, endpoint)
            : null;

    /// <summary>One spelling for each connection.</summary>
    public string Record => ToString().ToLowerInvariant();

    /// <inheritdoc/>
    public override string ToString() => $"{Service}/{Endpoint}";
}
