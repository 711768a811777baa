namespace Pulumi;

/// <summary>A resource that a provider manages.</summary>
public class CustomResource : Resource
{
    /// <summary>Registers the resource, or reads it when the options carry an id.</summary>
    /// <param name="type">The token, <c>package:module:Type</c>.</param>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its inputs, or null for none.</param>
    /// <param name="options">How to manage it.</param>
    /// <param name="registerPackageRequest">The package that it is of, where its type does not tell.</param>
    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(
            type,
            name,
            custom: true,
            args ?? ResourceArgs.Empty,
            CustomResourceOptions.Merge(null, options),
            remote: false,
            registerPackageRequest
        ) { }

    /// <summary>The id its provider gave it; unknown in a preview that creates it.</summary>
    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>An explicitly configured provider.</summary>
public class ProviderResource : CustomResource
{
    /// <summary>Registers a provider of the package.</summary>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest) => Package = package;

    internal string Package { get; }
}
