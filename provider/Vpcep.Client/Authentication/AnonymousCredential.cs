namespace Vpcep.Client;

/// <summary>Proves nothing: for what everyone may ask, such as signing in.</summary>
public sealed class AnonymousCredential : ICredential
{
    /// <inheritdoc/>
    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => ValueTask.CompletedTask;
}
