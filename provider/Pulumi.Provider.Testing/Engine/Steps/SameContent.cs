using System.Collections.Immutable;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Tells whether two states would be written alike, but for their times.</summary>
internal static class SameContent
{
    /// <summary>True when writing the new one changes nothing.</summary>
    public static bool Of(ResourceState old, ResourceState @new) =>
        old.Urn == @new.Urn
        && old.Id == @new.Id
        && old.Inputs.Equals(@new.Inputs)
        && old.Outputs.Equals(@new.Outputs)
        && old.Parent == @new.Parent
        && old.Protect == @new.Protect
        && old.External == @new.External
        && old.Provider == @new.Provider
        && old.PendingReplacement == @new.PendingReplacement
        && old.CustomTimeouts == @new.CustomTimeouts
        && old.ImportId == @new.ImportId
        && old.RetainOnDelete == @new.RetainOnDelete
        && old.DeletedWith == @new.DeletedWith
        && old.RefreshBeforeUpdate == @new.RefreshBeforeUpdate
        && Equals(old.ReplacementTrigger, @new.ReplacementTrigger)
        && Same(old.ReplaceWith, @new.ReplaceWith)
        && Same(old.Dependencies, @new.Dependencies)
        && Same(old.InitErrors, @new.InitErrors)
        && Same(old.AdditionalSecretOutputs, @new.AdditionalSecretOutputs)
        && Same(old.IgnoreChanges, @new.IgnoreChanges)
        && Same(old.ReplaceOnChanges, @new.ReplaceOnChanges)
        && old.PropertyDependencies.Count == @new.PropertyDependencies.Count
        && old.PropertyDependencies.All(entry =>
            @new.PropertyDependencies.TryGetValue(entry.Key, out var urns) && Same(entry.Value, urns)
        );

    private static bool Same(ImmutableArray<string> left, ImmutableArray<string> right) =>
        left.AsSpan().SequenceEqual(right.AsSpan());
}
