using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes the object types: inputs in one file, outputs in another, modules as namespaces in them.</summary>
internal static class TypesWriter
{
    internal static IEnumerable<GeneratedFile> Write(Context context)
    {
        yield return Room(context, "types/input.ts", static shape => shape != Shape.Output);
        yield return Room(context, "types/output.ts", static shape => shape == Shape.Output);
        var code = FileText
            .Header()
            .Line("import * as enums from \"./enums\";")
            .Line("import * as input from \"./input\";")
            .Line("import * as output from \"./output\";")
            .Line()
            .Line("export { enums, input, output };");
        yield return new GeneratedFile("types/index.ts", code.ToString());
    }

    private static GeneratedFile Room(Context context, string path, Func<Shape, bool> belongs) =>
        FileText.Of(
            path,
            code =>
            {
                // Inputs and state inputs are the same interface here.
                var types = context
                    .Uses.All()
                    .Where(use => belongs(use.Shape))
                    .DistinctBy(static use => (use.Type.Token, TypeMap.IsInput(use.Shape)))
                    .ToLookup(static use => Tokens.Module(use.Type.Token));
                code.Separated(types[""], use => Type(code, context, use.Type, use.Shape));
                // A module with types has its namespace among inputs and outputs, be it empty.
                foreach (var module in Modules(context))
                {
                    code.Line()
                        .Scope(
                            $"export namespace {Names.Module(module)}",
                            () => code.Separated(types[module], use => Type(code, context, use.Type, use.Shape))
                        );
                }

                if (types.Count == 0)
                {
                    code.Line("export {};");
                }
            }
        );

    private static IEnumerable<string> Modules(Context context) =>
        context
            .Package.Objects.Select(static one => Tokens.Module(one.Token))
            .Where(static module => module.Length > 0)
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static void Type(CodeWriter code, Context context, ObjectSchema type, Shape shape)
    {
        InterfaceWriter.Write(
            code,
            context,
            new(TypeMap.ObjectName(type.Token, shape), shape, type.Description),
            type.Properties
        );
        if (context.HasDefaults(type.Token))
        {
            code.Line();
            InterfaceWriter.WriteDefaults(code, context, type, shape);
        }
    }
}
