namespace Vpcep.Client;

/// <summary>The states of an endpoint service.</summary>
public static class ServiceStatus
{
    /// <summary>Being made.</summary>
    public const string Creating = "creating";

    /// <summary>Ready for connections.</summary>
    public const string Available = "available";

    /// <summary>Could not be made; <see cref="EndpointService.Errors"/> says why.</summary>
    public const string Failed = "failed";

    /// <summary>Being removed.</summary>
    public const string Deleting = "deleting";

    /// <summary>Removed, on sites that say so for a while instead of 404.</summary>
    public const string Deleted = "deleted";
}

/// <summary>The states of an endpoint, and of a connection seen from its service.</summary>
public static class EndpointStatus
{
    /// <summary>Waits for the service's owner.</summary>
    public const string PendingAcceptance = "pendingAcceptance";

    /// <summary>Being made.</summary>
    public const string Creating = "creating";

    /// <summary>Connected.</summary>
    public const string Accepted = "accepted";

    /// <summary>Refused by the service's owner.</summary>
    public const string Rejected = "rejected";

    /// <summary>Could not be made; <see cref="Endpoint.Errors"/> says why.</summary>
    public const string Failed = "failed";

    /// <summary>Being removed.</summary>
    public const string Deleting = "deleting";

    /// <summary>Removed, on sites that say so for a while instead of 404.</summary>
    public const string Deleted = "deleted";
}

/// <summary>Comparing states the way the documents use them: <c>Pending acceptance</c> is <c>pendingAcceptance</c>.</summary>
public static class StatusText
{
    /// <summary>True when both name the same state, whatever their letter case, spaces, hyphens and underscores.</summary>
    public static bool IsStatus(this string? status, string expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (status is null)
        {
            return false;
        }
        var position = 0;
        foreach (var letter in status)
        {
            if (letter is ' ' or '_' or '-')
            {
                continue;
            }
            if (
                position == expected.Length
                || char.ToUpperInvariant(letter) != char.ToUpperInvariant(expected[position])
            )
            {
                return false;
            }
            position++;
        }
        return position == expected.Length;
    }
}
