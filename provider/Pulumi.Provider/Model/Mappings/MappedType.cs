using System.Text.Json;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Mappings;

/// <summary>A type of Terraform, and what it is here.</summary>
/// <param name="Type">The type.</param>
/// <param name="Token">The token of the resource or function; null where there is no counterpart.</param>
/// <param name="Attributes">Its attributes, in order.</param>
public sealed record MappedType(TerraformType Type, string? Token, IReadOnlyList<MappedAttribute> Attributes)
{
    /// <summary>Paths of the attributes that nothing here stands for.</summary>
    public IEnumerable<string> LeftOut => Unmapped(Attributes, "");

    /// <summary>Finds the counterparts by the names that declarations give.</summary>
    public static MappedType Of(ProviderDefinition provider, TerraformType type)
    {
        if (type.IsDataSource)
        {
            var function = provider.Functions.FirstOrDefault(entry => Claims(entry.Value.Args, type));
            return new(
                type,
                function.Key,
                function.Key is null
                    ? []
                    : Map(type.Attributes, [.. function.Value.Args.Properties, .. function.Value.Result.Properties])
            );
        }

        var resource = provider.Resources.FirstOrDefault(entry => Claims(entry.Value.Inputs, type));
        return new(
            type,
            resource.Key,
            resource.Key is null ? [] : Map(type.Attributes, resource.Value.State.Properties)
        );
    }

    private static bool Claims(ObjectModel model, TerraformType type) => model.TerraformNames.Contains(type.Name);

    private static IReadOnlyList<MappedAttribute> Map(
        IEnumerable<TerraformAttribute> attributes,
        IReadOnlyList<PropertyModel> properties
    ) => [.. attributes.Select(attribute => Map(attribute, properties))];

    // A name that is declared goes before one that is only alike.
    private static MappedAttribute Map(TerraformAttribute attribute, IReadOnlyList<PropertyModel> properties)
    {
        var property =
            properties.FirstOrDefault(one => one.TerraformNames.Contains(attribute.Name))
            ?? properties.FirstOrDefault(one =>
                JsonNamingPolicy.SnakeCaseLower.ConvertName(one.Name) == attribute.Name
            );
        return property is not null && Fits(attribute, property.Type)
            ? new(attribute, property, Map(attribute.Block, Elements(property.Type)))
            : new(attribute, null, []);
    }

    // Only names are mapped: a text stays one, and a number may become one.
    private static bool Fits(TerraformAttribute attribute, TypeModel type) =>
        (attribute.Shape, type) switch
        {
            (TerraformShape.String, EnumType) => true,
            (TerraformShape.String, PrimitiveType { Name: var name }) => name == "string",
            (TerraformShape.Int, PrimitiveType { Name: var name }) => name is "integer" or "number" or "string",
            (TerraformShape.Bool, PrimitiveType { Name: var name }) => name == "boolean",
            (TerraformShape.Map, MapType) => true,
            (TerraformShape.List or TerraformShape.Set, ListType { Item: var item }) => item is ObjectType
                == attribute.Block is not [],
            _ => false,
        };

    private static IReadOnlyList<PropertyModel> Elements(TypeModel type) =>
        type is ListType { Item: ObjectType { Object: var element } } ? element.Properties : [];

    private static IEnumerable<string> Unmapped(IEnumerable<MappedAttribute> attributes, string parent) =>
        attributes.SelectMany(attribute =>
            attribute.Property is null
                ? [parent + attribute.Attribute.Name]
                : Unmapped(attribute.Block, $"{parent}{attribute.Attribute.Name}.")
        );
}

/// <summary>An attribute, and what it is here.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="Property">The property; null where nothing stands for it.</param>
/// <param name="Block">What the elements of a list have.</param>
public sealed record MappedAttribute(
    TerraformAttribute Attribute,
    PropertyModel? Property,
    IReadOnlyList<MappedAttribute> Block
);
