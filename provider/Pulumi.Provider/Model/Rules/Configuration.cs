using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>
    /// The configuration with unset values taken from the environment. An object, or a list of one, is made of what its
    /// members' variables say, where they say all that it needs; one that is set is completed by them.
    /// </summary>
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
            if (property.EnvironmentUnless.Any(other => IsSet(config, other)))
            {
                continue;
            }

            if (!IsSet(config, property.Name))
            {
                if (FromVariables(property, environment) is { } value)
                {
                    config = config.With(property.Name, value);
                }
            }
            else if (
                property.Type is ObjectType { Object: var nested }
                && Native(property, config.Find(property.Name)!) is ObjectValue set
            )
            {
                var whole = ToNative(nested, FromEnvironment(nested, set.Fields, environment, static _ => true));
                config = whole.Count > set.Fields.Count ? config.With(property.Name, new ObjectValue(whole)) : config;
            }
        }

        return config;
    }

    /// <summary>The inputs of a resource, component or function with those that are not set taken from the environment.</summary>
    public static PropertyMap Completed(ObjectModel model, PropertyMap inputs, Func<string, string?> environment)
    {
        foreach (var property in model.Properties)
        {
            if (
                property.Environment.Count > 0
                && Sameness.IsAbsent(inputs.Find(property.Name))
                && Variable(property, environment) is { Value: var text }
            )
            {
                var value = Native(property, new StringValue(text));
                inputs = inputs.With(property.Name, property.Secret ? value.AsSecret() : value);
            }
        }

        return inputs;
    }

    /// <summary>
    /// The environment variable that a value comes from, or null; of an object, those of its members. Told by its content: the
    /// engine hands back at Configure what Check took from the environment, and SDKs read the same variables for providers
    /// that a program makes.
    /// </summary>
    public static string? VariableOf(PropertyModel property, PropertyMap config, Func<string, string?> environment)
    {
        if (config.Find(property.Name) is not { } value)
        {
            return null;
        }

        if (Nested(property.Type) is { } nested)
        {
            var set = Native(property, value);
            var fields = ((set as ListValue)?.Items.FirstOrDefault()?.Unwrapped ?? set) as ObjectValue;
            var names = nested
                .Properties.Select(member => fields is null ? null : VariableOf(member, fields.Fields, environment))
                .OfType<string>()
                .ToList();
            return names.Count > 0 ? string.Join(", ", names) : null;
        }

        return Variable(property, environment) is { } variable && IsSaid(property, variable.Value, value.Unwrapped)
            ? variable.Name
            : null;
    }

    /// <summary>The variables that are there with nothing in them, of those that could give this value.</summary>
    public static IEnumerable<string> BlankVariables(PropertyModel property, Func<string, string?> environment) =>
        property.Variables().Where(name => environment(name) is { } text && string.IsNullOrWhiteSpace(text));

    /// <summary>The variables that can give a value: its own, or those of its members.</summary>
    public static IEnumerable<string> Variables(this PropertyModel property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return Nested(property.Type) is { } nested
            ? nested.Properties.SelectMany(static member => member.Variables())
            : property.Environment;
    }

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

    private static PropertyValue? FromVariables(PropertyModel property, Func<string, string?> environment)
    {
        if (Nested(property.Type) is { } nested)
        {
            var fields = ToNative(nested, FromEnvironment(nested, PropertyMap.Empty, environment, static _ => true));
            return fields.Count == 0
                || nested.Properties.Any(member => member.Required && fields.Find(member.Name) is null)
                    ? null
                : property.Type is ListType ? new ListValue([new ObjectValue(fields)])
                : new ObjectValue(fields);
        }

        return Variable(property, environment) is not { Value: var value } ? null
            : property.Secret ? new StringValue(value).AsSecret()
            : value;
    }

    private static bool IsSaid(PropertyModel property, string variable, PropertyValue value) =>
        value is StringValue text
            ? text.Value.Trim() == variable
            : Native(property, new StringValue(variable)).Equals(value);

    private static ObjectModel? Nested(TypeModel type) =>
        type switch
        {
            ObjectType nested => nested.Object,
            ListType { Item: ObjectType nested } => nested.Object,
            _ => null,
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

    private static PropertyValue Native(PropertyModel property, PropertyValue value) =>
        value.Unwrapped is StringValue text ? Native(property, text) : value.Unwrapped;

    // SDKs send all that is no string in their own language as JSON, members of enumerations too.
    private static PropertyValue Native(PropertyModel property, StringValue text) =>
        (property.Type, text.Value.Trim()) switch
        {
            (_, "") => PropertyValue.Null,
            (PrimitiveType { Name: "string" } or JsonType, var trimmed) => property.Secret ? text : trimmed,
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

    // What is no JSON is left for the check to name.
    private static PropertyValue Parse(StringValue text) => JsonValues.TryParse(text.Value) ?? text;
}
