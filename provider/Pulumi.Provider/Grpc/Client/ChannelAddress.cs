namespace Pulumi.Provider.Grpc.Client;

/// <summary>Addresses as engines and programs write them.</summary>
internal static class ChannelAddress
{
    /// <summary>The base address for <c>host:port</c> or <c>http://host:port</c>.</summary>
    public static Uri Parse(string address)
    {
        var url = address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? address : "http://" + address;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.PathAndQuery == "/" && uri.Port > 0
            ? uri
            : throw new ArgumentException($"'{address}' is not a host:port", nameof(address));
    }
}
