using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Generator.Schema;

namespace Generator.Nodejs;

/// <summary>Writes the files beside the code.</summary>
internal static class ProjectWriter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static IEnumerable<GeneratedFile> Write(Context context, IReadOnlyList<GeneratedFile> sources)
    {
        yield return new GeneratedFile(".gitattributes", "* linguist-generated\n");
        yield return new GeneratedFile(".gitignore", "/bin/\n/node_modules/\n");
        yield return new GeneratedFile("README.md", Readme(context));
        yield return new GeneratedFile("package.json", Package(context).ToJsonString(Indented) + "\n");
        yield return new GeneratedFile("tsconfig.json", Compiler(sources).ToJsonString(Indented) + "\n");
    }

    private static string Readme(Context context) =>
        $"""
            # {Names.Package(context.Package)}

            {context.Package.Facts.Description ?? context.Package.Facts.DisplayName ?? context.Package.Name}

            It is not published yet. Until then, build it and refer to its folder:

            ```sh
            npm install && npm run build        # in this folder
            npm install path/to/this/folder     # in your program's
            ```

            Generated from the package's schema: do not edit.

            """;

    private static JsonObject Package(Context context)
    {
        var facts = context.Package.Facts;
        var made = context.Package.Parameterization;
        var plugin = new JsonObject { ["resource"] = true, ["name"] = made?.Provider ?? context.Package.Name };
        Set(plugin, "version", made?.Version ?? facts.Version);
        Set(plugin, "server", facts.PluginDownloadUrl);
        if (made is not null)
        {
            plugin["parameterization"] = new JsonObject
            {
                ["name"] = context.Package.Name,
                ["version"] = facts.Version,
                ["value"] = made.Value,
            };
        }

        var package = new JsonObject { ["name"] = Names.Package(context.Package) };
        Set(package, "version", facts.Version);
        Set(package, "description", facts.Description);
        if (facts.Keywords.Count > 0)
        {
            package["keywords"] = new JsonArray([.. facts.Keywords.Select(static word => JsonValue.Create(word))]);
        }

        Set(package, "homepage", facts.Homepage);
        Set(package, "repository", facts.Repository);
        Set(package, "license", facts.License);
        package["main"] = "bin/index.js";
        // Else what .gitignore names would be left out of the package.
        package["files"] = new JsonArray("bin");
        package["scripts"] = new JsonObject { ["build"] = "tsc" };
        package["dependencies"] = new JsonObject([
            // Packages made of a provider are registered by newer ones.
            new("@pulumi/pulumi", made is null ? "^3.142.0" : "^3.238.0"),
            .. Externals
                .Of(context.Package)
                .Select(static one => KeyValuePair.Create<string, JsonNode?>($"@pulumi/{one.Name}", $"^{one.Version}")),
        ]);
        package["devDependencies"] = new JsonObject { ["@types/node"] = "^20", ["typescript"] = "^4.7.0" };
        package["pulumi"] = plugin;
        return package;
    }

    private static void Set(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static JsonObject Compiler(IReadOnlyList<GeneratedFile> sources) =>
        new()
        {
            ["compilerOptions"] = new JsonObject
            {
                ["outDir"] = "bin",
                ["rootDir"] = ".",
                ["target"] = "ES2022",
                ["module"] = "nodenext",
                ["moduleResolution"] = "nodenext",
                ["types"] = new JsonArray("node"),
                ["declaration"] = true,
                ["sourceMap"] = true,
                ["stripInternal"] = true,
                ["noFallthroughCasesInSwitch"] = true,
                ["forceConsistentCasingInFileNames"] = true,
                ["skipLibCheck"] = true,
                ["strict"] = true,
            },
            ["files"] = new JsonArray([
                .. sources
                    .Select(static file => file.Path)
                    .Order(StringComparer.Ordinal)
                    .Select(static path => JsonValue.Create(path)),
            ]),
        };
}
