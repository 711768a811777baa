using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes the file of a resource, or of the provider: its class, its state inputs and its inputs.</summary>
internal static class ResourceWriter
{
    internal static GeneratedFile Write(Context context, ResourceSchema resource)
    {
        var name = Name(resource);
        return FileText.Of(
            File(resource) + ".ts",
            code =>
            {
                Class(code, context, resource, name);
                if (resource.State is { } state)
                {
                    code.Line();
                    InterfaceWriter.Write(
                        code,
                        context,
                        new($"{name}State", Shape.State, $"What is known of an existing `{name}` when it is read."),
                        state
                    );
                }

                code.Line();
                InterfaceWriter.Write(
                    code,
                    context,
                    new($"{name}Args", Shape.Input, $"The inputs of `{name}`."),
                    resource.Inputs
                );
                MethodWriter.Types(code, context, name, resource.Methods);
            }
        );
    }

    internal static string Name(ResourceSchema resource) =>
        resource.IsProvider ? "Provider" : Names.Type(resource.Token);

    /// <summary>The file below the package's folder, without its ending.</summary>
    internal static string File(ResourceSchema resource) =>
        resource.IsProvider
            ? "provider"
            : Names.Folder(Tokens.Module(resource.Token)) + Names.LowerFirst(Name(resource));

    private static void Class(CodeWriter code, Context context, ResourceSchema resource, string name)
    {
        var package = context.Package.Name;
        var token = Literals.Text(resource.IsProvider ? package : resource.Token);
        var inputs = resource.Inputs.Select(static one => one.Name).ToHashSet(StringComparer.Ordinal);
        code.Doc(
            resource.Description,
            resource.IsProvider ? $"Configuration of the {package} provider." : $"The resource `{resource.Token}`.",
            deprecation: resource.Deprecation
        );
        code.Scope(
            $"export class {name} extends pulumi.{resource.Base}Resource",
            () =>
            {
                if (!resource.IsProvider && !resource.IsComponent)
                {
                    Get(code, resource, name);
                }

                code.Line("/** @internal */").Line($"public static readonly __pulumiType = {token};").Line();
                IsInstance(code, resource, name);
                foreach (var output in resource.ClassOutputs)
                {
                    var type = TypeMap.Value(output, Shape.Output) + (output.IsRequired ? "" : " | undefined");
                    var only = inputs.Contains(output.Name) ? "" : "/*out*/ ";
                    context.PropertyDoc(code, output, isInput: false);
                    code.Line($"declare public {only}readonly {Names.Property(output.Name)}: pulumi.Output<{type}>;");
                }

                code.Line();
                ConstructorWriter.Write(code, context, resource, name);
                foreach (var method in resource.Methods)
                {
                    MethodWriter.Method(code, context, name, method);
                }
            }
        );
    }

    private static void Get(CodeWriter code, ResourceSchema resource, string name)
    {
        var state = resource.State is null ? "" : $"state?: {name}State, ";
        code.Line("/**")
            .Line($" * Reads an existing {name} that this stack does not manage.")
            .Line(" *")
            .Line(" * @param name The name the engine knows it by.")
            .Line(" * @param id The id by which the provider finds it.");
        if (resource.State is not null)
        {
            code.Line(" * @param state What else is known of it.");
        }

        code.Line(" * @param opts How the engine manages it.")
            .Line(" */")
            .Scope(
                $"public static get(name: string, id: pulumi.Input<pulumi.ID>, {state}opts?: pulumi.CustomResourceOptions): {name}",
                () =>
                    code.Line(
                        $"return new {name}(name, {(resource.State is null ? "undefined" : "state")} as any, {{ ...opts, id: id }});"
                    )
            )
            .Line();
    }

    private static void IsInstance(CodeWriter code, ResourceSchema resource, string name) =>
        code.Line("/**")
            .Line($" * Whether the object is a {name}, also one of another copy of this package.")
            .Line(" */")
            .Scope(
                $"public static isInstance(obj: any): obj is {name}",
                () =>
                    code.Scope("if (obj === undefined || obj === null)", () => code.Line("return false;"))
                        .Line(
                            $"return obj[\"__pulumiType\"] === {(resource.IsProvider ? "\"pulumi:providers:\" + " : "")}{name}.__pulumiType;"
                        )
            )
            .Line();
}
