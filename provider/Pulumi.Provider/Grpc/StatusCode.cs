namespace Pulumi.Provider.Grpc;

/// <summary>The sixteen gRPC failure codes and OK, with their wire numbers.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by the caller.</summary>
    Cancelled = 1,

    /// <summary>Nothing is known about the failure.</summary>
    Unknown = 2,

    /// <summary>The arguments are wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed first.</summary>
    DeadlineExceeded = 4,

    /// <summary>The thing asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>The thing to create exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a rate limit is used up, or a message is too large.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state the call needs.</summary>
    FailedPrecondition = 9,

    /// <summary>The call was abandoned because of a conflict; a retry at a higher level may work.</summary>
    Aborted = 10,

    /// <summary>A value is past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The method is not implemented here.</summary>
    Unimplemented = 12,

    /// <summary>A bug on the answering side.</summary>
    Internal = 13,

    /// <summary>The service cannot be reached now; the same call may work later.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt.</summary>
    DataLoss = 15,

    /// <summary>The caller is not signed in.</summary>
    Unauthenticated = 16,
}
