namespace Pulumi;

/// <summary>Looks at a resource before registration; returns new args and options, or null to change nothing.</summary>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);

/// <summary>What a transformation may look at.</summary>
public readonly struct ResourceTransformationArgs(Resource resource, ResourceArgs args, ResourceOptions options)
{
    /// <summary>The resource, not registered yet.</summary>
    public Resource Resource { get; } = resource;

    /// <summary>Its inputs.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>Its options.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>What a transformation wants instead.</summary>
public readonly struct ResourceTransformationResult(ResourceArgs args, ResourceOptions options)
{
    /// <summary>The inputs to register.</summary>
    public ResourceArgs Args { get; } = args;

    /// <summary>The options to register.</summary>
    public ResourceOptions Options { get; } = options;
}

internal static class ResourceTransformer
{
    /// <summary>Runs the resource's own transformations, then its parents', innermost first.</summary>
    internal static (ResourceArgs Args, ResourceOptions Options) Apply(
        Resource resource,
        ResourceArgs args,
        ResourceOptions options
    )
    {
        var parent = options.Parent ?? (resource is Stack ? null : Deployment.Instance.Stack);
        var transformations = new List<ResourceTransformation>(options.ResourceTransformations);
        for (; parent is not null; parent = parent.Parent)
        {
            transformations.AddRange(parent.Transformations);
        }

        foreach (var transform in transformations)
        {
            if (transform(new ResourceTransformationArgs(resource, args, options)) is { } result)
            {
                (args, options) = (result.Args, result.Options);
            }
        }

        return (args, options);
    }
}
