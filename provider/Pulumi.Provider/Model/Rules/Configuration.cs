using System.Collections.Immutable;
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
    /// <summary>
    /// The configuration with every text turned into the value its type says: flags as true, false, 1, 0, yes or no. What
    /// cannot be stays as it is; set to nothing is not set.
    /// </summary>
    public static PropertyMap ToNative(ObjectModel model, PropertyMap config)
    {
        foreach (var (name, value) in config)
        {
            if (
                model.Find(name) is { Type: not PrimitiveType { Name: "string" } } property
                && value.Unwrapped is StringValue text
            )
            {
                var native = Native(property.Type, text);
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

    /// <summary>
    /// The environment variable that a value comes from, or null. Told by its content: the engine hands back at Configure
    /// what Check took from the environment, and SDKs read the same variables for providers that a program makes.
    /// </summary>
    public static string? VariableOf(PropertyModel property, PropertyMap config, Func<string, string?> environment) =>
        property.Environment.FirstOrDefault(variable => !string.IsNullOrEmpty(environment(variable))) is { } variable
        && config.Find(property.Name)?.Unwrapped is StringValue { Value: var text }
        && text == environment(variable)
            ? variable
            : null;

    /// <summary>The configuration as the provider gets it, with defaults, and all that is wrong with it.</summary>
    public static (PropertyMap Config, ImmutableArray<Problem> Problems) Check(ObjectModel model, PropertyMap config)
    {
        var checker = new InputChecker(Features.All);
        var native = checker.Check(model, ToNative(model, config), PropertyPath.Root);
        return (native, checker.Problems);
    }

    /// <summary>A problem in words that name the key, and the environment variable if the value is from there.</summary>
    public static string Describe(
        string package,
        ObjectModel model,
        Problem problem,
        PropertyMap config,
        Func<string, string?> environment
    )
    {
        var property = problem.Path.Head is { } name ? model.Find(name) : null;
        var source =
            property is not null && VariableOf(property, config, environment) is { } variable
                ? $" (from {variable})"
                : "";
        return $"{package}:{problem.Path}{source}: {problem.Reason}";
    }

    private static bool IsSet(PropertyMap config, string name) =>
        config.Find(name)?.Unwrapped is not (null or NullValue or StringValue { Value: "" });

    // SDKs send all that is no string in their own language as JSON, members of enumerations too.
    private static PropertyValue Native(TypeModel type, StringValue text) =>
        (type, text.Value.Trim()) switch
        {
            (_, "" or "null") => PropertyValue.Null,
            (EnumType, ['"', ..]) => Parse(text),
            (EnumType, _) => text,
            (PrimitiveType { Name: "boolean" }, var flag) => Flag(flag) ?? text,
            (PrimitiveType, var number) => Number(number) ?? text,
            _ => Parse(text),
        };

    private static PropertyValue? Flag(string text) =>
        text.ToUpperInvariant() switch
        {
            "TRUE" or "1" or "YES" => true,
            "FALSE" or "0" or "NO" => false,
            _ => null,
        };

    private static PropertyValue? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number)
            ? number
            : null;

    private static PropertyValue Parse(StringValue text)
    {
        try
        {
            using var document = JsonDocument.Parse(text.Value);
            return FromJson(document.RootElement);
        }
        catch (JsonException)
        {
            return text; // left for the check to name
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
