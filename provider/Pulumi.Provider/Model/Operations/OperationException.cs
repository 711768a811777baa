namespace Pulumi.Provider.Model.Operations;

/// <summary>Why an operation failed, as far as the caller's next step depends on it.</summary>
public enum FailureKind
{
    /// <summary>An input is wrong.</summary>
    InvalidInput,

    /// <summary>Something that the operation needs does not exist.</summary>
    NotFound,

    /// <summary>What should be made exists.</summary>
    AlreadyExists,

    /// <summary>The credentials are missing or wrong.</summary>
    Unauthenticated,

    /// <summary>The credentials do not allow it.</summary>
    PermissionDenied,

    /// <summary>Something is in a state that forbids it.</summary>
    FailedPrecondition,

    /// <summary>A quota or rate limit is used up.</summary>
    Exhausted,

    /// <summary>The cloud cannot be reached or asks to come again later.</summary>
    Unavailable,

    /// <summary>It took longer than allowed.</summary>
    TimedOut,

    /// <summary>The user cancelled.</summary>
    Cancelled,

    /// <summary>Nobody knows whether it took effect.</summary>
    Unknown,
}

/// <summary>An operation failed in a way that is no bug of the provider; the message says what to do about it.</summary>
public sealed class OperationException : Exception
{
    /// <summary>A failure of the given kind.</summary>
    public OperationException(FailureKind kind, string message, Exception? cause = null)
        : base(message, cause) => Kind = kind;

    /// <summary>Why.</summary>
    public FailureKind Kind { get; }
}
