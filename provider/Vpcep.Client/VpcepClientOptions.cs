using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Vpcep.Client;

/// <summary>Where and how to reach the cloud.</summary>
public sealed record VpcepClientOptions
{
    /// <summary>The service that is at <see cref="Endpoint"/>, for messages.</summary>
    public CloudService Service { get; init; }

    /// <summary>
    /// The VPCEP host, for example <c>https://vpcep.eu-de.otc.t-systems.com</c>; a trailing <c>/v1</c> is ignored. See
    /// <see cref="CloudHosts"/>. Null to ask <see cref="FindEndpoint"/>.
    /// </summary>
    public required Uri? Endpoint { get; init; }

    /// <summary>Looks the host up when it is first needed and none is given. See <see cref="ServiceCatalog"/>.</summary>
    public Func<CancellationToken, Task<Uri>>? FindEndpoint { get; init; }

    /// <summary>The host of the VPN service, for <see cref="VpcepClient.Vpn"/> only; null to ask <see cref="FindVpnEndpoint"/>.</summary>
    public Uri? VpnEndpoint { get; init; }

    /// <summary>As <see cref="FindEndpoint"/>; null when there is no such service.</summary>
    public Func<CancellationToken, Task<Uri>>? FindVpnEndpoint { get; init; }

    /// <summary>The project whose things are managed; null to ask <see cref="FindProject"/>.</summary>
    public string? ProjectId { get; init; }

    /// <summary>Looks the project up when it is first needed and no id is given.</summary>
    public Func<CancellationToken, Task<string>>? FindProject { get; init; }

    /// <summary>How requests are authenticated.</summary>
    public required ICredential Credential { get; init; }

    /// <summary>The region, for messages.</summary>
    public string? Region { get; init; }

    /// <summary>How often a call is sent again after a failure that may pass. Rate limits do not count.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>How long a call goes on asking again while the cloud answers that there are too many requests.</summary>
    public TimeSpan RateLimitPatience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one request may take, sending to whole answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Requests in flight at once.</summary>
    public int MaxConcurrency { get; init; } = 16;

    /// <summary>Requests that reach the host in any second, at most.</summary>
    public double RequestsPerSecond { get; init; } = 50;

    /// <summary>Answers larger than this many bytes are refused.</summary>
    public int MaxResponseBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Skips the verification of the server's certificate. Said aloud on first use.</summary>
    public bool Insecure { get; init; }

    /// <summary>Authorities to trust besides the system's.</summary>
    public X509Certificate2Collection? CaCertificates { get; init; }

    /// <summary>The certificate that this client shows to hosts that ask for one.</summary>
    public SslStreamCertificateContext? ClientCertificate { get; init; }

    /// <summary>The proxy; null for the one that the environment names.</summary>
    public IWebProxy? Proxy { get; init; }

    /// <summary>What to call ourselves.</summary>
    public string UserAgent { get; init; } = "vpcep-client";

    /// <summary>The first wait between two looks at something that changes.</summary>
    public TimeSpan PollStart { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two looks.</summary>
    public TimeSpan PollMax { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a new thing may be invisible before it counts as gone.</summary>
    public TimeSpan VisibilityGrace { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Numbers in [0, 1) that spread retries.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>The clock of <see cref="RequestTimeout"/>; the client's own when null. Tests in virtual time against real sockets give the system's.</summary>
    public TimeProvider? NetworkTime { get; init; }

    /// <summary>Takes the place of the network, in tests. The client does not dispose it.</summary>
    public HttpMessageHandler? Handler { get; init; }
}
