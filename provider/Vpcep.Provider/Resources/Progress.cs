using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources;

/// <summary>What stands beside a resource while it waits.</summary>
internal static class Progress
{
    /// <summary>Of a thousand resources that wait, each message is one too many that says nothing new.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Shows the status and how long the wait lasts: "creating (37 s)".</summary>
    public static Action<WaitProgress> Of(Operation operation) => Of(operation, StatusOf);

    /// <summary>The same, of a thing that is to go: that it is gone the row says by itself.</summary>
    public static Action<WaitProgress> OfDeletion(Operation operation)
    {
        var tell = Of(operation, StatusOf);
        return seen =>
        {
            if (seen.Status != WaitProgress.Gone)
            {
                tell(seen);
            }
        };
    }

    /// <summary>Shows whom a pending connection waits for.</summary>
    public static Action<WaitProgress> OfAcceptance(Operation operation, string serviceId) =>
        Of(
            operation,
            seen =>
                seen.Status.IsStatus(EndpointStatus.PendingAcceptance)
                    ? $"pendingAcceptance: waiting for the owner of endpoint service {serviceId}"
                    : StatusOf(seen)
        );

    private static Action<WaitProgress> Of(Operation operation, Func<WaitProgress, string> words)
    {
        WaitProgress? told = null;
        return seen =>
        {
            if (told is { } last && last.Status == seen.Status && seen.Elapsed - last.Elapsed < Interval)
            {
                return;
            }

            told = seen;
            operation.Status($"{words(seen)} ({seen.Elapsed.TotalSeconds:0} s)");
        };
    }

    private static string StatusOf(WaitProgress seen) =>
        seen.Status switch
        {
            null => "waiting",
            WaitProgress.Gone => "not visible yet",
            var status => status,
        };
}
