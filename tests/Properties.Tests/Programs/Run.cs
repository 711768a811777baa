using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Properties.Tests.Programs;

/// <summary>An operation that has ended.</summary>
/// <param name="Ended">How.</param>
/// <param name="Events">All that happened.</param>
/// <param name="Registered">What the program was told of its resources.</param>
internal sealed record Run(
    OperationEnded Ended,
    IReadOnlyList<EngineEvent> Events,
    IReadOnlyDictionary<Slot, Registered> Registered
)
{
    public bool Succeeded => Ended.Outcome == RunOutcome.Succeeded;

    /// <summary>Whether it needed a plugin: the engine starts none to refresh nothing.</summary>
    public bool AskedAPlugin => Events.OfType<ProviderCall>().Any();

    /// <summary>What the user was told for good.</summary>
    public IEnumerable<Diagnostic> Messages => Events.OfType<Diagnostic>().Where(static said => !said.Ephemeral);

    /// <summary>Everything that changes something: <c>Create service0</c>, <c>Update endpoint1 tags</c>…, in no order.</summary>
    public string[] Changes =>
        [
            .. Events
                .OfType<StepEnded>()
                .Select(static ended => ended.Step)
                .Where(static step =>
                    !step.IsHidden
                    && step.Type != Urn.StackType
                    // What is not settled is read first, which changes nothing by itself.
                    && step.Op is not (StepOp.Same or StepOp.Refresh)
                )
                .Select(static step => $"{step.Op} {step.Name} {string.Join(' ', step.ChangedKeys)}".TrimEnd())
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>For the message of a test that fails.</summary>
    public override string ToString() =>
        $"{Ended.Outcome}\n"
        + string.Join(
            "\n",
            Messages
                .Where(static said => said.Severity is LogSeverity.Error or LogSeverity.Warning)
                .Select(static said => $"    {said.Severity} {Short(said.Urn)}: {said.Message}")
                .Concat(Changes.Select(static change => "    " + change))
        );

    private static string Short(string urn) => urn.Length == 0 ? "" : Urn.NameOf(urn);
}
