namespace Vpcep.Client;

/// <summary>What a sign-in got: it ends, and is renewed before. A plain class: a record would print what is secret.</summary>
public sealed class IssuedCredential
{
    private static readonly TimeSpan TokenMargin = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeyMargin = TimeSpan.FromMinutes(40);

    // Of what ends soon anyway, this part is left unused.
    private const int TokenPart = 10;
    private const int KeyPart = 2;

    private readonly string _text;

    private IssuedCredential(ICredential credential, string text, TimeSpan? life, TimeSpan margin, int part)
    {
        Credential = credential;
        _text = text;
        // One that has ended already by the answer's own times is used until it is refused: clocks differ.
        Life = life > TimeSpan.Zero ? life : null;
        Margin = Life is { } ends && ends / part < margin ? ends / part : margin;
    }

    /// <summary>Authenticates requests with it.</summary>
    public ICredential Credential { get; }

    /// <summary>How long it holds, from when it was issued; null when nobody knows.</summary>
    public TimeSpan? Life { get; }

    /// <summary>How long before its end it is renewed.</summary>
    public TimeSpan Margin { get; }

    /// <summary>The project that it is for; null for one that is for all of its account.</summary>
    public string? ProjectId { get; private init; }

    /// <summary>A token.</summary>
    public static IssuedCredential Of(IssuedToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return new(new TokenCredential(token.Value), token.Value, token.Life, TokenMargin, TokenPart)
        {
            ProjectId = token.ProjectId,
        };
    }

    /// <summary>Temporary access keys, which sign in that form.</summary>
    public static IssuedCredential Of(IssuedKeys keys, SigningForm form)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return new(
            new AccessKeyCredential(keys.AccessKey, keys.SecretKey, keys.SecurityToken, form),
            keys.SecurityToken,
            keys.Life,
            KeyMargin,
            KeyPart
        );
    }

    /// <summary>True when requests would carry the same.</summary>
    public bool IsSameAs(IssuedCredential other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _text == other._text;
    }

    /// <summary>Says what it is without giving it away.</summary>
    public override string ToString() => Credential.ToString()!;
}

/// <summary>Temporary access keys as issued. A plain class: a record would print the secrets.</summary>
public sealed class IssuedKeys(string accessKey, string secretKey, string securityToken, TimeSpan? life)
{
    /// <summary>The access key id.</summary>
    public string AccessKey { get; } = accessKey;

    /// <summary>The secret key.</summary>
    public string SecretKey { get; } = secretKey;

    /// <summary>What goes into <c>X-Security-Token</c>.</summary>
    public string SecurityToken { get; } = securityToken;

    /// <summary>How long they hold, by the clock of who issued them; null when the answer does not say.</summary>
    public TimeSpan? Life { get; } = life;

    /// <summary>Says what it is without giving it away.</summary>
    public override string ToString() => "temporary access keys";
}

/// <summary>A token as issued. A plain class: a record would print the token.</summary>
public sealed class IssuedToken(string value, TimeSpan? life, string? projectId)
{
    /// <summary>What goes into <c>X-Auth-Token</c>.</summary>
    public string Value { get; } = value;

    /// <summary>How long it holds, from when it was issued and by nobody's clock; null when the answer does not say.</summary>
    public TimeSpan? Life { get; } = life;

    /// <summary>The project it is for.</summary>
    public string? ProjectId { get; } = projectId;

    /// <summary>Says what it is without giving it away.</summary>
    public override string ToString() => "a token";
}
