using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Provider.Testing.Engine.Events;

namespace Pulumi.LocalEngine.Display;

/// <summary>Where a row's step stands.</summary>
internal enum RowState
{
    /// <summary>No step yet.</summary>
    Waiting,

    /// <summary>Its step runs.</summary>
    Running,

    /// <summary>Its step ended well.</summary>
    Done,

    /// <summary>Its step failed.</summary>
    Failed,

    /// <summary>Its step was cut off.</summary>
    Interrupted,
}

/// <summary>One resource as the display shows it: its step, its last words, its time.</summary>
internal sealed class ResourceRow(string urn, string? parent)
{
    /// <summary>The resource.</summary>
    public string Urn => urn;

    /// <summary>Its parent, or null.</summary>
    public string? Parent { get; set; } = parent;

    /// <summary>The step shown.</summary>
    public StepInfo? Step { get; set; }

    /// <summary>Where it stands.</summary>
    public RowState State { get; set; }

    /// <summary>When the step began, as a timestamp.</summary>
    public long Began { get; set; }

    /// <summary>True for the stack's own row, which is done when everything in it is.</summary>
    public bool EndsWithOperation { get; set; }

    /// <summary>How long the step took.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>True when the delete only forgot the resource.</summary>
    public bool Retained { get; set; }

    /// <summary>The last message; ephemeral ones stay until another comes.</summary>
    public string Message { get; set; } = "";

    /// <summary>Errors so far, the first words of each.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>The resource's type.</summary>
    public string Type => Provider.Testing.Engine.State.Urn.TypeOf(urn);

    /// <summary>The resource's name.</summary>
    public string Name => Provider.Testing.Engine.State.Urn.NameOf(urn);

    /// <summary>The step's sign, two columns.</summary>
    public string Sign => (Step?.Op ?? StepOp.Same).Sign().PadRight(2);

    /// <summary>What the status column says.</summary>
    public string Status(bool preview, TimeSpan running)
    {
        var op = Step?.Op ?? StepOp.Same;
        return State switch
        {
            RowState.Running when op == StepOp.Same => "running",
            RowState.Running => preview
                ? op == StepOp.Refresh
                    ? op.Doing()
                    : op.Plan()
                : $"{op.Doing()} ({(int)running.TotalSeconds}s)",
            RowState.Done when op == StepOp.Same => "",
            RowState.Done => preview ? op.Plan() : $"{op.Done()} ({Seconds(Elapsed)})" + (Retained ? "[retain]" : ""),
            RowState.Failed when preview => op.Plan(),
            RowState.Failed => op == StepOp.Same ? "**failed**" : $"**{op.Doing()} failed**",
            RowState.Interrupted => $"{op.Doing()} (interrupted)",
            _ => "",
        };
    }

    /// <summary>What the info column says: what differs, then the last words.</summary>
    public string Info
    {
        get
        {
            var words = Errors.Count > 0 && State != RowState.Running ? FirstError() : Message;
            var parts = new[] { DiffSummary(), words };
            return string.Join("; ", parts.Where(static part => part.Length > 0));
        }
    }

    /// <summary>An elapsed time as people read it: hundredths below a second, whole seconds above.</summary>
    public static string Seconds(TimeSpan time) =>
        time.TotalSeconds < 1 ? time.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture) + "s"
        : time.TotalMinutes < 1 ? $"{(int)time.TotalSeconds}s"
        : $"{(int)time.TotalMinutes}m{time.Seconds}s";

    private string DiffSummary()
    {
        var keys = Step?.ChangedKeys ?? [];
        if (keys.IsEmpty)
        {
            return "";
        }

        var changes = Step!.Changes;
        var byKind = keys.GroupBy(key => SignOf(key, changes))
            .OrderBy(static group => "+-~".IndexOf(group.Key, StringComparison.Ordinal))
            .Select(static group => group.Key + string.Join(',', group));
        return $"[diff: {string.Concat(byKind)}]";
    }

    // A property changed in parts is changed, whatever happened to its parts.
    private static char SignOf(string key, ImmutableArray<PropertyChange> changes)
    {
        var own = changes.Where(change => change.Path.Head == key).ToList();
        return own is [{ Path.Segments.Length: 1 } only] ? only.Sign : '~';
    }

    private string FirstError() => Errors.Count == 1 ? Errors[0] : $"{Errors[0]} (and {Errors.Count - 1} more)";
}
