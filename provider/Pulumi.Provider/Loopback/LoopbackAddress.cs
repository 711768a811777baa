using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pulumi.Provider.Loopback;

/// <summary>Addresses as engines and programs write them.</summary>
internal static class LoopbackAddress
{
    private const string Scheme = "http://";

    /// <summary>The base address for <c>host:port</c> or <c>http://host:port</c>.</summary>
    /// <exception cref="ArgumentException">The text is neither.</exception>
    public static Uri Parse(string address) =>
        TryParse(address, out var uri)
            ? uri
            : throw new ArgumentException($"'{address}' is not a host:port", nameof(address));

    /// <summary>The base address, where the text is one. The port must be there: 80 is no port of gRPC.</summary>
    public static bool TryParse(string address, [NotNullWhen(true)] out Uri? uri)
    {
        var authority = address.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? address[Scheme.Length..].TrimEnd('/')
            : address;
        uri = null;
        return ushort.TryParse(
                authority.AsSpan(authority.LastIndexOf(':') + 1),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var port
            )
            && port > 0
            && authority.Contains(':', StringComparison.Ordinal)
            && Uri.TryCreate(Scheme + authority, UriKind.Absolute, out uri)
            && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "" }
            && uri.Port == port;
    }
}
