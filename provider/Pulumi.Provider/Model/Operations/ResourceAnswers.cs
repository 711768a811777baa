using System.Collections.Immutable;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Operations;

/// <summary>What Check answers.</summary>
/// <param name="Inputs">With names and defaults filled in.</param>
/// <param name="Problems">What is wrong; nothing is done then.</param>
public sealed record Checked(PropertyMap Inputs, ImmutableArray<Problem> Problems)
{
    /// <summary>What is allowed and yet not likely meant.</summary>
    public ImmutableArray<Problem> Warnings { get; init; } = [];
}

/// <summary>What Diff answers.</summary>
/// <param name="Changes">By path.</param>
/// <param name="Stable">Names of outputs that an update would leave alone.</param>
/// <param name="DeleteBeforeReplace">True when a replacement, whoever asks for it, must delete first.</param>
public sealed record Difference(ImmutableArray<Change> Changes, ImmutableArray<string> Stable, bool DeleteBeforeReplace)
{
    /// <summary>True when any change needs a new resource.</summary>
    public bool Replaces => Changes.Any(static change => change.Replaces);
}

/// <summary>How a create or an update ended: with a state, and with a failure after it where there was one.</summary>
public sealed record Outcome(string Id, PropertyMap State, Exception? Failure);

/// <summary>What a read found, in properties.</summary>
public sealed record ReadOutcome(string Id, PropertyMap State, PropertyMap Inputs, IReadOnlyList<string> Unhealthy);
