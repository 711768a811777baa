using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Vpcep.Provider.Tests.Documentation.Messages.Produced;

namespace Vpcep.Provider.Tests.Documentation.Messages;

/// <summary>What is said when something else than the API answers, when nothing does, or when it lets nobody in.</summary>
internal static class AddressMessages
{
    public static Task<string> PageAsync(ProviderOnEmulator host) =>
        AskedAsync(host, Fault.HtmlPage(StatusCodes.Status200OK));

    public static Task<string> PageForCreationAsync(ProviderOnEmulator host)
    {
        host.Cloud.Faults.Add(Fault.HtmlPage(StatusCodes.Status200OK) with { Method = "POST", Count = null });
        return FailureAsync(() => new Managed(host, "EndpointService").CreateAsync(Props.Service));
    }

    public static Task<string> PageOfNothingAsync(ProviderOnEmulator host) =>
        AskedAsync(host, Fault.HtmlPage(StatusCodes.Status404NotFound));

    public static async Task<string> PlainTextToTlsAsync(ProviderOnEmulator host)
    {
        await using var portal = await PortalAsync();
        await ConfigureAsync(host, ("endpoint", $"http://127.0.0.1:{portal.Port}"));
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static async Task<string> TlsToPlainTextAsync(ProviderOnEmulator host)
    {
        await ConfigureAsync(host, ("endpoint", $"https://{host.Cloud.Url.Authority}"));
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static async Task<string> UntrustedAsync(ProviderOnEmulator host)
    {
        await using var portal = await PortalAsync();
        await ConfigureAsync(host, ("endpoint", $"https://127.0.0.1:{portal.Port}"));
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static async Task<string> NobodyListensAsync(ProviderOnEmulator host)
    {
        await ConfigureAsync(host, ("endpoint", "http://127.0.0.1:1"));
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static async Task<string> ProxyThatIsNotThereAsync(ProviderOnEmulator host)
    {
        host.Environment["HTTPS_PROXY"] = "http://127.0.0.1:1";
        await ConfigureAsync(host, ("endpoint", "https://vpcep.eu-de.example.com"));
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static Task<string> WrongPasswordAsync(ProviderOnEmulator host) =>
        SignedInAsync(
            host,
            new Fault
            {
                Status = StatusCodes.Status401Unauthorized,
                Body = """{"error":{"message":"The username or password is wrong."}}""",
            }
        );

    public static Task<string> NoTokenAsync(ProviderOnEmulator host) =>
        SignedInAsync(host, new Fault { Status = StatusCodes.Status201Created, Body = "{}" });

    public static async Task<string> ExpiredTokenAsync(ProviderOnEmulator host)
    {
        await ConfigureAsync(host, ("token", "of-yesterday"));
        return await AskedAsync(host, Fault.ExpiredToken);
    }

    public static async Task<string> WrongKeyAsync(ProviderOnEmulator host)
    {
        await ConfigureAsync(
            host,
            ("accessKey", Account.Default.AccessKey!),
            ("secretKey", new SecretValue("of-somebody-else"))
        );
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static async Task<string> NoSuchProjectAsync(ProviderOnEmulator host)
    {
        host.Cloud.Faults.Add(
            new Fault
            {
                Path = "v3/projects",
                Status = StatusCodes.Status200OK,
                Body = """{"projects":[]}""",
                Count = null,
            }
        );
        await ConfigureAsync(host, ("iamEndpoint", host.Cloud.Url.ToString()), ("projectName", "eu-de_web"));
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static async Task<string> NotInTheCatalogAsync(ProviderOnEmulator host)
    {
        await ConfigureAsync(
            host,
            ("endpoint", ""),
            ("iamEndpoint", host.Cloud.Url.ToString()),
            ("region", "elsewhere-1")
        );
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    public static Task<string> EmptyAnswerAsync(ProviderOnEmulator host) =>
        AskedAsync(host, new Fault { Status = StatusCodes.Status200OK, Body = "" });

    private static Task<string> AskedAsync(ProviderOnEmulator host, Fault fault)
    {
        host.Cloud.Faults.Add(fault with { Count = null });
        return FailureAsync(() => host.AskAsync("getEndpointServices"));
    }

    private static async Task<string> SignedInAsync(ProviderOnEmulator host, Fault fault)
    {
        host.Cloud.Faults.Add(fault with { Path = "auth/tokens", Count = null });
        await ConfigureAsync(
            host,
            ("iamEndpoint", host.Cloud.Url.ToString()),
            ("userName", Account.Default.UserName),
            ("password", new SecretValue(Account.Default.Password)),
            ("domainName", Account.Default.DomainName)
        );
        return await FailureAsync(() => host.AskAsync("getQuotas"));
    }

    private static async Task ConfigureAsync(
        ProviderOnEmulator host,
        params (string Name, PropertyValue Value)[] configuration
    )
    {
        var given = Props.Map(configuration);
        (string, PropertyValue)[] way =
            given.Find("token") is null && given.Find("userName") is null
                ?
                [
                    ("accessKey", Account.Default.AccessKey!),
                    ("secretKey", new SecretValue(Account.Default.SecretKey!)),
                ]
                : [];
        (string, PropertyValue)[] project = given.Find("projectName") is null
            ? [("projectId", Account.Default.ProjectId)]
            : [];
        await host.Provider.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Args = StructCodec.Encode(
                    Props.Map([("endpoint", host.Cloud.Url.ToString()), .. project, .. way, .. configuration])
                ),
            }
        );
    }

    // A port that speaks TLS only, with a certificate that nobody knows.
    private static async Task<Portal> PortalAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var signed = new CertificateRequest(
            "CN=portal.example.com",
            key,
            HashAlgorithmName.SHA256
        ).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var certificate = X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pfx), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
            options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate))
        );
        var application = builder.Build();
        await application.StartAsync();
        return new Portal(application, certificate);
    }

    private sealed class Portal(WebApplication application, X509Certificate2 certificate) : IAsyncDisposable
    {
        public int Port => new Uri(application.Urls.Single()).Port;

        public async ValueTask DisposeAsync()
        {
            await application.DisposeAsync();
            certificate.Dispose();
        }
    }
}
