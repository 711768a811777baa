using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>Everything the engine knows of a stack: resources in dependency order, and operations that never ended.</summary>
/// <param name="Resources">Resources; what others depend on comes first.</param>
/// <param name="PendingOperations">Operations that had begun when an engine died.</param>
/// <param name="SecretsProvider">The checkpoint's <c>secrets_providers</c> object, or null while nothing is secret.</param>
public sealed record Snapshot(
    ImmutableArray<ResourceState> Resources,
    ImmutableArray<PendingOperation> PendingOperations,
    JsonObject? SecretsProvider = null
)
{
    /// <summary>The snapshot of a stack nothing was ever deployed to.</summary>
    public static Snapshot Empty { get; } = new([], []);

    /// <summary>The live (not pending deletion) resource of a URN, or null.</summary>
    public ResourceState? Find(string urn) => Resources.FirstOrDefault(state => !state.Delete && state.Urn == urn);
}

/// <summary>An operation that had begun: what it did, and to which resource.</summary>
public sealed record PendingOperation(ResourceState Resource, PendingOperationType Type);

/// <summary>The kinds of operation a checkpoint can hold as pending.</summary>
public enum PendingOperationType
{
    /// <summary>Create was called.</summary>
    Creating,

    /// <summary>Update was called.</summary>
    Updating,

    /// <summary>Delete was called.</summary>
    Deleting,

    /// <summary>Read was called for a resource that is only read.</summary>
    Reading,

    /// <summary>Read was called to import.</summary>
    Importing,
}
