using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>What every writer needs to know of the package.</summary>
internal sealed class Context
{
    internal Context(PackageSchema package)
    {
        Package = package;
        Names = new Names(package);
        Types = new TypeMap(Names);
        Enums = package.Enums.ToDictionary(static one => one.Token, StringComparer.Ordinal);

        // Where the package's namespace is not below Pulumi, the API's names need a using.
        Usings = Names.PackageNamespace.StartsWith("Pulumi.", StringComparison.Ordinal)
            ? FileHeader.Usings
            : [.. FileHeader.Usings, "Pulumi"];
    }

    internal PackageSchema Package { get; }

    internal Names Names { get; }

    internal TypeMap Types { get; }

    internal IReadOnlyDictionary<string, EnumSchema> Enums { get; }

    internal Claims Claims { get; } = new();

    internal IReadOnlyList<string> Usings { get; }

    /// <summary>What calls end with that say which package they are of: nothing where its name does.</summary>
    internal string PackageArgument => Package.Parameterization is null ? "" : ", Utilities.PackageParameterization()";

    /// <summary>What a property starts with, for a member that is of that shape; null when nothing.</summary>
    internal string? Default(PropertySchema property, Shape shape) => Defaults.Of(property, shape, Types, Enums);

    internal CodeWriter PropertyDoc(CodeWriter code, PropertySchema property, bool isInput) =>
        code.Doc(property.Description, $"The property {property.Name}.", PropertyNotes.For(property, isInput, Enums));

    /// <summary>A path below the output folder for a file of a module.</summary>
    internal string FilePath(string module, string file) =>
        Names.ModuleName(module) is { Length: > 0 } name ? $"{name.Replace('.', '/')}/{file}" : file;
}
