using System.Globalization;
using Generator.Schema;
using YamlDotNet.RepresentationModel;

namespace Generator.Examples;

/// <summary>Binds values to types.</summary>
/// <param name="package">The schema.</param>
/// <param name="step">Finds the step of a name, for the place that refers to it.</param>
internal sealed class ValueBinder(PackageSchema package, Func<YamlPlace, string, ExampleStep> step)
{
    private static readonly PrimitiveType String = new(PrimitiveKind.String);

    private readonly Expressions _expressions = new(package, step);

    /// <summary>The properties of a mapping, in its order.</summary>
    /// <param name="mapping">The mapping, or null where there is none.</param>
    /// <param name="owner">Whose properties they are, for errors.</param>
    /// <param name="schema">The properties that there are.</param>
    /// <exception cref="SchemaException">One is unknown, wrong or missing.</exception>
    internal IReadOnlyList<ExampleInput> Inputs(
        YamlPlace? mapping,
        YamlPlace owner,
        IReadOnlyList<PropertySchema> schema
    )
    {
        var inputs = (mapping?.Entries() ?? [])
            .Select(entry =>
                schema.FirstOrDefault(property => property.Name == entry.Key) is { } found
                    ? new ExampleInput(found, Value(entry.Value, found.Type))
                    : throw entry.Value.Error(
                        $"is no property of it; there are: {string.Join(", ", schema.Select(static one => one.Name))}"
                    )
            )
            .ToList();
        var missing = schema.FirstOrDefault(property =>
            property.IsRequired && inputs.TrueForAll(input => input.Property != property)
        );
        return missing is null ? inputs : throw (mapping ?? owner).Error($"has no '{missing.Name}', which is required");
    }

    /// <summary>The step that <c>${name}</c> is as a whole.</summary>
    internal ExampleStep Whole(YamlPlace place) => _expressions.Whole(place);

    /// <summary>A value of any type: a text, or a reference.</summary>
    internal ExampleValue Free(YamlPlace place) => _expressions.Read(place) ?? new LiteralValue(place.Text());

    private ExampleValue Value(YamlPlace place, SchemaType type)
    {
        if (place.IsText && _expressions.Read(place) is { } expression)
        {
            var given = expression is ReferenceValue { Type: var actual } ? actual : String;
            if (expression is ReferenceValue { IsOptional: true })
            {
                throw place.Error("may be absent, which no input may");
            }

            return Fits(given, type)
                ? expression
                : throw place.Error($"is {TypeWords.Of(given)}, not {TypeWords.Of(type)}");
        }

        return type switch
        {
            ArrayType array => new ListValue([.. place.Items().Select(item => Value(item, array.Items))]),
            MapType map => new MapValue([
                .. place.Entries().Select(entry => (entry.Key, Value(entry.Value, map.Values))),
            ]),
            ObjectReference reference => Object(place, package.Objects.Single(one => one.Token == reference.Token)),
            EnumReference reference => Choice(place, package.Enums.Single(one => one.Token == reference.Token)),
            PrimitiveType primitive => Literal(place, primitive.Kind),
            BuiltInType { Kind: BuiltIn.Any } => Any(place, type),
            _ => throw place.Error($"is {TypeWords.Of(type)}, which examples cannot show"),
        };
    }

    private ExampleValue Any(YamlPlace place, SchemaType any) =>
        place.Node switch
        {
            YamlSequenceNode => new AnyValue(new ListValue([.. place.Items().Select(item => Value(item, any))])),
            YamlMappingNode => new AnyValue(
                new MapValue([.. place.Entries().Select(entry => (entry.Key, Value(entry.Value, any)))])
            ),
            _ when place.IsText => Literal(place, PrimitiveKind.String),
            _ => Literal(place, place.Text() is "true" or "false" ? PrimitiveKind.Boolean : PrimitiveKind.Number),
        };

    private ObjectValue Object(YamlPlace place, ObjectSchema type) => new(type, Inputs(place, place, type.Properties));

    private static ChoiceValue Choice(YamlPlace place, EnumSchema type) =>
        type.Values.FirstOrDefault(one => one.Value.Equals(place.Text())) is { } choice
            ? new ChoiceValue(type, choice)
            : throw place.Error($"is none of {string.Join(", ", type.Values.Select(static one => one.Value))}");

    private static LiteralValue Literal(YamlPlace place, PrimitiveKind kind)
    {
        var text = place.Text();
        return (kind, text) switch
        {
            (PrimitiveKind.String, _) when place.IsText => new LiteralValue(text),
            (PrimitiveKind.Boolean, "true" or "false") when !place.IsText => new LiteralValue(text == "true"),
            (PrimitiveKind.Integer, _)
                when !place.IsText && int.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
                new LiteralValue(number),
            (PrimitiveKind.Number, _)
                when !place.IsText && double.TryParse(text, CultureInfo.InvariantCulture, out var number) =>
                new LiteralValue(number),
            _ => throw place.Error($"is no {kind.ToString().ToLowerInvariant()}"),
        };
    }

    // A value of an enumeration is a text; everything else fits only what it is.
    private static bool Fits(SchemaType given, SchemaType wanted) =>
        given == wanted
        || wanted is BuiltInType { Kind: BuiltIn.Any }
        || (given is EnumReference { Kind: var kind } && wanted == new PrimitiveType(kind));
}
