using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Vpcep.Provider.Resources.EndpointService;
using Vpcep.Provider.Validation;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>
/// Publishes a server of a VPC and connects its consumers: the endpoint service, who may connect to it, the endpoints in
/// the consumers' VPCs and the acceptance of their connections, in one resource.
/// </summary>
/// <remarks>
/// <para>
/// It is made of an `EndpointService`, a `ServicePermission` for each of `allowedAccounts`, an `Endpoint` and an
/// `EndpointApproval` for each of `consumers`, and an `EndpointApproval` for each of `acceptedEndpoints`. Their names begin
/// with the name of the private link and end with the account, the consumer's name or the endpoint's id: adding, removing
/// and reordering touches no other. Connections are held accepted whether or not the service asks for approval, so that
/// `approvalEnabled` can change without cutting any.
/// </para>
/// <para>
/// Consumers have to be in the project and region of the provider. For those with credentials of their own, list their
/// account in `allowedAccounts` and their endpoint in `acceptedEndpoints`; they make the `Endpoint` themselves. What
/// `allowedAccounts`, `acceptedEndpoints` and the names of `consumers` are decides which resources there are. Where a
/// preview does not know them yet, it shows the permissions and approvals that there are as they are, and leaves out
/// consumers.
/// </para>
/// </remarks>
[PropertyObject]
public partial record PrivateLinkInputs : EndpointServiceInputs
{
    /// <summary>
    /// The accounts that may connect: account (domain) ids, `*` for every account, or permissions as `ServicePermission`
    /// takes them. The account of the provider needs none. Not secret, for they are part of resource names.
    /// </summary>
    [Unordered]
    [Account]
    public IReadOnlyList<string>? AllowedAccounts { get; init; }

    /// <summary>The endpoints to connect, by a name for each consumer.</summary>
    public IReadOnlyDictionary<string, PrivateLinkConsumer>? Consumers { get; init; }

    /// <summary>
    /// Ids of endpoints of other projects and accounts whose connections are accepted. Not secret, for they are part of
    /// resource names.
    /// </summary>
    [Unordered]
    [StringLength(64, MinimumLength = 1)]
    [Id]
    public IReadOnlyList<string>? AcceptedEndpoints { get; init; }
}
