using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes the enums: the root module's in one file, each other module's below it.</summary>
internal static class EnumWriter
{
    internal static IEnumerable<GeneratedFile> Write(Context context)
    {
        var enums = context.Package.Enums.ToLookup(static one => Tokens.Module(one.Token));
        var modules = Module.WithParents(enums.Select(static one => one.Key));
        foreach (var module in modules)
        {
            var code = FileText.Header();
            var children = Module.ChildrenOf(module, modules).ToDictionary(static child => child, LastName);
            foreach (var (child, name) in children)
            {
                code.Line($"import * as {name} from \"./{child.Split('/')[^1]}\";");
            }

            // Also what makes a module of a file that has nothing else.
            if (children.Count > 0 || !enums[module].Any())
            {
                code.Line($"export {{ {string.Join(", ", children.Values)} }};").Line();
            }

            code.Separated(enums[module], one => Enum(code, one));
            yield return new GeneratedFile($"types/enums/{Names.Folder(module)}index.ts", code.ToString());
        }
    }

    private static string LastName(string module) => Names.Module(module).Split('.')[^1];

    private static void Enum(CodeWriter code, EnumSchema schema)
    {
        var name = Names.Type(schema.Token);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        code.Line($"export const {name} = {{")
            .Indented(() =>
            {
                foreach (var value in schema.Values)
                {
                    var member = Names.EnumMember(value);
                    if (!taken.Add(member))
                    {
                        throw new SchemaException(
                            schema.Path,
                            $"two values would become {name}.{member} in TypeScript"
                        );
                    }

                    code.Doc(value.Description, $"`{value.Value}`", deprecation: value.Deprecation)
                        .Line($"{member}: {Literals.Value(value.Value)},");
                }
            })
            .Line("} as const;")
            .Line()
            .Doc(schema.Description, $"A value of `{name}`.")
            .Line($"export type {name} = (typeof {name})[keyof typeof {name}];");
    }
}
