using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Vpcep.Client;

/// <summary>Makes the handler that talks to the network.</summary>
internal static class Handlers
{
    // Shorter than the idle limits of common gateways, so that a POST seldom meets a connection that they just closed.
    private static readonly TimeSpan IdleConnection = TimeSpan.FromSeconds(15);

    /// <summary>A handler with verification, the given proxy, and no redirects, cookies or credentials of its own.</summary>
    public static SocketsHttpHandler Create(Uri host, VpcepClientOptions options, IWebProxy? proxy, IClientLog? log)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = proxy is not null,
            Proxy = proxy,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            PooledConnectionIdleTimeout = IdleConnection,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = options.MaxConcurrency,
            MaxResponseHeadersLength = 64,
            // Whoever traces a run does not tell the cloud.
            ActivityHeadersPropagator = null,
        };
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        handler.SslOptions.ClientCertificateContext = options.ClientCertificate;
        if (options.Insecure)
        {
            log?.Warning(
                $"the certificate of {host.Host} is not verified (insecure): anyone on the way can read the credentials"
            );
#pragma warning disable CA5359 // what the user asked for, after a warning
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
#pragma warning restore CA5359
        }
        else if (options.CaCertificates is { Count: > 0 } authorities)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, presented, errors) =>
                errors == SslPolicyErrors.None
                || (
                    errors == SslPolicyErrors.RemoteCertificateChainErrors
                    && certificate is X509Certificate2 leaf
                    && IsTrusted(leaf, presented, authorities)
                );
        }
        return handler;
    }

    private static bool IsTrusted(X509Certificate2 leaf, X509Chain? presented, X509Certificate2Collection authorities)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        if (presented is not null)
        {
            chain.ChainPolicy.ExtraStore.AddRange(presented.ChainPolicy.ExtraStore);
        }
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(leaf);
    }
}
