namespace Pulumi.Provider.Grpc;

/// <summary>Why a call's token fired.</summary>
public enum CancellationReason
{
    /// <summary>It has not fired.</summary>
    None = 0,

    /// <summary>The caller cancelled the call or is gone.</summary>
    Caller,

    /// <summary>The caller's deadline passed.</summary>
    Deadline,

    /// <summary>The server stops and its time to drain is over.</summary>
    ServerStop,
}
