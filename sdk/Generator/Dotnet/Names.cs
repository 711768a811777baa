using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>C# names of schema names, spelled as Pulumi's own generator spells them.</summary>
internal sealed partial class Names
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.ToFrozenSet(
        (
            "abstract as base bool break byte case catch char checked class const continue decimal default delegate do "
            + "double else enum event explicit extern false finally fixed float for foreach goto if implicit in int "
            + "interface internal is lock long namespace new null object operator out override params private protected "
            + "public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw "
            + "true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while"
        ).Split(' '),
        StringComparer.Ordinal
    );

    // The three names that would be no identifiers even with a prefix.
    private static readonly Dictionary<string, string> ShortEnumNames = new(StringComparer.Ordinal)
    {
        ["*"] = "Asterisk",
        ["0"] = "Zero",
        ["1"] = "One",
    };

    private readonly Dictionary<string, string> _namespaces;

    internal Names(PackageSchema package)
    {
        var csharp = package.Facts.Language.GetValueOrDefault("csharp");
        _namespaces = Map(csharp, "namespaces");
        var root =
            Text(csharp, "rootNamespace") ?? (package.Facts.Namespace is { } given ? Namespace(given) : "Pulumi");
        PackageName = Namespace(package.Name);
        PackageNamespace = $"{root}.{PackageName}";
        ResourceTypeAttribute = $"{PackageName.Replace(".", "", StringComparison.Ordinal)}ResourceType";
    }

    /// <summary>The package's part of the namespace.</summary>
    internal string PackageName { get; }

    /// <summary>The namespace of the root module, and the assembly's name.</summary>
    internal string PackageNamespace { get; }

    /// <summary>The attribute that carries resource tokens, without its suffix.</summary>
    internal string ResourceTypeAttribute { get; }

    /// <summary>The namespace of a module below the package's; empty for the root module.</summary>
    internal string ModuleName(string module) => module.Length == 0 ? "" : Namespace(module);

    internal string ModuleNamespace(string module) =>
        module.Length == 0 ? PackageNamespace : $"{PackageNamespace}.{Namespace(module)}";

    internal static string Type(string token) => UpperFirst(Tokens.Member(token));

    internal static string Function(string token) =>
        Type(token) is var name and not ("Invoke" or "InvokeAsync") ? name : Type(token) + "Function";

    internal static string Property(PropertySchema property) =>
        Text(property.Language.GetValueOrDefault("csharp"), "name") ?? UpperFirst(Unhyphenate(property.Name));

    /// <summary>A parameter; its name without the @ is the wire name, which is how results find it.</summary>
    internal static string Parameter(string name) => Keywords.Contains(name) ? $"@{name}" : name.TrimStart('$');

    internal static string EnumMember(EnumSchema schema, EnumValueSchema value)
    {
        var name = value.Name ?? Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)!;
        name = ShortEnumNames.GetValueOrDefault(name, name);
        var identifier = new StringBuilder();
        foreach (var c in name)
        {
            identifier.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_');
        }

        if (identifier.Length == 0 || char.IsAsciiDigit(identifier[0]))
        {
            identifier.Insert(0, '_');
        }

        var result = Underscores().Replace(UpperFirst(identifier.ToString()), "_");
        return result.StartsWith('_') ? Type(schema.Token) + result
            : result == "Equals" ? "EqualsValue"
            : result;
    }

    private string Namespace(string name)
    {
        if (_namespaces.TryGetValue(name, out var given))
        {
            return given;
        }

        return string.Join(
            '.',
            name.Split('/').Select(static part => string.Concat(part.Split('-').Select(UpperFirst)))
        );
    }

    /// <summary>A part of a namespace: <c>azure-native</c> is <c>AzureNative</c>.</summary>
    internal static string Word(string text) => string.Concat(text.Split('-').Select(UpperFirst));

    private static string UpperFirst(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Unhyphenate(string text) =>
        text.Split('-') is [var first, .. var rest] ? first + string.Concat(rest.Select(UpperFirst)) : text;

    private static string? Text(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var found) ? found.GetString() : null;

    private static Dictionary<string, string> Map(JsonElement json, string field) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(field, out var found)
            ? found.EnumerateObject().ToDictionary(static one => one.Name, static one => one.Value.GetString()!)
            : [];

    [GeneratedRegex("_+")]
    private static partial Regex Underscores();
}
