using System.Text.Json;

namespace Generator.Schema;

/// <summary>Reads a schema.json into the model and says where it is wrong.</summary>
internal sealed class SchemaReader
{
    private const string Self = "__self__";

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
        root.Refuse("moduleFormat", "meta", "extensionParameterization", "dependencies");
        var name = root.RequiredText("name");
        var types = new TypeReader(root.Object("types"), root.Object("resources"));
        var reader = new SchemaReader(types);
        var provider = root.Object("provider") ?? new SchemaNode("/provider", default);
        var functions = Members(root.Object("functions")).ToDictionary(static one => one.Name, static one => one.Node);
        var resources = Members(root.Object("resources"))
            .Select(one => reader.Resource(one.Node, one.Name, functions))
            .ToList();
        var methods = resources
            .SelectMany(static one => one.Methods)
            .Select(static one => one.Function.Token)
            .ToHashSet(StringComparer.Ordinal);
        return new PackageSchema(
            name,
            Facts(root),
            reader.Properties(
                root.Object("config")?.Object("variables"),
                root.Object("config")?.Strings("defaults") ?? []
            ),
            reader.Resource(provider, $"pulumi:providers:{name}", functions),
            [.. types.Objects().Select(reader.ObjectType)],
            [.. types.Enums()],
            resources,
            [.. functions.Where(one => !methods.Contains(one.Key)).Select(one => reader.Function(one.Value, one.Key))]
        )
        {
            Parameterization = root.Object("parameterization") is { } made ? Parameterization(root, made) : null,
        };
    }

    // SDKs say the version of the package to the engine, so there has to be one.
    private static ParameterizationSchema Parameterization(SchemaNode root, SchemaNode made)
    {
        root.RequiredText("version");
        var provider = made.Object("baseProvider") ?? throw new SchemaException(made.Path, "has no 'baseProvider'");
        var value = made.Text("parameter") ?? "";
        return Convert.TryFromBase64String(value, new byte[value.Length], out _)
            ? new ParameterizationSchema(provider.RequiredText("name"), provider.RequiredText("version"), value)
            : throw new SchemaException($"{made.Path}/parameter", "is not base64");
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

    private ResourceSchema Resource(SchemaNode node, string token, IReadOnlyDictionary<string, SchemaNode> functions)
    {
        node.Refuse("isOverlay");
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
        )
        {
            Methods = [.. Methods(node, token, functions)],
        };
    }

    private IEnumerable<MethodSchema> Methods(
        SchemaNode node,
        string token,
        IReadOnlyDictionary<string, SchemaNode> functions
    )
    {
        foreach (var name in node.Object("methods")?.Names() ?? [])
        {
            var called = node.Object("methods")!.RequiredText(name);
            var path = $"{node.Path}/methods/{name}";
            if (called != $"{token}/{name}" || !functions.TryGetValue(called, out var function))
            {
                throw new SchemaException(path, $"must be the function '{token}/{name}'");
            }

            var method = Function(function, called);
            yield return method.Inputs?.FirstOrDefault(static input => input.Name == Self)
                is { IsRequired: true, Type: ResourceReference { Package: null, Token: var self } }
            && self == token
                ? new MethodSchema(
                    name,
                    method with
                    {
                        Inputs = [.. method.Inputs.Where(static one => one.Name != Self)],
                    }
                )
                : throw new SchemaException(function.Path, $"a method needs the input '{Self}', the resource itself");
        }
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
        node.Refuse("plain");
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
        )
        {
            Constant = _types.Constant(node, type),
        };
    }
}
