namespace Vpcep.Client;

/// <summary>The ways to say who asks.</summary>
public enum CredentialKind
{
    /// <summary>None, or one that this library does not know.</summary>
    Other,

    /// <summary>A ready-made token.</summary>
    Token,

    /// <summary>Name and password.</summary>
    Password,

    /// <summary>A permanent access key.</summary>
    AccessKey,

    /// <summary>An access key that ends, with its security token.</summary>
    TemporaryKey,
}
