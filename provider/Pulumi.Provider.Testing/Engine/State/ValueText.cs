using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>Property values as short text.</summary>
internal static class ValueText
{
    /// <summary>A value on one line: strings bare, secrets hidden, the rest as JSON.</summary>
    public static string Short(PropertyValue value) =>
        value switch
        {
            SecretValue => "[secret]",
            UnknownValue => "[unknown]",
            StringValue text => text.Value,
            { ContainsSecrets: true } => "[secret]",
            _ => ValueJson.Reveal(value),
        };
}
