using Vpcep.Client;

namespace Vpcep.Provider.Adopt;

/// <summary>A service, with who may connect and who does.</summary>
internal sealed record HeldService(
    EndpointService Service,
    IReadOnlyList<Permission> Permissions,
    IReadOnlyList<Connection> Connections
)
{
    /// <summary>The part of its name that its owner chose; null when there is none.</summary>
    public string? ShortName => ServiceName.Parse(Service.Name).Name;
}

/// <summary>What a project holds.</summary>
/// <param name="Services">Its services.</param>
/// <param name="Endpoints">Its endpoints.</param>
internal sealed record ProjectContents(IReadOnlyList<HeldService> Services, IReadOnlyList<Client.Endpoint> Endpoints)
{
    /// <summary>Asks the cloud: lists, and the details of services whose row in the list lacks what any service has.</summary>
    /// <param name="client">The cloud.</param>
    /// <param name="withDetails">Whether to ask for each endpoint, too: lists tell less.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ProjectContents> ReadAsync(
        VpcepClient client,
        bool withDetails,
        CancellationToken cancellationToken
    )
    {
        var endpoints = await client
            .Endpoints.ListAsync(null, cancellationToken)
            .CollectAsync(cancellationToken)
            .ConfigureAwait(false);
        var services = await client
            .Services.ListAsync(null, cancellationToken)
            .CollectAsync(cancellationToken)
            .ConfigureAwait(false);
        var held = await Task.WhenAll(services.Select(service => ServiceAsync(client, service, cancellationToken)))
            .ConfigureAwait(false);
        var detailed = withDetails
            ? await Task.WhenAll(endpoints.Select(row => client.Endpoints.GetWholeAsync(row.Id, cancellationToken)))
                .ConfigureAwait(false)
            : [.. endpoints];
        return new([.. held.OfType<HeldService>()], [.. detailed.OfType<Client.Endpoint>()]);
    }

    // Null when it has gone since the list.
    private static async Task<HeldService?> ServiceAsync(
        VpcepClient client,
        EndpointService row,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return new(
                await client.Services.CompleteAsync(row, cancellationToken).ConfigureAwait(false),
                await client
                    .Permissions.ListAsync(row.Id, cancellationToken)
                    .CollectAsync(cancellationToken)
                    .ConfigureAwait(false),
                await client
                    .Connections.ListAsync(row.Id, null, cancellationToken)
                    .CollectAsync(cancellationToken)
                    .ConfigureAwait(false)
            );
        }
        catch (VpcepException failure)
        {
            if (await client.Services.IsGoneAsync(failure, row.Id, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            throw;
        }
    }
}
