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
}
