namespace Pulumi;

/// <summary>How the engine manages a resource.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? _dependsOn;
    private InputList<Resource>? _replaceWith;
    private List<string>? _ignoreChanges;
    private List<string>? _replaceOnChanges;
    private List<string>? _hideDiffs;
    private List<Input<Alias>>? _aliases;
    private List<ResourceTransformation>? _transformations;

    private protected ResourceOptions() { }

    /// <summary>The id of an existing resource to read instead of creating one.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The parent; the stack by default.</summary>
    public Resource? Parent { get; set; }

    /// <summary>Resources to wait for, beyond those that inputs come from.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    /// <summary>True to refuse deletion; null to do as the parent does.</summary>
    public bool? Protect { get; set; }

    /// <summary>Paths of properties whose changes do not matter.</summary>
    public List<string> IgnoreChanges
    {
        get => _ignoreChanges ??= [];
        set => _ignoreChanges = value;
    }

    /// <summary>The provider's version; null takes the newest.</summary>
    public string? Version { get; set; }

    /// <summary>The provider to use; null takes the parent's or the default one.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long operations may take; null leaves it to the provider.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Functions that may change this resource and its children before registration.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _transformations ??= [];
        set => _transformations = value;
    }

    /// <summary>Names the resource had before.</summary>
    public List<Input<Alias>> Aliases
    {
        get => _aliases ??= [];
        set => _aliases = value;
    }

    /// <summary>The URN of a resource that is registered already.</summary>
    public string? Urn { get; set; }

    /// <summary>Paths of properties whose changes replace the resource.</summary>
    public List<string> ReplaceOnChanges
    {
        get => _replaceOnChanges ??= [];
        set => _replaceOnChanges = value;
    }

    /// <summary>Where the plugin can be downloaded.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>True to forget the resource instead of deleting it.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>A resource whose deletion deletes this one too.</summary>
    public Resource? DeletedWith { get; set; }

    /// <summary>Resources whose replacement replaces this one too.</summary>
    public InputList<Resource> ReplaceWith
    {
        get => _replaceWith ??= [];
        set => _replaceWith = value;
    }

    /// <summary>Paths of properties whose differences are not shown.</summary>
    public List<string> HideDiffs
    {
        get => _hideDiffs ??= [];
        set => _hideDiffs = value;
    }

    /// <summary>Takes over what the other options set; their lists are appended.</summary>
    private protected void MergeFrom(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = CustomTimeouts.Merge(CustomTimeouts, other.CustomTimeouts);
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        DependsOn = DependsOn.Concat(other.DependsOn);
        ReplaceWith = ReplaceWith.Concat(other.ReplaceWith);
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
        HideDiffs = [.. HideDiffs, .. other.HideDiffs];
        Aliases = [.. Aliases, .. other.Aliases];
        ResourceTransformations = [.. ResourceTransformations, .. other.ResourceTransformations];
    }
}
