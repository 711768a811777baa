namespace Pulumi.Provider.Testing;

/// <summary>What a test expected of a provider did not hold; the message says of which resource and what was seen instead.</summary>
/// <param name="message">That.</param>
public sealed class TestFailedException(string message) : Exception(message);
