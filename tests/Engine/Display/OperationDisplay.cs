using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Display;

/// <summary>Keeps the rows of an operation by its events; how they are drawn is another's business.</summary>
internal abstract class OperationDisplay(TimeProvider time, bool debug)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private StackOutputs? _outputs;
    private string _stackUrn = "";

    /// <summary>Guards the rows: events come from many threads.</summary>
    protected Lock Gate { get; } = new();

    /// <summary>The rows, in the order of their first step.</summary>
    protected List<ResourceRow> Rows { get; } = [];

    /// <summary>True while the operation changes nothing.</summary>
    protected bool IsPreview { get; private set; }

    /// <summary>The clock.</summary>
    protected TimeProvider Time => time;

    /// <summary>Takes an event.</summary>
    public void Handle(EngineEvent happened)
    {
        lock (Gate)
        {
            Apply(happened);
        }
    }

    /// <summary>Shows the first line of an operation.</summary>
    protected abstract void Begin(string headline);

    /// <summary>Shows that a row changed.</summary>
    protected abstract void Changed(ResourceRow row);

    /// <summary>Shows a line that belongs to no row.</summary>
    protected abstract void Say(string line);

    /// <summary>Shows the end of an operation: the rows for the last time, and the lines below them.</summary>
    protected abstract void End(IEnumerable<string> below);

    /// <summary>How long a row's step has been running.</summary>
    protected TimeSpan Running(ResourceRow row) => time.GetElapsedTime(row.Began);

    private void Apply(EngineEvent happened)
    {
        switch (happened)
        {
            case OperationStarted started:
                Start(started);
                break;
            case StepStarted { Step.IsHidden: false } started:
                Step(started.Step, RowState.Running, TimeSpan.Zero);
                break;
            case StepEnded { Step.IsHidden: false } ended:
                Step(ended.Step, RowState.Done, ended.Elapsed, ended.Retained);
                break;
            case StepFailed { Step.IsHidden: false } failed:
                Step(failed.Step, failed.Interrupted ? RowState.Interrupted : RowState.Failed, failed.Elapsed);
                break;
            case Diagnostic diagnostic when debug || diagnostic.Severity != LogSeverity.Debug:
                Message(diagnostic);
                break;
            case StackOutputs outputs:
                _outputs = outputs;
                break;
            case ProgramOutput output:
                Message(new Diagnostic("", LogSeverity.Info, output.Line, Ephemeral: false, StreamId: 0));
                break;
            case CancelRequested { AtOnce: false }:
                Say("^C received; cancelling. If you would like to terminate immediately, press ^C again.");
                Say("Note that terminating immediately may lead to orphaned resources and other inconsistencies.");
                break;
            case CancelRequested:
                Say("^C received; terminating");
                break;
            case OperationEnded ended:
                Finish(ended);
                break;
            default:
                break;
        }
    }

    private void Start(OperationStarted started)
    {
        Rows.Clear();
        _diagnostics.Clear();
        _outputs = null;
        IsPreview = started.IsPreview;
        _stackUrn = started.StackUrn;
        Begin(Summary.Headline(started));
    }

    private void Step(StepInfo step, RowState state, TimeSpan elapsed, bool retained = false)
    {
        if (IsUnremarkable(step, state))
        {
            return;
        }

        var row = Row(step.Urn, (step.New ?? step.Old)?.Parent);
        if (step.Type == Urn.StackType)
        {
            if (state == RowState.Done && step.Op is StepOp.Same or StepOp.Create)
            {
                // The stack is done when everything in it is.
                row.EndsWithOperation = true;
                if (row.State == RowState.Running)
                {
                    return;
                }

                state = RowState.Running;
            }
        }

        if (step.Op.IsPartOfReplace() && step.ChangedKeys.IsEmpty && row.Step is { } before)
        {
            step = step with { Changes = before.Changes, ChangedKeys = before.ChangedKeys };
        }

        if (state == RowState.Running && row.Step is not null)
        {
            // What was said of the step before is not said of this one.
            row.Message = "";
        }

        row.Step = step;
        row.State = state;
        row.Elapsed = elapsed;
        row.Retained = retained;
        if (state == RowState.Running)
        {
            row.Began = time.GetTimestamp();
        }

        Changed(row);
    }

    // What stays as it is gets no row, unless something was said of it; a preview needs one line per step, not two.
    private bool IsUnremarkable(StepInfo step, RowState state) =>
        step.Type != Urn.StackType
        && (
            (step.Op == StepOp.Same && state == RowState.Done && !Rows.Exists(row => row.Urn == step.Urn))
            || (IsPreview && state == RowState.Running && step.Op != StepOp.Refresh)
        );

    private void Message(Diagnostic diagnostic)
    {
        if (!diagnostic.Ephemeral)
        {
            _diagnostics.Add(diagnostic);
        }

        var row = Row(diagnostic.Urn.Length > 0 ? diagnostic.Urn : _stackUrn, null);
        row.Message = Summary.Prefix(diagnostic.Severity) + Summary.FirstWords(diagnostic.Message);
        if (diagnostic is { Severity: LogSeverity.Error, Ephemeral: false })
        {
            row.Errors.Add(row.Message);
        }

        Changed(row);
    }

    private void Finish(OperationEnded ended)
    {
        foreach (var row in Rows.Where(static row => row.EndsWithOperation))
        {
            row.State = ended.Outcome == RunOutcome.Succeeded ? RowState.Done : RowState.Failed;
            row.Elapsed = Running(row);
            Changed(row);
        }

        var below = new List<string>(Summary.Diagnostics(_diagnostics, _stackUrn));
        if (_outputs is not null && ended.Outcome == RunOutcome.Succeeded)
        {
            below.AddRange(Summary.Outputs(_outputs));
        }

        below.AddRange(Summary.Counts(ended));
        End(below);
    }

    private ResourceRow Row(string urn, string? parent)
    {
        var row = Rows.Find(row => row.Urn == urn);
        if (row is null)
        {
            row = new ResourceRow(urn, parent);
            Rows.Add(row);
        }

        row.Parent ??= parent;
        return row;
    }
}
