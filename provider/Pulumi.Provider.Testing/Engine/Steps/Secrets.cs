using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>Keeps secret what the program wants secret.</summary>
internal static class Secrets
{
    /// <summary>The state with outputs, those of <c>additionalSecretOutputs</c> wrapped.</summary>
    public static ResourceState Marked(ResourceState state, PropertyMap outputs)
    {
        foreach (var name in state.AdditionalSecretOutputs)
        {
            if (outputs.Find(name) is { } value)
            {
                outputs = outputs.With(name, value.AsSecret());
            }
        }

        return state.With(outputs: outputs);
    }
}
