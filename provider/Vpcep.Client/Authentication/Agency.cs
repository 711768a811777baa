namespace Vpcep.Client;

/// <summary>An agency: what an account lets others do in its name.</summary>
/// <param name="Name">Its name.</param>
public sealed record Agency(string Name)
{
    /// <summary>Name of the account that it belongs to.</summary>
    public string? DomainName { get; init; }

    /// <summary>Id of that account.</summary>
    public string? DomainId { get; init; }

    /// <summary>How long its keys hold; null for what the service gives.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What taking it on is called in messages.</summary>
    internal string Operation => $"assume agency {Name}";
}

/// <summary>Keys of an agency, from IAM v3.</summary>
/// <param name="identity">Where; its credential is who asks.</param>
/// <param name="agency">Which.</param>
/// <param name="caller">The account of who asks.</param>
/// <param name="form">How the keys sign.</param>
public sealed class AgencySource(IdentityClient identity, Agency agency, CallerDomain caller, SigningForm form)
    : ICredentialSource
{
    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Agency;

    /// <inheritdoc/>
    public string Operation => agency.Operation;

    /// <inheritdoc/>
    public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken)
    {
        var domain = await caller.GetAsync(cancellationToken).ConfigureAwait(false);
        return IssuedCredential.Of(
            await identity.AssumeAsync(agency, domain, cancellationToken).ConfigureAwait(false),
            form
        );
    }

    /// <summary>Names the agency.</summary>
    public override string ToString() => $"agency {agency.Name}";
}

/// <summary>Keys of an agency, from the newer STS v5; where the site has none, from IAM v3.</summary>
/// <param name="sts">Where; its credential is who asks.</param>
/// <param name="agency">Which; the account by its id.</param>
/// <param name="older">Asked where there is no such service.</param>
/// <param name="form">How the keys sign.</param>
public sealed class StsAgencySource(StsClient sts, Agency agency, AgencySource older, SigningForm form)
    : ICredentialSource
{
    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Agency;

    /// <inheritdoc/>
    public string Operation => agency.Operation;

    /// <inheritdoc/>
    public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken) =>
        await sts.AssumeAsync(agency, cancellationToken).ConfigureAwait(false) is { } keys
            ? IssuedCredential.Of(keys, form)
            : await older.IssueAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Names the agency.</summary>
    public override string ToString() => older.ToString();
}

/// <summary>A token of an agency, for a project of the account that it belongs to.</summary>
/// <param name="identity">Where; its credential is who asks.</param>
/// <param name="agency">Which; the account by its name.</param>
/// <param name="project">The project.</param>
/// <param name="caller">The account of who asks.</param>
public sealed class DelegatedSource(IdentityClient identity, Agency agency, ProjectScope project, CallerDomain caller)
    : ICredentialSource
{
    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Delegation;

    /// <inheritdoc/>
    public string Operation => agency.Operation;

    /// <inheritdoc/>
    public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken)
    {
        var domain = await caller.GetAsync(cancellationToken).ConfigureAwait(false);
        return IssuedCredential.Of(
            await identity.DelegateAsync(agency, project, domain, cancellationToken).ConfigureAwait(false)
        );
    }

    /// <summary>Names the agency.</summary>
    public override string ToString() => $"agency {agency.Name}";
}

/// <summary>The project that a token is for.</summary>
/// <param name="Id">Its id; or null with a name.</param>
/// <param name="Name">Its name; both null for the whole account.</param>
public sealed record ProjectScope(string? Id, string? Name);
