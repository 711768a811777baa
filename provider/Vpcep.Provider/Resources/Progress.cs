using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>What stands beside a resource while it waits.</summary>
internal static class Progress
{
    /// <summary>Shows the status and how long the wait lasts: "creating (37 s)".</summary>
    public static Action<WaitProgress> Of(Operation operation) =>
        seen => operation.Status($"{seen.Status ?? "waiting"} ({seen.Elapsed.TotalSeconds:0} s)");
}
