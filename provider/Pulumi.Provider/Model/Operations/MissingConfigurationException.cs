namespace Pulumi.Provider.Model.Operations;

/// <summary>A configuration key that must be set.</summary>
/// <param name="Name">The key without the package: <c>region</c>.</param>
/// <param name="Description">What it is, and what else would do.</param>
public sealed record MissingKey(string Name, string Description);

/// <summary>The configuration lacks keys; lists all of them.</summary>
public sealed class MissingConfigurationException(IReadOnlyList<MissingKey> keys)
    : Exception("missing required configuration: " + string.Join(", ", keys.Select(static key => key.Name)))
{
    /// <summary>The keys.</summary>
    public IReadOnlyList<MissingKey> Keys { get; } = keys;
}
