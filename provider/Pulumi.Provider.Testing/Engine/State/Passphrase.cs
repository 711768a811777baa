using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>A passphrase, and the keys made of it: each takes a third of a second, and is made once.</summary>
/// <param name="text">What the user chose.</param>
/// <param name="rounds">How often it is hashed. Other engines read only what the default makes; 1 costs nothing.</param>
public sealed class Passphrase(string text, int rounds = 1_000_000)
{
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    /// <summary>Whether it is made of that text.</summary>
    public bool Is(string other) => text == other;

    /// <summary>The key for a salt: PBKDF2-SHA256, 256 bits.</summary>
    internal byte[] Key(byte[] salt) =>
        _keys.GetOrAdd(
            Convert.ToBase64String(salt),
            _ => Rfc2898DeriveBytes.Pbkdf2(text, salt, rounds, HashAlgorithmName.SHA256, 32)
        );
}
