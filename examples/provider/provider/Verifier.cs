using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Acme.Postgres;

/// <summary>
/// What the server keeps in a password's place: <c>SCRAM-SHA-256$iterations:salt$storedKey:serverKey</c> (RFC 5802, 7677). Who has
/// it cannot sign in with it, and can tell whether a password is the one.
/// </summary>
internal static class Verifier
{
    private const string Scheme = "SCRAM-SHA-256";
    private const int Iterations = 4096;
    private const int SaltLength = 16;

    /// <summary>That of a password, with a new salt.</summary>
    public static string Of(string password) => Of(password, RandomNumberGenerator.GetBytes(SaltLength), Iterations);

    /// <summary>Whether it is that of the password.</summary>
    public static bool Fits(string verifier, string password) =>
        verifier.Split('$', ':') is [Scheme, var iterations, var salt, _, _]
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(verifier),
            Encoding.ASCII.GetBytes(
                Of(password, Convert.FromBase64String(salt), int.Parse(iterations, CultureInfo.InvariantCulture))
            )
        );

    private static string Of(string password, byte[] salt, int iterations)
    {
        var salted = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC)),
            salt,
            iterations,
            HashAlgorithmName.SHA256,
            SHA256.HashSizeInBytes
        );
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"{Scheme}${iterations}:{Base64(salt)}${Base64(stored)}:{Base64(server)}";
    }

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);
}
