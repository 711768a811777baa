namespace Vpcep.Client;

/// <summary>What it means to be ready, settled or gone.</summary>
internal static class Waits
{
    /// <summary>What progress shows while endpoints keep a service from being deleted.</summary>
    private const string InUse = "in use by endpoints";

    /// <summary>A service that is available.</summary>
    public static async Task<EndpointService> UntilAvailableAsync(
        Waiter<EndpointService> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var what = $"endpoint service {id}";
        var presence = new Presence(waiter.Time, waiter.VisibilityGrace, what);
        var seen = await waiter
            .WaitAsync(
                id,
                service =>
                {
                    if (!presence.Confirm(service is not null))
                    {
                        return WaitDecision.Wait;
                    }
                    RefuseEnd(service!.Status, service.Errors, what);
                    return service.Status.IsStatus(ServiceStatus.Available) ? WaitDecision.Done : WaitDecision.Wait;
                },
                progress,
                cancellationToken
            )
            .ConfigureAwait(false);
        return seen!;
    }

    /// <summary>An endpoint that is accepted, rejected or waits for its service's owner.</summary>
    public static async Task<Endpoint> UntilSettledAsync(
        Waiter<Endpoint> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var what = $"endpoint {id}";
        var presence = new Presence(waiter.Time, waiter.VisibilityGrace, what);
        var seen = await waiter
            .WaitAsync(
                id,
                endpoint =>
                {
                    if (!presence.Confirm(endpoint is not null))
                    {
                        return WaitDecision.Wait;
                    }
                    RefuseEnd(endpoint!.Status, endpoint.Errors, what);
                    return
                        endpoint.Status.IsStatus(EndpointStatus.Accepted)
                        || endpoint.Status.IsStatus(EndpointStatus.PendingAcceptance)
                        || endpoint.Status.IsStatus(EndpointStatus.Rejected)
                        ? WaitDecision.Done
                        : WaitDecision.Wait;
                },
                progress,
                cancellationToken
            )
            .ConfigureAwait(false);
        return seen!;
    }

    /// <summary>A service that is no more.</summary>
    public static Task UntilGoneAsync(
        Waiter<EndpointService> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => waiter.WaitAsync(id, service => Gone(service is null, service?.Status), progress, cancellationToken);

    /// <summary>An endpoint that is no more.</summary>
    public static Task UntilGoneAsync(
        Waiter<Endpoint> waiter,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    ) => waiter.WaitAsync(id, endpoint => Gone(endpoint is null, endpoint?.Status), progress, cancellationToken);

    /// <summary>Deletes a service as soon as nothing uses it, and sees it go.</summary>
    public static async Task DeleteAsync(
        ServicesApi services,
        string id,
        Action<WaitProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var waiter = services.Waiter;
        var started = waiter.Time.GetTimestamp();
        for (var pause = waiter.Pace.Start; ; pause = waiter.Pace.After(pause))
        {
            try
            {
                if (!await services.DeleteAsync(id, cancellationToken).ConfigureAwait(false))
                {
                    return;
                }
                break;
            }
            catch (VpcepException error) when (error.PassesWithState)
            {
                progress?.Invoke(new WaitProgress(InUse, waiter.Time.GetElapsedTime(started)));
                await Task.Delay(pause, waiter.Time, cancellationToken).ConfigureAwait(false);
            }
        }
        await UntilGoneAsync(waiter, id, progress, cancellationToken).ConfigureAwait(false);
    }

    private static WaitDecision Gone(bool missing, string? status) =>
        missing || status.IsStatus(ServiceStatus.Deleted) ? WaitDecision.Done : WaitDecision.Wait;

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
                Hint = ErrorCodes.Find(code)?.Hint,
            };
        }
        if (status.IsStatus(ServiceStatus.Deleting) || status.IsStatus(ServiceStatus.Deleted))
        {
            throw new VpcepException(ErrorClass.NotFound, what, "it is being deleted by someone else");
        }
    }

    /// <summary>Tells "not visible yet" from "gone": lists and reads lag behind a creation.</summary>
    private sealed class Presence(TimeProvider time, TimeSpan grace, string what)
    {
        private const int MissesThatCount = 2;

        private readonly long _started = time.GetTimestamp();
        private bool _seen;
        private int _misses;

        /// <summary>True when it is there, false while its absence may be a lag.</summary>
        public bool Confirm(bool there)
        {
            if (there)
            {
                _seen = true;
                _misses = 0;
                return true;
            }
            _misses++;
            if (_seen ? _misses < MissesThatCount : time.GetElapsedTime(_started) < grace)
            {
                return false;
            }
            throw new VpcepException(ErrorClass.NotFound, what, "it is gone: someone else deleted it");
        }
    }
}
