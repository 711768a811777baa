using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Writes a provider's <c>schema.json</c> from its models.</summary>
public sealed class SchemaWriter
{
    private readonly ProviderDefinition _provider;
    private readonly PackageInfo _package;
    private readonly Utf8JsonWriter _json;
    private readonly SchemaTexts _texts;
    private readonly SortedDictionary<string, TypeModel> _types = new(StringComparer.Ordinal);

    private SchemaWriter(ProviderDefinition provider, PackageInfo package, Utf8JsonWriter json) =>
        (_provider, _package, _json, _texts) = (provider, package, json, new SchemaTexts(provider.Features));

    /// <summary>The schema, indented, ending in a newline. The version is left to the release.</summary>
    /// <exception cref="InvalidOperationException">A declaration names a feature that the provider does not list.</exception>
    public static string Write(ProviderDefinition provider, PackageInfo package)
    {
        FeatureNames.Verify(provider);
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page: keep < > ' readable
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            new SchemaWriter(provider, package, json).Package();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Package()
    {
        _json.WriteStartObject();
        _json.WriteString("name", _provider.Name);
        _json.WriteString("displayName", _package.DisplayName);
        _json.WriteString("description", _package.Description);
        Strings("keywords", _package.Keywords);
        _json.WriteString("homepage", _package.Homepage);
        _json.WriteString("license", _package.License);
        _json.WriteString("repository", _package.Repository);
        if (_package.PluginDownloadUrl is { } url)
        {
            _json.WriteString("pluginDownloadURL", url);
        }

        _json.WriteString("publisher", _package.Publisher);
        Languages();
        Config();
        Types();
        Provider();
        Section("resources", _provider.Resources, Resource);
        Section("functions", _provider.Functions, Function);
        _json.WriteEndObject();
    }

    private void Languages()
    {
        _json.WriteStartObject("language");
        foreach (var language in (string[])["csharp", "go", "java", "nodejs", "python"])
        {
            _json.WriteStartObject(language);
            if (language != "java")
            {
                _json.WriteBoolean("respectSchemaVersion", true);
            }

            if (language == "python")
            {
                _json.WriteStartObject("pyproject");
                _json.WriteBoolean("enabled", true);
                _json.WriteEndObject();
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Config()
    {
        _json.WriteStartObject("config");
        Properties("variables", _provider.Config, asInput: true);
        _json.WriteEndObject();
    }

    private void Types()
    {
        Collect(_provider.Config);
        foreach (var resource in _provider.Resources.Values)
        {
            Collect(resource.State);
        }

        foreach (var list in _provider.Lists.Values)
        {
            Collect(list.Query);
        }

        foreach (var function in _provider.Functions.Values)
        {
            Collect(function.Args);
            Collect(function.Result);
        }

        Section("types", _types, Type);
    }

    private void Collect(ObjectModel model)
    {
        foreach (var property in model.Properties)
        {
            Collect(property.Type);
        }
    }

    private void Collect(TypeModel type)
    {
        switch (type)
        {
            case ListType list:
                Collect(list.Item);
                break;
            case MapType map:
                Collect(map.Item);
                break;
            case EnumType choices:
                _types[choices.Enum.Token] = type;
                break;
            case ObjectType { Object.Token: { } token } nested when _types.TryAdd(token, type):
                Collect(nested.Object);
                break;
        }
    }

    private void Type(TypeModel type)
    {
        switch (type)
        {
            case EnumType { Enum: var choices }:
                _json.WriteString("description", choices.Description);
                _json.WriteString("type", "string");
                _json.WriteStartArray("enum");
                foreach (var member in choices.Members)
                {
                    _json.WriteStartObject();
                    _json.WriteString("name", member.Name);
                    _json.WriteString("description", _texts.Of(member));
                    _json.WriteString("value", member.Value);
                    Deprecation(member.Deprecation);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
                break;
            case ObjectType { Object: var nested }:
                _json.WriteString("description", nested.Description);
                _json.WriteString("type", "object");
                Properties("properties", nested, asInput: true);
                Strings("required", Required(nested));
                break;
        }
    }

    private void Provider()
    {
        _json.WriteStartObject("provider");
        _json.WriteString("description", _package.ProviderDescription);
        Properties("properties", _provider.Config, asInput: false);
        Properties("inputProperties", _provider.Config, asInput: true);
        _json.WriteEndObject();
    }

    private void Resource(ResourceDefinition resource)
    {
        _json.WriteString("description", resource.Inputs.Description);
        Properties("properties", resource.State, asInput: false, resource.Inputs);
        Strings(
            "required",
            resource
                .State.Properties.Where(static property =>
                    property.Required || property is { Default: not null, RequiresFeature: null }
                )
                .Select(static property => property.Name)
        );
        Properties("inputProperties", resource.Inputs, asInput: true);
        Strings("requiredInputs", Required(resource.Inputs));
        if (_provider.Lists.TryGetValue(resource.Token, out var list))
        {
            ObjectType("listInputs", list.Query, asInput: true);
        }
    }

    private void Function(FunctionDefinition function)
    {
        _json.WriteString("description", function.Description);
        ObjectType("inputs", function.Args, asInput: true);
        ObjectType("outputs", function.Result, asInput: false);
    }

    private void ObjectType(string section, ObjectModel model, bool asInput)
    {
        _json.WriteStartObject(section);
        _json.WriteString("type", "object");
        Properties("properties", model, asInput);
        Strings("required", Required(model));
        _json.WriteEndObject();
    }

    private void Properties(string section, ObjectModel model, bool asInput, ObjectModel? inputs = null)
    {
        _json.WriteStartObject(section);
        foreach (var property in model.Properties.OrderBy(static property => property.Name, StringComparer.Ordinal))
        {
            _json.WriteStartObject(property.Name);
            Reference(property.Type);
            _json.WriteString("description", _texts.Of(property, asInput || inputs?.Find(property.Name) is not null));
            // SDKs fill such a default in, wherever the program runs.
            if (asInput && property is { Default: { } fallback, RequiresFeature: null })
            {
                Default(fallback);
            }

            if (asInput && property.Environment.Count > 0)
            {
                _json.WriteStartObject("defaultInfo");
                Strings("environment", property.Environment);
                _json.WriteEndObject();
            }

            Deprecation(property.Deprecation);
            if (property.Secret)
            {
                _json.WriteBoolean("secret", true);
            }

            if (property.ReplaceOnChange && (asInput || inputs?.Find(property.Name) is not null))
            {
                _json.WriteBoolean("willReplaceOnChanges", true);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Reference(TypeModel type)
    {
        switch (type)
        {
            case PrimitiveType primitive:
                _json.WriteString("type", primitive.Name);
                break;
            case ListType list:
                _json.WriteString("type", "array");
                _json.WriteStartObject("items");
                Reference(list.Item);
                _json.WriteEndObject();
                break;
            case MapType map:
                _json.WriteString("type", "object");
                _json.WriteStartObject("additionalProperties");
                Reference(map.Item);
                _json.WriteEndObject();
                break;
            case EnumType choices:
                _json.WriteString("$ref", $"#/types/{choices.Enum.Token}");
                break;
            case ObjectType nested:
                _json.WriteString(
                    "$ref",
                    $"#/types/{nested.Object.Token ?? throw new InvalidOperationException("a nested object needs a type token")}"
                );
                break;
        }
    }

    private void Default(PropertyValue value)
    {
        switch (value)
        {
            case BoolValue flag:
                _json.WriteBoolean("default", flag.Value);
                break;
            case NumberValue number:
                _json.WriteNumber("default", number.Value);
                break;
            case StringValue text:
                _json.WriteString("default", text.Value);
                break;
        }
    }

    private void Deprecation(string? reason)
    {
        if (reason is not null)
        {
            _json.WriteString("deprecationMessage", reason);
        }
    }

    private void Section<T>(string name, IEnumerable<KeyValuePair<string, T>> entries, Action<T> write)
    {
        _json.WriteStartObject(name);
        foreach (var (token, entry) in entries.OrderBy(static entry => entry.Key, StringComparer.Ordinal))
        {
            _json.WriteStartObject(token);
            write(entry);
            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private static IEnumerable<string> Required(ObjectModel model) =>
        model.Properties.Where(static property => property.Required).Select(static property => property.Name);

    private void Strings(string name, IEnumerable<string> items)
    {
        _json.WriteStartArray(name);
        foreach (var item in items.Order(StringComparer.Ordinal))
        {
            _json.WriteStringValue(item);
        }

        _json.WriteEndArray();
    }
}
