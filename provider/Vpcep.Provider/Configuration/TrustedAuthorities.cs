using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Configuration;

/// <summary>The file of <c>caFile</c>.</summary>
internal static class TrustedAuthorities
{
    /// <summary>Reads it.</summary>
    /// <exception cref="OperationException">It cannot be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                $"vpcep:caFile is '{file}', which cannot be read: {problem.Message}",
                problem
            );
        }

        return authorities.Count > 0
            ? authorities
            : throw new OperationException(
                FailureKind.InvalidInput,
                $"vpcep:caFile is '{file}', which holds no certificate; give a file with -----BEGIN CERTIFICATE-----"
            );
    }
}
