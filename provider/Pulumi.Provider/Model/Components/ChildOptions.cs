namespace Pulumi.Provider.Model.Components;

/// <summary>How the engine manages a child; what is not said is as for every resource, or as the component has it.</summary>
public sealed record ChildOptions
{
    /// <summary>The resource that it belongs to; the component unless given.</summary>
    public Child? Parent { get; init; }

    /// <summary>The resource whose deletion takes this one along: the engine then does not delete it by itself.</summary>
    public Child? DeletedWith { get; init; }

    /// <summary>What it waits for, besides what its inputs come from.</summary>
    public IReadOnlyList<Child> DependsOn { get; init; } = [];

    /// <summary>Paths of inputs that stay as they are where the resource is there already.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Paths of inputs whose change replaces it.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Names of outputs that are secret beyond those declared so.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>What it was called before, so that it is not made anew.</summary>
    public IReadOnlyList<ChildAlias> Aliases { get; init; } = [];

    /// <summary>Whether it can be deleted; as the component unless given.</summary>
    public bool? Protect { get; init; }

    /// <summary>Whether a deletion leaves it in the cloud; as the component unless given.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>Whether a replacement deletes it first; as its provider says unless given.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>How long its creation may take; as long as its provider allows unless given. So of the others.</summary>
    public TimeSpan? CreateTimeout { get; init; }

    /// <summary>How long an update of it may take.</summary>
    public TimeSpan? UpdateTimeout { get; init; }

    /// <summary>How long its deletion may take.</summary>
    public TimeSpan? DeleteTimeout { get; init; }

    /// <summary>
    /// Its provider, as <c>urn::id</c>; that of <see cref="Construction.Providers"/> unless given, else the component's own for
    /// resources of this package and the default one for others.
    /// </summary>
    public string? Provider { get; init; }

    /// <summary>The version of the package, for resources of others.</summary>
    public string? Version { get; init; }

    /// <summary>Where the plugin of the package is, for resources of others.</summary>
    public string? PluginDownloadUrl { get; init; }
}

/// <summary>What a child was called before; what is not said was as it is.</summary>
public sealed record ChildAlias
{
    /// <summary>Its URN; the other members then say nothing.</summary>
    public string? Urn { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its type token.</summary>
    public string? Type { get; init; }

    /// <summary>URN of the resource that it belonged to.</summary>
    public string? ParentUrn { get; init; }

    /// <summary>True when it belonged to none.</summary>
    public bool NoParent { get; init; }
}
