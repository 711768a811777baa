using System.Globalization;
using System.Text.Json;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Rules;

/// <summary>
/// Provider configuration as it arrives: values of a stack's configuration are always texts, those of explicit providers
/// texts or native values, depending on the language.
/// </summary>
public static class Configuration
{
    /// <summary>The configuration with every text turned into the value its type says; what cannot be stays as it is.</summary>
    public static PropertyMap ToNative(ObjectModel model, PropertyMap config)
    {
        foreach (var (name, value) in config)
        {
            if (
                model.Find(name) is { Type: not PrimitiveType { Name: "string" } } property
                && value.Unwrapped is StringValue text
            )
            {
                PropertyValue native = property.Type is EnumType ? Unquote(text) : Parse(text);
                config = config.With(name, value is SecretValue ? native.AsSecret() : native);
            }
        }

        return config;
    }

    /// <summary>The configuration with unset values taken from the environment.</summary>
    /// <param name="model">The configuration's model.</param>
    /// <param name="config">What is set.</param>
    /// <param name="environment">Reads an environment variable.</param>
    /// <param name="which">Which properties to complete.</param>
    public static PropertyMap FromEnvironment(
        ObjectModel model,
        PropertyMap config,
        Func<string, string?> environment,
        Func<PropertyModel, bool> which
    )
    {
        foreach (var property in model.Properties.Where(which))
        {
            if (
                !IsSet(config, property.Name)
                && !property.EnvironmentUnless.Any(other => IsSet(config, other))
                && property.Environment.Select(environment).FirstOrDefault(static found => !string.IsNullOrEmpty(found))
                    is { } value
            )
            {
                config = config.With(property.Name, property.Secret ? new StringValue(value).AsSecret() : value);
            }
        }

        return config;
    }

    private static bool IsSet(PropertyMap config, string name) =>
        config.Find(name)?.Unwrapped is not (null or NullValue or StringValue { Value: "" });

    // SDKs send all that is no string in their own language as JSON, members of enumerations too.
    private static StringValue Unquote(StringValue text) =>
        text.Value.StartsWith('"') && Parse(text) is StringValue inner ? inner : text;

    private static PropertyValue Parse(StringValue text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Value);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            // Go and .NET write True and False, too; anything else is left for the check to name.
            return bool.TryParse(text.Value, out var flag) ? flag
                : double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
                : text;
        }
    }

    private static PropertyValue FromJson(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => element.GetDouble(),
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.Array => new ListValue(element.EnumerateArray().Select(FromJson)),
            JsonValueKind.Object => new ObjectValue(
                new PropertyMap(
                    element
                        .EnumerateObject()
                        .Select(static entry => KeyValuePair.Create(entry.Name, FromJson(entry.Value)))
                )
            ),
            _ => PropertyValue.Null,
        };
}
