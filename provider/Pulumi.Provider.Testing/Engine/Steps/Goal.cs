using System.Collections.Immutable;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Providers;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>A resource as the program wants it.</summary>
internal sealed record Goal
{
    public required string Urn { get; init; }
    public required string Type { get; init; }
    public required string Name { get; init; }
    public bool Custom { get; init; }
    public string? Parent { get; init; }
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;
    public ImmutableArray<string> Dependencies { get; init; } = [];
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>The provider's reference; empty for the default one.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The package that it is of.</summary>
    public required PackageRequest Package { get; init; }
    public bool Protect { get; init; }
    public bool? DeleteBeforeReplace { get; init; }
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Names it may have had before.</summary>
    public ImmutableArray<GoalAlias> Aliases { get; init; } = [];

    /// <summary>The URN that the state knows it by, where that is another one.</summary>
    public string? FormerUrn { get; init; }

    /// <summary>What is wrong where another resource of the program has its state: told once it is checked; or null.</summary>
    public string? Conflict { get; init; }
    public string ImportId { get; init; } = "";
    public CustomTimeouts CustomTimeouts { get; init; }
    public bool RetainOnDelete { get; init; }
    public string? DeletedWith { get; init; }

    /// <summary>URNs of resources whose replacement replaces this one.</summary>
    public ImmutableArray<string> ReplaceWith { get; init; } = [];

    /// <summary>A value whose change replaces this resource, or null.</summary>
    public PropertyValue? ReplacementTrigger { get; init; }

    /// <summary>True when the trigger is another one than before; one that is new or gone is none.</summary>
    public bool IsTriggered(PropertyValue? before) =>
        ReplacementTrigger is { } now
        && (now.ContainsUnknowns || (before is not null && !ValueJson.Bare(now).Equals(ValueJson.Bare(before))));

    /// <summary>The state of this goal, once its inputs are checked.</summary>
    public ResourceState ToState(
        PropertyMap inputs,
        PropertyMap outputs,
        string? id,
        string? providerReference,
        ResourceState? old
    ) =>
        new()
        {
            Urn = Urn,
            Type = Type,
            Custom = Custom,
            Id = id,
            Inputs = inputs,
            Outputs = outputs,
            Parent = Parent,
            Protect = Protect,
            Dependencies = Dependencies,
            Provider = providerReference,
            PropertyDependencies = PropertyDependencies,
            AdditionalSecretOutputs = AdditionalSecretOutputs,
            CustomTimeouts = CustomTimeouts,
            ImportId = ImportId.Length > 0 ? ImportId : null,
            RetainOnDelete = RetainOnDelete,
            DeletedWith = DeletedWith,
            ReplaceWith = ReplaceWith,
            ReplacementTrigger = ReplacementTrigger,
            RefreshBeforeUpdate = old?.RefreshBeforeUpdate ?? false,
            FormerUrn = FormerUrn,
            IgnoreChanges = IgnoreChanges,
            ReplaceOnChanges = ReplaceOnChanges,
            Created = old?.Created,
            Modified = old?.Modified,
            Extra = old?.Extra,
        };
}
