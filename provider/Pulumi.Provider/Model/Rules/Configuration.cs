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
    /// The key, unseen like all that begin so, by which CheckConfig marks what it has completed. `pulumi import` stores what
    /// CheckConfig was given instead, and then a key that is missing may have been in the environment.
    /// </summary>
    internal const string Checked = "__checked";

    /// <summary>True when CheckConfig has completed the configuration.</summary>
    public static bool IsChecked(PropertyMap config)
    {
        ArgumentNullException.ThrowIfNull(config);
        return config.ContainsKey(Checked);
    }

    /// <summary>
    /// The configuration with every text turned into the value its type says: flags as true, false, 1, 0, yes or no. What
    /// cannot be stays as it is; blank is not set. Blanks around a text go, but for secrets: those are taken as they are.
    /// </summary>
    public static PropertyMap ToNative(ObjectModel model, PropertyMap config)
    {
        foreach (var (name, value) in config)
        {
            if (model.Find(name) is { } property && value.Unwrapped is StringValue text)
            {
                var native = Native(property, text);
                config = config.With(name, value is SecretValue ? native.AsSecret() : native);
            }
        }

        return config;
    }

    /// <summary>The keys that are declared: states keep others, of the engine's and of other versions of the provider.</summary>
    public static PropertyMap Declared(ObjectModel model, PropertyMap config) =>
        new(config.Where(entry => model.Find(entry.Key) is not null));

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
                && Variable(property, environment) is { Value: var value }
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
        Variable(property, environment) is { } variable
        && config.Find(property.Name)?.Unwrapped is StringValue { Value: var text }
        && text.Trim() == variable.Value
            ? variable.Name
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
        config.Find(name)?.Unwrapped switch
        {
            null or NullValue => false,
            StringValue text => !string.IsNullOrWhiteSpace(text.Value),
            _ => true,
        };

    // Variables that are read from files end in line breaks; a blank one is none.
    private static (string Name, string Value)? Variable(PropertyModel property, Func<string, string?> environment)
    {
        foreach (var name in property.Environment.Append(property.SharedVariable).OfType<string>())
        {
            if (
                environment(name)?.Trim() is { Length: > 0 } value
                && (
                    name != property.SharedVariable
                    || property.SharedValues.Contains(value, StringComparer.OrdinalIgnoreCase)
                )
            )
            {
                return (name, value);
            }
        }

        return null;
    }

    // SDKs send all that is no string in their own language as JSON, members of enumerations too.
    private static PropertyValue Native(PropertyModel property, StringValue text) =>
        (property.Type, text.Value.Trim()) switch
        {
            (_, "") => PropertyValue.Null,
            (PrimitiveType { Name: "string" }, var trimmed) => property.Secret ? text : trimmed,
            (_, "null") => PropertyValue.Null,
            (EnumType, ['"', ..]) => Parse(text),
            (EnumType, var member) => member,
            (PrimitiveType { Name: "boolean" }, var flag) => Flag(flag) ?? text,
            (PrimitiveType, var number) => Number(number) ?? text,
            _ => AsTexts(property.Type, Parse(text)),
        };

    // `pulumi config set --path` makes numbers and flags of what looks like one, also where texts are wanted.
    private static PropertyValue AsTexts(TypeModel type, PropertyValue value) =>
        (type, value) switch
        {
            (PrimitiveType { Name: "string" }, BoolValue flag) => flag.Value ? "true" : "false",
            (PrimitiveType { Name: "string" }, NumberValue { Value: > -1e15 and < 1e15 } number) =>
                number.Value.ToString(CultureInfo.InvariantCulture),
            (ListType list, ListValue items) => new ListValue([
                .. items.Items.Select(item => AsTexts(list.Item, item)),
            ]),
            (MapType map, ObjectValue entries) => new ObjectValue(
                new PropertyMap(
                    entries.Fields.Select(entry => KeyValuePair.Create(entry.Key, AsTexts(map.Item, entry.Value)))
                )
            ),
            (ObjectType nested, ObjectValue fields) => new ObjectValue(
                new PropertyMap(
                    fields.Fields.Select(field =>
                        KeyValuePair.Create(
                            field.Key,
                            nested.Object.Find(field.Key) is { } member
                                ? AsTexts(member.Type, field.Value)
                                : field.Value
                        )
                    )
                )
            ),
            _ => value,
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
            return JsonValues.Parse(text.Value);
        }
        catch (JsonException)
        {
            return text; // left for the check to name
        }
    }
}
