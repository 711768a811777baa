namespace Pulumi.Provider.Model.Schema;

/// <summary>What a package was made of.</summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Version">Its version.</param>
/// <param name="Value">The parameter.</param>
internal sealed record Parameterization(string Provider, string Version, ReadOnlyMemory<byte> Value);
