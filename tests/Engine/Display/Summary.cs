using System.Text.RegularExpressions;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.LocalEngine.Display;

/// <summary>The text below the steps: diagnostics by resource, outputs, counts, duration.</summary>
internal static partial class Summary
{
    private static readonly StepOp[] Order =
    [
        StepOp.Create,
        StepOp.Update,
        StepOp.Delete,
        StepOp.Replace,
        StepOp.Import,
    ];

    /// <summary>The first line of an operation.</summary>
    public static string Headline(OperationStarted started)
    {
        var what = (started.IsPreview, started.Kind) switch
        {
            (true, var kind) => "Previewing " + kind.ToString().ToLowerInvariant(),
            (_, OperationKind.Update) => "Updating",
            (_, OperationKind.Refresh) => "Refreshing",
            (_, OperationKind.Destroy) => "Destroying",
            _ => "Importing",
        };
        return $"{what} ({started.Stack}):";
    }

    /// <summary>Lasting messages, grouped by resource.</summary>
    public static IEnumerable<string> Diagnostics(IReadOnlyList<Diagnostic> diagnostics, string stackUrn)
    {
        if (diagnostics.Count == 0)
        {
            yield break;
        }

        yield return "Diagnostics:";
        foreach (var group in diagnostics.GroupBy(diagnostic => diagnostic.Urn.Length > 0 ? diagnostic.Urn : stackUrn))
        {
            yield return $"  {Urn.TypeOf(group.Key)} ({Urn.NameOf(group.Key)}):";
            foreach (var diagnostic in group)
            {
                foreach (var line in (Prefix(diagnostic.Severity) + diagnostic.Message.TrimEnd()).Split('\n'))
                {
                    yield return "    " + line;
                }
            }

            yield return "";
        }
    }

    /// <summary>The stack's outputs; changed ones with what they were.</summary>
    public static IEnumerable<string> Outputs(StackOutputs outputs)
    {
        var old = outputs.Old.Count == 0 ? outputs.New : outputs.Old;
        var lines = DiffText.Of(old, outputs.New, indent: 2);
        return lines.Count == 0 ? [] : ["Outputs:", .. lines, ""];
    }

    /// <summary>How many resources were, or would be, what; and how long it took.</summary>
    public static IEnumerable<string> Counts(OperationEnded ended)
    {
        yield return "Resources:";
        var changes = 0;
        var kinds = 0;
        foreach (var op in Order)
        {
            if (ended.Counts.TryGetValue(op, out var count))
            {
                changes += count;
                kinds++;
                yield return $"    {op.Sign(), -2}{count} {(ended.IsPreview ? "to " + op.Plan() : op.Done())}";
            }
        }

        var same = ended.Counts.GetValueOrDefault(StepOp.Same) + ended.Counts.GetValueOrDefault(StepOp.Read);
        if (kinds > 1 && same > 0)
        {
            yield return $"    {changes} changes. {same} unchanged";
        }
        else if (same > 0)
        {
            yield return $"    {same} unchanged";
        }
        else if (kinds > 1)
        {
            yield return $"    {changes} changes";
        }

        if (ended.Errored > 0)
        {
            yield return $"    {ended.Errored} errored";
        }

        if (!ended.IsPreview)
        {
            yield return "";
            yield return $"Duration: {ResourceRow.Seconds(TimeSpan.FromSeconds(Math.Max(1, Math.Round(ended.Elapsed.TotalSeconds))))}";
        }
    }

    /// <summary>What of a message fits a row: its first line, and of a list of errors the first of them.</summary>
    public static string FirstWords(string message)
    {
        var lines = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? ""
            : lines.Length > 1 && ListHeader().IsMatch(lines[0]) ? lines[1].TrimStart('*', ' ')
            : lines[0];
    }

    /// <summary>The word before a message.</summary>
    public static string Prefix(LogSeverity severity) =>
        severity switch
        {
            LogSeverity.Error => "error: ",
            LogSeverity.Warning => "warning: ",
            LogSeverity.Debug => "debug: ",
            _ => "",
        };

    [GeneratedRegex(@"^(Preview failed: )?\d+ errors? occurred:$")]
    private static partial Regex ListHeader();
}
