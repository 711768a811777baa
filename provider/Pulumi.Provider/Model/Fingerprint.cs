namespace Pulumi.Provider.Model;

/// <summary>
/// 128 bits that tell texts apart, as 32 hexadecimal digits: for names and for files. Nothing that somebody would want to
/// forge: for that there is SHA-256, which on Linux loads OpenSSL, and a preview needs neither.
/// </summary>
public static class Fingerprint
{
    private const ulong Prime = 0x100000001b3;
    private const ulong FirstBasis = 0xcbf29ce484222325;
    private const ulong SecondBasis = 0x9ae16a3b2f90404f;

    /// <summary>The fingerprint of the bytes; the same on every machine and in every version.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var (first, second) = (FirstBasis, SecondBasis);
        foreach (var one in bytes)
        {
            first = (first ^ one) * Prime;
            second = (second ^ one ^ (first >> 32)) * Prime;
        }

        return $"{Mixed(first):x16}{Mixed(second):x16}";
    }

    // The last bytes have moved few bits yet: spreads them over all.
    private static ulong Mixed(ulong bits)
    {
        bits = (bits ^ (bits >> 33)) * 0xff51afd7ed558ccd;
        bits = (bits ^ (bits >> 33)) * 0xc4ceb9fe1a85ec53;
        return bits ^ (bits >> 33);
    }
}
