using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.EndpointService;

/// <summary>
/// Deletes a service. The cloud refuses that while endpoints are connected or being connected: waits for them to go,
/// and should they not, says whose they are.
/// </summary>
internal sealed class ServiceDeletion(VpcepClient client, Operation operation, string id)
{
    private string? _users;
    private Task? _looking;

    /// <summary>Cuts every connection.</summary>
    public async Task RejectAllAsync()
    {
        try
        {
            var users = await UsersAsync().ConfigureAwait(false);
            if (users.Count > 0)
            {
                operation.Status($"rejecting {Plural.Of(users.Count, "connection")}");
            }

            await Task.WhenAll(users.Select(RejectAsync)).ConfigureAwait(false);
        }
        catch (VpcepException failure)
        {
            if (!await client.Services.IsGoneAsync(failure, id, operation.CancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            // The service went already.
        }
    }

    /// <summary>Deletes the service and sees it go.</summary>
    /// <returns>False when it was gone already.</returns>
    /// <exception cref="OperationException">The time was up while endpoints still used it; names them.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.Services.DeleteAndWaitAsync(id, ShowProgress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException cause) when (_users is { } users)
        {
            throw new OperationException(
                FailureKind.FailedPrecondition,
                $"endpoint service {id} is still used by {users} ({VpcepCodes.ServiceInUse}); delete them first, or set rejectConnectionsOnDelete",
                cause
            );
        }
    }

    private void ShowProgress(WaitProgress progress)
    {
        if (progress.Status == WaitProgress.Gone)
        {
            return;
        }

        var inUse = progress.Status == ServicesApi.InUse;
        if (inUse)
        {
            _looking ??= LookAsync();
        }

        var status = inUse && _users is { } users ? $"in use by {users}" : progress.Status ?? "waiting";
        operation.Status($"{status} ({progress.Elapsed.TotalSeconds:0} s)");
    }

    // Only tells more than the wait itself; when it fails, the wait still tells what it can.
    private async Task LookAsync()
    {
        try
        {
            var users = await UsersAsync().ConfigureAwait(false);
            _users = users.Count > 0 ? Words(users) : null;
        }
        catch (VpcepException failure)
        {
            operation.Log.Write(LogSeverity.Debug, failure.Message, operation.Urn);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits any more.
        }
    }

    private async Task<IReadOnlyList<Connection>> UsersAsync()
    {
        var token = operation.CancellationToken;
        var all = await client.Connections.ListAsync(id, null, token).CollectAsync(token).ConfigureAwait(false);
        return all.FindAll(static connection =>
            connection.Status.IsStatus(EndpointStatus.Accepted) || connection.Status.IsStatus(EndpointStatus.Creating)
        );
    }

    private async Task RejectAsync(Connection connection)
    {
        var (endpoint, token) = (connection.EndpointId, operation.CancellationToken);
        try
        {
            await client.Connections.RejectAsync(id, endpoint, token).ConfigureAwait(false);
        }
        catch (VpcepException failure)
        {
            if (!await client.Connections.IsGoneAsync(failure, id, endpoint, token).ConfigureAwait(false))
            {
                throw;
            }

            // It went by itself.
        }
    }

    private static string Words(IReadOnlyList<Connection> users)
    {
        const int shown = 5;
        var some = users.Take(shown).Select(static user => $"endpoint {user.EndpointId} of account {user.DomainId}");
        var text = string.Join(", ", some);
        return users.Count <= shown ? text : $"{text} and {users.Count - shown} more";
    }
}
