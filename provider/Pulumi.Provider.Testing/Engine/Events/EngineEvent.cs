using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Events;

/// <summary>Takes events; called from many threads.</summary>
public delegate void EventSink(EngineEvent happened);

/// <summary>Something the engine did. Display and tests see an operation only through these.</summary>
public abstract record EngineEvent;

/// <summary>The operations there are.</summary>
public enum OperationKind
{
    /// <summary>Runs the program and makes the stack what it says.</summary>
    Update,

    /// <summary>Reads every resource and notes what changed behind the engine's back.</summary>
    Refresh,

    /// <summary>Deletes everything.</summary>
    Destroy,

    /// <summary>Takes one existing resource under management.</summary>
    Import,
}

/// <summary>An operation begins.</summary>
/// <param name="Kind">Which.</param>
/// <param name="IsPreview">True when nothing is to be changed.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="StackUrn">The URN of the stack's root resource: what is said of no resource in particular is said of it.</param>
public sealed record OperationStarted(OperationKind Kind, bool IsPreview, string Stack, string StackUrn) : EngineEvent;

/// <summary>What a step is about.</summary>
/// <param name="Op">What it does.</param>
/// <param name="Urn">To which resource.</param>
/// <param name="Old">The state before, or null.</param>
/// <param name="New">The state planned or reached, or null when it is deleted.</param>
/// <param name="Changes">The properties that differ, where the provider said so.</param>
/// <param name="ChangedKeys">Top-level names of those properties.</param>
public sealed record StepInfo(
    StepOp Op,
    string Urn,
    ResourceState? Old,
    ResourceState? New,
    ImmutableArray<PropertyChange> Changes,
    ImmutableArray<string> ChangedKeys
)
{
    /// <summary>A step without property changes.</summary>
    public StepInfo(StepOp op, ResourceState? old, ResourceState? @new)
        : this(op, (@new ?? old)!.Urn, old, @new, [], []) { }

    /// <summary>The resource's type token.</summary>
    public string Type => State.Urn.TypeOf(Urn);

    /// <summary>The resource's name.</summary>
    public string Name => State.Urn.NameOf(Urn);

    /// <summary>True for a provider the engine made by itself, which nobody wants to see.</summary>
    public bool IsHidden => State.Urn.IsDefaultProvider(Urn);
}

/// <summary>A step begins.</summary>
public sealed record StepStarted(StepInfo Step) : EngineEvent;

/// <summary>A step ended well.</summary>
/// <param name="Step">The step, with the state it reached.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Retained">True when the delete only forgot the resource.</param>
public sealed record StepEnded(StepInfo Step, TimeSpan Elapsed, bool Retained = false) : EngineEvent;

/// <summary>A step failed; why is in a <see cref="Diagnostic"/>.</summary>
/// <param name="Step">The step.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Interrupted">True when a second interrupt cut it off, and its outcome is not known.</param>
public sealed record StepFailed(StepInfo Step, TimeSpan Elapsed, bool Interrupted) : EngineEvent;

/// <summary>A message.</summary>
/// <param name="Urn">The resource it is about, or empty for the stack.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Message">The text.</param>
/// <param name="Ephemeral">True when it only matters while it is new.</param>
/// <param name="StreamId">Pieces of one text share it; 0 for a whole text.</param>
public sealed record Diagnostic(string Urn, LogSeverity Severity, string Message, bool Ephemeral, int StreamId)
    : EngineEvent;

/// <summary>A line the program wrote.</summary>
public sealed record ProgramOutput(string Line, bool IsError) : EngineEvent;

/// <summary>The stack's outputs, with those of before.</summary>
public sealed record StackOutputs(PropertyMap Old, PropertyMap New) : EngineEvent;

/// <summary>The user asked to stop.</summary>
/// <param name="AtOnce">True for the second time, that does not wait for what is in flight.</param>
public sealed record CancelRequested(bool AtOnce) : EngineEvent;

/// <summary>A call between the engine and a provider.</summary>
/// <param name="Provider">The URN of the provider resource, or the package while none is known.</param>
/// <param name="Process">Which process or connection, counted from 1.</param>
/// <param name="Sequence">When the call began, counted from 1 over all processes.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Request">The request as protobuf JSON.</param>
/// <param name="Response">The response as protobuf JSON, or null when it failed.</param>
/// <param name="Error">Why it failed, or null.</param>
public sealed record ProviderCall(
    string Provider,
    int Process,
    int Sequence,
    string Method,
    string Request,
    string? Response,
    string? Error
) : EngineEvent;

/// <summary>How an operation ended.</summary>
public enum RunOutcome
{
    /// <summary>All steps ended well.</summary>
    Succeeded,

    /// <summary>A step or the program failed.</summary>
    Failed,

    /// <summary>The user stopped it and it ended in order.</summary>
    Cancelled,

    /// <summary>The user stopped it twice; what was in flight is pending.</summary>
    Terminated,
}

/// <summary>An operation ended.</summary>
/// <param name="IsPreview">True when nothing was to be changed.</param>
/// <param name="Counts">How many resources each step was taken for; default providers are not counted.</param>
/// <param name="Errored">How many resources failed, the stack included.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record OperationEnded(
    bool IsPreview,
    ImmutableSortedDictionary<StepOp, int> Counts,
    int Errored,
    TimeSpan Elapsed,
    RunOutcome Outcome
) : EngineEvent;
