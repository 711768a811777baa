using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>A request body, a JSON object, read field by field with the codes that a wrong one gets.</summary>
internal sealed class BodyReader
{
    private const string Invalid = "EndPoint.1004";
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private readonly JsonObject _fields;

    public BodyReader(ApiRequest request)
    {
        if (request.Body.Length == 0)
        {
            throw new ApiException("EndPoint.0011");
        }
        if (string.IsNullOrEmpty(request.Header("Content-Type")))
        {
            throw new ApiException("EndPoint.0012", "Content-Type");
        }
        _fields = Parse(request.Body) as JsonObject ?? throw new ApiException(Invalid, "the body is not a JSON object");
    }

    private BodyReader(JsonObject fields) => _fields = fields;

    /// <summary>Refuses or drops fields that the dialect does not document for this request.</summary>
    public void Only(IReadOnlySet<string> documented, bool refuses)
    {
        foreach (var name in Names.Where(name => !documented.Contains(name)).ToList())
        {
            if (refuses)
            {
                throw new ApiException(Invalid, $"undocumented field {name}");
            }
            _fields.Remove(name);
        }
    }

    public IEnumerable<string> Names => _fields.Select(entry => entry.Key);

    public bool Has(string name) => _fields[name] is not null;

    /// <summary>A UUID; null when absent or empty.</summary>
    public string? Id(string name, string code) =>
        Text(name, code) is not { Length: > 0 } id ? null
        : Rules.IsId(id) ? id
        : throw new ApiException(code, $"{name}={id}");

    /// <summary>A string of a fixed set; null when absent.</summary>
    public string? OneOf(string name, IReadOnlySet<string> allowed, string code) =>
        Text(name, code) is not { } text ? null
        : allowed.Contains(text) ? text
        : throw new ApiException(code, $"{name}={text}");

    /// <summary>At most 128 characters without angle brackets; null when absent.</summary>
    public string? Description() =>
        Text("description") is not { } text ? null
        : text.Length <= 128 && text.IndexOfAny(['<', '>']) < 0 ? text
        : throw new ApiException("EndPoint.0002", "description: at most 128 characters, no angle brackets");

    /// <summary>A value as it was sent; null when absent.</summary>
    public JsonElement? Raw(string name) => _fields[name]?.Deserialize<JsonElement>();

    /// <summary>An object; null when absent.</summary>
    public BodyReader? Object(string name) =>
        _fields[name] is not { } node ? null
        : node is JsonObject fields ? new BodyReader(fields)
        : throw new ApiException(Invalid, $"{name} is not an object");

    /// <summary>A string; null when absent.</summary>
    public string? Text(string name, string code = Invalid) => Scalar<string>(name, JsonValueKind.String, code);

    public bool? Flag(string name, string code = Invalid) =>
        _fields[name] is not { } node ? null
        : node.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? node.GetValue<bool>()
        : throw new ApiException(code, $"{name} is not a boolean");

    /// <summary>A whole number; null when absent.</summary>
    public int? Number(string name, string code)
    {
        if (_fields[name] is not { } node)
        {
            return null;
        }
        return node.GetValueKind() == JsonValueKind.Number && node.AsValue().TryGetValue<int>(out var number)
            ? number
            : throw new ApiException(code, $"{name} is not an integer");
    }

    public IReadOnlyList<string>? Texts(string name, string code = Invalid) =>
        Items(name, code)
            ?.Select(node =>
                node?.GetValueKind() == JsonValueKind.String
                    ? node.GetValue<string>()
                    : throw new ApiException(code, $"{name} holds what is not a string")
            )
            .ToList();

    public IReadOnlyList<BodyReader>? Objects(string name, string code = Invalid) =>
        Items(name, code)
            ?.Select(node =>
                node is JsonObject fields
                    ? new BodyReader(fields)
                    : throw new ApiException(code, $"{name} holds what is not an object")
            )
            .ToList();

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            var node = JsonNode.Parse(body, documentOptions: Strict);
            return node ?? throw new ApiException("EndPoint.0011");
        }
        catch (JsonException e)
        {
            throw new ApiException(Invalid, e.Message);
        }
    }

    private JsonArray? Items(string name, string code) =>
        _fields[name] is not { } node
            ? null
            : node as JsonArray ?? throw new ApiException(code, $"{name} is not an array");

    private T? Scalar<T>(string name, JsonValueKind kind, string code)
        where T : class =>
        _fields[name] is not { } node ? null
        : node.GetValueKind() == kind ? node.GetValue<T>()
        : throw new ApiException(code, $"{name} is not a {kind}");
}
