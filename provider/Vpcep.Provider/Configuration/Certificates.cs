using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulumi.Provider.Model.Operations;
using Vpcep.Provider.Configuration.Files;

namespace Vpcep.Provider.Configuration;

/// <summary>The certificates that the configuration gives, as PEM or as files of it.</summary>
internal static class Certificates
{
    /// <summary>Those of <c>caFile</c>.</summary>
    /// <exception cref="OperationException">They cannot be read, or there is none.</exception>
    public static X509Certificate2Collection? Authorities(string? given, UserFiles files)
    {
        if (given is null)
        {
            return null;
        }

        var authorities = Read("caFile", given, files);
        return authorities.Count > 0
            ? authorities
            : throw Wrong(
                $"vpcep:caFile is {UserFiles.Named(given)}, which holds no certificate; give a file with -----BEGIN CERTIFICATE-----"
            );
    }

    /// <summary>That of <c>clientCert</c> and <c>clientKey</c>, with those that it hangs on.</summary>
    /// <exception cref="OperationException">They cannot be read, one is missing, or they do not fit together.</exception>
    public static SslStreamCertificateContext? OfClient(string? cert, string? key, UserFiles files)
    {
        if (cert is null)
        {
            return key is null
                ? null
                : throw Wrong("vpcep:clientKey is set without vpcep:clientCert (OS_CERT); set both or none");
        }

        var text = files.Pem("clientCert", cert);
        var keyText =
            files.Pem("clientKey", key) ?? (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal) ? text : null);
        if (keyText is null)
        {
            throw Wrong("vpcep:clientCert is set without vpcep:clientKey (OS_KEY); set both or none");
        }

        try
        {
            using var leaf = X509Certificate2.CreateFromPem(text, keyText);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(text);
            // Only what was stored once is shown to others, on some systems.
            var shown = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
            return SslStreamCertificateContext.Create(shown, chain, offline: true);
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException)
        {
            throw Wrong(
                keyText.Contains("ENCRYPTED", StringComparison.Ordinal)
                    ? "vpcep:clientKey is encrypted; give it without a passphrase"
                    : $"vpcep:clientCert is {UserFiles.Named(cert)}, which with vpcep:clientKey makes no certificate that can be shown: {problem.Message}"
            );
        }
    }

    private static X509Certificate2Collection Read(string key, string given, UserFiles files)
    {
        var text = files.Pem(key, given);
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException problem)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                $"vpcep:{key} is {UserFiles.Named(given)}, which cannot be read: {problem.Message}",
                problem
            );
        }

        return certificates;
    }

    private static OperationException Wrong(string problem) => new(FailureKind.InvalidInput, problem);
}
