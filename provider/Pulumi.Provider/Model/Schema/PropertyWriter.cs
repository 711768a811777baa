using System.Text.Json;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Writes properties: their types, and what SDKs and documentation say of them.</summary>
internal sealed class PropertyWriter(Utf8JsonWriter json, SchemaTexts texts)
{
    /// <summary>Writes them as an object of that name.</summary>
    /// <param name="section">The name.</param>
    /// <param name="model">The properties.</param>
    /// <param name="asInput">True where they are given, false where they are answered.</param>
    /// <param name="inputs">The inputs of the resource whose outputs they are: what is said of those holds for them too.</param>
    /// <param name="enumsAsText">True where an enumeration is written as a string whose description lists the values.</param>
    /// <param name="isNested">True where they are members of another's value, which SDKs fill in from no environment.</param>
    public void Write(
        string section,
        ObjectModel model,
        bool asInput,
        ObjectModel? inputs = null,
        bool enumsAsText = false,
        bool isNested = false
    )
    {
        json.WriteStartObject(section);
        foreach (var property in model.Properties.OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject(property.Name);
            var description = texts.Of(property, asInput || inputs?.Find(property.Name) is not null, isNested);
            if (enumsAsText && property.Type is EnumType { Enum: var choices })
            {
                json.WriteString("type", "string");
                description = SchemaTexts.WithValues(description, choices);
            }
            else
            {
                Reference(property.Type);
            }

            json.WriteString("description", description);
            // SDKs fill such a default in, wherever the program runs.
            if (asInput && property is { Default: { } fallback, RequiresFeature: null, Type: not AnyType })
            {
                Primitive("default", fallback);
            }

            if (property.Constant is { } constant)
            {
                Primitive("const", constant);
            }

            // Of alternatives, which one the environment may fill in depends on the others: SDKs know nothing of that, and
            // would fill in all of them. The provider reads these variables itself.
            if (asInput && !isNested && property is { Environment.Count: > 0, EnvironmentUnless.Count: 0 })
            {
                json.WriteStartObject("defaultInfo");
                json.WriteStartArray("environment"); // in their order: the first that is set counts
                foreach (var variable in property.Environment)
                {
                    json.WriteStringValue(variable);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteDeprecation(property.Deprecation);
            FormerNames(property.FormerNames);
            if (property.Secret)
            {
                json.WriteBoolean("secret", true);
            }

            if (property.ReplaceOnChange && (asInput || inputs?.Find(property.Name) is not null))
            {
                json.WriteBoolean("willReplaceOnChanges", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // Pulumi's schemas have no word for them; in here they have a place, and say what is no break of compatibility.
    private void FormerNames(IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            json.WriteStartObject("language");
            json.WriteStartObject("provider");
            json.WriteStartArray("formerNames");
            foreach (var name in names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private void Reference(TypeModel type)
    {
        switch (type)
        {
            case PrimitiveType primitive:
                json.WriteString("type", primitive.Name);
                break;
            case ListType list:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                Reference(list.Item);
                json.WriteEndObject();
                break;
            case MapType map:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                Reference(map.Item);
                json.WriteEndObject();
                break;
            case UnionType union:
                Union(union);
                break;
            case ReferenceType reference:
                json.WriteString("$ref", TypeReferences.To(reference));
                break;
            case AssetType:
                json.WriteString("$ref", TypeReferences.Asset);
                break;
            case ArchiveType:
                json.WriteString("$ref", "pulumi.json#/Archive");
                break;
            case JsonType:
                json.WriteString("$ref", "pulumi.json#/Json");
                break;
            case AnyType:
                json.WriteString("$ref", "pulumi.json#/Any");
                break;
            case EnumType choices:
                json.WriteString("$ref", TypeReferences.To(choices.Enum.Token));
                break;
            case ObjectType nested:
                json.WriteString("$ref", TypeReferences.To(nested));
                break;
        }
    }

    private void Union(UnionType union)
    {
        // What SDKs call an asset may be an archive.
        if (union.Flat.All(static one => one is AssetType or ArchiveType))
        {
            json.WriteString("$ref", TypeReferences.Asset);
            return;
        }

        json.WriteStartArray("oneOf");
        foreach (var one in union.Flat)
        {
            json.WriteStartObject();
            Reference(one);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (union.Discriminator is not { } name)
        {
            return;
        }

        json.WriteStartObject("discriminator");
        json.WriteString("propertyName", name);
        json.WriteStartObject("mapping");
        foreach (var one in union.Flat.Cast<ObjectType>())
        {
            json.WriteString(TypeReferences.Text(UnionType.Constant(one, name)!), TypeReferences.To(one));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Primitive(string name, PropertyValue value)
    {
        switch (value)
        {
            case BoolValue flag:
                json.WriteBoolean(name, flag.Value);
                break;
            case NumberValue number:
                json.WriteNumber(name, number.Value);
                break;
            case StringValue text:
                json.WriteString(name, text.Value);
                break;
        }
    }
}
