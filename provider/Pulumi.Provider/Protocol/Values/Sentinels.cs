using System.Collections.Frozen;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>The fixed strings by which the protocol marks values that JSON has no kind for.</summary>
public static class Sentinels
{
    /// <summary>The field that says an object is not a plain one; its value says what it is.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    /// <summary>A secret.</summary>
    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>An asset.</summary>
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";

    /// <summary>An archive.</summary>
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";

    /// <summary>A resource reference.</summary>
    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>An output value.</summary>
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>A string of bytes.</summary>
    public const string Bytes = "803fd3297a5875dc03ca845dda5d2a98";

    /// <summary>The unknown that every SDK knows, and the one to send.</summary>
    public const string UnknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly FrozenSet<string> Unknowns = FrozenSet.ToFrozenSet(
        [
            UnknownString,
            "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
            "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
            "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
            "030794c1-ac77-496b-92df-f27374a8bd58", // asset
            "e48ece36-62e2-4504-bad9-02848725956a", // archive
            "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
        ],
        StringComparer.Ordinal
    );

    /// <summary>True for any of the seven strings that stand for an unknown value.</summary>
    public static bool IsUnknown(string value) => value.Length == UnknownString.Length && Unknowns.Contains(value);
}
