using System.Runtime.InteropServices;

namespace Vpcep.Client;

/// <summary>
/// What signatures and TLS come from on Linux. Where it is missing, .NET ends the whole process at the first use; so it is
/// looked for before.
/// </summary>
internal static class OpenSsl
{
    private static readonly Lazy<bool> Found = new(static () =>
        Array.Exists(Versions(), static version => NativeLibrary.TryLoad($"libssl.so.{version}", out _))
    );

    /// <summary>Makes sure that it is there.</summary>
    /// <exception cref="VpcepException">It is not.</exception>
    public static void Require()
    {
        if (OperatingSystem.IsLinux() && !Found.Value)
        {
            throw new VpcepException(
                ErrorClass.InvalidInput,
                "call the cloud",
                "this machine has no OpenSSL, which signatures and https need"
            )
            {
                Hint =
                    "Install its libraries, libssl and libcrypto, version 3 or 1.1; the package is called libssl3 or openssl-libs",
            };
        }
    }

    // Those that .NET takes, or the one that it is told to.
    private static string[] Versions() =>
        Environment.GetEnvironmentVariable("CLR_OPENSSL_VERSION_OVERRIDE") is { Length: > 0 } only
            ? [only]
            : ["3", "1.1", "10", "1.0.2", "1.0.0"];
}
