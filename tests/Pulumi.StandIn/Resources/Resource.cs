using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Anything the engine keeps in its state.</summary>
public class Resource
{
    private readonly List<Resource> _children = [];
    private readonly Lock _childrenLock = new();
    private readonly string _type;
    private readonly string _name;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options)
        : this(type, name, custom, args, options, remote: false, package: null) { }

    private protected Resource(
        string type,
        string name,
        bool custom,
        ResourceArgs args,
        ResourceOptions options,
        bool remote,
        RegisterPackageRequest? package
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        var deployment = Deployment.Instance;
        (_type, _name, IsCustom, IsRemote, PackageRequest) = (type, name, custom, remote, package);
        (args, options) = ResourceTransformer.Apply(this, args, options);
        options.Parent ??= this is Stack ? null : deployment.Stack;
        Parent = options.Parent;
        Parent?.AddChild(this);
        Transformations = [.. options.ResourceTransformations];
        Protect = options.Protect ??= Parent?.Protect;
        (Providers, Provider) = ProviderChoice.Make(this, options);
        Version = options.Version;
        deployment.Registrations.Start(this, args, options);
    }

    /// <summary>The name the engine knows it by.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsCustom { get; }

    internal bool IsRemote { get; }

    internal Resource? Parent { get; }

    internal bool? Protect { get; }

    internal string? Version { get; }

    internal RegisterPackageRequest? PackageRequest { get; }

    internal ImmutableArray<ResourceTransformation> Transformations { get; }

    /// <summary>The providers its children take, by package.</summary>
    internal ImmutableDictionary<string, ProviderResource> Providers { get; }

    /// <summary>The provider it is managed by, or null for the package's default one.</summary>
    internal ProviderResource? Provider { get; }

    internal ImmutableArray<Resource> Children
    {
        get
        {
            lock (_childrenLock)
            {
                return [.. _children];
            }
        }
    }

    /// <summary>The name given to the constructor.</summary>
    public string GetResourceName() => _name;

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    private void AddChild(Resource child)
    {
        lock (_childrenLock)
        {
            _children.Add(child);
        }
    }
}
