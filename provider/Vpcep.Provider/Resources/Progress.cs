using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>What stands beside a resource while it waits.</summary>
internal static class Progress
{
    /// <summary>Shows the status and how long the wait lasts: "creating (37 s)".</summary>
    public static Action<WaitProgress> Of(Operation operation) =>
        seen => operation.Status($"{seen.Status ?? "waiting"} ({seen.Elapsed.TotalSeconds:0} s)");

    /// <summary>Shows whom a pending connection waits for.</summary>
    public static Action<WaitProgress> OfAcceptance(Operation operation, string serviceId) =>
        seen =>
            operation.Status(
                seen.Status.IsStatus(EndpointStatus.PendingAcceptance)
                    ? $"pendingAcceptance: waiting for the owner of endpoint service {serviceId} ({seen.Elapsed.TotalSeconds:0} s)"
                    : $"{seen.Status ?? "waiting"} ({seen.Elapsed.TotalSeconds:0} s)"
            );
}
