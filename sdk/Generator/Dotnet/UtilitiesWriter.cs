using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes what all other generated files lean on.</summary>
internal static class UtilitiesWriter
{
    internal static GeneratedFile Write(Context context)
    {
        var attribute = $"{context.Names.ResourceTypeAttribute}Attribute";
        context.Claims.Type($"{context.Names.PackageNamespace}.Utilities", "the generator's own helpers");
        context.Claims.Type($"{context.Names.PackageNamespace}.{attribute}", "the generator's own helpers");
        var text = FileHeader.Wrap(
            context.Names.PackageNamespace,
            ["System", "System.Globalization"],
            code =>
            {
                code.Block(
                    "static class Utilities",
                    () =>
                    {
                        Environment(code);
                        code.Line();
                        Options(code, context);
                        code.Line();
                        Version(code, context);
                        if (context.Package.Parameterization is { } made)
                        {
                            code.Line();
                            Parameterization(code, context.Package, made);
                        }
                    }
                );
                code.Line();
                Attribute(code, attribute);
            }
        );
        return new GeneratedFile("Utilities.cs", text);
    }

    private static void Environment(CodeWriter code) =>
        code.Block(
                "public static string? GetEnv(params string[] names)",
                () =>
                {
                    code.Block(
                        "foreach (var name in names)",
                        () =>
                            code.Line("var value = Environment.GetEnvironmentVariable(name);")
                                .Block("if (!string.IsNullOrEmpty(value))", () => code.Line("return value;"))
                    );
                    code.Line().Line("return null;");
                }
            )
            .Line()
            .Line("public static global::Pulumi.Input<string>? GetEnvInput(params string[] names) =>")
            .Line("    GetEnv(names) is { } value ? (global::Pulumi.Input<string>)value : null;")
            .Line()
            .Block(
                "public static bool? GetEnvBoolean(params string[] names) => GetEnv(names) switch",
                () =>
                    code.Line("\"1\" or \"t\" or \"T\" or \"true\" or \"TRUE\" or \"True\" => true,")
                        .Line("\"0\" or \"f\" or \"F\" or \"false\" or \"FALSE\" or \"False\" => false,")
                        .Line("_ => null,"),
                ";"
            )
            .Line()
            .Line("public static int? GetEnvInt32(params string[] names) =>")
            .Line(
                "    int.TryParse(GetEnv(names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;"
            )
            .Line()
            .Line("public static double? GetEnvDouble(params string[] names) =>")
            .Line(
                "    double.TryParse(GetEnv(names), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;"
            );

    private static void Options(CodeWriter code, Context context)
    {
        foreach (
            var (type, extra) in new[]
            {
                ("InvokeOptions", ""),
                (
                    "InvokeOutputOptions",
                    "DependsOn = options?.DependsOn ?? new global::Pulumi.InputList<global::Pulumi.Resource>(),"
                ),
            }
        )
        {
            code.Block(
                $"public static global::Pulumi.{type} WithDefaults(this global::Pulumi.{type}? options) => new global::Pulumi.{type}",
                () =>
                {
                    code.Line("Parent = options?.Parent,")
                        .Line("Provider = options?.Provider,")
                        .Line("Version = options?.Version ?? Version,");
                    var url = context.Package.Facts.PluginDownloadUrl is { } given ? $" ?? {Literals.Text(given)}" : "";
                    code.Line($"PluginDownloadURL = options?.PluginDownloadURL{url},");
                    if (extra.Length > 0)
                    {
                        code.Line(extra);
                    }
                },
                ";"
            );
            if (extra.Length == 0)
            {
                code.Line();
            }
        }
    }

    // The version is beside the code, not in it, so that a release changes one small file.
    private static void Version(CodeWriter code, Context context) =>
        code.Line(
                "/// <summary>The version of the package, and of the plugin it needs; empty when it was built without one.</summary>"
            )
            .Line("public static string Version { get; } = ReadVersion();")
            .Line()
            .Block(
                "private static string ReadVersion()",
                () =>
                    code.Line(
                            $"using var stream = typeof(Utilities).Assembly.GetManifestResourceStream({Literals.Text($"{context.Names.PackageNamespace}.version.txt")});"
                        )
                        .Block("if (stream is null)", () => code.Line("return \"\";"))
                        .Line()
                        .Line("using var reader = new System.IO.StreamReader(stream);")
                        .Line("return reader.ReadToEnd().Trim();")
            );

    private static void Parameterization(CodeWriter code, PackageSchema package, ParameterizationSchema made) =>
        code.Line("/// <summary>The provider that the package is made of, and the parameter that makes it.</summary>")
            .Line("public static global::Pulumi.RegisterPackageRequest PackageParameterization() =>")
            .Indented(() =>
                code.Line("new global::Pulumi.RegisterPackageRequest(")
                    .Indented(() =>
                        code.Line($"name: {Literals.Text(made.Provider)},")
                            .Line($"version: {Literals.Text(made.Version)},")
                            .Line($"downloadUrl: {Literals.Text(package.Facts.PluginDownloadUrl ?? "")},")
                            .Line(
                                "parameterization: new global::Pulumi.RegisterPackageRequest.PackageParameterization("
                            )
                            .Indented(() =>
                                code.Line($"name: {Literals.Text(package.Name)},")
                                    .Line($"version: {Literals.Text(package.Facts.Version!)},")
                                    .Line($"value: Convert.FromBase64String({Literals.Text(made.Value)})));")
                            )
                    )
            );

    private static void Attribute(CodeWriter code, string attribute) =>
        code.Block(
            $"internal sealed class {attribute} : global::Pulumi.ResourceTypeAttribute",
            () =>
                code.Line($"public {attribute}(string type)")
                    .Line("    : base(type, Utilities.Version)")
                    .Line("{")
                    .Line("}")
        );
}
