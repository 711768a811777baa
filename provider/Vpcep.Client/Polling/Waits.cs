namespace Vpcep.Client;

/// <summary>What it means to be ready, settled or gone.</summary>
internal static class Waits
{
    /// <summary>A service that is available.</summary>
    public static Task<EndpointService> UntilAvailableAsync(
        Waiter<EndpointService> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) =>
        UntilAsync(
            waiter,
            $"endpoint service {id}",
            id,
            static seen => seen.Status.IsStatus(ServiceStatus.Available),
            progress,
            cancellationToken
        );

    /// <summary>An endpoint that is accepted, rejected or waits for its service's owner.</summary>
    public static Task<Endpoint> UntilSettledAsync(
        Waiter<Endpoint> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) =>
        UntilAsync(
            waiter,
            $"endpoint {id}",
            id,
            static seen => IsDecided(seen) || seen.Status.IsStatus(EndpointStatus.PendingAcceptance),
            progress,
            cancellationToken
        );

    /// <summary>An endpoint that is accepted or rejected.</summary>
    public static Task<Endpoint> UntilDecidedAsync(
        Waiter<Endpoint> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => UntilAsync(waiter, $"endpoint {id}", id, IsDecided, progress, cancellationToken);

    /// <summary>A thing that neither failed nor goes, and that <paramref name="done"/> likes.</summary>
    public static async Task<T> UntilAsync<T>(
        Waiter<T> waiter,
        string what,
        string id,
        Func<T, bool> done,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
        where T : class, IReported<T>
    {
        var presence = new Presence(waiter.Time, waiter.VisibilityGrace, flickers: true);
        var seen = await waiter
            .WaitAsync(
                id,
                thing =>
                {
                    if (IsLate(presence, thing is not null, what))
                    {
                        return WaitDecision.Wait;
                    }
                    RefuseEnd(thing!.Status, thing.Errors, what);
                    return done(thing) ? WaitDecision.Done : WaitDecision.Wait;
                },
                progress,
                cancellationToken
            )
            .ConfigureAwait(false);
        return seen!;
    }

    /// <summary>A thing that is no more.</summary>
    public static Task UntilGoneAsync<T>(
        Waiter<T> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
        where T : class, IReported<T> =>
        waiter.WaitAsync(
            id,
            static thing =>
                thing is null || thing.Status.IsStatus(ServiceStatus.Deleted) ? WaitDecision.Done : WaitDecision.Wait,
            progress,
            isGoing: true,
            cancellationToken
        );

    /// <summary>A connection that <paramref name="done"/> likes, or its absence.</summary>
    public static Task<Connection?> UntilAsync(
        Waiter<Connection> waiter,
        string endpointId,
        Func<Connection?, bool> done,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var presence = new Presence(waiter.Time, waiter.VisibilityGrace, flickers: false);
        return waiter.WaitAsync(
            endpointId,
            connection =>
                presence.Look(connection is not null) != Sight.Late && done(connection)
                    ? WaitDecision.Done
                    : WaitDecision.Wait,
            progress,
            cancellationToken
        );
    }

    /// <summary>Deletes a service as soon as nothing uses it, and sees it go.</summary>
    /// <returns>False when it was gone already.</returns>
    public static async Task<bool> DeleteAsync(
        ServicesApi services,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var waiter = services.Waiter;
        var was = false;
        await WhileBusyAsync(
                waiter,
                async () => was = await services.DeleteAsync(id, cancellationToken).ConfigureAwait(false),
                ServicesApi.InUse,
                progress,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (was)
        {
            await UntilGoneAsync(waiter, id, progress, cancellationToken).ConfigureAwait(false);
        }
        return was;
    }

    /// <summary>Does what the cloud refuses while something else is in the way that goes by itself.</summary>
    /// <param name="waiter">How often to try.</param>
    /// <param name="act">Tries once.</param>
    /// <param name="status">What progress shows between two attempts.</param>
    /// <param name="progress">Told about each pause.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task WhileBusyAsync<T>(
        Waiter<T> waiter,
        Func<Task> act,
        string status,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var started = waiter.Time.GetTimestamp();
        while (true)
        {
            try
            {
                await act().ConfigureAwait(false);
                return;
            }
            catch (VpcepException error) when (error.PassesWithState)
            {
                var waited = waiter.Time.GetElapsedTime(started);
                progress?.Invoke(new WaitProgress(status, waited));
                await Task.Delay(waiter.Pace.After(waited), waiter.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsDecided(Endpoint endpoint) =>
        endpoint.Status.IsStatus(EndpointStatus.Accepted) || endpoint.Status.IsStatus(EndpointStatus.Rejected);

    private static bool IsLate(Presence presence, bool there, string what) =>
        presence.Look(there) switch
        {
            Sight.Gone => throw new VpcepException(ErrorClass.NotFound, what, "it is gone: someone else deleted it"),
            var sight => sight == Sight.Late,
        };

    private static void RefuseEnd(string? status, IReadOnlyList<CloudError> reasons, string what)
    {
        if (status.IsStatus(ServiceStatus.Failed))
        {
            var quoted = reasons.Count == 0 ? "it gives no reason" : string.Join("; ", reasons);
            var code = reasons.FirstOrDefault(reason => reason.Code is not null)?.Code;
            throw new VpcepException(ErrorClass.Failed, what, $"the cloud failed to make it: {quoted}")
            {
                Code = code,
                Reasons = reasons,
                Hint = ErrorCodes.HintFor(code, ErrorClass.Failed),
            };
        }
        if (status.IsStatus(ServiceStatus.Deleting) || status.IsStatus(ServiceStatus.Deleted))
        {
            throw new VpcepException(ErrorClass.NotFound, what, "it is being deleted by someone else");
        }
    }
}
