using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider;

/// <summary>Says what a failure of the cloud means to the engine.</summary>
internal static class CloudFailure
{
    public static OperationException? Explain(Exception exception) =>
        exception is VpcepException failure
            ? new OperationException(Kind(failure), failure.Message + Where(failure), failure)
            : null;

    // Which keys of the configuration to look at; the client has never heard of them.
    private static string Where(VpcepException failure) =>
        failure switch
        {
            { Class: ErrorClass.Auth, HttpStatus: 401 } => $" ({SignedInBy(failure)})",
            // Who signs in as somebody else was refused that, and nothing beyond.
            {
                Class: ErrorClass.Auth,
                Service: CloudService.Identity,
                Credential: CredentialKind.Agency or CredentialKind.Delegation or CredentialKind.Federation
            } => $" ({SignedInBy(failure)})",
            { Class: ErrorClass.Unknown, InnerException: VpcepException lost } => Where(lost),
            { IsOfProxy: true } => "",
            { IsUnlisted: true } => $" ({Address(failure)})",
            { IsForeign: true } or { Class: ErrorClass.Unavailable, HttpStatus: null } => $" ({Address(failure)})",
            { IsUntrusted: true } => $" (vpcep:caFile; {Address(failure)})",
            { Class: ErrorClass.InvalidInput, HttpStatus: null, InnerException: HttpRequestException } =>
                $" ({Address(failure)})",
            // The provider is not asked about such replacements and cannot say that they have to delete first.
            { Code: VpcepCodes.PortsTaken or VpcepCodes.RouteTableTaken or VpcepCodes.AddressTaken } =>
                " (where it is the one being replaced, by --replace, replaceWith or another provider, give the resource the option deleteBeforeReplace)",
            // The state may still have what an interrupted destroy has deleted.
            { Class: ErrorClass.NotFound, Service: CloudService.Endpoints } =>
                " (where a resource of the stack was that, as after an interrupted destroy: `pulumi refresh`, then `pulumi up`)",
            {
                Class: ErrorClass.NotFound or ErrorClass.InvalidInput,
                Service: CloudService.Identity,
                HttpStatus: null
            } => " (vpcep:projectId, vpcep:projectName)",
            { Problem: VpnApi.NoEndpoint } => " (vpcep:vpnEndpoint, or vpcep:cloud and vpcep:region)",
            _ => "",
        };

    private static string Address(VpcepException failure) =>
        failure.Service switch
        {
            CloudService.Identity => "vpcep:iamEndpoint, or vpcep:cloud and vpcep:region",
            CloudService.Vpn => "vpcep:vpnEndpoint, or vpcep:cloud and vpcep:region",
            _ => "vpcep:endpoint, or vpcep:cloud and vpcep:region",
        };

    private static string SignedInBy(VpcepException failure) =>
        failure.Credential switch
        {
            CredentialKind.Token => "vpcep:token, vpcep:projectId",
            CredentialKind.AccessKey => "vpcep:accessKey, vpcep:secretKey, vpcep:projectId",
            CredentialKind.TemporaryKey => "vpcep:accessKey, vpcep:secretKey, vpcep:securityToken, vpcep:projectId",
            CredentialKind.Agency => "vpcep:assumeRole, or the agency of the profile; vpcep:projectId",
            CredentialKind.Delegation => "vpcep:agencyName, vpcep:agencyDomainName, vpcep:delegatedProject",
            CredentialKind.Federation => "vpcep:assumeRoleWithOidc, vpcep:projectId",
            CredentialKind.Server => "vpcep:metadataEndpoint, vpcep:projectId",
            CredentialKind.Password => "vpcep:userName, vpcep:password, vpcep:domainName, vpcep:projectId",
            _ => "vpcep:userName, vpcep:password, vpcep:domainName",
        };

    private static FailureKind Kind(VpcepException failure) =>
        failure.Class switch
        {
            ErrorClass.InvalidInput => FailureKind.InvalidInput,
            ErrorClass.NotFound => FailureKind.NotFound,
            ErrorClass.Conflict or ErrorClass.Failed => FailureKind.FailedPrecondition,
            ErrorClass.Auth => failure.HttpStatus == 401 ? FailureKind.Unauthenticated : FailureKind.PermissionDenied,
            ErrorClass.Quota or ErrorClass.RateLimited => FailureKind.Exhausted,
            ErrorClass.Unavailable => FailureKind.Unavailable,
            ErrorClass.Internal => FailureKind.FailedPrecondition,
            _ => FailureKind.Unknown,
        };
}
