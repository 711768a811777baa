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
    public Task<IReadOnlyList<ResourceQuota>> QuotasAsync(string? type, CancellationToken cancellationToken) =>
        SendAsync<IReadOnlyList<ResourceQuota>>(
            Paths.WithQuery(Paths.Quotas, ("type", type)),
            "read quotas",
            static body =>
                [
                    .. body.Items("quotas")
                        .SelectMany(quotas => quotas.Items("resources"))
                        .Select(Decode.Quota)
                        .OfType<ResourceQuota>(),
                ],
            cancellationToken
        );

    /// <summary>The versions of the API that the host offers.</summary>
    public Task<IReadOnlyList<ApiVersion>> VersionsAsync(CancellationToken cancellationToken) =>
        SendAsync<IReadOnlyList<ApiVersion>>(
            "/",
            "list API versions",
            static body => [.. body.Items("versions").Select(Decode.Version).OfType<ApiVersion>()],
            cancellationToken
        );

    /// <summary>One version of the API, for example <c>v1</c>; null when the host does not offer it.</summary>
    public async Task<ApiVersion?> VersionAsync(string version, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(
                    $"/{Paths.Segment(version, "API version")}",
                    $"read API version {version}",
                    static body => body.Items("version").Select(Decode.Version).FirstOrDefault(),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (VpcepException error) when (error.HttpStatus == 404)
        {
            // Also the gateway's word for a path that it does not know.
            return null;
        }
    }

    private Task<T> SendAsync<T>(
        string path,
        string operation,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken
    ) => _transport.SendAsync(new ApiRequest(HttpMethod.Get, path, operation), read, cancellationToken);
}
