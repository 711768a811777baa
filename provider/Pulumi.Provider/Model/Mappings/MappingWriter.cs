using System.Globalization;
using System.Text;
using System.Text.Json;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Mappings;

/// <summary>
/// Writes the mapping from a Terraform provider as <c>pulumi convert</c> and <c>pulumi import --from terraform</c> read it: the
/// tokens of types, the names of attributes, and what Terraform's attributes hold. Types and attributes that nothing stands
/// for have neither token nor name.
/// </summary>
public static class MappingWriter
{
    /// <summary>The mapping, a JSON object that ends in a newline.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="terraformProvider">Terraform's provider, by its name there.</param>
    /// <param name="types">Types of Terraform providers; those of others are left out.</param>
    public static string Write(ProviderDefinition provider, string terraformProvider, IEnumerable<TerraformType> types)
    {
        var mapped = types
            .Where(type => type.Provider == terraformProvider)
            .Select(type => MappedType.Of(provider, type))
            .Where(static type => type.Token is not null)
            .ToLookup(static type => type.Type.IsDataSource);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("name", terraformProvider);
            json.WriteString("version", provider.Version);
            json.WriteStartObject("provider");
            Section(json, "resources", mapped[false], Shapes);
            Section(json, "dataSources", mapped[true], Shapes);
            json.WriteEndObject();
            Section(json, "resources", mapped[false], Names);
            Section(json, "dataSources", mapped[true], Names);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Section(
        Utf8JsonWriter json,
        string name,
        IEnumerable<MappedType> types,
        Action<Utf8JsonWriter, MappedType> write
    )
    {
        json.WriteStartObject(name);
        foreach (var type in types)
        {
            json.WriteStartObject(type.Type.FullName);
            write(json, type);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Shapes(Utf8JsonWriter json, MappedType type)
    {
        foreach (var attribute in type.Type.Attributes)
        {
            json.WritePropertyName(attribute.Name);
            json.WriteRawValue(Shape(attribute));
        }
    }

    private static void Names(Utf8JsonWriter json, MappedType type)
    {
        json.WriteString("tok", type.Token);
        json.WriteStartObject("fields");
        foreach (var attribute in type.Attributes.Where(static attribute => attribute.Property is not null))
        {
            json.WritePropertyName(attribute.Attribute.Name);
            json.WriteRawValue(Info(attribute));
        }

        json.WriteEndObject();
    }

    // A line for each attribute: these are read by people who wonder what becomes of one.
    private static string Shape(TerraformAttribute attribute)
    {
        var type = ("type", ((int)attribute.Shape).ToString(CultureInfo.InvariantCulture));
        return attribute switch
        {
            { Block: not [] } => Object(type, ("element", Object(("resource", Block(attribute.Block))))),
            { Shape: TerraformShape.List or TerraformShape.Set or TerraformShape.Map } => Object(
                type,
                ("element", Object(("schema", "{\"type\": 4}")))
            ),
            _ => Object(type),
        };

        static string Block(IEnumerable<TerraformAttribute> block) =>
            Object([.. block.Select(static one => (one.Name, Shape(one)))]);
    }

    private static string Info(MappedAttribute attribute)
    {
        var name = ("name", $"\"{attribute.Property!.Name}\"");
        (string, string)[] block =
        [
            .. attribute
                .Block.Where(static one => one.Property is not null)
                .Select(static one => (one.Attribute.Name, Info(one))),
        ];
        return block is [] ? Object(name) : Object(name, ("element", Object(("fields", Object(block)))));
    }

    private static string Object(params (string Name, string Value)[] members) =>
        "{" + string.Join(", ", members.Select(static member => $"\"{member.Name}\": {member.Value}")) + "}";
}
