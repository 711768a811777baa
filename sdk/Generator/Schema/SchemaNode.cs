using System.Text.Json;

namespace Generator.Schema;

/// <summary>A JSON object of the schema that knows where it is.</summary>
internal sealed class SchemaNode
{
    private readonly JsonElement _json;

    internal SchemaNode(string path, JsonElement json)
    {
        Path = path.Length == 0 ? "/" : path;
        _json = json;
        if (json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            throw new SchemaException(Path, $"expected an object, found {Describe(json)}");
        }
    }

    /// <summary>A JSON pointer without escapes.</summary>
    internal string Path { get; }

    /// <summary>The fields that are objects, in ordinal order of their names.</summary>
    internal IEnumerable<(string Name, SchemaNode Node)> Members() =>
        _json.ValueKind == JsonValueKind.Undefined
            ? []
            : _json
                .EnumerateObject()
                .OrderBy(static field => field.Name, StringComparer.Ordinal)
                .Select(field => (field.Name, new SchemaNode(Below(field.Name), field.Value)));

    /// <summary>The names of the fields, in ordinal order.</summary>
    internal IEnumerable<string> Names() =>
        _json.EnumerateObject().Select(static field => field.Name).Order(StringComparer.Ordinal);

    /// <summary>A field that is an object, or null.</summary>
    internal SchemaNode? Object(string field) => Find(field) is { } json ? new SchemaNode(Below(field), json) : null;

    /// <summary>A field that is a list of objects; empty when absent.</summary>
    internal IEnumerable<SchemaNode> Items(string field) =>
        List(field).Select((item, i) => new SchemaNode($"{Below(field)}/{i}", item));

    /// <summary>A field that is a list of strings; empty when absent.</summary>
    internal IReadOnlyList<string> Strings(string field) =>
        [
            .. List(field)
                .Select(item =>
                    item.ValueKind == JsonValueKind.String
                        ? item.GetString()!
                        : throw new SchemaException(Below(field), $"expected strings, found {Describe(item)}")
                ),
        ];

    /// <summary>A field that is a string, or null.</summary>
    internal string? Text(string field) =>
        Find(field) switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } other => throw new SchemaException(Below(field), $"expected a string, found {Describe(other)}"),
        };

    internal string RequiredText(string field) => Text(field) ?? throw new SchemaException(Path, $"has no '{field}'");

    /// <summary>A field that is true or false; false when absent.</summary>
    internal bool Flag(string field) =>
        Find(field) switch
        {
            null => false,
            { ValueKind: JsonValueKind.True } => true,
            { ValueKind: JsonValueKind.False } => false,
            { } other => throw new SchemaException(Below(field), $"expected true or false, found {Describe(other)}"),
        };

    /// <summary>A field of any kind, or null.</summary>
    internal JsonElement? Find(string field) =>
        _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(field, out var found) ? found : null;

    /// <summary>What is said for single languages, by language.</summary>
    internal IReadOnlyDictionary<string, JsonElement> Language() =>
        Find("language") is { ValueKind: JsonValueKind.Object } language
            ? language.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value)
            : new Dictionary<string, JsonElement>();

    /// <summary>Fails on fields whose meaning this generator would lose.</summary>
    internal void Refuse(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (Find(field) is { ValueKind: not JsonValueKind.False })
            {
                throw new SchemaException(Path, $"'{field}' is not supported by this generator");
            }
        }
    }

    private JsonElement.ArrayEnumerator List(string field) =>
        Find(field) switch
        {
            null => default,
            { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
            { } other => throw new SchemaException(Below(field), $"expected a list, found {Describe(other)}"),
        };

    private string Below(string field) => Path == "/" ? $"/{field}" : $"{Path}/{field}";

    private static string Describe(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            var kind => $"{kind.ToString().ToLowerInvariant()} {json.GetRawText()}",
        };
}
