using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// The one place where exceptions become statuses. INTERNAL and UNKNOWN make the engine call a state "maybe corrupt",
/// so they are kept for bugs and for effects nobody knows.
/// </summary>
internal sealed class Failures(ProviderDefinition provider, Secrets secrets)
{
    // Go clients, the engine among them, take 16 MiB of headers, of which base64 needs a third more than what is in it.
    private const int MaxDetailSize = 6 << 20;

    /// <summary>The status for an exception.</summary>
    public RpcException Status(Exception exception, CallLifetime.Scope? call = null) =>
        exception switch
        {
            RpcException status => status,
            OperationException operation => new RpcException(
                new Status(Code(operation.Kind), secrets.Clean(operation.Message))
            ),
            MissingConfigurationException missing => Missing(missing),
            OperationCanceledException when call is { TimedOut: true, Timeout: var limit } => new RpcException(
                new Status(
                    StatusCode.DeadlineExceeded,
                    $"not finished after {Words(limit!.Value)} (the resource option customTimeouts gives it longer){LastSeen(call)}"
                )
            ),
            // A client's own limit, which nobody's Ctrl-C is.
            OperationCanceledException { InnerException: TimeoutException } => Status(Explained(exception)!, call),
            OperationCanceledException => new RpcException(
                new Status(StatusCode.Cancelled, "interrupted before it was finished")
            ),
            FormatException format => new RpcException(
                new Status(StatusCode.InvalidArgument, secrets.Clean(format.Message))
            ),
            _ when Explained(exception) is { } explained => Status(explained, call),
            _ => new RpcException(
                new Status(
                    StatusCode.Internal,
                    secrets.Clean(
                        $"bug in the {provider.Name} provider, please report it: {Chain(exception)}{Places.Of(exception)}"
                    )
                )
            ),
        };

    /// <summary>The status of an operation that failed after the thing was there: the engine stores what is attached.</summary>
    public RpcException Unfinished(
        Exception failure,
        string id,
        Struct outputs,
        PropertyMap? inputs,
        bool isUnsettled,
        CallLifetime.Scope call
    )
    {
        var status = Status(failure, call);
        var reason = status.StatusCode is StatusCode.Cancelled or StatusCode.DeadlineExceeded
            ? $"{status.Status.Detail}; it exists (id {id}) and is kept in the state; `pulumi up` goes on with it"
            : status.Status.Detail;
        return Unhealthy(status.StatusCode, id, outputs, inputs, isUnsettled, [reason]);
    }

    /// <summary>Whether a failure says nothing of the thing, only that nobody could ask for it.</summary>
    public bool IsOfAccess(Exception failure) =>
        failure is MissingConfigurationException
        || Status(failure).StatusCode
            is StatusCode.Unauthenticated
                or StatusCode.PermissionDenied
                or StatusCode.Unavailable;

    /// <summary>
    /// The status of a read that leaves an unsettled thing as it is. The engine reads it before the program runs, on a provider
    /// as the state has it: an error would stop those whose program has other credentials, or another address, from now on.
    /// </summary>
    public RpcException Unread(Exception failure, ReadRequest request)
    {
        var status = Status(failure);
        return Unhealthy(
            status.StatusCode,
            request.Id,
            request.Properties,
            request.Inputs is null ? null : StructCodec.Decode(request.Inputs),
            isUnsettled: true,
            [$"it could not be looked at and stays as it was: {status.Status.Detail}"]
        );
    }

    /// <summary>The status of a deletion that nobody saw the end of.</summary>
    public RpcException Undeleted(OperationCanceledException unfinished, CallLifetime.Scope call)
    {
        var status = Status(unfinished, call);
        return new RpcException(
            new Status(
                status.StatusCode,
                $"{status.Status.Detail}; the cloud may go on deleting it: `pulumi refresh` shows whether it is gone"
            )
        );
    }

    /// <summary>
    /// The status that carries a state with the reasons why it is not as it should be. The engine shows the reasons, under
    /// "1 error occurred:" or the like, and stores them; others show the message.
    /// </summary>
    public RpcException Unhealthy(
        StatusCode code,
        string id,
        Struct outputs,
        PropertyMap? inputs,
        bool isUnsettled,
        IReadOnlyList<string> reasons
    )
    {
        var detail = new ErrorResourceInitFailed
        {
            Id = id,
            Properties = outputs,
            RefreshBeforeUpdate = isUnsettled,
        };
        reasons = [.. reasons.Select(secrets.Clean)];
        detail.Reasons.AddRange(reasons);
        if (inputs is not null)
        {
            detail.Inputs = StructCodec.Encode(inputs);
        }

        return WithDetail(code, string.Join("; ", reasons), detail);
    }

    /// <summary>A status with a typed detail, which is left out where it is larger than what a client can take.</summary>
    public static RpcException WithDetail(StatusCode code, string message, IMessage detail) =>
        detail.CalculateSize() <= MaxDetailSize
            ? new Google.Rpc.Status
            {
                Code = (int)code,
                Message = message,
                Details = { Any.Pack(detail) },
            }.ToRpcException()
            : new RpcException(new Status(code, $"{message} (details left out: too large for the protocol's headers)"));

    private RpcException Missing(MissingConfigurationException missing)
    {
        var detail = new ConfigureErrorMissingKeys();
        detail.MissingKeys.AddRange(
            missing.Keys.Select(key => new ConfigureErrorMissingKeys.Types.MissingKey
            {
                Name = $"{provider.Name}:{key.Name}",
                Description = key.Description,
            })
        );
        return WithDetail(StatusCode.InvalidArgument, missing.Message, detail);
    }

    private OperationException? Explained(Exception exception) =>
        provider.Explain(exception) ?? NetworkFailures.Explain(exception);

    // The innermost is what happened; the others say in the midst of what.
    private static string Chain(Exception exception) =>
        $"{exception.GetType().Name}: {exception.Message}"
        + (exception.InnerException is { } inner ? $" ({Chain(inner)})" : "");

    private static StatusCode Code(FailureKind kind) =>
        kind switch
        {
            FailureKind.InvalidInput => StatusCode.InvalidArgument,
            FailureKind.NotFound => StatusCode.NotFound,
            FailureKind.AlreadyExists => StatusCode.AlreadyExists,
            FailureKind.Unauthenticated => StatusCode.Unauthenticated,
            FailureKind.PermissionDenied => StatusCode.PermissionDenied,
            FailureKind.FailedPrecondition => StatusCode.FailedPrecondition,
            FailureKind.Exhausted => StatusCode.ResourceExhausted,
            FailureKind.Unavailable => StatusCode.Unavailable,
            FailureKind.TimedOut => StatusCode.DeadlineExceeded,
            FailureKind.Cancelled => StatusCode.Cancelled,
            _ => StatusCode.Unknown,
        };

    private string LastSeen(CallLifetime.Scope call) =>
        call.LastStatus?.Invoke() is { } status ? $"; last seen: {secrets.Clean(status)}" : "";

    private static string Words(TimeSpan span) =>
        span.TotalSeconds < 90 ? $"{span.TotalSeconds:0.##} s" : $"{span.TotalMinutes:0.##} min";
}
