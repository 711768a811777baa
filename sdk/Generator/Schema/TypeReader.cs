using System.Text.Json;
using System.Text.RegularExpressions;

namespace Generator.Schema;

/// <summary>Reads types and resolves references to them.</summary>
internal sealed partial class TypeReader(SchemaNode? types, SchemaNode? resources)
{
    private const string LocalPrefix = "#/types/";
    private const string ResourcePrefix = "#/resources/";
    private const string BuiltInPrefix = "pulumi.json#/";

    private readonly Dictionary<string, SchemaNode> _nodes = (types?.Members() ?? []).ToDictionary(
        static one => one.Name,
        static one => one.Node,
        StringComparer.Ordinal
    );

    internal IEnumerable<(string Token, SchemaNode Node)> Objects() =>
        Sorted().Where(static one => one.Node.Find("enum") is null);

    internal IEnumerable<EnumSchema> Enums() =>
        Sorted().Where(static one => one.Node.Find("enum") is not null).Select(static one => Enum(one.Token, one.Node));

    /// <summary>The type that a property, item or output node gives.</summary>
    internal SchemaType Type(SchemaNode node)
    {
        if (node.Text("$ref") is { } reference)
        {
            return Reference(node.Path, reference);
        }

        var cases = node.Items("oneOf").Select(Type).ToList();
        if (cases.Count > 0)
        {
            return cases.Count > 1 ? new UnionType(cases) : throw new SchemaException(node.Path, "a union of one type");
        }

        return node.RequiredText("type") switch
        {
            "array" => new ArrayType(
                Type(node.Object("items") ?? throw new SchemaException(node.Path, "an array has no 'items'"))
            ),
            "object" => new MapType(
                node.Object("additionalProperties") is { } values
                    ? Type(values)
                    : new PrimitiveType(PrimitiveKind.String)
            ),
            var other => new PrimitiveType(Primitive(node.Path, other)),
        };
    }

    /// <summary>The default of a property as bool, int, double or string; null when it has none.</summary>
    internal object? Default(SchemaNode node, SchemaType type) => Value(node, "default", type);

    /// <summary>The only value of a property, in the same kinds; null when it varies.</summary>
    internal object? Constant(SchemaNode node, SchemaType type) => Value(node, "const", type);

    private object? Value(SchemaNode node, string field, SchemaType type)
    {
        if (node.Find(field) is not { } value)
        {
            return null;
        }

        var kind = type switch
        {
            PrimitiveType primitive => primitive.Kind,
            EnumReference reference => reference.Kind,
            _ => throw new SchemaException(node.Path, $"only primitives and enums can have a '{field}'"),
        };
        var result = Literal(node.Path, value, kind);
        if (
            type is EnumReference { Token: var token }
            && !Enum(token, _nodes[token]).Values.Any(one => one.Value.Equals(result))
        )
        {
            throw new SchemaException(node.Path, $"the {field} {value.GetRawText()} is no value of {token}");
        }

        return result;
    }

    private IEnumerable<(string Token, SchemaNode Node)> Sorted()
    {
        foreach (var (token, node) in _nodes.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            Tokens.Check(node.Path, token);
            yield return (token, node);
        }
    }

    private SchemaType Reference(string path, string reference)
    {
        if (reference.StartsWith(LocalPrefix, StringComparison.Ordinal))
        {
            var token = Uri.UnescapeDataString(reference[LocalPrefix.Length..]);
            return !_nodes.TryGetValue(token, out var node)
                    ? throw new SchemaException(path, $"'{reference}' refers to a type that the schema does not have")
                : node.Find("enum") is null ? new ObjectReference(token)
                : new EnumReference(token, Primitive(node.Path, node.RequiredText("type")));
        }

        if (reference.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        {
            var token = Uri.UnescapeDataString(reference[ResourcePrefix.Length..]);
            return resources?.Find(token) is null
                ? throw new SchemaException(path, $"'{reference}' refers to a resource that the schema does not have")
                : new ResourceReference(token, null);
        }

        if (External().Match(reference) is { Success: true } external)
        {
            var token = Uri.UnescapeDataString(external.Groups["token"].Value);
            Tokens.Check(path, token);
            return new ResourceReference(
                token,
                new ExternalPackage(external.Groups["package"].Value, external.Groups["version"].Value)
            );
        }

        return
            reference.StartsWith(BuiltInPrefix, StringComparison.Ordinal)
            && System.Enum.TryParse<BuiltIn>(reference[BuiltInPrefix.Length..], out var kind)
            ? new BuiltInType(kind)
            : throw new SchemaException(
                path,
                $"references of the form '{reference}' are not supported by this generator"
            );
    }

    private static EnumSchema Enum(string token, SchemaNode node)
    {
        var kind = Primitive(node.Path, node.RequiredText("type"));
        if (kind == PrimitiveKind.Boolean)
        {
            throw new SchemaException(node.Path, "an enum of booleans is not supported by this generator");
        }

        return new EnumSchema(
            node.Path,
            token,
            node.Text("description"),
            kind,
            [
                .. node.Items("enum")
                    .Select(value => new EnumValueSchema(
                        value.Text("name"),
                        Literal(
                            value.Path,
                            value.Find("value") ?? throw new SchemaException(value.Path, "has no 'value'"),
                            kind
                        ),
                        value.Text("description"),
                        value.Text("deprecationMessage")
                    )),
            ]
        );
    }

    private static object Literal(string path, JsonElement value, PrimitiveKind kind) =>
        (kind, value.ValueKind) switch
        {
            (PrimitiveKind.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
            (PrimitiveKind.String, JsonValueKind.String) => value.GetString()!,
            (PrimitiveKind.Number, JsonValueKind.Number) => value.GetDouble(),
            (PrimitiveKind.Integer, JsonValueKind.Number) when value.TryGetInt32(out var number) => number,
            _ => throw new SchemaException(path, $"{value.GetRawText()} is no {kind.ToString().ToLowerInvariant()}"),
        };

    [GeneratedRegex("^/(?<package>[^/]+)/v(?<version>[^/]+)/schema.json#/resources/(?<token>.+)$")]
    private static partial Regex External();

    private static PrimitiveKind Primitive(string path, string name) =>
        name switch
        {
            "boolean" => PrimitiveKind.Boolean,
            "integer" => PrimitiveKind.Integer,
            "number" => PrimitiveKind.Number,
            "string" => PrimitiveKind.String,
            _ => throw new SchemaException(path, $"'{name}' is no type"),
        };
}
