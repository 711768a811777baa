using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>What stands beside a resource while it waits.</summary>
internal static class Progress
{
    /// <summary>Shows the status and how long the wait lasts: "creating (37 s)".</summary>
    public static Action<WaitProgress> Of(Operation operation) =>
        seen => operation.Status($"{seen.Status ?? "waiting"} {HowLong(seen)}");

    /// <summary>Shows whom a pending connection waits for.</summary>
    public static Action<WaitProgress> OfAcceptance(Operation operation, string serviceId) =>
        seen =>
        {
            if (seen.Status.IsStatus(EndpointStatus.PendingAcceptance))
            {
                operation.Status(
                    $"pendingAcceptance: waiting for the owner of endpoint service {serviceId} {HowLong(seen)}"
                );
            }
            else
            {
                Of(operation)(seen);
            }
        };

    private static string HowLong(WaitProgress seen) => $"({seen.Elapsed.TotalSeconds:0} s)";
}
