using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>Writes problems so that the engine shows the path once, and no value that it should not.</summary>
internal static class ProblemAnswer
{
    /// <summary>
    /// For Check and CheckConfig. The engine writes <c>property p value {v} has a problem: reason</c>, looking p up among the
    /// names of the inputs only: below them it finds no value, and it shows what a secret property holds, or one that was
    /// meant to be. Without a property it writes <c>resource 'r' has a problem: reason</c>.
    /// </summary>
    public static CheckFailure OfCheck(Problem problem, ObjectModel inputs) =>
        problem.Path.Segments is [{ Key: { } name }] && inputs.Find(name) is { Secret: false }
            ? OfInvoke(problem)
            : new CheckFailure { Reason = $"{problem.Path}: {problem.Reason}" };

    /// <summary>For Invoke: SDKs write <c>reason (p)</c>, whatever p is.</summary>
    public static CheckFailure OfInvoke(Problem problem) =>
        new() { Property = problem.Path.ToString(), Reason = problem.Reason };
}
