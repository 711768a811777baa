namespace Vpcep.Emulator;

/// <summary>A change of status that has been accepted and happens by itself at a later time.</summary>
/// <param name="At">When it happens.</param>
/// <param name="Status">What the object then is; <see cref="Statuses.Gone"/> removes it.</param>
/// <param name="Error">Why, when the status is <c>failed</c>.</param>
public sealed record Transition(DateTimeOffset At, string Status, IReadOnlyList<ResourceError>? Error = null);

/// <summary>An entry of the <c>error</c> list of a failed object.</summary>
public sealed record ResourceError(string ErrorCode, string ErrorMessage);

/// <summary>A tag of a service or an endpoint.</summary>
public sealed record Tag(string Key, string Value);

/// <summary>
/// What services and endpoints have in common. Versions are immutable: a change replaces the version, and time passing
/// is computed on reading (<see cref="At"/>), so no timer runs and a restart goes on where it was.
/// </summary>
public abstract record CloudObject
{
    public required string Id { get; init; }

    /// <summary>Order of creation; unique, and what breaks a tie between equal creation times.</summary>
    public long Sequence { get; init; }

    public required string DomainId { get; init; }
    public required string ProjectId { get; init; }
    public required string VpcId { get; init; }
    public string ServiceType { get; init; } = "interface";
    public string Description { get; init; } = "";
    public IReadOnlyList<Tag> Tags { get; init; } = [];
    public required string Status { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset UpdatedAt { get; init; }
    public IReadOnlyList<ResourceError> Error { get; init; } = [];

    /// <summary>What happens next by itself; null when the status stays.</summary>
    public Transition? Next { get; init; }

    /// <summary>The object as it is at <paramref name="now"/>; null when it is gone by then.</summary>
    internal CloudObject? At(DateTimeOffset now)
    {
        if (Next is not { } next || next.At > now)
        {
            return this;
        }
        return next.Status == Statuses.Gone ? null : Settle(next);
    }

    /// <summary>When it goes, if that is decided.</summary>
    internal DateTimeOffset? GoneAt => Next is { Status: Statuses.Gone } next ? next.At : null;

    private protected virtual CloudObject Settle(Transition next) =>
        this with
        {
            Status = next.Status,
            UpdatedAt = next.At,
            Error = next.Error ?? [],
            Next = null,
        };
}
