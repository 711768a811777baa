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
            { Class: ErrorClass.Auth, HttpStatus: 401 } =>
                " (vpcep:accessKey and vpcep:secretKey, vpcep:token, or vpcep:userName and vpcep:password; and vpcep:projectId)",
            { Class: ErrorClass.Unavailable, HttpStatus: null } => " (vpcep:endpoint, or vpcep:cloud and vpcep:region)",
            { Class: ErrorClass.InvalidInput, HttpStatus: null, InnerException: HttpRequestException } =>
                " (vpcep:endpoint, vpcep:caFile)",
            _ => "",
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
