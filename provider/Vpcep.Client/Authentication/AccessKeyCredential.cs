using System.Globalization;

namespace Vpcep.Client;

/// <summary>Signs requests with an access key, permanent or temporary.</summary>
public sealed class AccessKeyCredential : ICredential
{
    /// <summary>The project that a request is about, where it is about one.</summary>
    internal static readonly HttpRequestOptionsKey<string?> Project = new("vpcep.project");

    /// <summary>The account that a request is about, where it is about one.</summary>
    internal static readonly HttpRequestOptionsKey<string?> Domain = new("vpcep.domain");

    /// <summary>The access key that a request is signed with, to be kept out of messages.</summary>
    internal static readonly HttpRequestOptionsKey<string> Key = new("vpcep.key");

    private readonly string _accessKey;
    private readonly RequestSigner _signer;

    /// <summary>A key pair; temporary ones come with a security token.</summary>
    /// <param name="accessKey">The access key id (AK).</param>
    /// <param name="secretKey">The secret key (SK).</param>
    /// <param name="securityToken">The token of temporary keys.</param>
    /// <param name="form">How the signature is made.</param>
    /// <param name="region">The region in the scope of all forms but <see cref="SigningForm.Direct"/>; the scoped form leaves it empty on most sites.</param>
    /// <param name="service">The service in that scope.</param>
    public AccessKeyCredential(
        string accessKey,
        string secretKey,
        string? securityToken = null,
        SigningForm form = SigningForm.Direct,
        string region = "",
        string service = ""
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accessKey);
        ArgumentException.ThrowIfNullOrWhiteSpace(secretKey);
        // Files end in a line break that no header can carry.
        _accessKey = accessKey = accessKey.Trim();
        secretKey = secretKey.Trim();
        SecurityToken = securityToken?.Trim();
        _signer = new RequestSigner(accessKey, secretKey, form, region, service);
    }

    /// <inheritdoc/>
    public CredentialKind Kind => SecurityToken is null ? CredentialKind.AccessKey : CredentialKind.TemporaryKey;

    private string? SecurityToken { get; }

    /// <inheritdoc/>
    public ValueTask AuthenticateAsync(
        HttpRequestMessage request,
        ReadOnlyMemory<byte> body,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        OpenSsl.Require();
        var signed = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = request.RequestUri!.IsDefaultPort ? request.RequestUri.Host : request.RequestUri.Authority,
            [RequestSigner.DateHeader] = now.UtcDateTime.ToString(RequestSigner.DateForm, CultureInfo.InvariantCulture),
        };
        if (SecurityToken is { } token)
        {
            signed["x-security-token"] = token;
        }
        if (request.Options.TryGetValue(Project, out var project) && project is not null)
        {
            signed["x-project-id"] = project;
        }
        if (request.Options.TryGetValue(Domain, out var domain) && domain is not null)
        {
            signed["x-domain-id"] = domain;
        }
        request.Options.Set(Key, _accessKey);
        var authorization = _signer.Authorize(request.Method.Method, request.RequestUri!, signed, body.Span);
        foreach (var (name, value) in signed)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return ValueTask.CompletedTask;
    }

    /// <summary>Names the key without giving the secret away.</summary>
    public override string ToString() => $"access key {_accessKey[..Math.Min(4, _accessKey.Length)]}…";
}
