using System.Globalization;
using System.Net;

namespace Vpcep.Client;

/// <summary>One entry of <c>NO_PROXY</c>.</summary>
internal sealed class ProxyException
{
    private readonly string _host;
    private readonly int? _port;
    private readonly IPNetwork? _network;

    private ProxyException(string host, int? port, IPNetwork? network) =>
        (_host, _port, _network) = (host, port, network);

    /// <summary>Reads the list; entries are parted by commas or blanks.</summary>
    public static IReadOnlyList<ProxyException> Parse(string list) =>
        [.. list.Split((char[])[',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(One)];

    /// <summary>True when requests to the address go around the proxy.</summary>
    public bool Covers(Uri destination)
    {
        if (_port is { } port && port != destination.Port)
        {
            return false;
        }

        var host = destination.IdnHost.Trim('[', ']').TrimEnd('.').ToLowerInvariant();
        return IPAddress.TryParse(host, out var address)
            ? _network?.Contains(address) == true || _host == "*"
            : _host == "*"
                || (
                    _host.StartsWith('.')
                        ? host.EndsWith(_host, StringComparison.Ordinal)
                        : host == _host || host.EndsWith('.' + _host, StringComparison.Ordinal)
                );
    }

    private static ProxyException One(string entry)
    {
        entry = entry.ToLowerInvariant();
        if (Network(entry) is { } network)
        {
            return new("", null, network);
        }

        var colon = entry.LastIndexOf(':');
        var hasPort =
            colon > 0 && int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var host = hasPort ? entry[..colon] : entry;
        int? port = hasPort ? int.Parse(entry.AsSpan(colon + 1), CultureInfo.InvariantCulture) : null;
        // *.example.com is .example.com: what is below, and not the domain itself.
        return Network(host) is { } address
            ? new("", port, address)
            : new(host.StartsWith("*.", StringComparison.Ordinal) ? host[1..] : host.TrimEnd('.'), port, null);
    }

    // An address or a network; of the latter, any address of it will do.
    private static IPNetwork? Network(string text)
    {
        var slash = text.LastIndexOf('/');
        if (!IPAddress.TryParse((slash < 0 ? text : text[..slash]).Trim('[', ']'), out var address))
        {
            return null;
        }

        var most = address.GetAddressBytes().Length * 8;
        var length = most;
        if (
            slash >= 0
            && !(
                int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out length)
                && length <= most
            )
        )
        {
            return null;
        }

        return new IPNetwork(address, length);
    }
}
