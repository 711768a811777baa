namespace Benchmarks;

/// <summary>What is measured, and what it belongs to.</summary>
/// <param name="Native">The plugin as it is shipped.</param>
/// <param name="Jit">The plugin that needs .NET.</param>
/// <param name="Echo">A native server with the same transport that does nothing.</param>
/// <param name="Engine">The address that plugins log to.</param>
internal sealed record Setting(string Native, string Jit, string Echo, string Engine);
