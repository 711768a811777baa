namespace Vpcep.Client;

/// <summary>What happens when a request is sent twice.</summary>
internal enum RequestSafety
{
    /// <summary>The second changes nothing.</summary>
    Idempotent,

    /// <summary>The second makes another thing.</summary>
    Create,
}

/// <summary>One call to the cloud before it is authenticated and sent.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query, already escaped. <see cref="ProjectMark"/> stands for the project id.</param>
/// <param name="Operation">What it does, in words, for errors.</param>
internal sealed record ApiRequest(HttpMethod Method, string Path, string Operation)
{
    /// <summary>Replaced by the project id when the request is sent.</summary>
    public const string ProjectMark = "{project}";

    /// <summary>The JSON body, when there is one.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Sent without credential: it asks for one, or anyone may ask.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Whether it may be sent again freely.</summary>
    public RequestSafety Safety { get; init; }

    /// <summary>The account that it is about, where it is about one; signed, and told in a header.</summary>
    public string? DomainId { get; init; }

    /// <summary>What it says besides the usual.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What is secret in the body: error messages quote it.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>How it says who asks, where that is not the credential's to say.</summary>
    public CredentialKind? Asks { get; init; }
}
