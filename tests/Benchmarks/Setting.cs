namespace Benchmarks;

/// <summary>What is measured, and what it belongs to.</summary>
/// <param name="Native">The plugin as it is shipped.</param>
/// <param name="Jit">The plugin that needs .NET.</param>
/// <param name="Echo">A native server with the same transport that does nothing.</param>
/// <param name="Before">The plugin of another commit, native too, to measure beside; or null.</param>
/// <param name="Engine">The address that plugins log to.</param>
internal sealed record Setting(string Native, string Jit, string Echo, Before? Before, string Engine);

/// <summary>The plugin of another commit.</summary>
/// <param name="Commit">Which.</param>
/// <param name="Native">Its file.</param>
internal sealed record Before(string Commit, string Native);
