using System.Text.Json;

namespace Generator.Schema;

/// <summary>Reads a schema.json into the model and says where it is wrong.</summary>
internal sealed class SchemaReader
{
    private readonly TypeReader _types;

    private SchemaReader(TypeReader types) => _types = types;

    /// <summary>Reads the whole text.</summary>
    /// <exception cref="SchemaException">It is no JSON, or no schema that this generator understands.</exception>
    internal static PackageSchema Read(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException error)
        {
            throw new SchemaException("/", $"not valid JSON: {error.Message}");
        }

        using (document)
        {
            return ReadPackage(new SchemaNode("", document.RootElement.Clone()));
        }
    }

    private static PackageSchema ReadPackage(SchemaNode root)
    {
        root.Refuse("moduleFormat", "meta", "parameterization", "extensionParameterization", "dependencies");
        var name = root.RequiredText("name");
        var types = new TypeReader(root.Object("types"));
        var reader = new SchemaReader(types);
        var provider = root.Object("provider") ?? new SchemaNode("/provider", default);
        return new PackageSchema(
            name,
            Facts(root),
            reader.Properties(
                root.Object("config")?.Object("variables"),
                root.Object("config")?.Strings("defaults") ?? []
            ),
            reader.Resource(provider, $"pulumi:providers:{name}"),
            [.. types.Objects().Select(reader.ObjectType)],
            [.. types.Enums()],
            [.. Members(root.Object("resources")).Select(one => reader.Resource(one.Node, one.Name))],
            [.. Members(root.Object("functions")).Select(one => reader.Function(one.Node, one.Name))]
        );
    }

    private static PackageFacts Facts(SchemaNode root) =>
        new(
            root.Text("displayName"),
            root.Text("version"),
            root.Text("description"),
            root.Text("homepage"),
            root.Text("license"),
            root.Text("repository"),
            root.Text("publisher"),
            root.Text("pluginDownloadURL"),
            root.Text("namespace"),
            root.Strings("keywords"),
            root.Language()
        );

    private static IEnumerable<(string Name, SchemaNode Node)> Members(SchemaNode? node) => node?.Members() ?? [];

    private ResourceSchema Resource(SchemaNode node, string token)
    {
        node.Refuse("methods", "isOverlay");
        Tokens.Check(node.Path, token);
        var state = node.Object("stateInputs");
        return new ResourceSchema(
            node.Path,
            token,
            node.Text("description"),
            node.Text("deprecationMessage"),
            Properties(node.Object("inputProperties"), node.Strings("requiredInputs")),
            Properties(node.Object("properties"), node.Strings("required")),
            state is null ? null : Properties(state.Object("properties"), state.Strings("required")),
            [.. node.Items("aliases").Select(static alias => alias.RequiredText("type"))],
            node.Flag("isComponent")
        );
    }

    private FunctionSchema Function(SchemaNode node, string token)
    {
        node.Refuse("multiArgumentInputs", "isOverlay");
        Tokens.Check(node.Path, token);
        var inputs = node.Object("inputs");
        var outputs = node.Object("outputs");
        var isScalar = outputs is not null && outputs.Object("properties") is null;
        return new FunctionSchema(
            node.Path,
            token,
            node.Text("description"),
            node.Text("deprecationMessage"),
            inputs is null ? null : Properties(inputs.Object("properties"), inputs.Strings("required")),
            outputs is null || isScalar ? null : Properties(outputs.Object("properties"), outputs.Strings("required")),
            isScalar ? _types.Type(outputs!) : null
        );
    }

    private ObjectSchema ObjectType((string Token, SchemaNode Node) type) =>
        new(
            type.Node.Path,
            type.Token,
            type.Node.Text("description"),
            Properties(type.Node.Object("properties"), type.Node.Strings("required"))
        );

    private List<PropertySchema> Properties(SchemaNode? node, IReadOnlyList<string> required)
    {
        var properties = Members(node)
            .Select(one => Property(one.Node, one.Name, required.Contains(one.Name)))
            .ToList();
        foreach (var name in required.Where(name => properties.TrueForAll(property => property.Name != name)))
        {
            throw new SchemaException(node?.Path ?? "/", $"'{name}' is required but is no property");
        }

        return properties;
    }

    private PropertySchema Property(SchemaNode node, string name, bool required)
    {
        node.Refuse("const", "plain");
        var type = _types.Type(node);
        return new PropertySchema(
            node.Path,
            name,
            type,
            required,
            node.Text("description"),
            node.Text("deprecationMessage"),
            _types.Default(node, type),
            node.Object("defaultInfo")?.Strings("environment") ?? [],
            node.Flag("secret"),
            node.Flag("replaceOnChanges"),
            node.Flag("willReplaceOnChanges"),
            node.Language()
        );
    }
}
