using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>A provider's inputs in the state hold a member of the engine's own, which no provider sees.</summary>
internal static class ProviderInputs
{
    private const string Internal = "__internal";

    /// <summary>The inputs with that member.</summary>
    public static PropertyMap WithOwn(PropertyMap inputs, PropertyMap own) =>
        inputs.With(Internal, new ObjectValue(own));

    /// <summary>What is in that member; null where there is none.</summary>
    public static PropertyMap? Own(PropertyMap inputs) => (inputs.Find(Internal)?.Unwrapped as ObjectValue)?.Fields;

    /// <summary>The inputs that the provider sees.</summary>
    public static PropertyMap Sent(PropertyMap inputs) => inputs.Without(Internal);

    /// <summary>What the provider made of the inputs, with the engine's own member as it was.</summary>
    public static PropertyMap Kept(PropertyMap checkedInputs, PropertyMap inputs) =>
        inputs.Find(Internal) is { } own ? checkedInputs.With(Internal, own) : checkedInputs;
}
