using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes the variables through which programs read the package's stack configuration.</summary>
internal static class ConfigWriter
{
    internal static IEnumerable<GeneratedFile> Write(Context context)
    {
        yield return new GeneratedFile(
            "config/index.ts",
            FileText.Header().Line("export * from \"./vars\";").ToString()
        );
        yield return FileText.Of(
            "config/vars.ts",
            code =>
            {
                code.Line("declare var exports: any;")
                    .Line($"const __config = new pulumi.Config({Literals.Text(context.Package.Name)});");
                foreach (var variable in context.Package.Config)
                {
                    code.Line();
                    Variable(code, context, variable);
                }
            }
        );
    }

    // Read when it is asked for: a test may set the configuration after loading this.
    private static void Variable(CodeWriter code, Context context, PropertySchema variable)
    {
        var type = TypeMap.Value(variable.Type, Shape.Output);
        var standard = Context.Default(variable) is { } value ? $" ?? {value}" : "";
        context.PropertyDoc(code, variable, isInput: true);
        code.Line($"export declare const {variable.Name}: {type}{(variable.Default is null ? " | undefined" : "")};")
            .Line($"Object.defineProperty(exports, {Literals.Text(variable.Name)}, {{")
            .Indented(() =>
                code.Scope("get()", () => code.Line($"return {Read(variable, type)}{standard};"), ",")
                    .Line("enumerable: true,")
            )
            .Line("});");
    }

    // Texts stand as they are; everything else is JSON.
    private static string Read(PropertySchema variable, string type)
    {
        var key = Literals.Text(variable.Name);
        return variable.Type switch
        {
            PrimitiveType { Kind: PrimitiveKind.String } => $"__config.get({key})",
            _ => $"__config.getObject<{type}>({key})",
        };
    }
}
