using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing;

/// <summary>How an operation of a <see cref="TestStack"/> went: what was done, asked and said.</summary>
public sealed class TestRun
{
    internal TestRun(string verb, OperationEnded ended, IReadOnlyList<EngineEvent> events)
    {
        (Verb, Outcome, Events) = (verb, ended.Outcome, [.. events]);
        Calls =
        [
            .. Events
                .OfType<ProviderCall>()
                .OrderBy(static call => call.Sequence)
                .Select(static call => new TestCall(call)),
        ];
        Steps =
        [
            .. Events
                .OfType<StepEnded>()
                .Select(static step => step.Step)
                .Where(static step => step is { IsHidden: false, Op: not StepOp.Same } && !step.Op.IsPartOfReplace())
                .Where(static step => step.Type != Urn.StackType)
                .Select(static step => new TestStep(step)),
        ];
    }

    /// <summary>What was run: <c>up</c>, <c>preview</c>, <c>refresh</c>, <c>import</c>, <c>destroy</c>.</summary>
    public string Verb { get; }

    /// <summary>How it ended.</summary>
    public RunOutcome Outcome { get; }

    /// <summary>What was done, or would be, in the order in which it ended; what was left alone is not here.</summary>
    public ImmutableArray<TestStep> Steps { get; }

    /// <summary>Every call to the provider, in the order in which they began.</summary>
    public ImmutableArray<TestCall> Calls { get; }

    /// <summary>All that happened.</summary>
    public ImmutableArray<EngineEvent> Events { get; }

    /// <summary>What was said to the user as an error.</summary>
    public ImmutableArray<string> Errors => Said(LogSeverity.Error);

    /// <summary>What was said to the user as a warning.</summary>
    public ImmutableArray<string> Warnings => Said(LogSeverity.Warning);

    /// <summary>What was shown beside resources while they were worked on.</summary>
    public ImmutableArray<string> Statuses =>
        [.. Events.OfType<Diagnostic>().Where(static said => said.Ephemeral).Select(static said => said.Message)];

    /// <summary>The outputs of the stack.</summary>
    public PropertyMap Outputs => Events.OfType<StackOutputs>().LastOrDefault()?.New ?? PropertyMap.Empty;

    /// <summary>The methods that were called for a resource, or a function, in order: <c>Check</c>, <c>Create</c>.</summary>
    public ImmutableArray<string> CallsOf(string name) =>
        [.. Calls.Where(call => call.Name == name).Select(static call => call.Method)];

    /// <summary>The step of a resource.</summary>
    /// <exception cref="TestFailedException">Nothing was done to it.</exception>
    public TestStep Step(string name) =>
        Steps.FirstOrDefault(step => step.Name == name)
        ?? throw Failure($"should have done something to '{name}', and did nothing to it");

    /// <summary>It succeeded.</summary>
    /// <exception cref="TestFailedException">It did not; the message has the errors.</exception>
    public TestRun ShouldSucceed() => Outcome == RunOutcome.Succeeded ? this : throw Failure("should have succeeded");

    /// <summary>It failed, and one of its errors says why.</summary>
    /// <param name="saying">A part of the error, to be found in any letter case.</param>
    /// <exception cref="TestFailedException">It succeeded, or for another reason.</exception>
    public TestRun ShouldFail(string saying = "") =>
        Outcome == RunOutcome.Succeeded ? throw Failure("should have failed")
        : saying.Length == 0 || Errors.Any(error => error.Contains(saying, StringComparison.OrdinalIgnoreCase)) ? this
        : throw Failure($"should have failed with an error that says \"{saying}\"");

    /// <summary>It succeeded and did these steps, in any order, and no other: <c>create a</c>, <c>replace b</c>.</summary>
    /// <exception cref="TestFailedException">It did others; the message has both, and what differed.</exception>
    public TestRun ShouldDo(params IEnumerable<string> steps)
    {
        ShouldSucceed();
        var expected = steps.Order(StringComparer.Ordinal).ToList();
        return expected.SequenceEqual(Steps.Select(static step => step.ToString()).Order(StringComparer.Ordinal))
            ? this
            : throw Failure(
                expected.Count == 0 ? "should have done nothing" : $"should have done: {string.Join(", ", expected)}"
            );
    }

    /// <summary>It succeeded and left everything as it is.</summary>
    /// <exception cref="TestFailedException">It did not; the message names the resources and properties.</exception>
    public TestRun ShouldDoNothing() => ShouldDo();

    /// <summary>The properties that differ of a resource are these, by path, in any order.</summary>
    /// <exception cref="TestFailedException">They are others.</exception>
    public TestRun ShouldChange(string name, params IEnumerable<string> properties)
    {
        var expected = properties.Order(StringComparer.Ordinal).ToList();
        return expected.SequenceEqual(Step(name).Properties.Order(StringComparer.Ordinal))
            ? this
            : throw Failure($"should have changed of '{name}': {string.Join(", ", expected)}");
    }

    /// <summary>The provider was called for a resource, or a function, by these methods in this order, and no other.</summary>
    /// <exception cref="TestFailedException">It was called otherwise.</exception>
    public TestRun ShouldCall(string name, params IEnumerable<string> methods)
    {
        var expected = methods.ToList();
        return CallsOf(name).SequenceEqual(expected)
            ? this
            : throw Failure(
                $"should have called for '{name}': {string.Join(", ", expected)}; it called: {string.Join(", ", CallsOf(name))}"
            );
    }

    /// <summary>A warning says that.</summary>
    /// <exception cref="TestFailedException">None does.</exception>
    public TestRun ShouldWarn(string saying) =>
        Warnings.Any(warning => warning.Contains(saying, StringComparison.OrdinalIgnoreCase))
            ? this
            : throw Failure($"should have warned \"{saying}\"; it warned: {Listed(Warnings)}");

    /// <summary>What was done and said, a line each.</summary>
    public override string ToString() =>
        $"{Verb} {Outcome.ToString().ToLowerInvariant()}\n  steps: {Listed(Steps.Select(static step => step.Describe()))}\n  errors: {Listed(Told(LogSeverity.Error).Select(Described))}";

    internal TestFailedException Failure(string expectation) => new($"{Verb} {expectation}. What was seen:\n{this}");

    private static string Listed(IEnumerable<string> items)
    {
        var lines = items.ToList();
        return lines.Count == 0 ? "none" : string.Concat(lines.Select(static line => "\n    " + line));
    }

    // What is about a resource says of which.
    private static string Described(Diagnostic said) =>
        said.Urn.Length == 0 || Urn.TypeOf(said.Urn) == Urn.StackType
            ? said.Message
            : $"{Urn.NameOf(said.Urn)}: {said.Message}";

    private ImmutableArray<string> Said(LogSeverity severity) =>
        [.. Told(severity).Select(static said => said.Message)];

    private IEnumerable<Diagnostic> Told(LogSeverity severity) =>
        Events.OfType<Diagnostic>().Where(said => said.Severity == severity && !said.Ephemeral);
}
