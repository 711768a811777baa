namespace Vpcep.Client;

/// <summary>The whitelists of endpoint services.</summary>
public sealed class PermissionsApi
{
    private readonly Transport _transport;
    private readonly Pager _pager;
    private readonly ServicesApi _services;
    private readonly PermissionActions _actions;
    private readonly RecordReads<Permission> _reads;

    internal PermissionsApi(Transport transport, ServicesApi services, TimeProvider time)
    {
        _transport = transport;
        _services = services;
        _pager = new Pager(transport);
        _actions = new(transport, ListAsync);
        _reads = new(
            time,
            transport,
            services,
            static permission => permission.Name,
            StringComparer.Ordinal,
            (id, _, token) => ListAsync(id, token),
            static error => ErrorCodes.MeansGone(error, ofService: true),
            isListComplete: true
        );
    }

    /// <summary>All records of a service, each once. Their names are normalised by <see cref="PermissionName"/>.</summary>
    /// <exception cref="VpcepException"><see cref="ProjectApi{T}.IsGoneAsync"/> tells a missing service from other failures.</exception>
    public IAsyncEnumerable<Permission> ListAsync(string serviceId, CancellationToken cancellationToken) =>
        ListAsync(serviceId, null, cancellationToken);

    /// <summary>The records of a service that match, each once, as above.</summary>
    public IAsyncEnumerable<Permission> ListAsync(
        string serviceId,
        PermissionFilter? filter,
        CancellationToken cancellationToken
    ) =>
        _pager.ListAsync(
            Paths.WithQuery(Paths.Permissions(serviceId), ("permission", filter?.Permission)),
            $"list permissions of endpoint service {serviceId}",
            "permissions",
            Decode.Permission,
            permission => permission.Name,
            Pager.LargestPermissionPage,
            cancellationToken
        );

    /// <summary>The record with this name, in whatever form; null when there is none or the service is gone.</summary>
    public Task<Permission?> GetAsync(string serviceId, string permission, CancellationToken cancellationToken) =>
        _reads.GetAsync(serviceId, PermissionName.Normalize(permission), cancellationToken);

    /// <summary>The record with this name, as above. Of many that are read together, one list for each service tells.</summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="permission">Whose, in any form of <see cref="PermissionName"/>.</param>
    /// <param name="asker">Whom the answer is for: one who asks again gets a later answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<Permission?> ReadAsync(
        string serviceId,
        string permission,
        string asker,
        CancellationToken cancellationToken
    ) => _reads.ReadAsync(serviceId, PermissionName.Normalize(permission), asker, cancellationToken);

    /// <summary>Lets callers in; those that are in already stay.</summary>
    public Task AddAsync(string serviceId, IReadOnlyList<string> permissions, CancellationToken cancellationToken) =>
        _actions.AddAsync(serviceId, permissions, cancellationToken);

    /// <summary>
    /// Lets a caller in with a text beside, on sites that can (<see cref="CloudFeatures.PermissionDescription"/>). One
    /// that is in already gets the text.
    /// </summary>
    /// <param name="serviceId">The service.</param>
    /// <param name="permission">Who, in any form of <see cref="PermissionName"/>.</param>
    /// <param name="description">At most 128 characters, no angle brackets.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The record.</returns>
    public async Task<Permission> AddDescribedAsync(
        string serviceId,
        string permission,
        string description,
        CancellationToken cancellationToken
    )
    {
        var name = PermissionName.ToRequest(permission);
        var request = new ApiRequest(
            HttpMethod.Post,
            Paths.Permissions(serviceId) + "/batch-create",
            $"add permission {name} of endpoint service {serviceId}"
        )
        {
            Body = Encode.DescribedPermission(name, description),
        };
        VpcepException? refused = null;
        try
        {
            var made = await _transport
                .SendAsync(
                    request,
                    body => body.Items("permissions").Select(Decode.Permission).OfType<Permission>().ToList(),
                    cancellationToken
                )
                .ConfigureAwait(false);
            if (made.Find(record => PermissionName.Same(record.Name, name)) is { Id: not null } record)
            {
                return record;
            }
        }
        catch (VpcepException error) when (error.Class is ErrorClass.InvalidInput or ErrorClass.Conflict)
        {
            // Whether sites refuse to add what is there is not documented.
            refused = error;
        }
        if (await GetAsync(serviceId, name, cancellationToken).ConfigureAwait(false) is not { } there)
        {
            throw refused
                ?? new VpcepException(ErrorClass.Internal, request.Operation, "the cloud took it and does not list it");
        }
        if (there.Id is { } id && (there.Description ?? "") != description)
        {
            await DescribeAsync(serviceId, id, description, cancellationToken).ConfigureAwait(false);
        }
        return there with { Description = description };
    }

    /// <summary>Changes the text of a record, on sites that can; empty clears it.</summary>
    public async Task DescribeAsync(
        string serviceId,
        string permissionId,
        string description,
        CancellationToken cancellationToken
    )
    {
        var request = new ApiRequest(
            HttpMethod.Put,
            $"{Paths.Permissions(serviceId)}/{Paths.Segment(permissionId, "permission")}",
            $"describe permission {permissionId} of endpoint service {serviceId}"
        )
        {
            Body = Encode.PermissionDescription(description),
        };
        await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes callers off; those that are not there, or a service that is gone, are fine.</summary>
    public async Task RemoveAsync(
        string serviceId,
        IReadOnlyList<string> permissions,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await _actions.RemoveAsync(serviceId, permissions, cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException error)
        {
            if (!await _services.IsGoneAsync(error, serviceId, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
            // The records went with the service.
        }
    }
}
