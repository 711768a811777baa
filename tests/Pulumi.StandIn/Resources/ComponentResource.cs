using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource that only groups others.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers a component.</summary>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options) { }

    /// <summary>Registers a component with inputs; a remote one is constructed by its provider.</summary>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options = null,
        bool remote = false
    )
        : this(type, name, args, options, remote, registerPackageRequest: null) { }

    /// <summary>The same of a package that the engine is told of.</summary>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null
    )
        : base(
            type,
            name,
            custom: false,
            args ?? ResourceArgs.Empty,
            ComponentResourceOptions.Merge(null, options),
            remote,
            registerPackageRequest
        ) { }

    /// <summary>Says that the component is complete and has no outputs.</summary>
    protected void RegisterOutputs() => RegisterOutputs(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Says that the component is complete and what its outputs are.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Task.FromResult(outputs));

    /// <summary>Says that the component is complete once the task has its outputs.</summary>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) =>
        RegisterOutputs(Output.Create(outputs));

    /// <summary>Says that the component is complete and what its outputs are.</summary>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) =>
        Deployment.Instance.Registrations.StartOutputs(this, outputs);

    internal void CompleteWith(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
}
