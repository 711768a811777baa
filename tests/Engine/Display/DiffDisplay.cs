using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Display;

/// <summary>A block per changed resource, with its properties before and after: <c>--diff</c>.</summary>
internal sealed class DiffDisplay(TextWriter output, bool debug = false)
{
    private readonly Lock _gate = new();
    private readonly List<Diagnostic> _diagnostics = [];
    private StackOutputs? _outputs;
    private string _stackUrn = "";

    /// <summary>Takes an event.</summary>
    public void Handle(EngineEvent happened)
    {
        lock (_gate)
        {
            Apply(happened);
        }
    }

    private void Apply(EngineEvent happened)
    {
        switch (happened)
        {
            case OperationStarted started:
                _diagnostics.Clear();
                _outputs = null;
                _stackUrn = started.StackUrn;
                output.WriteLine(Summary.Headline(started));
                break;
            case StepEnded { Step: { IsHidden: false } step }:
                Block(step);
                break;
            case Diagnostic { Ephemeral: false } diagnostic when debug || diagnostic.Severity != LogSeverity.Debug:
                _diagnostics.Add(diagnostic);
                break;
            case StackOutputs outputs:
                _outputs = outputs;
                break;
            case OperationEnded ended:
                Finish(ended);
                break;
            default:
                break;
        }
    }

    private void Block(StepInfo step)
    {
        if (step.Type != Urn.StackType && step.Op is StepOp.Same or StepOp.DeleteReplaced or StepOp.CreateReplacement)
        {
            return;
        }

        var depth = step.Type == Urn.StackType ? 0 : 4;
        var indent = new string(' ', depth);
        var word = step.Op == StepOp.Same ? "same" : step.Op.Plan();
        output.WriteLine($"{indent}{step.Op.Sign(), -2}{step.Type}: ({word})");
        var known = step.Old?.Id ?? step.New?.Id;
        if (!string.IsNullOrEmpty(known) && step.Op != StepOp.Create)
        {
            output.WriteLine($"{indent}    [id={known}]");
        }

        output.WriteLine($"{indent}    [urn={step.Urn}]");
        foreach (var line in Properties(step, depth))
        {
            output.WriteLine(line);
        }
    }

    private static IReadOnlyList<string> Properties(StepInfo step, int depth) =>
        step.Op switch
        {
            StepOp.Create or StepOp.Import or StepOp.Read => DiffText.Of(
                step.New?.Inputs ?? PropertyMap.Empty,
                depth + 2
            ),
            StepOp.Delete => DiffText.Of(step.Old?.Inputs ?? PropertyMap.Empty, depth + 2, '-'),
            _ when step.Changes.IsEmpty => [],
            _ => DiffText.Of(
                step.Changes,
                step.Old?.Inputs ?? PropertyMap.Empty,
                step.Old?.Outputs ?? PropertyMap.Empty,
                step.New?.Inputs ?? PropertyMap.Empty,
                depth + 2
            ),
        };

    private void Finish(OperationEnded ended)
    {
        foreach (var line in Summary.Diagnostics(_diagnostics, _stackUrn))
        {
            output.WriteLine(line);
        }

        if (_outputs is not null && ended.Outcome == RunOutcome.Succeeded)
        {
            foreach (var line in Summary.Outputs(_outputs))
            {
                output.WriteLine(line);
            }
        }

        foreach (var line in Summary.Counts(ended))
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        output.Flush();
    }
}
