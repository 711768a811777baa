using System.Text.Json;

namespace Vpcep.Client;

/// <summary>Who signs in, and for which project. A plain class: a record would print the password.</summary>
public sealed class PasswordLogin
{
    /// <summary>The user's name; or null with an id.</summary>
    public string? UserName { get; init; }

    /// <summary>The user's id, which needs no account beside it.</summary>
    public string? UserId { get; init; }

    /// <summary>The user's password; may be null with a code.</summary>
    public string? Password { get; init; }

    /// <summary>The one-time code of the user's device; it needs the user's id.</summary>
    public string? Passcode { get; init; }

    /// <summary>The account (domain) of the user, by name; or null with an id.</summary>
    public string? DomainName { get; init; }

    /// <summary>The account (domain) of the user.</summary>
    public string? DomainId { get; init; }

    /// <summary>What to sign in for; null for nothing in particular.</summary>
    public ProjectScope? Scope { get; init; }

    /// <summary>The user, as people know them.</summary>
    internal string Who => UserName ?? UserId ?? "nobody";

    /// <summary>Names the user only.</summary>
    public override string ToString() =>
        (DomainName ?? DomainId) is { } domain ? $"user {Who} of {domain}" : $"user {Who}";

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("auth");
        json.WriteStartObject("identity");
        json.Texts(
            "methods",
            [.. (string[])(Password is null ? [] : ["password"]), .. (string[])(Passcode is null ? [] : ["totp"])]
        );
        User("password", Password);
        User("totp", Passcode, "passcode");
        json.WriteEndObject();
        if (Scope is { Id: null, Name: null })
        {
            if ((DomainId ?? DomainName) is not null)
            {
                json.WriteStartObject("scope");
                json.IdOrName("domain", DomainId, DomainName);
                json.WriteEndObject();
            }
        }
        else if (Scope is { } scope)
        {
            json.WriteStartObject("scope");
            json.IdOrName("project", scope.Id, scope.Name);
            json.WriteEndObject();
        }
        json.WriteEndObject();

        void User(string method, string? proof, string? member = null)
        {
            if (proof is null)
            {
                return;
            }
            json.WriteStartObject(method);
            json.WriteStartObject("user");
            json.Text("id", UserId);
            json.Text("name", UserId is null ? UserName : null);
            json.WriteString(member ?? method, proof);
            if (UserId is null)
            {
                json.IdOrName("domain", DomainId, DomainName);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }
}

/// <summary>Signs in with user and password.</summary>
/// <param name="identity">Where.</param>
/// <param name="login">Who.</param>
public sealed class PasswordSource(IdentityClient identity, PasswordLogin login) : ICredentialSource
{
    /// <inheritdoc/>
    public CredentialKind Kind => CredentialKind.Password;

    /// <inheritdoc/>
    public string Operation => $"sign in as {login.Who}";

    /// <inheritdoc/>
    public async Task<IssuedCredential> IssueAsync(CancellationToken cancellationToken) =>
        IssuedCredential.Of(await identity.IssueTokenAsync(login, cancellationToken).ConfigureAwait(false));

    /// <summary>Names the user only.</summary>
    public override string ToString() => login.ToString();
}
