using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;
using Vpcep.Client;

namespace Vpcep.Provider.Resources.PrivateLink;

/// <summary>
/// Who a link's service lets in now. Engines show as deleted what a component does not declare, so a preview that does not
/// know yet who is wanted declares these: they stay, as far as it can tell.
/// </summary>
internal sealed class PresentMembers(Session session, Construction construction, Child service)
{
    /// <summary>The permissions that there are, but for those named.</summary>
    public Task<IReadOnlyList<string>> PermissionsAsync(IEnumerable<string> but) =>
        ListAsync(
            async (id, token) =>
                (
                    await session.Client.Permissions.ListAsync(id, token).CollectAsync(token).ConfigureAwait(false)
                ).Select(static found => found.Name),
            but
        );

    /// <summary>The endpoints whose connections are accepted, but for those named.</summary>
    public Task<IReadOnlyList<string>> EndpointsAsync(IEnumerable<string> but) =>
        ListAsync(
            async (id, token) =>
                (
                    await session
                        .Client.Connections.ListAsync(
                            id,
                            new ConnectionFilter { Status = EndpointStatus.Accepted },
                            token
                        )
                        .CollectAsync(token)
                        .ConfigureAwait(false)
                ).Select(static found => found.EndpointId),
            but
        );

    private async Task<IReadOnlyList<string>> ListAsync(
        Func<string, CancellationToken, Task<IEnumerable<string>>> list,
        IEnumerable<string> but
    )
    {
        if (!construction.Preview || !service.Id.TryGet(out var id))
        {
            return [];
        }

        try
        {
            var found = await list(id, construction.CancellationToken).ConfigureAwait(false);
            return [.. found.Except(but, StringComparer.OrdinalIgnoreCase)];
        }
        catch (VpcepException failure)
        {
            construction.Log.Write(
                LogSeverity.Warning,
                $"what there is could not be listed, so this preview shows it as deleted: {failure.Message}",
                construction.Urn
            );
            return [];
        }
    }
}
