namespace Vpcep.Emulator;

/// <summary>The words the API has for what a service or an endpoint is doing.</summary>
public static class Statuses
{
    public const string Creating = "creating";
    public const string Available = "available";
    public const string Failed = "failed";
    public const string Deleting = "deleting";
    public const string PendingAcceptance = "pendingAcceptance";
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";

    /// <summary>Never shown: a transition to it removes the object.</summary>
    public const string Gone = "gone";
}
