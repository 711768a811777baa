using System.Net;

namespace Vpcep.Client;

/// <summary>
/// The proxy that the environment names, and the hosts that it leaves out, read as Go programs, curl and so Pulumi itself
/// read them. The runtime's own reading of <c>NO_PROXY</c> knows neither domains without a dot, <c>*</c>, ports nor networks.
/// </summary>
public sealed class EnvironmentProxy : IWebProxy
{
    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly IReadOnlyList<ProxyException> _exceptions;

    /// <summary>Reads the variables.</summary>
    /// <param name="variable">Reads one.</param>
    public EnvironmentProxy(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        var all = Address("ALL_PROXY");
        _http = Address("HTTP_PROXY") ?? all;
        _https = Address("HTTPS_PROXY") ?? all;
        _exceptions = ProxyException.Parse(Either("NO_PROXY") ?? "");

        Uri? Address(string name) => Either(name) is { } text ? Parse(text) : null;
        string? Either(string name) => Set(name.ToLowerInvariant()) ?? Set(name);
        string? Set(string name) => variable(name)?.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <inheritdoc/>
    public ICredentials? Credentials { get; set; }

    /// <summary>The proxy of this process' environment.</summary>
    public static EnvironmentProxy OfProcess() => new(Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var proxy = destination.Scheme == Uri.UriSchemeHttps ? _https : _http;
        return proxy is null || destination.IsLoopback || _exceptions.Any(rule => rule.Covers(destination))
            ? null
            : proxy;
    }

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    private Uri? Parse(string text)
    {
        if (
            !Uri.TryCreate(
                text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}",
                UriKind.Absolute,
                out var proxy
            )
        )
        {
            return null;
        }

        if (proxy.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var rest])
        {
            Credentials ??= new NetworkCredential(
                Uri.UnescapeDataString(user),
                Uri.UnescapeDataString(rest.FirstOrDefault() ?? "")
            );
        }

        // Names are the proxy's to resolve in the one as in the other.
        var scheme = proxy.Scheme == "socks5h" ? "socks5" : proxy.Scheme;
        return new UriBuilder(proxy)
        {
            Scheme = scheme,
            UserName = "",
            Password = "",
        }.Uri;
    }
}
