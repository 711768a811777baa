namespace Benchmarks;

/// <summary>What is measured, as it was built.</summary>
/// <param name="Native">The plugin of the package.</param>
/// <param name="Jit">The plugin that needs .NET.</param>
/// <param name="Echo">The bare transport, native.</param>
internal sealed record Binaries(string Native, string Jit, string Echo);
