using System.Text.RegularExpressions;
using Generator.Schema;

namespace Generator.Tests;

/// <summary>
/// What of a schema `pulumi package add` would refuse, or make code of that does not compile or does not work, in C#, Go,
/// Python or TypeScript. Our own generator is stricter in places and laxer in others.
/// </summary>
internal sealed partial class OfficialGenerators(PackageSchema package)
{
    private static readonly string[] RoomNames =
    [
        "config",
        "index",
        "inputs",
        "internal",
        "outputs",
        "provider",
        "types",
        "utilities",
    ];

    /// <summary>The problems, each with its place.</summary>
    internal IEnumerable<string> Problems() =>
        [.. Configuration(), .. Words(), .. Tokens(), .. Defaults(), .. Enums(), .. Cycles(), .. GoNames()];

    // C# reads all that is no primitive as JSON, which the text of an enumeration is not, and which it cannot make one of; Go
    // has the default in a type of its own where it wants a string.
    private IEnumerable<string> Configuration() =>
        package
            .Config.Where(static one => HasEnum(one.Type))
            .Select(static one => $"{one.Path}: enumerations cannot be configuration: make it a string");

    private static bool HasEnum(SchemaType type) =>
        type switch
        {
            ArrayType list => HasEnum(list.Items),
            MapType map => HasEnum(map.Values),
            _ => type is EnumReference,
        };

    private IEnumerable<string> Words()
    {
        foreach (var (owner, properties) in Owners())
        {
            foreach (var property in properties)
            {
                if (property.Name == "pulumi" || IsTaken(property))
                {
                    yield return $"{property.Path}: '{property.Name}' is a word of Pulumi's own";
                }

                if (Plain(property.Name) == Plain(owner))
                {
                    yield return $"{property.Path}: a member of a C# class cannot have its name";
                }
            }

            // Hyphens, underscores and capitals are written in another way in each language.
            foreach (var same in properties.GroupBy(static one => Plain(one.Name)).Where(static one => one.Count() > 1))
            {
                yield return $"{same.Last().Path}: reads like '{same.First().Name}' in other languages";
            }
        }
    }

    private bool IsTaken(PropertySchema property) =>
        property.Path.StartsWith("/provider/inputProperties/", StringComparison.Ordinal)
            ? property.Name == "version"
            : package.Resources.Any(resource =>
                property.Path.StartsWith($"{resource.Path}/", StringComparison.Ordinal)
                && (property.Name == "urn" || (property.Name == "id" && !resource.IsComponent))
            );

    private IEnumerable<(string Owner, IReadOnlyList<PropertySchema> Properties)> Owners() =>
        [
            ("Config", package.Config),
            .. package
                .Resources.Append(package.Provider)
                .SelectMany(static one =>
                    new[] { one.Inputs, one.Outputs, one.State ?? [] }.Select(list => (Name(one.Token), list))
                ),
            .. package.Objects.Select(static one => (Name(one.Token), one.Properties)),
            .. package.Functions.SelectMany(static one =>
                new[] { one.Inputs ?? [], one.Outputs ?? [] }.Select(list => (Name(one.Token), list))
            ),
        ];

    private IEnumerable<string> Tokens()
    {
        var all = package
            .Resources.Select(static one => (one.Path, one.Token))
            .Concat(package.Functions.Select(static one => (one.Path, one.Token)))
            .Concat(package.Objects.Select(static one => (one.Path, one.Token)))
            .Concat(package.Enums.Select(static one => (one.Path, one.Token)))
            .ToList();
        var modules = all.Select(static one => Schema.Tokens.Module(one.Token)).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, token) in all)
        {
            var module = Schema.Tokens.Module(token);
            if (!token.StartsWith($"{package.Name}:", StringComparison.Ordinal))
            {
                yield return $"{path}: is of another package";
            }

            if (!Identifier().IsMatch(Name(token)) || Name(token) == "pulumi")
            {
                yield return $"{path}: '{Name(token)}' is no name in every language";
            }

            if (
                RoomNames.Contains(module.Split('/')[0])
                || (module.Length == 0 && RoomNames.Contains(Plain(Name(token))))
            )
            {
                yield return $"{path}: is what SDKs call a part of their own";
            }

            if (modules.Contains(module.Length == 0 ? Name(token) : $"{module}/{Name(token)}"))
            {
                yield return $"{path}: is a module, too";
            }
        }

        foreach (
            var same in all.GroupBy(static one => one.Token.ToLowerInvariant()).Where(static one => one.Count() > 1)
        )
        {
            yield return $"{same.Last().Path}: {same.First().Path} has the same name but for capitals";
        }
    }

    private IEnumerable<string> Defaults() =>
        Owners()
            .SelectMany(static one => one.Properties)
            .Where(static one => one is { DefaultEnvironment.Count: > 0, Type: not PrimitiveType })
            .Select(static one => $"{one.Path}: only primitives can come from the environment");

    private IEnumerable<string> Enums()
    {
        foreach (var one in package.Enums)
        {
            if (one.Values.Count == 0)
            {
                yield return $"{one.Path}: an enumeration of nothing";
            }

            foreach (
                var value in one.Values.Where(static value => !Identifier().IsMatch(value.Name ?? $"{value.Value}"))
            )
            {
                yield return $"{one.Path}/{value.Value}: needs a name that is one in every language";
            }

            foreach (
                var same in one
                    .Values.GroupBy(static value => Plain(value.Name ?? $"{value.Value}"))
                    .Where(static same => same.Count() > 1)
            )
            {
                yield return $"{one.Path}/{same.Last().Value}: reads like '{same.First().Value}' in other languages";
            }
        }
    }

    // An object that needs itself to be there can never be written down.
    private IEnumerable<string> Cycles()
    {
        var objects = package.Objects.ToDictionary(static one => one.Token, StringComparer.Ordinal);
        return objects
            .Values.Where(one => Needs(one, one.Token, []))
            .Select(static one => $"{one.Path}: an object that needs itself");

        bool Needs(ObjectSchema from, string token, HashSet<string> seen) =>
            seen.Add(from.Token)
            && from.Properties.Any(property =>
                property is { IsRequired: true, Type: ObjectReference { Token: var next } }
                && (next == token || Needs(objects[next], token, seen))
            );
    }

    // Go has one scope for all of a module: types, their wrappers, constructors, and the constants of enumerations.
    private IEnumerable<string> GoNames()
    {
        var taken = new Dictionary<(string Module, string Name), string>();
        foreach (var (path, token, names) in Declared())
        {
            foreach (var name in names)
            {
                if (!taken.TryAdd((Schema.Tokens.Module(token), name), path))
                {
                    yield return $"{path}: would be {name} in Go, which {taken[(Schema.Tokens.Module(token), name)]} is";
                }
            }
        }

        IEnumerable<(string Path, string Token, IEnumerable<string> Names)> Declared()
        {
            foreach (var one in package.Resources)
            {
                var name = Name(one.Token);
                string[] more = one.IsComponent ? [] : [$"{name}State", $"Get{name}"];
                yield return (one.Path, one.Token, [.. Wrapped(name), $"New{name}", .. more]);
            }

            foreach (var (path, token) in package.Objects.Select(static one => (one.Path, one.Token)))
            {
                yield return (path, token, Wrapped(Name(token)));
            }

            foreach (var one in package.Enums)
            {
                var name = Name(one.Token);
                var constants = one.Values.Select(value => name + Upper(value.Name ?? $"{value.Value}"));
                yield return (one.Path, one.Token, [.. Wrapped(name), $"{name}Ptr", .. constants]);
            }

            foreach (var one in package.Functions)
            {
                var name = Upper(Name(one.Token));
                // What is called like a resource's own Get gets another verb.
                name = taken.ContainsKey((Schema.Tokens.Module(one.Token), name)) ? $"Lookup{name[3..]}" : name;
                yield return (
                    one.Path,
                    one.Token,
                    [name, $"{name}Args", $"{name}Output", $"{name}OutputArgs", $"{name}Result", $"{name}ResultOutput"]
                );
            }
        }

        static string[] Wrapped(string name) =>
            [name, $"{name}Args", $"{name}Array", $"{name}Input", $"{name}Map", $"{name}Output"];
    }

    private static string Name(string token) => Schema.Tokens.Member(token);

    private static string Upper(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string Plain(string name) =>
        name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex Identifier();
}
