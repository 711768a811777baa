using System.Text.RegularExpressions;
using Generator.Schema;

namespace Generator.Examples;

/// <summary>Binds a program to the schema: what the schema does not have, or not so, is an error with its place.</summary>
internal sealed partial class ExampleBinder
{
    private readonly PackageSchema _package;
    private readonly ExampleFile _file;
    private readonly Dictionary<string, YamlPlace> _resources;
    private readonly Dictionary<string, YamlPlace> _calls;
    private readonly Dictionary<string, ExampleStep?> _bound = new(StringComparer.Ordinal);
    private readonly List<ExampleStep> _steps = [];
    private readonly ValueBinder _values;

    private ExampleBinder(PackageSchema package, ExampleFile file)
    {
        _package = package;
        _file = file;
        var root = new YamlPlace(file.Name, file.Root);
        root.Allow("resources", "variables", "outputs");
        _resources = Named(root.Find("resources"));
        _calls = Named(root.Find("variables"));
        _values = new ValueBinder(package, Step);
    }

    /// <summary>Binds it.</summary>
    /// <exception cref="SchemaException">It does not fit the schema.</exception>
    internal static Example Bind(PackageSchema package, ExampleFile file) => new ExampleBinder(package, file).Bind();

    private Example Bind()
    {
        foreach (var (name, place) in _resources.Concat(_calls))
        {
            Step(place, name);
        }

        var outputs = new List<(string, ExampleValue)>();
        var root = new YamlPlace(_file.Name, _file.Root);
        foreach (var (name, place) in Named(root.Find("outputs")))
        {
            if (_bound.ContainsKey(name))
            {
                throw place.Error("is the name of a resource or variable already");
            }

            outputs.Add((name, _values.Free(place)));
        }

        return new Example(_file.Title, _file.Introduction, _file.Yaml, _steps, outputs);
    }

    // Names become variables in every language.
    private static Dictionary<string, YamlPlace> Named(YamlPlace? section)
    {
        var result = new Dictionary<string, YamlPlace>(StringComparer.Ordinal);
        foreach (var (name, place) in section?.Entries() ?? [])
        {
            result[name] = Identifier().IsMatch(name) ? place : throw place.Error("is no name like 'webService'");
        }

        return result;
    }

    // What a step refers to is bound first, and so comes before it in every language.
    private ExampleStep Step(YamlPlace user, string name)
    {
        if (_bound.TryGetValue(name, out var bound))
        {
            return bound ?? throw user.Error($"'{name}' refers to itself");
        }

        _bound[name] = null;
        ExampleStep step =
            _resources.TryGetValue(name, out var resource) ? Resource(name, resource)
            : _calls.TryGetValue(name, out var call) ? Call(name, call)
            : throw user.Error($"there is no '{name}' in this example");
        _bound[name] = step;
        _steps.Add(step);
        return step;
    }

    private ResourceStep Resource(string name, YamlPlace place)
    {
        place.Allow("type", "properties", "options");
        var type = place.Find("type") ?? throw place.Error("has no type");
        var token = Full(type.Text());
        var schema =
            _package.Resources.Append(_package.Provider).FirstOrDefault(one => one.Token == token)
            ?? throw type.Error($"the schema has no resource '{token}'");
        var options = place.Find("options");
        options?.Allow("provider", "dependsOn");
        return new ResourceStep(
            name,
            schema,
            _values.Inputs(place.Find("properties"), place, schema.Inputs),
            Provider(options),
            [.. (options?.Find("dependsOn")?.Items() ?? []).Select(_values.Whole)]
        );
    }

    private CallStep Call(string name, YamlPlace place)
    {
        place.Allow("fn::invoke");
        var call = place.Find("fn::invoke") ?? throw place.Error("is no fn::invoke");
        call.Allow("function", "arguments", "options");
        var function = call.Find("function") ?? throw call.Error("has no function");
        var token = Full(function.Text());
        var schema =
            _package.Functions.FirstOrDefault(one => one.Token == token)
            ?? throw function.Error($"the schema has no function '{token}'");
        var options = call.Find("options");
        options?.Allow("provider");
        return new CallStep(
            name,
            schema,
            _values.Inputs(call.Find("arguments"), call, schema.Inputs ?? []),
            Provider(options)
        );
    }

    private ResourceStep? Provider(YamlPlace? options) =>
        options?.Find("provider") is { } place
            ? _values.Whole(place) is ResourceStep { Resource.IsProvider: true } provider
                ? provider
                : throw place.Error("is no provider")
            : null;

    // The short form leaves the root module out.
    private static string Full(string token) =>
        token.Split(':') is [var package, var member] ? $"{package}:{Tokens.RootModule}:{member}" : token;

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Identifier();
}
