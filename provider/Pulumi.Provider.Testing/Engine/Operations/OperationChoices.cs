using System.Collections.Immutable;

namespace Pulumi.Provider.Testing.Engine.Operations;

/// <summary>What the user may ask of an operation beside its usual work. Resources are named by URN, <c>*</c> and <c>**</c> being wildcards.</summary>
public sealed record OperationChoices
{
    /// <summary>Nothing beside.</summary>
    public static OperationChoices None { get; } = new();

    /// <summary>Refresh the resources first; null leaves it to the project.</summary>
    public bool? Refresh { get; init; }

    /// <summary>Refresh each resource when the program registers it, and not all of them before.</summary>
    public bool RunProgram { get; init; }

    /// <summary>Go on with what does not depend on a failed step.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Forget creates that an earlier run left pending.</summary>
    public bool ClearPendingCreates { get; init; }

    /// <summary>The only resources to touch; all where none is named.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Touch what depends on the targets, too.</summary>
    public bool TargetDependents { get; init; }

    /// <summary>Resources to leave alone.</summary>
    public ImmutableArray<string> Excludes { get; init; } = [];

    /// <summary>Leave alone what depends on them, too.</summary>
    public bool ExcludeDependents { get; init; }

    /// <summary>Resources to replace, whatever their difference.</summary>
    public ImmutableArray<string> Replace { get; init; } = [];

    /// <summary>Replace and delete what is protected.</summary>
    public bool IgnoreProtect { get; init; }

    /// <summary>Leave what is protected alone when the rest is destroyed.</summary>
    public bool ExcludeProtected { get; init; }
}
