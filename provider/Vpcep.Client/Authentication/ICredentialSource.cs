namespace Vpcep.Client;

/// <summary>A way to sign in: gets what requests carry, as often as it ends. See <see cref="RenewedCredential"/>.</summary>
public interface ICredentialSource
{
    /// <summary>Which way it is, for messages.</summary>
    CredentialKind Kind { get; }

    /// <summary>What it does, in words, for errors.</summary>
    string Operation { get; }

    /// <summary>True when another try would send something else than the one that was refused.</summary>
    bool HasChanged => false;

    /// <summary>Signs in, once.</summary>
    /// <exception cref="VpcepException">It is refused, or nobody answers.</exception>
    Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken);
}
