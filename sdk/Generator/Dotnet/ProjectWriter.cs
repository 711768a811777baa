using System.Security;
using System.Text.Json;
using Generator.Schema;

namespace Generator.Dotnet;

/// <summary>Writes the project file and the files beside the code.</summary>
internal static class ProjectWriter
{
    internal static IEnumerable<GeneratedFile> Write(Context context)
    {
        var facts = context.Package.Facts;
        yield return new GeneratedFile(".gitattributes", "* linguist-generated\n");
        yield return new GeneratedFile(".gitignore", "bin\nobj\n");
        yield return new GeneratedFile("README.md", Readme(context));
        yield return new GeneratedFile("pulumi-plugin.json", Plugin(context));
        yield return new GeneratedFile($"{context.Names.PackageNamespace}.csproj", Project(context));
        if (facts.Version is { } version)
        {
            yield return new GeneratedFile("version.txt", version);
        }
    }

    private static string Readme(Context context) =>
        $"""
            # {context.Names.PackageNamespace}

            {context.Package.Facts.Description ?? context.Package.Facts.DisplayName ?? context.Package.Name}

            It is not published yet. Until then, refer to its project:

            ```sh
            dotnet add reference path/to/{context.Names.PackageNamespace}.csproj
            ```

            Generated from the package's schema: do not edit.

            """;

    private static string Plugin(Context context)
    {
        var made = context.Package.Parameterization;
        var fields = new List<string>
        {
            "\"resource\": true",
            $"\"name\": {Json(made?.Provider ?? context.Package.Name)}",
        };
        if ((made?.Version ?? context.Package.Facts.Version) is { } version)
        {
            fields.Add($"\"version\": {Json(version)}");
        }

        if (context.Package.Facts.PluginDownloadUrl is { } url)
        {
            fields.Add($"\"server\": {Json(url)}");
        }

        if (made is not null)
        {
            string[] parameter =
            [
                $"\"name\": {Json(context.Package.Name)}",
                $"\"version\": {Json(context.Package.Facts.Version!)}",
                $"\"value\": \"{made.Value}\"",
            ];
            fields.Add($"\"parameterization\": {{\n    {string.Join(",\n    ", parameter)}\n  }}");
        }

        return $"{{\n  {string.Join(",\n  ", fields)}\n}}\n";
    }

    private static string Project(Context context)
    {
        var facts = context.Package.Facts;
        var code = new List<string>
        {
            "<Project Sdk=\"Microsoft.NET.Sdk\">",
            "  <PropertyGroup>",
            "    <!-- The oldest framework that the Pulumi package's users are on; a repository's own props may choose another. -->",
            "    <TargetFramework Condition=\"'$(TargetFramework)' == ''\">net8.0</TargetFramework>",
            "    <Nullable>enable</Nullable>",
            "    <ImplicitUsings>disable</ImplicitUsings>",
            "    <GenerateDocumentationFile>true</GenerateDocumentationFile>",
            "    <AllowedOutputExtensionsInPackageBuildOutputFolder>.pdb;$(AllowedOutputExtensionsInPackageBuildOutputFolder)</AllowedOutputExtensionsInPackageBuildOutputFolder>",
            "    <EmbedUntrackedSources>true</EmbedUntrackedSources>",
            "    <PublishRepositoryUrl>true</PublishRepositoryUrl>",
            "    <PackageReadmeFile>README.md</PackageReadmeFile>",
        };
        Element(code, "Authors", facts.Publisher);
        Element(code, "Company", facts.Publisher);
        Element(code, "Description", facts.Description);
        Element(code, "PackageLicenseExpression", facts.License);
        Element(code, "PackageProjectUrl", facts.Homepage);
        Element(code, "RepositoryUrl", facts.Repository);
        Element(code, "PackageTags", facts.Keywords.Count == 0 ? null : string.Join(';', facts.Keywords));
        Element(code, "Version", facts.Version);
        code.AddRange([
            "  </PropertyGroup>",
            "  <ItemGroup>",
            "    <EmbeddedResource Include=\"version.txt\" LogicalName=\"$(AssemblyName).version.txt\" Condition=\"Exists('version.txt')\" />",
            "    <EmbeddedResource Include=\"pulumi-plugin.json\" LogicalName=\"$(AssemblyName).pulumi-plugin.json\" />",
            "    <None Include=\"version.txt;pulumi-plugin.json\" Pack=\"True\" PackagePath=\"content\" />",
            "    <None Include=\"README.md\" Pack=\"True\" PackagePath=\"\\\" />",
            "  </ItemGroup>",
            "  <ItemGroup>",
            "    <!-- The oldest that there is from this version on: not every feed has the oldest of all. -->",
            "    <PackageReference Include=\"Microsoft.SourceLink.GitHub\" Version=\"[8.0.*,)\" PrivateAssets=\"All\" />",
        ]);
        foreach (var (id, version) in Packages(context))
        {
            var exclude =
                id == "Pulumi" || id.StartsWith("Pulumi.", StringComparison.Ordinal)
                    ? " ExcludeAssets=\"contentFiles\""
                    : "";
            code.Add($"    <PackageReference Include=\"{Xml(id)}\" Version=\"{Xml(version)}\"{exclude} />");
        }

        code.AddRange(["  </ItemGroup>", "</Project>", ""]);
        return string.Join('\n', code);
    }

    private static List<(string Id, string Version)> Packages(Context context)
    {
        var given =
            context.Package.Facts.Language.GetValueOrDefault("csharp") is { ValueKind: JsonValueKind.Object } csharp
            && csharp.TryGetProperty("packageReferences", out var references)
                ? references.EnumerateObject().Select(static one => (one.Name, one.Value.GetString()!)).ToList()
                : [];
        given.AddRange(
            Externals
                .Of(context.Package)
                .Select(static one => (ExternalNames.Package(one), one.Version))
                .Where(one => !given.Exists(other => other.Item1 == one.Item1))
        );
        return given.Exists(static one => one.Item1 == "Pulumi") ? given : [("Pulumi", "[3.76.*,4)"), .. given];
    }

    private static void Element(List<string> lines, string name, string? value)
    {
        if (value is not null)
        {
            lines.Add($"    <{name}>{Xml(value)}</{name}>");
        }
    }

    private static string Xml(string text) => SecurityElement.Escape(text);

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
