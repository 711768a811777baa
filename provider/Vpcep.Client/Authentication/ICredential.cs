namespace Vpcep.Client;

/// <summary>Makes requests acceptable to the cloud.</summary>
public interface ICredential
{
    /// <summary>Which way it is, for messages.</summary>
    CredentialKind Kind => CredentialKind.Other;

    /// <summary>Adds what proves who sends the request. Called anew for each attempt, after all other headers are set.</summary>
    /// <param name="request">The request; its URI is absolute.</param>
    /// <param name="body">The exact bytes of the body.</param>
    /// <param name="now">The time of the attempt.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VpcepException">The credential could not be obtained.</exception>
    ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Called when the cloud refused the credential; true when another attempt would carry a new one.</summary>
    /// <param name="refused">The request that was refused.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken) =>
        ValueTask.FromResult(false);
}
