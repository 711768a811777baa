using Vpcep.Client;

namespace Vpcep.Provider.Configuration;

/// <summary>Credentials on top of credentials: each step asks for what it needs with what the one before has got.</summary>
/// <param name="options">How to reach the cloud.</param>
/// <param name="iam">The identity service, where it is known.</param>
/// <param name="sts">The security token service, where there is one.</param>
/// <param name="form">How keys sign.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told what happens.</param>
internal sealed class SignInChain(
    VpcepClientOptions options,
    Uri? iam,
    Uri? sts,
    SigningForm form,
    TimeProvider time,
    IClientLog log
)
{
    private readonly List<IDisposable> _owned = [];
    private bool _signs;
    private bool _isOfToken;

    /// <summary>Id of the account of who asks first, where it is known.</summary>
    public string? DomainId { get; init; }

    /// <summary>Name of that account.</summary>
    public string? DomainName { get; init; }

    /// <summary>The last step.</summary>
    public ICredential Credential { get; private set; } = new AnonymousCredential();

    /// <summary>What is to be disposed of with it.</summary>
    public IReadOnlyList<IDisposable> Owned => _owned;

    /// <summary>Tells the project, where the last step has one of its own.</summary>
    public Func<CancellationToken, Task<string>>? FindProject =>
        _isOfToken && Credential is RenewedCredential renewed ? renewed.ProjectIdAsync : null;

    /// <summary>The identity service, asked by the last step.</summary>
    public IdentityClient Identity()
    {
        var identity = new IdentityClient(options with { Endpoint = iam!, Credential = Credential }, time, log);
        Own(identity);
        return identity;
    }

    /// <summary>Takes something along.</summary>
    public void Own(IDisposable part) => _owned.Add(part);

    /// <summary>Begins with what is there.</summary>
    public void Use(ICredential credential)
    {
        Credential = credential;
        _signs = credential is AccessKeyCredential;
    }

    /// <summary>Goes on with what is renewed.</summary>
    public void Use(ICredentialSource source)
    {
        _isOfToken = source.Kind is CredentialKind.Password or CredentialKind.Delegation;
        _signs = !_isOfToken;
        var credential = new RenewedCredential(source, time, log);
        Own(credential);
        Credential = credential;
    }

    /// <summary>Takes an agency on for keys: of STS where its account is known by id and keys ask; otherwise of IAM.</summary>
    public void Assume(Agency agency)
    {
        var older = new AgencySource(Identity(), agency, Caller(), form);
        if (agency.DomainId is null || sts is null || !_signs)
        {
            Use(older);
            return;
        }

        var client = new StsClient(options with { Endpoint = sts, Credential = Credential }, time, log);
        Own(client);
        Use(new StsAgencySource(client, agency, older, form));
    }

    /// <summary>Takes an agency on for a token.</summary>
    public void Delegate(Agency agency, ProjectScope project) =>
        Use(new DelegatedSource(Identity(), agency, project, Caller()));

    // What is configured is the account of the first; those of agencies are looked up.
    private CallerDomain Caller() =>
        !_signs ? CallerDomain.OfToken
        : Credential is AccessKeyCredential ? new CallerDomain(Identity(), DomainId, DomainName)
        : new CallerDomain(Identity(), null, null);
}
