using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>What every writer needs to know of the package.</summary>
internal sealed class Context
{
    internal Context(PackageSchema package)
    {
        Package = package;
        Uses = new TypeUses(package, readsConfig: true);
        Enums = package.Enums.ToDictionary(static one => one.Token, StringComparer.Ordinal);
        Objects = package.Objects.ToDictionary(static one => one.Token, StringComparer.Ordinal);
    }

    internal PackageSchema Package { get; }

    internal TypeUses Uses { get; }

    /// <summary>What calls end with that say which package they are of: nothing where its name does.</summary>
    internal string PackageArgument => Package.Parameterization is null ? "" : ", utilities.getPackage()";

    internal IReadOnlyDictionary<string, EnumSchema> Enums { get; }

    internal IReadOnlyDictionary<string, ObjectSchema> Objects { get; }

    /// <summary>Writes the documentation of a property.</summary>
    internal CodeWriter PropertyDoc(CodeWriter code, PropertySchema property, bool isInput) =>
        code.Doc(
            property.Description,
            $"The property `{property.Name}`.",
            PropertyNotes.For(property with { Deprecation = null }, isInput, Enums),
            property.Deprecation
        );

    /// <summary>
    /// What an input is given where the program gives none: from the environment, from the schema or both; null when
    /// nothing.
    /// </summary>
    internal static string? Default(PropertySchema property)
    {
        var value = (property.Constant ?? property.Default) is { } given ? Literals.Value(given) : null;
        if (property.DefaultEnvironment.Count == 0)
        {
            return value;
        }

        var reader = property.Type switch
        {
            PrimitiveType { Kind: PrimitiveKind.Boolean } => "getEnvBoolean",
            PrimitiveType { Kind: PrimitiveKind.Integer or PrimitiveKind.Number } => "getEnvNumber",
            PrimitiveType => "getEnv",
            _ => throw new SchemaException(property.Path, "only primitives can have a default from the environment"),
        };
        var call = $"utilities.{reader}({string.Join(", ", property.DefaultEnvironment.Select(Literals.Text))})";
        return value is null ? call : $"({call} ?? {value})";
    }

    /// <summary>Whether the object type, or one directly in it, has defaults to fill in.</summary>
    internal bool HasDefaults(string token) => HasDefaults(token, []);

    private bool HasDefaults(string token, HashSet<string> entered) =>
        entered.Add(token)
        && Objects[token]
            .Properties.Any(property =>
                property.Default is not null
                || property.DefaultEnvironment.Count > 0
                || (property.Type is ObjectReference nested && HasDefaults(nested.Token, entered))
            );
}
