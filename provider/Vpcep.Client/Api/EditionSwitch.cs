namespace Vpcep.Client;

/// <summary>How things come to another edition.</summary>
internal static class EditionSwitch
{
    /// <summary>What progress shows while a thing is on its way to an edition.</summary>
    public const string Busy = "being switched";

    /// <summary>Sends the request as soon as nothing else is going on; a thing that is of the edition is fine.</summary>
    public static async Task SendAsync<T>(
        Waiter<T> waiter,
        Transport transport,
        ApiRequest request,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            await Waits
                .WhileBusyAsync(
                    waiter,
                    () => transport.SendAsync(request, cancellationToken),
                    Busy,
                    progress,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.Code == VpcepCodes.NothingToSwitch)
        {
            // What was asked for is the case.
        }
    }
}
