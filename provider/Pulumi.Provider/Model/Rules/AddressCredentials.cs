using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>
/// Addresses with somebody's name or password in them, as in <c>https://user:password@host</c>. Nobody marks those as secrets,
/// and all the same they belong in no message.
/// </summary>
internal static class AddressCredentials
{
    private const string AfterScheme = "://";

    /// <summary>Whether a value is such an address.</summary>
    public static bool AreIn(PropertyValue? value) =>
        value?.Unwrapped is StringValue { Value: var text }
        && text.IndexOf(AfterScheme, StringComparison.Ordinal) is >= 0 and var scheme
        && text[(scheme + AfterScheme.Length)..].Split('/', '?', '#')[0].Contains('@', StringComparison.Ordinal);
}
