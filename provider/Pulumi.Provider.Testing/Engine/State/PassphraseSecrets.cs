using System.Security.Cryptography;
using System.Text;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>
/// Encrypts with a key made from a passphrase, in the format of the CLI's passphrase provider: PBKDF2-SHA256 with a
/// million rounds, AES-256-GCM, <c>v1:nonce:ciphertext</c> in base64. The key is derived when first needed.
/// </summary>
internal sealed class PassphraseSecrets
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const string Check = "pulumi";

    private readonly Lazy<byte[]> _key;
    private readonly string? _verifier;
    private readonly byte[] _salt;

    private PassphraseSecrets(Passphrase? passphrase, byte[] salt, string? verifier)
    {
        _salt = salt;
        _verifier = verifier;
        _key = new Lazy<byte[]>(() => Key(passphrase));
    }

    /// <summary>The state string of a checkpoint or stack file: the salt, and an encrypted word to check the key with.</summary>
    public string State => _verifier ?? $"v1:{Convert.ToBase64String(_salt)}:{Encrypt(Check)}";

    /// <summary>A new salt for a stack that has no secrets yet.</summary>
    public static PassphraseSecrets Create(Passphrase? passphrase) =>
        new(passphrase, RandomNumberGenerator.GetBytes(8), null);

    /// <summary>The secrets of a stack whose state string is known.</summary>
    /// <exception cref="EngineException">The string is not in the passphrase provider's format.</exception>
    public static PassphraseSecrets Open(Passphrase? passphrase, string state)
    {
        var parts = state.Split(':', 3);
        return parts is ["v1", var salt, _]
            ? new PassphraseSecrets(passphrase, Convert.FromBase64String(salt), state)
            : throw new EngineException($"the stack's encryption salt '{state}' is not in the format v1:salt:check");
    }

    /// <summary>Encrypts a text.</summary>
    public string Encrypt(string plaintext)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var plain = Encoding.UTF8.GetBytes(plaintext);
        var sealedText = new byte[plain.Length + TagLength];
        using var aes = new AesGcm(_key.Value, TagLength);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedText)}";
    }

    /// <summary>Decrypts a text.</summary>
    /// <exception cref="EngineException">The passphrase is wrong or the text was altered.</exception>
    public string Decrypt(string ciphertext) => Decrypt(_key.Value, ciphertext);

    private static string Decrypt(byte[] key, string ciphertext)
    {
        if (ciphertext.Split(':') is not ["v1", var nonce, var text])
        {
            throw new EngineException("an encrypted value is not in the format v1:nonce:data");
        }

        var sealedText = Convert.FromBase64String(text);
        var plain = new byte[sealedText.Length - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(
                Convert.FromBase64String(nonce),
                sealedText.AsSpan(0, plain.Length),
                sealedText.AsSpan(plain.Length),
                plain
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new EngineException("incorrect passphrase: a secret of this stack could not be decrypted");
        }

        return Encoding.UTF8.GetString(plain);
    }

    private byte[] Key(Passphrase? passphrase)
    {
        if (passphrase is null)
        {
            throw new EngineException(
                "passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables"
            );
        }

        var key = passphrase.Key(_salt);
        if (_verifier is not null && Decrypt(key, _verifier.Split(':', 3)[2]) != Check)
        {
            throw new EngineException("incorrect passphrase");
        }

        return key;
    }
}
