namespace Pulumi.Provider.Model.Rules;

/// <summary>How the user wants resources to be named whose program gives no name.</summary>
public enum NamingMode
{
    /// <summary>By a name that may be adapted to what the cloud takes.</summary>
    Propose,

    /// <summary>By exactly that name.</summary>
    Enforce,

    /// <summary>Not at all: the program must name them.</summary>
    Disable,
}

/// <summary>What the stack's <c>pulumi:autonaming</c> asks for one resource.</summary>
/// <param name="Mode">How.</param>
/// <param name="Proposed">The name; empty where the mode is <see cref="NamingMode.Disable"/>.</param>
/// <param name="Seed">What makes names of the same run differ, the same again where a plan is carried out.</param>
public sealed record Naming(NamingMode Mode, string Proposed, ReadOnlyMemory<byte> Seed);
