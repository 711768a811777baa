using System.Collections.Immutable;

namespace Pulumi.Provider.Testing;

/// <summary>A rule that does not hold.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Seen">What was seen; holds no secret of the sample.</param>
public sealed record Violation(ConformanceRule Rule, string Seen)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: {Seen}";
}

/// <summary>A rule that was not tried.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Why">What the sample lacks, or why the author wants it so.</param>
public sealed record LeftOut(ConformanceRule Rule, string Why)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: not tried, {Why}";
}

/// <summary>How a resource fared with the conformance list.</summary>
/// <param name="Type">Its type token.</param>
/// <param name="Violations">What does not hold.</param>
/// <param name="LeftOut">What was not tried.</param>
public sealed record ConformanceReport(
    string Type,
    ImmutableArray<Violation> Violations,
    ImmutableArray<LeftOut> LeftOut
)
{
    /// <summary>True when everything that was tried holds.</summary>
    public bool Holds => Violations.IsEmpty;

    /// <summary>Everything was tried.</summary>
    /// <exception cref="TestFailedException">Something was left out for want of something in the sample.</exception>
    public ConformanceReport ShouldLeaveNothingOut() =>
        LeftOut.IsEmpty
            ? this
            : throw new TestFailedException($"{Type} should have been held against every rule.\n{this}");

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(
            '\n',
            [
                Holds ? $"{Type} holds what was tried" : $"{Type} does not hold:",
                .. Violations.Select(static violation => $"  {violation}"),
                .. LeftOut.Select(static rule => $"  ({rule})"),
            ]
        );
}

/// <summary>Thrown when rules of the conformance list do not hold; the message has each, and what was seen.</summary>
/// <param name="report">How it went.</param>
public sealed class ConformanceException(ConformanceReport report) : Exception(report.ToString())
{
    /// <summary>How it went.</summary>
    public ConformanceReport Report => report;
}
