using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>What Create or Update brought.</summary>
/// <param name="Id">The id, or null in a preview of a create.</param>
/// <param name="Outputs">The outputs.</param>
/// <param name="InitErrors">Why the resource exists but is not ready; empty when it is.</param>
/// <param name="RefreshBeforeUpdate">True when it wants to be read before each update.</param>
internal sealed record ProviderAnswer(
    string? Id,
    PropertyMap Outputs,
    ImmutableArray<string> InitErrors,
    bool RefreshBeforeUpdate
)
{
    /// <summary>A resource that is ready.</summary>
    public ProviderAnswer(string? id, PropertyMap outputs, bool refreshBeforeUpdate = false)
        : this(id, outputs, [], refreshBeforeUpdate) { }
}

/// <summary>What Read brought.</summary>
/// <param name="Id">The id; empty when the resource does not exist.</param>
/// <param name="Inputs">Inputs as the resource has them now, or null when the provider cannot tell.</param>
/// <param name="Outputs">Outputs, or null when the resource does not exist.</param>
/// <param name="InitErrors">Why it is not healthy; empty when it is.</param>
/// <param name="RefreshBeforeUpdate">True when it wants to be read before each update.</param>
internal sealed record ReadAnswer(
    string Id,
    PropertyMap? Inputs,
    PropertyMap? Outputs,
    ImmutableArray<string> InitErrors,
    bool RefreshBeforeUpdate
);

/// <summary>What a Diff is asked about.</summary>
internal sealed record DiffQuery(
    string Urn,
    string Id,
    PropertyMap OldInputs,
    PropertyMap OldOutputs,
    PropertyMap NewInputs,
    ImmutableArray<string> IgnoreChanges
);
