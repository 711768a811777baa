using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Engine.Operations;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Monitor;

/// <summary>Puts the outputs of components, the stack first of all, on record.</summary>
internal sealed class StackOutputsRecord(Deployment deployment)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ResourceState> _components = [];

    /// <summary>Remembers a component's state, for its outputs come later.</summary>
    public void Note(ResourceState state)
    {
        if (!state.Custom)
        {
            lock (_lock)
            {
                _components[state.Urn] = state;
            }
        }
    }

    /// <summary>A component as those that have its URN may ask for it: the engine's own function <c>getResource</c>.</summary>
    public ResourceInvokeResponse Answer(string urn)
    {
        lock (_lock)
        {
            var state = _components.TryGetValue(urn, out var found)
                ? found
                : throw new EngineException($"'{urn}' is no component of this program");
            var result = new PropertyMap([
                new("urn", urn),
                new("id", ""),
                new("state", new ObjectValue(state.Outputs)),
            ]);
            return new ResourceInvokeResponse { Return = StructCodec.Encode(result) };
        }
    }

    /// <summary>Sets a component's outputs.</summary>
    /// <exception cref="EngineException">No component of that URN was registered.</exception>
    public async Task SetAsync(string urn, PropertyMap outputs)
    {
        ResourceState before;
        ResourceState after;
        lock (_lock)
        {
            before = _components.TryGetValue(urn, out var found)
                ? found
                : throw new EngineException($"outputs for '{urn}', which is no component of this program");
            after = outputs.Equals(before.Outputs) ? before : before.With(outputs: outputs, modified: deployment.Now);
            _components[urn] = after;
        }

        if (!ReferenceEquals(before, after))
        {
            await deployment.Recorder.ReplacedAsync(before, after);
        }

        if (before.Type == Urn.StackType)
        {
            deployment.Events(new StackOutputs(before.Outputs, outputs));
        }
    }
}
