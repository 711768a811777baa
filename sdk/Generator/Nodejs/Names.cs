using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>TypeScript names of schema names, spelled as Pulumi's own generator spells them.</summary>
internal static partial class Names
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        (
            "await break case catch class const continue debugger default delete do else enum export extends false "
            + "finally for function if import in instanceof new null return super switch this throw true try typeof "
            + "var void while with yield"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>A module as a namespace: <c>cold/dry-store</c> is <c>cold.dryStore</c>.</summary>
    internal static string Module(string module) => string.Join('.', module.Split('/').Select(Unhyphenate));

    /// <summary>What comes before a member of a token's module: nothing, or its namespace and a dot.</summary>
    internal static string Qualifier(string token) =>
        Tokens.Module(token) is { Length: > 0 } module ? Module(module) + "." : "";

    /// <summary>The folder of a module with a slash; empty for the root.</summary>
    internal static string Folder(string module) => module.Length == 0 ? "" : module + "/";

    internal static string Type(string token) => UpperFirst(Tokens.Member(token));

    /// <exception cref="SchemaException">It is a word of the language.</exception>
    internal static string Function(FunctionSchema function) =>
        LowerFirst(Tokens.Member(function.Token)) is var name && Reserved.Contains(name)
            ? throw new SchemaException(function.Path, $"'{name}' is reserved in TypeScript")
            : name;

    private static string Unhyphenate(string text) =>
        text.Split('-') is [var first, .. var rest] ? first + string.Concat(rest.Select(UpperFirst)) : text;

    internal static string LowerFirst(string text) =>
        text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    internal static string UpperFirst(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A member of an object type, quoted where it is no identifier.</summary>
    internal static string Property(string name) => Identifier().IsMatch(name) ? name : Literals.Text(name);

    /// <summary>Access to a member.</summary>
    internal static string Member(string of, string name) =>
        Identifier().IsMatch(name) ? $"{of}.{name}" : $"{of}[{Literals.Text(name)}]";

    /// <summary>Access to a member of what may be undefined.</summary>
    internal static string OptionalMember(string of, string name) =>
        Identifier().IsMatch(name) ? $"{of}?.{name}" : $"{of}?.[{Literals.Text(name)}]";

    internal static string EnumMember(EnumValueSchema value)
    {
        var name = value.Name ?? Convert.ToString(value.Value, System.Globalization.CultureInfo.InvariantCulture)!;
        var identifier = new StringBuilder();
        foreach (var c in name)
        {
            identifier.Append(char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_');
        }

        return identifier.Length == 0 || char.IsAsciiDigit(identifier[0])
            ? $"_{identifier}"
            : UpperFirst(identifier.ToString());
    }

    /// <summary>The package on npm.</summary>
    internal static string Package(PackageSchema package) =>
        package.Facts.Language.GetValueOrDefault("nodejs")
            is { ValueKind: System.Text.Json.JsonValueKind.Object } nodejs
        && nodejs.TryGetProperty("packageName", out var given)
            ? given.GetString()!
            : $"@{package.Facts.Namespace ?? "pulumi"}/{package.Name}";

    [GeneratedRegex("^[A-Za-z_$][A-Za-z0-9_$]*$")]
    private static partial Regex Identifier();
}
