using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Grpc.Server;

namespace Pulumi.Provider.Grpc;

/// <summary>What a handler may know of the call it serves.</summary>
/// <param name="Headers">Request metadata, gRPC's own headers included.</param>
/// <param name="Deadline">When the caller stops waiting, or null.</param>
/// <param name="CancellationToken">Cancelled when the caller cancels, its deadline passes or the server stops.</param>
public sealed record ServerCallContext(
    IHeaderDictionary Headers,
    DateTimeOffset? Deadline,
    CancellationToken CancellationToken
)
{
    /// <summary>Which of the three fired the token first.</summary>
    public CancellationReason CancellationReason => Cancellation?.Reason ?? CancellationReason.None;

    internal CallCancellation? Cancellation { get; init; }
}
