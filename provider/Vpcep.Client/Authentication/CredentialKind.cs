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

    /// <summary>Temporary keys of an agency.</summary>
    Agency,

    /// <summary>A token of an agency.</summary>
    Delegation,

    /// <summary>Temporary keys for the token of another identity provider.</summary>
    Federation,

    /// <summary>Temporary keys that a server has from its metadata service.</summary>
    Server,
}
