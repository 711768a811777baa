using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Http;

public sealed class TlsTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _leaf;

    public TlsTests()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authority = new CertificateRequest("CN=private authority", key, HashAlgorithmName.SHA256);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        // Certificates are checked against the machine's clock.
        var now = TimeProvider.System.GetUtcNow();
        _authority = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _leaf = Issue(_authority, "localhost", isAuthority: false);
    }

    [Fact]
    public async Task Unknown_authority_is_refused_before_anything_is_sent()
    {
        await using var cloud = await StartAsync();

        var error = await Assert.ThrowsAsync<VpcepException>(() => ReadAsync(cloud, options => options));

        Assert.Equal(ErrorClass.InvalidInput, error.Class);
        Assert.Contains("certificate", error.Hint, StringComparison.Ordinal);
        Assert.Empty(cloud.Calls);
        Assert.Single(cloud.Log.Calls);
    }

    [Fact]
    public async Task Authority_that_is_given_is_trusted()
    {
        await using var cloud = await StartAsync();

        Assert.NotNull(await ReadAsync(cloud, options => options with { CaCertificates = [_authority] }));
        Assert.Empty(cloud.Log.Warnings);
    }

    [Fact]
    public async Task Host_that_shows_what_is_between_it_and_the_authority_is_trusted()
    {
        using var between = Issue(_authority, "between", isAuthority: true);
        using var leaf = Issue(between, "localhost", isAuthority: false);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}"""),
            listen =>
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = leaf;
                    https.ServerCertificateChain = [between];
                }),
            "https"
        );

        Assert.NotNull(await ReadAsync(cloud, options => options with { CaCertificates = [_authority] }));
    }

    [Fact]
    public async Task Host_that_speaks_no_tls_is_not_blamed_on_its_certificate()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            ReadAsync(
                cloud,
                options => options with { MaxRetries = 0, Endpoint = new Uri($"https://127.0.0.1:{cloud.Uri.Port}") }
            )
        );

        Assert.DoesNotContain("certificate", error.Hint, StringComparison.Ordinal);
        Assert.Contains("does not speak TLS", error.Hint, StringComparison.Ordinal);
        Assert.Contains($"127.0.0.1:{cloud.Uri.Port}", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trusted_authority_does_not_excuse_another_host_name()
    {
        await using var cloud = await StartAsync();

        await Assert.ThrowsAsync<VpcepException>(() =>
            ReadAsync(
                cloud,
                options =>
                    options with
                    {
                        CaCertificates = [_authority],
                        Endpoint = new Uri($"https://127.0.0.1:{cloud.Uri.Port}"),
                    }
            )
        );
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Insecure_takes_any_certificate_and_says_so()
    {
        await using var cloud = await StartAsync();

        Assert.NotNull(await ReadAsync(cloud, options => options with { Insecure = true }));
        Assert.Contains("not verified", Assert.Single(cloud.Log.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_host_that_asks_for_a_certificate_is_shown_the_one_that_is_given(bool given)
    {
        var shown = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}"""),
            listen =>
                listen.UseHttps(
                    _leaf,
                    https =>
                    {
                        https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                        https.ClientCertificateValidation = (certificate, _, _) =>
                            shown.TrySetResult(certificate.Thumbprint);
                    }
                ),
            "https"
        );

        var read = ReadAsync(
            cloud,
            options =>
                options with
                {
                    CaCertificates = [_authority],
                    MaxRetries = 0,
                    ClientCertificate = given ? SslStreamCertificateContext.Create(_leaf, null, offline: true) : null,
                }
        );

        if (given)
        {
            Assert.NotNull(await read);
            Assert.Equal(_leaf.Thumbprint, await shown.Task.DefaultTimeout());
            return;
        }

        await Assert.ThrowsAsync<VpcepException>(() => read);
        Assert.Empty(cloud.Calls);
    }

    public void Dispose()
    {
        _authority.Dispose();
        _leaf.Dispose();
    }

    private static X509Certificate2 Issue(X509Certificate2 issuer, string name, bool isAuthority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(issuer, issuer.NotBefore, issuer.NotAfter, [1, 2, 3]);
        using var withKey = signed.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null);
    }

    private Task<FakeCloud> StartAsync() =>
        FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}"""),
            listen => listen.UseHttps(_leaf),
            "https"
        );

    private Task<EndpointService?> ReadAsync(FakeCloud cloud, Func<VpcepClientOptions, VpcepClientOptions> with) =>
        cloud.Client(_time, with).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
}
