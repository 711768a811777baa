using System.Reflection;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The outputs of one resource, to be resolved when the engine answers.</summary>
internal sealed class OutputSources
{
    private readonly Resource _resource;
    private readonly Dictionary<string, IOutputSource> _byName = new(StringComparer.Ordinal);

    private OutputSources(Resource resource) => _resource = resource;

    /// <summary>Gives every property with <see cref="OutputAttribute"/> an output that is not resolved yet.</summary>
    internal static OutputSources Attach(Resource resource)
    {
        var sources = new OutputSources(resource);

        // A stack declares its outputs to fill them itself; a missing one must stay null to be found.
        var first = resource is Stack ? typeof(ComponentResource) : resource.GetType();
        for (var type = first; type != typeof(object) && type is not null; type = type.BaseType)
        {
            const BindingFlags own =
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (var property in type.GetProperties(own))
            {
                if (property.GetCustomAttribute<OutputAttribute>() is { } attribute)
                {
                    sources.Attach(property, attribute.Name ?? property.Name);
                }
            }
        }

        return sources;
    }

    internal void ResolveIdentity(string urn, string? id, bool isDryRun)
    {
        _byName["urn"].Resolve(new OutputData<object?>(urn, [_resource], IsKnown: urn.Length > 0, IsSecret: false));
        if (_byName.TryGetValue("id", out var source) && id is not null)
        {
            var known = id.Length > 0 || !isDryRun;
            source.Resolve(new OutputData<object?>(known ? id : null, [_resource], known, IsSecret: false));
        }
    }

    /// <summary>Resolves every output that the state has.</summary>
    internal void ResolveState(PropertyMap state)
    {
        foreach (var (name, source) in _byName)
        {
            if (!source.IsResolved && state.TryGetValue(name, out var value))
            {
                var data = ValueReader.Read(value, source.Type, $"{_resource.GetType().Name}.{name}");
                source.Resolve(data with { Resources = [_resource] });
            }
        }
    }

    /// <summary>Resolves what is left: absent, or unknown.</summary>
    internal void ResolveRest(bool isKnown)
    {
        foreach (var source in _byName.Values.Where(static source => !source.IsResolved))
        {
            source.Resolve(new OutputData<object?>(null, [_resource], isKnown, IsSecret: false));
        }
    }

    internal void Fail(Exception error)
    {
        foreach (var source in _byName.Values.Where(static source => !source.IsResolved))
        {
            source.Fail(error);
        }
    }

    private void Attach(PropertyInfo property, string name)
    {
        if (
            !property.PropertyType.IsGenericType
            || property.PropertyType.GetGenericTypeDefinition() != typeof(Output<>)
            || property.SetMethod is null
        )
        {
            throw new RunException(
                $"{property.DeclaringType}.{property.Name} has [Output] and must be an Output<T> with a setter."
            );
        }

        var type = typeof(OutputSource<>).MakeGenericType(property.PropertyType.GetGenericArguments()[0]);
        var source = (IOutputSource)Activator.CreateInstance(type)!;
        property.SetValue(_resource, source.Output);
        _byName.Add(name, source);
    }
}

internal interface IOutputSource
{
    object Output { get; }

    Type Type { get; }

    bool IsResolved { get; }

    void Resolve(OutputData<object?> data);

    void Fail(Exception error);
}

internal sealed class OutputSource<T> : IOutputSource
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public OutputSource() => Output = new Output<T>(_source.Task);

    public object Output { get; }

    public Type Type => typeof(T);

    public bool IsResolved => _source.Task.IsCompleted;

    public void Resolve(OutputData<object?> data) =>
        _source.TrySetResult(data.Cast(static value => value is null ? default! : (T)value));

    public void Fail(Exception error) => _source.TrySetException(error);
}
