namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>How a resource names its provider: <c>urn::id</c>. The id is the unknown sentinel in a first preview.</summary>
internal readonly record struct ProviderReference(string Urn, string Id)
{
    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">It is not <c>urn::id</c>.</exception>
    public static ProviderReference Parse(string text)
    {
        var at = text.LastIndexOf("::", StringComparison.Ordinal);
        return at > 0 && State.Urn.IsValid(text[..at])
            ? new ProviderReference(text[..at], text[(at + 2)..])
            : throw new FormatException($"'{text}' is not a provider reference");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}
