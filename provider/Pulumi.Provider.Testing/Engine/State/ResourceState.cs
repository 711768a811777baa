using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>One resource as the checkpoint keeps it. Instances are told apart by reference, never by content.</summary>
public sealed record ResourceState
{
    /// <summary>The resource's URN. A resource pending deletion shares it with its replacement.</summary>
    public required string Urn { get; init; }

    /// <summary>The type token.</summary>
    public required string Type { get; init; }

    /// <summary>True for resources of providers, and for providers; false for components and the stack.</summary>
    public bool Custom { get; init; }

    /// <summary>The provider's id, or null for components and while not created.</summary>
    public string? Id { get; init; }

    /// <summary>Checked inputs.</summary>
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>What the provider answered.</summary>
    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    /// <summary>The parent's URN, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>True when it must not be deleted.</summary>
    public bool Protect { get; init; }

    /// <summary>True when it is only read, never managed.</summary>
    public bool External { get; init; }

    /// <summary>URNs of what it depends on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>Why it is not fully initialized; empty when it is.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>Its provider, <c>urn::id</c>, or null.</summary>
    public string? Provider { get; init; }

    /// <summary>URNs each input property depends on.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Deleted already, its replacement not yet made.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>To be deleted: its replacement exists.</summary>
    public bool Delete { get; init; }

    /// <summary>Outputs to keep secret besides those the provider marks.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Custom timeouts.</summary>
    public CustomTimeouts CustomTimeouts { get; init; }

    /// <summary>The id it was imported by, or null.</summary>
    public string? ImportId { get; init; }

    /// <summary>True when deleting it only forgets it.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>The URN of the resource whose deletion takes this one along, or null.</summary>
    public string? DeletedWith { get; init; }

    /// <summary>URNs of the resources whose replacement replaces this one.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>A value whose change replaces this resource, or null.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>True when it is to be read before each update.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>True when the user wants it replaced by the next update.</summary>
    public bool Taint { get; init; }

    /// <summary>The URN it had in the state before, where that is another one; not kept.</summary>
    public string? FormerUrn { get; init; }

    /// <summary>Property paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose changes replace.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>When it was created.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Checkpoint fields this engine has no use for, kept as they were.</summary>
    public JsonObject? Extra { get; init; }

    /// <summary>True for a provider resource.</summary>
    public bool IsProvider => State.Urn.IsProviderType(Type);

    /// <summary>The reference by which other resources name this provider.</summary>
    public string AsReference => new ProviderReference(Urn, Id ?? Sentinels.UnknownString).ToString();

    /// <summary>Every URN this resource cannot exist without.</summary>
    public IEnumerable<string> AllDependencies()
    {
        if (Parent is not null)
        {
            yield return Parent;
        }

        if (Provider is not null)
        {
            yield return ProviderReference.Parse(Provider).Urn;
        }

        if (DeletedWith is not null)
        {
            yield return DeletedWith;
        }

        foreach (var urn in ReplaceWith)
        {
            yield return urn;
        }

        foreach (var urn in Dependencies)
        {
            yield return urn;
        }

        foreach (var urn in PropertyDependencies.Values.SelectMany(static urns => urns))
        {
            yield return urn;
        }
    }

    /// <inheritdoc/>
    public bool Equals(ResourceState? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>A copy with some fields changed.</summary>
    public ResourceState With(
        PropertyMap? inputs = null,
        PropertyMap? outputs = null,
        bool? delete = null,
        bool? pendingReplacement = null,
        ImmutableArray<string>? initErrors = null,
        DateTimeOffset? created = null,
        DateTimeOffset? modified = null,
        string? id = null,
        bool? refreshBeforeUpdate = null
    ) =>
        this with
        {
            Id = id ?? Id,
            Inputs = inputs ?? Inputs,
            Outputs = outputs ?? Outputs,
            InitErrors = initErrors ?? InitErrors,
            PendingReplacement = pendingReplacement ?? PendingReplacement,
            Delete = delete ?? Delete,
            Created = created ?? Created,
            Modified = modified ?? Modified,
            RefreshBeforeUpdate = refreshBeforeUpdate ?? RefreshBeforeUpdate,
        };

    /// <summary>A copy that refers to resources by their new URNs.</summary>
    /// <param name="newUrns">New URNs by former ones.</param>
    public ResourceState Renamed(IReadOnlyDictionary<string, string> newUrns)
    {
        return this with
        {
            Parent = Parent is null ? null : New(Parent),
            DeletedWith = DeletedWith is null ? null : New(DeletedWith),
            ReplaceWith = [.. ReplaceWith.Select(New)],
            Dependencies = [.. Dependencies.Select(New)],
            PropertyDependencies = PropertyDependencies.ToImmutableSortedDictionary(
                static entry => entry.Key,
                entry => entry.Value.Select(New).ToImmutableArray(),
                StringComparer.Ordinal
            ),
            Provider =
                Provider is not null && ProviderReference.Parse(Provider) is var (urn, id)
                    ? new ProviderReference(New(urn), id).ToString()
                    : null,
        };

        string New(string urn) => newUrns.GetValueOrDefault(urn, urn);
    }
}

/// <summary>How long operations may take; zero leaves it to the provider.</summary>
public readonly record struct CustomTimeouts(TimeSpan Create, TimeSpan Update, TimeSpan Delete, TimeSpan Read);
