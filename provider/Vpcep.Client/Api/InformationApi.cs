using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Quotas and API versions.</summary>
public sealed class InformationApi
{
    private readonly Transport _transport;

    internal InformationApi(Transport transport) => _transport = transport;

    /// <summary>How much the project has and may have.</summary>
    /// <param name="type"><c>endpoint_service</c>, <c>endpoint</c>, or null for both.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ResourceQuota>> QuotasAsync(string? type, CancellationToken cancellationToken)
    {
        var body = await SendAsync(Paths.WithQuery(Paths.Quotas, ("type", type)), "read quotas", cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. body.Items("quotas")
                .SelectMany(quotas => quotas.Items("resources"))
                .Select(Decode.Quota)
                .OfType<ResourceQuota>(),
        ];
    }

    /// <summary>The versions of the API that the host offers.</summary>
    public async Task<IReadOnlyList<ApiVersion>> VersionsAsync(CancellationToken cancellationToken)
    {
        var body = await SendAsync("/", "list API versions", cancellationToken).ConfigureAwait(false);
        return [.. body.Items("versions").Select(Decode.Version).OfType<ApiVersion>()];
    }

    /// <summary>One version of the API, for example <c>v1</c>; null when the host does not offer it.</summary>
    public async Task<ApiVersion?> VersionAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            var body = await SendAsync($"/{Paths.Segment(version)}", $"read API version {version}", cancellationToken)
                .ConfigureAwait(false);
            return body.Items("version").Select(Decode.Version).FirstOrDefault();
        }
        catch (VpcepException error) when (error.HttpStatus == 404)
        {
            // Also the gateway's word for a path that it does not know.
            return null;
        }
    }

    private Task<JsonElement> SendAsync(string path, string operation, CancellationToken cancellationToken) =>
        _transport.SendAsync(new ApiRequest(HttpMethod.Get, path, operation), cancellationToken);
}
