using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Model.Schema;

/// <summary>Writes a provider's <c>schema.json</c> from its models.</summary>
public sealed class SchemaWriter
{
    private readonly ProviderDefinition _provider;
    private readonly PackageInfo _package;
    private readonly Parameterization? _parameterization;
    private readonly Utf8JsonWriter _json;
    private readonly SchemaTexts _texts;
    private readonly PropertyWriter _properties;

    private SchemaWriter(
        ProviderDefinition provider,
        PackageInfo package,
        Parameterization? parameterization,
        Utf8JsonWriter json
    )
    {
        _provider = provider;
        _package = package;
        _parameterization = parameterization;
        _json = json;
        _texts = new SchemaTexts(provider.Features);
        _properties = new PropertyWriter(json, _texts);
    }

    /// <summary>The schema, indented, ending in a newline.</summary>
    /// <exception cref="InvalidOperationException">A declaration names a feature, or an input, that there is not.</exception>
    public static string Write(ProviderDefinition provider, PackageInfo package) =>
        Write(provider, package, parameterization: null);

    /// <summary>The same of a package that a parameter made.</summary>
    internal static string Write(ProviderDefinition provider, PackageInfo package, Parameterization? parameterization)
    {
        FeatureNames.Verify(provider);
        InputNames.Verify(provider);
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, not a web page: keep < > ' readable
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            new SchemaWriter(provider, package, parameterization, json).Package();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private void Package()
    {
        _json.WriteStartObject();
        _json.WriteString("name", _provider.Name);
        _json.WriteString("version", _provider.Version);
        _json.WriteString("displayName", _package.DisplayName);
        _json.WriteString("description", _package.Description);
        _json.WriteSorted("keywords", _package.Keywords);
        _json.WriteGiven("homepage", _package.Homepage);
        _json.WriteGiven("license", _package.License);
        _json.WriteGiven("logoUrl", _package.LogoUrl);
        _json.WriteGiven("repository", _package.Repository);
        _json.WriteGiven("pluginDownloadURL", _package.PluginDownloadUrl);
        _json.WriteString("publisher", _package.Publisher);
        _json.WriteGiven("namespace", _package.Namespace);
        Languages();
        Config();
        Section("types", NestedTypes.Of(_provider), Type);
        Provider();
        Section("resources", Resources(), static write => write());
        Section("functions", Functions(), static write => write());
        if (_parameterization is { } made)
        {
            Made(made);
        }

        _json.WriteEndObject();
    }

    private void Made(Parameterization made)
    {
        _json.WriteStartObject("parameterization");
        _json.WriteStartObject("baseProvider");
        _json.WriteString("name", made.Provider);
        _json.WriteString("version", made.Version);
        _json.WriteEndObject();
        _json.WriteBase64String("parameter", made.Value.Span);
        _json.WriteEndObject();
    }

    private void Languages()
    {
        _json.WriteStartObject("language");
        foreach (var language in (string[])["csharp", "go", "java", "nodejs", "python"])
        {
            if (_package.Languages.TryGetValue(language, out var given))
            {
                _json.WritePropertyName(language);
                using var section = JsonDocument.Parse(given);
                section.RootElement.WriteTo(_json);
                continue;
            }

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
        // Stack configuration is text: official SDKs read an enumeration as JSON (C#) or give its default a type of its own
        // where text is wanted (Go), and do not compile.
        _properties.Write("variables", _provider.Config, asInput: true, enumsAsText: true);
        _json.WriteEndObject();
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
                    _json.WriteDeprecation(member.Deprecation);
                    _json.WriteEndObject();
                }

                _json.WriteEndArray();
                break;
            case ObjectType { Object: var nested }:
                _json.WriteString("description", nested.Description);
                _json.WriteString("type", "object");
                _properties.Write("properties", nested, asInput: true, isNested: true);
                _json.WriteSorted("required", Required(nested));
                break;
        }
    }

    private void Provider()
    {
        _json.WriteStartObject("provider");
        _json.WriteGiven("description", _package.ProviderDescription);
        _properties.Write("properties", _provider.Config, asInput: false);
        _properties.Write("inputProperties", _provider.Config, asInput: true);
        _json.WriteEndObject();
    }

    // Components stand among the resources.
    private IEnumerable<KeyValuePair<string, Action>> Resources() =>
        _provider
            .Resources.Select(entry => KeyValuePair.Create<string, Action>(entry.Key, () => Resource(entry.Value)))
            .Concat(
                _provider.Components.Select(entry =>
                    KeyValuePair.Create<string, Action>(entry.Key, () => Component(entry.Key, entry.Value))
                )
            );

    private void Component(string token, ComponentDefinition component)
    {
        _json.WriteBoolean("isComponent", true);
        _json.WriteString("description", component.Inputs.Description);
        _json.WriteDeprecation(component.Inputs.Deprecation);
        _properties.Write("properties", component.Outputs, asInput: false);
        _json.WriteSorted("required", Required(component.Outputs));
        _properties.Write("inputProperties", component.Inputs, asInput: true);
        _json.WriteSorted("requiredInputs", Required(component.Inputs));
        Aliases(component.Inputs);
        MethodsOf(token);
    }

    private void Resource(ResourceDefinition resource)
    {
        _json.WriteString("description", $"{resource.Inputs.Description}\n\n{SchemaTexts.Timeouts(resource)}");
        _json.WriteDeprecation(resource.Inputs.Deprecation);
        _properties.Write("properties", resource.State, asInput: false, resource.Inputs);
        _json.WriteSorted(
            "required",
            resource
                .State.Properties.Where(static property =>
                    property.Required || property is { Default: not null, RequiresFeature: null }
                )
                .Select(static property => property.Name)
        );
        _properties.Write("inputProperties", resource.Inputs, asInput: true);
        _json.WriteSorted("requiredInputs", Required(resource.Inputs));
        Aliases(resource.Inputs);
        MethodsOf(resource.Token);
        if (_provider.Lists.TryGetValue(resource.Token, out var list))
        {
            ObjectType("listInputs", list.Query, asInput: true);
        }
    }

    private void Aliases(ObjectModel inputs)
    {
        if (inputs.FormerTokens.Count > 0)
        {
            _json.WriteStartArray("aliases");
            foreach (var token in inputs.FormerTokens)
            {
                _json.WriteStartObject();
                _json.WriteString("type", token);
                _json.WriteEndObject();
            }

            _json.WriteEndArray();
        }
    }

    // Methods stand among the functions.
    private IEnumerable<KeyValuePair<string, Action>> Functions() =>
        _provider
            .Functions.Select(entry => KeyValuePair.Create<string, Action>(entry.Key, () => Function(entry.Value)))
            .Concat(
                _provider.Methods.Select(entry =>
                    KeyValuePair.Create<string, Action>(entry.Key, () => Method(entry.Value))
                )
            );

    private void MethodsOf(string token)
    {
        var methods = _provider.Methods.Values.Where(method => method.Resource == token).ToList();
        if (methods.Count == 0)
        {
            return;
        }

        _json.WriteStartObject("methods");
        foreach (var method in methods.OrderBy(static method => method.Name, StringComparer.Ordinal))
        {
            _json.WriteString(method.Name, method.Token);
        }

        _json.WriteEndObject();
    }

    private void Method(MethodDefinition method)
    {
        _json.WriteString("description", method.Result.Description);
        _json.WriteDeprecation(method.Result.Deprecation ?? method.Args.Deprecation);
        var self = new PropertyModel
        {
            Name = "__self__",
            Type = new ReferenceType(method.Resource, null),
            Description = "What it is called on.",
            Required = true,
        };
        ObjectType("inputs", new ObjectModel(null, "", [self, .. method.Args.Properties]), asInput: true);
        if (method.Result.Properties.Count > 0)
        {
            ObjectType("outputs", method.Result, asInput: false);
        }
    }

    private void Function(FunctionDefinition function)
    {
        _json.WriteString("description", function.Description);
        _json.WriteDeprecation(function.Result.Deprecation ?? function.Args.Deprecation);
        ObjectType("inputs", function.Args, asInput: true);
        ObjectType("outputs", function.Result, asInput: false);
    }

    private void ObjectType(string section, ObjectModel model, bool asInput)
    {
        _json.WriteStartObject(section);
        _json.WriteString("type", "object");
        _properties.Write("properties", model, asInput);
        _json.WriteSorted("required", Required(model));
        _json.WriteEndObject();
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
}
