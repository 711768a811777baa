using System.Globalization;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Descriptions, with sentences for what the declaration says elsewhere: rules, places, names.</summary>
/// <param name="places">Where each feature exists, in words.</param>
internal sealed class SchemaTexts(IReadOnlyDictionary<string, string> places)
{
    /// <summary>The description of a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="asInput">False where it is an output only, for which rules say nothing.</param>
    /// <param name="isNested">True where it is a member of another's value.</param>
    public string Of(PropertyModel property, bool asInput, bool isNested = false)
    {
        var only = OnlyOn(property.RequiresFeature, property.Default);
        return asInput
            ? Sentences(
                property.Description,
                [
                    .. property.Constraints.Select(constraint => Rule(property.Type, constraint)),
                    only,
                    InPlaceOn(property),
                    NamedBy(property),
                    FromEnvironment(property, isNested),
                ]
            )
            : Sentences(property.Description, only);
    }

    /// <summary>How long a resource's operations may take, as a section of its description.</summary>
    public static string Timeouts(ResourceDefinition resource) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"## Timeouts\n\nAn operation that takes longer than {resource.DefaultTimeout.TotalMinutes:0.#} minutes fails, unless the resource option `customTimeouts` gives it more (or less). What was made by then is kept, and the next `pulumi up` goes on with it."
        );

    /// <summary>The description of a member of an enumeration.</summary>
    public string Of(EnumMember member) =>
        Sentences(member.Description, OnlyOn(member.RequiresFeature, fallback: null));

    /// <summary>A description with the values of an enumeration, where its type does not say them.</summary>
    public static string WithValues(string description, EnumModel choices) =>
        Sentences(description, $"One of {string.Join(", ", choices.Members.Select(static one => $"`{one.Value}`"))}.");

    private static string? Rule(TypeModel type, Constraint constraint) =>
        constraint.Words is not { } words ? null
        : type is ListType or MapType && !constraint.IsOfCount ? $"Each: {words}."
        : $"{char.ToUpperInvariant(words[0])}{words[1..]}.";

    private string? OnlyOn(string? feature, PropertyValue? fallback) =>
        feature is null ? null
        : fallback is null ? $"Only on {places[feature]}."
        : $"Only on {places[feature]}, where it is {Words(fallback)} unless set.";

    private string? InPlaceOn(PropertyModel property) =>
        property.ReplaceOnChangeUnless is { } feature
            ? $"Changes in place on {places[feature]}; elsewhere a change replaces the resource."
            : null;

    private static string? NamedBy(PropertyModel property) =>
        property.AutoNameMaximum is null
            ? null
            : "Left out, the stack's `pulumi:autonaming` names it where that is configured.";

    // Where SDKs read the variables, they say so themselves.
    private static string? FromEnvironment(PropertyModel property, bool isNested) =>
        property switch
        {
            { EnvironmentUnless.Count: 0 } when !isNested => null,
            { Environment.Count: 0 } => null,
            { EnvironmentUnless.Count: 0 } => $"Left out, the plugin takes it from {Quoted(property.Environment)}.",
            _ =>
                $"Left out, the plugin takes it from {Quoted(property.Environment)}, unless {Quoted(property.EnvironmentUnless)} is set.",
        };

    private static string Quoted(IEnumerable<string> names) =>
        string.Join(" or ", names.Select(static name => $"`{name}`"));

    private static string Words(PropertyValue value) =>
        value switch
        {
            BoolValue flag => flag.Value ? "true" : "false",
            NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
            StringValue text => $"`{text.Value}`",
            _ => "empty",
        };

    private static string Sentences(string description, params IEnumerable<string?> more) =>
        string.Join(" ", more.OfType<string>().Prepend(description));
}
