using System.Text.Json;

namespace Vpcep.Client;

/// <summary>An address in a catalog of services.</summary>
/// <param name="Type">What the service is: <c>vpcep</c>.</param>
/// <param name="Interface">For whom the address is: <c>public</c>, <c>internal</c> or <c>admin</c>.</param>
/// <param name="Region">The region; null for any.</param>
/// <param name="Host">
/// The host. What follows it goes: catalogs write the version, the project, a mark in its place (<c>$(tenant_id)s</c>), or
/// nothing. Null where it is no address.
/// </param>
public sealed record CatalogEntry(string Type, string Interface, string? Region, Uri? Host)
{
    private const string AnyRegion = "*";

    /// <summary>The entries of an object with a <c>catalog</c>: a token, or the catalog's own answer.</summary>
    internal static IReadOnlyList<CatalogEntry> Read(JsonElement holder)
    {
        var entries = new List<CatalogEntry>();
        foreach (var service in holder.Items("catalog"))
        {
            var type = service.Text("type") ?? service.Text("name") ?? "";
            foreach (var endpoint in service.Items("endpoints"))
            {
                var host = endpoint.Text("url") is { } url ? CloudHosts.TryParse(url) : null;
                entries.Add(new(type, endpoint.Text("interface") ?? "public", RegionOf(endpoint), host));
            }
        }
        return entries;
    }

    private static string? RegionOf(JsonElement endpoint) =>
        endpoint.Text("region_id") is { Length: > 0 } id ? (id == AnyRegion ? null : id)
        : endpoint.Text("region") is { Length: > 0 } name && name != AnyRegion ? name
        : null;
}
