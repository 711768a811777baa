namespace Vpcep.Client;

/// <summary>What kind of failure it is, and so what one can do about it.</summary>
public enum ErrorClass
{
    /// <summary>The request asks for what cannot be: change the program.</summary>
    InvalidInput,

    /// <summary>The thing asked for, or something it needs, is not there.</summary>
    NotFound,

    /// <summary>The state of things forbids it for now, or something else holds what is asked for.</summary>
    Conflict,

    /// <summary>The credentials are wrong, expired or lack a right.</summary>
    Auth,

    /// <summary>A limit of the account or of the service is reached.</summary>
    Quota,

    /// <summary>Too many requests, also after slowing down.</summary>
    RateLimited,

    /// <summary>The cloud cannot be reached or says that it cannot answer now.</summary>
    Unavailable,

    /// <summary>A step inside the cloud failed, or its answer makes no sense.</summary>
    Internal,

    /// <summary>The thing was accepted, and the cloud then failed to make it; the message quotes its reasons.</summary>
    Failed,

    /// <summary>Whether the request took effect cannot be told; the message names what may have come of it.</summary>
    Unknown,
}
