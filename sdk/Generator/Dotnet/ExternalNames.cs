using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>
/// What SDKs of other packages call their resources and themselves, as far as their names tell: their schemas, which may say
/// otherwise, are not read.
/// </summary>
internal static class ExternalNames
{
    /// <summary>The full name of a resource's class.</summary>
    internal static string Class(ExternalPackage package, string token)
    {
        var module = Tokens.ModuleOfFile(token);
        return string.Join(
            '.',
            [Package(package), .. module.Length == 0 ? [] : module.Split('/').Select(Names.Word), Names.Type(token)]
        );
    }

    /// <summary>The package on NuGet.</summary>
    internal static string Package(ExternalPackage package) => $"Pulumi.{Names.Word(package.Name)}";
}
