using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Parameters;

/// <summary>A package that a parameter made of a provider.</summary>
/// <param name="Definition">What is in it.</param>
/// <param name="Value">The parameter as SDKs and states keep it: JSON.</param>
/// <param name="Schema">Writes its schema.</param>
internal sealed record SubPackage(ProviderDefinition Definition, ReadOnlyMemory<byte> Value, Func<string> Schema);
