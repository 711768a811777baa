using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>What is wrong with an input: where, and a sentence that says what is wrong and how to mend it.</summary>
public sealed record Problem(PropertyPath Path, string Reason);
