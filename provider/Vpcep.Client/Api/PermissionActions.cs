namespace Vpcep.Client;

/// <summary>Adds and removes records of whitelists, many at once.</summary>
/// <param name="transport">Where calls go.</param>
/// <param name="list">Lists the records of a service.</param>
internal sealed class PermissionActions(
    Transport transport,
    Func<string, CancellationToken, IAsyncEnumerable<Permission>> list
)
{
    private const string Add = "add";
    private const string Remove = "remove";

    /// <inheritdoc cref="PermissionsApi.AddAsync"/>
    public Task AddAsync(string serviceId, IReadOnlyList<string> permissions, CancellationToken cancellationToken) =>
        ActAsync(serviceId, permissions, Add, cancellationToken);

    /// <summary>Takes callers off; those that are not there are fine.</summary>
    public Task RemoveAsync(string serviceId, IReadOnlyList<string> permissions, CancellationToken cancellationToken) =>
        ActAsync(serviceId, permissions, Remove, cancellationToken);

    private async Task ActAsync(
        string serviceId,
        IReadOnlyList<string> permissions,
        string action,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(permissions);
        // A request holds one type of permission.
        var types = permissions
            .Select(PermissionName.ToRequest)
            .Distinct(StringComparer.Ordinal)
            .GroupBy(PermissionName.TypeOf, StringComparer.Ordinal);
        foreach (var names in types)
        {
            try
            {
                await SendAsync(serviceId, [.. names], action, cancellationToken).ConfigureAwait(false);
            }
            catch (VpcepException error) when (error.Class is ErrorClass.InvalidInput or ErrorClass.Conflict)
            {
                // Whether sites refuse to add what is there, or to remove what is not, is not documented.
                if (!await HoldsAsync(serviceId, names, action == Add, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    private async Task<bool> HoldsAsync(
        string serviceId,
        IEnumerable<string> names,
        bool present,
        CancellationToken cancellationToken
    )
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var permission in list(serviceId, cancellationToken).ConfigureAwait(false))
        {
            there.Add(permission.Name);
        }
        return names.All(name => there.Contains(PermissionName.Normalize(name)) == present);
    }

    private async Task SendAsync(string serviceId, string[] names, string action, CancellationToken cancellationToken)
    {
        var what = names.Length == 1 ? $"permission {names[0]}" : $"{names.Length} permissions";
        var request = new ApiRequest(
            HttpMethod.Post,
            Paths.Permissions(serviceId) + "/action",
            $"{action} {what} of endpoint service {serviceId}"
        )
        {
            Body = Encode.Permissions(names, action),
        };
        try
        {
            await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.Code == VpcepCodes.BatchTooLarge && names.Length > 1)
        {
            // How many fit is not documented: halve until they do.
            var half = names.Length / 2;
            await SendAsync(serviceId, names[..half], action, cancellationToken).ConfigureAwait(false);
            await SendAsync(serviceId, names[half..], action, cancellationToken).ConfigureAwait(false);
        }
    }
}
