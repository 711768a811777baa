using System.Text.Json;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Configuration;

/// <summary>A stack's configuration as <c>pulumi config --json --show-secrets</c> prints it.</summary>
internal static class StackValues
{
    private const string Prefix = "vpcep:";

    /// <summary>The provider's part of it.</summary>
    /// <exception cref="OperationException">The text is something else.</exception>
    public static PropertyMap Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return new PropertyMap(
                document
                    .RootElement.EnumerateObject()
                    .Where(static entry => entry.Name.StartsWith(Prefix, StringComparison.Ordinal))
                    .Select(static entry => KeyValuePair.Create(entry.Name[Prefix.Length..], Value(entry)))
            );
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new OperationException(
                FailureKind.InvalidInput,
                "what --config gives is not what 'pulumi config --json --show-secrets' prints",
                problem
            );
        }
    }

    private static PropertyValue Value(JsonProperty entry)
    {
        var secret = entry.Value.TryGetProperty("secret", out var flag) && flag.ValueKind is JsonValueKind.True;
        if (!entry.Value.TryGetProperty("value", out var value) || value.GetString() is not { } text)
        {
            throw secret
                ? new OperationException(
                    FailureKind.InvalidInput,
                    $"{entry.Name} is a secret and not shown; add --show-secrets to 'pulumi config --json'"
                )
                : new InvalidOperationException("no value");
        }

        PropertyValue plain = text;
        return secret ? plain.AsSecret() : plain;
    }
}
