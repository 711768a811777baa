using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>Who has which C# name; a second claim is an error that names both.</summary>
internal sealed class Claims
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    /// <summary>Claims a type's full name.</summary>
    /// <exception cref="SchemaException">It is taken.</exception>
    internal void Type(string fullName, string path)
    {
        if (!_types.TryAdd(fullName, path))
        {
            throw new SchemaException(path, $"would become {fullName} in C#, which {_types[fullName]} becomes already");
        }
    }

    /// <summary>Checks that the members of a class differ from each other, from the class and from what it inherits.</summary>
    /// <exception cref="SchemaException">Two would have the same name.</exception>
    internal static void Members(
        string type,
        IEnumerable<(string Name, string Path)> members,
        params ReadOnlySpan<string> taken
    )
    {
        const string way = "give it another one with language.csharp.name";
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path) in members)
        {
            if (name == type)
            {
                throw new SchemaException(
                    path,
                    $"would become {type}.{name} in C#, which is the class's own name; {way}"
                );
            }

            if (taken.Contains(name))
            {
                throw new SchemaException(path, $"would become {type}.{name} in C#, which {type} inherits; {way}");
            }

            if (!seen.TryAdd(name, path))
            {
                throw new SchemaException(
                    path,
                    $"would become {type}.{name} in C#, which {seen[name]} becomes already; {way}"
                );
            }
        }
    }
}
