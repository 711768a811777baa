using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes a module's index: its members, loaded when they are used, and what the runtime makes resources with.</summary>
internal static class IndexWriter
{
    internal static GeneratedFile Write(Context context, Module module)
    {
        var folder = Names.Folder(module.Name);
        var from = module.IsRoot ? "./" : string.Concat(Enumerable.Repeat("../", module.Name.Split('/').Length));
        var code = FileText.Header();
        var registers = module.IsRoot || module.Resources.Count > 0;
        if (registers)
        {
            code.Line("import * as pulumi from \"@pulumi/pulumi\";");
        }

        code.Line($"import * as utilities from \"{from}utilities\";").Line();
        if (module.Functions.Count + module.Resources.Count > 0)
        {
            code.Line("// Members.");
        }

        foreach (var function in module.Functions)
        {
            Function(code, function);
        }

        foreach (var resource in module.IsRoot ? module.Resources.Append(context.Package.Provider) : module.Resources)
        {
            Resource(code, resource);
        }

        if (module.IsRoot)
        {
            code.Line("// Enums.").Line("export * from \"./types/enums\";").Line();
        }

        Modules(code, module);
        if (registers)
        {
            Registration(code, context, module);
        }

        return new GeneratedFile(folder + "index.ts", code.ToString());
    }

    private static void Modules(CodeWriter code, Module module)
    {
        IEnumerable<string> own = module.IsRoot ? ["config", "types"] : [];
        var rooms = module.Children.Concat(own).Order(StringComparer.Ordinal).ToList();
        if (rooms.Count == 0)
        {
            return;
        }

        code.Line("// Modules.");
        var names = rooms.ConvertAll(static room => Names.Module(room).Split('.')[^1]);
        foreach (var (name, room) in names.Zip(rooms))
        {
            code.Line($"import * as {name} from \"./{room.Split('/')[^1]}\";");
        }

        code.Line().Line($"export {{ {string.Join(", ", names)} }};").Line();
    }

    private static void Function(CodeWriter code, FunctionSchema function)
    {
        var file = Names.Function(function);
        if (FunctionWriter.Types(function).ToList() is { Count: > 0 } types)
        {
            code.Line($"export {{ {string.Join(", ", types)} }} from \"./{file}\";");
        }

        var functions = FunctionWriter.Functions(function).ToList();
        functions.ForEach(one => code.Line($"export const {one}: typeof import(\"./{file}\").{one} = null as any;"));
        Lazy(code, functions, file);
    }

    private static void Resource(CodeWriter code, ResourceSchema resource)
    {
        var name = ResourceWriter.Name(resource);
        var file = ResourceWriter.File(resource).Split('/')[^1];
        var types = resource.State is null ? $"{name}Args" : $"{name}Args, {name}State";
        code.Line($"export {{ {types} }} from \"./{file}\";")
            .Line($"export type {name} = import(\"./{file}\").{name};")
            .Line($"export const {name}: typeof import(\"./{file}\").{name} = null as any;");
        Lazy(code, [name], file);
    }

    private static void Lazy(CodeWriter code, IEnumerable<string> names, string file) =>
        code.Line(
                $"utilities.lazyLoad(exports, [{string.Join(", ", names.Select(Literals.Text))}], () => require(\"./{file}\"));"
            )
            .Line();

    private static void Registration(CodeWriter code, Context context, Module module)
    {
        var package = Literals.Text(context.Package.Name);
        if (module.Resources.Count > 0)
        {
            code.Line("const _module = {")
                .Indented(() =>
                {
                    code.Line("version: utilities.getVersion(),")
                        .Scope(
                            "construct: (name: string, type: string, urn: string): pulumi.Resource =>",
                            () => code.Scope("switch (type)", () => Cases(code, module)),
                            ","
                        );
                })
                .Line("};")
                .Line(
                    $"pulumi.runtime.registerResourceModule({package}, {Literals.Text(module.IsRoot ? Tokens.RootModule : module.Name)}, _module);"
                );
        }

        if (module.IsRoot)
        {
            code.Line($"pulumi.runtime.registerResourcePackage({package}, {{")
                .Indented(() => Provider(code, context.Package.Name))
                .Line("});");
        }
    }

    private static void Cases(CodeWriter code, Module module)
    {
        foreach (var resource in module.Resources)
        {
            code.Line($"case {Literals.Text(resource.Token)}:")
                .Indented(() =>
                    code.Line($"return new {ResourceWriter.Name(resource)}(name, <any>undefined, {{ urn }});")
                );
        }

        code.Line("default:").Indented(() => code.Line("throw new Error(`unknown resource type ${type}`);"));
    }

    private static void Provider(CodeWriter code, string package) =>
        code.Line("version: utilities.getVersion(),")
            .Scope(
                "constructProvider: (name: string, type: string, urn: string): pulumi.ProviderResource =>",
                () =>
                    code.Scope(
                            $"if (type !== {Literals.Text("pulumi:providers:" + package)})",
                            () => code.Line("throw new Error(`unknown provider type ${type}`);")
                        )
                        .Line("return new Provider(name, <any>undefined, { urn });"),
                ","
            );
}
