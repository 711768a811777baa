using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes the file of a resource, or of the provider: its class, its inputs and its state inputs.</summary>
internal static class ResourceWriter
{
    private static readonly string[] Inherited = ["Urn", "Id", "GetResourceName", "GetResourceType", "Get"];

    internal static GeneratedFile Write(Context context, ResourceSchema resource)
    {
        var module = resource.IsProvider ? "" : Tokens.Module(resource.Token);
        var name = resource.IsProvider ? "Provider" : Names.Type(resource.Token);
        var space = context.Names.ModuleNamespace(module);
        foreach (var suffix in resource.State is null ? new[] { "", "Args" } : ["", "Args", "State"])
        {
            context.Claims.Type($"{space}.{name}{suffix}", resource.Path);
        }

        foreach (var method in resource.Methods)
        {
            foreach (var type in MethodWriter.TypeNames(resource, method))
            {
                context.Claims.Type($"{space}.{type}", method.Function.Path);
            }
        }

        var text = FileHeader.Wrap(
            space,
            context.Usings,
            code =>
            {
                Class(code, context, resource, name);
                code.Line();
                ArgsWriter.Write(
                    code,
                    context,
                    new($"{name}Args", "ResourceArgs", Shape.Input, $"The inputs of `{name}`.", resource.IsProvider),
                    resource.Inputs
                );
                if (resource.State is { } state)
                {
                    code.Line();
                    ArgsWriter.Write(
                        code,
                        context,
                        new(
                            $"{name}State",
                            "ResourceArgs",
                            Shape.State,
                            $"What is known of an existing `{name}` when it is read."
                        ),
                        state
                    );
                }

                foreach (var method in resource.Methods)
                {
                    MethodWriter.Types(code, context, resource, method);
                }
            }
        );
        return new GeneratedFile(context.FilePath(module, $"{name}.cs"), text);
    }

    private static void Class(CodeWriter code, Context context, ResourceSchema resource, string name)
    {
        var outputs = resource.ClassOutputs;
        Claims.Members(
            name,
            outputs
                .Select(static one => (Names.Property(one), one.Path))
                .Concat(resource.Methods.Select(static one => (Names.Word(one.Name), one.Function.Path))),
            Inherited
        );
        string[] notes = resource.Deprecation is { } deprecation ? [$"Deprecated: {deprecation}"] : [];
        code.Doc(
            resource.Description,
            resource.IsProvider ? $"Configuration of the {context.Package.Name} provider." : name,
            notes
        );
        if (resource.Deprecation is { } message)
        {
            code.Line($"[Obsolete({Literals.Text(message)})]");
        }

        code.Line($"[{context.Names.ResourceTypeAttribute}({Literals.Text(resource.Token)})]");
        code.Block(
            $"public partial class {name} : global::Pulumi.{resource.Base}Resource",
            () =>
            {
                foreach (var output in outputs)
                {
                    context.PropertyDoc(code, output, isInput: false);
                    code.Line($"[Output({Literals.Text(output.Name)})]")
                        .Line(
                            $"public Output<{context.Types.Value(output.Type, Shape.Output, output.IsRequired)}> {Names.Property(output)} {{ get; private set; }} = null!;"
                        )
                        .Line();
                }

                Constructors(code, context, resource, name);
                MakeOptions(code, context, resource);
                if (!resource.IsProvider && !resource.IsComponent)
                {
                    code.Line();
                    Get(code, resource, name);
                }

                foreach (var method in resource.Methods)
                {
                    MethodWriter.Method(code, context, resource, method);
                }
            }
        );
    }

    // The official generator gives a provider those of a custom resource.
    private static string Options(ResourceSchema resource) =>
        resource.IsComponent ? "ComponentResourceOptions" : "CustomResourceOptions";

    private static void Constructors(CodeWriter code, Context context, ResourceSchema resource, string name)
    {
        var optional = resource.Inputs.All(static input => !input.IsRequired);
        var token = Literals.Text(resource.IsProvider ? context.Package.Name : resource.Token);
        code.Doc(
                null,
                resource.IsProvider ? "Creates a provider that resources can be managed by." : "Creates the resource."
            )
            .Line(
                "/// <param name=\"name\">The name the engine knows it by; unique among its kind in the stack.</param>"
            )
            .Line($"/// <param name=\"args\">Its inputs.{(optional ? " All are optional." : "")}</param>")
            .Line("/// <param name=\"options\">How the engine manages it.</param>")
            .Line(
                $"public {name}(string name, {name}Args{(optional ? "?" : "")} args{(optional ? " = null" : "")}, {Options(resource)}? options = null)"
            )
            .Indented(() =>
                code.Line(
                    $": base({token}, name, args ?? new {name}Args(), MakeResourceOptions(options, \"\"){(resource.IsComponent ? ", remote: true" : "")}{context.PackageArgument})"
                )
            )
            .Line("{")
            .Line("}")
            .Line();
        if (resource.IsProvider || resource.IsComponent)
        {
            return;
        }

        var state = resource.State is null ? "" : $"{name}State? state = null, ";
        code.Line($"private {name}(string name, Input<string> id, {state}CustomResourceOptions? options = null)")
            .Indented(() =>
                code.Line(
                    $": base({token}, name, {(resource.State is null ? "null" : "state")}, MakeResourceOptions(options, id){context.PackageArgument})"
                )
            )
            .Line("{")
            .Line("}")
            .Line();
    }

    private static void MakeOptions(CodeWriter code, Context context, ResourceSchema resource) =>
        code.Block(
            $"private static {Options(resource)} MakeResourceOptions({Options(resource)}? options, Input<string>? id)",
            () =>
            {
                code.Block(
                    $"var defaultOptions = new {Options(resource)}",
                    () =>
                    {
                        code.Line("Version = Utilities.Version,");
                        if (context.Package.Facts.PluginDownloadUrl is { } url)
                        {
                            code.Line($"PluginDownloadURL = {Literals.Text(url)},");
                        }

                        List(
                            code,
                            "Aliases",
                            resource.AliasTypes.Select(static one =>
                                $"new global::Pulumi.Alias {{ Type = {Literals.Text(one)} }}"
                            )
                        );
                        List(
                            code,
                            "AdditionalSecretOutputs",
                            resource
                                .Outputs.Where(one => one.IsSecret && !resource.IsComponent)
                                .Select(static one => Literals.Text(one.Name))
                        );
                        List(
                            code,
                            "ReplaceOnChanges",
                            ReplacePaths.Of(context.Package, resource).Select(Literals.Text)
                        );
                    },
                    ";"
                );
                code.Line($"var merged = {Options(resource)}.Merge(defaultOptions, options);")
                    .Line("// An id given in the options names an existing resource, as the one given to Get does.")
                    .Line("merged.Id = id ?? merged.Id;")
                    .Line("return merged;");
            }
        );

    private static void List(CodeWriter code, string property, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count > 0)
        {
            code.Block($"{property} =", () => all.ForEach(item => code.Line($"{item},")), ",");
        }
    }

    private static void Get(CodeWriter code, ResourceSchema resource, string name)
    {
        var (parameter, argument) = resource.State is null ? ("", "") : ($"{name}State? state = null, ", "state, ");
        code.Doc(null, $"Reads an existing {name} that this stack does not manage.")
            .Line("/// <param name=\"name\">The name the engine knows it by.</param>")
            .Line("/// <param name=\"id\">The id by which the provider finds it.</param>");
        if (resource.State is not null)
        {
            code.Line("/// <param name=\"state\">What else is known of it.</param>");
        }

        code.Line("/// <param name=\"options\">How the engine manages it.</param>")
            .Block(
                $"public static {name} Get(string name, Input<string> id, {parameter}CustomResourceOptions? options = null)",
                () => code.Line($"return new {name}(name, id, {argument}options);")
            );
    }
}
