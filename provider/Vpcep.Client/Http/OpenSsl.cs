using System.Runtime.InteropServices;

namespace Vpcep.Client;

/// <summary>
/// What signatures and TLS come from on Linux. Where it is missing, .NET ends the whole process at the first use; so it is
/// looked for before.
/// </summary>
internal static class OpenSsl
{
    // Those that .NET takes.
    private static readonly string[] Names =
    [
        "libssl.so.3",
        "libssl.so.1.1",
        "libssl.so.10",
        "libssl.so.1.0.2",
        "libssl.so.1.0.0",
    ];

    private static readonly Lazy<bool> Found = new(static () => Array.Exists(Names, Loads));

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

    private static bool Loads(string name)
    {
        if (Environment.GetEnvironmentVariable("CLR_OPENSSL_VERSION_OVERRIDE") is { Length: > 0 } version)
        {
            name = $"libssl.so.{version}";
        }

        return NativeLibrary.TryLoad(name, out _);
    }
}
