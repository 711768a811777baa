using System.Collections.Immutable;

namespace Pulumi.Provider.Testing;

/// <summary>What a <see cref="TestStack"/> is made with.</summary>
public sealed record TestStackOptions
{
    /// <summary>The project's name.</summary>
    public string Project { get; init; } = "test";

    /// <summary>The stack's name.</summary>
    public string Stack { get; init; } = "dev";

    /// <summary>
    /// The provider's clock, which limits its operations. A <see cref="ManualTime"/> moves by itself, as long as an operation
    /// runs, to whatever the provider waits for: waits cost nothing.
    /// </summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>False leaves it to the test to move a <see cref="ManualTime"/>.</summary>
    public bool AutoAdvance { get; init; } = true;

    /// <summary>The provider's environment variables. Those of the test's own process are not seen.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many steps run at a time.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>
    /// Awaited before each call reaches the provider's code: holds it up, lets the test do something in the midst, or throws
    /// an <c>RpcException</c> in its place.
    /// </summary>
    public Func<ProviderRequest, Task>? BeforeCall { get; init; }

    /// <summary>Awaited when the provider has answered and the engine does not know of it yet.</summary>
    public Func<ProviderRequest, Task>? AfterCall { get; init; }
}
