using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes constructors: what of the arguments goes to the engine, and with which options.</summary>
internal static class ConstructorWriter
{
    internal static void Write(CodeWriter code, Context context, ResourceSchema resource, string name)
    {
        var optional = resource.Inputs.All(static input => !input.IsRequired) ? "?" : "";
        var options = resource.IsProvider ? "pulumi.ResourceOptions" : $"pulumi.{resource.Base}ResourceOptions";
        var signature = $"constructor(name: string, args{optional}: {name}Args, opts?: {options})";
        code.Line("/**")
            .Line(" * Creates it.")
            .Line(" *")
            .Line(" * @param name The name the engine knows it by; unique among its kind in the stack.")
            .Line(" * @param args Its inputs.")
            .Line(" * @param opts How the engine manages it.")
            .Line(" */");
        if (resource.State is not null)
        {
            code.Line(signature);
            signature = $"constructor(name: string, argsOrState?: {name}Args | {name}State, opts?: {options})";
        }

        code.Scope(
            signature,
            () =>
            {
                code.Line("let resourceInputs: pulumi.Inputs = {};").Line("opts = opts || {};");
                if (resource.IsProvider)
                {
                    code.Line("{").Indented(() => Inputs(code, context, resource)).Line("}");
                }
                else
                {
                    Choice(code, context, resource, name);
                }

                Options(code, context, resource);
                var kind =
                    resource.IsComponent ? ", true /*remote*/"
                    : context.PackageArgument.Length > 0 ? ", false /*dependency*/"
                    : "";
                code.Line($"super({name}.__pulumiType, name, resourceInputs, opts{kind}{context.PackageArgument});");
            }
        );
    }

    // With an id, an existing resource is read; what stands here becomes an output, whether it has a value or not.
    private static void Choice(CodeWriter code, Context context, ResourceSchema resource, string name)
    {
        code.Line("if (opts.id) {")
            .Indented(() =>
            {
                var state = resource.State ?? [];
                if (resource.State is not null)
                {
                    code.Line($"const state = argsOrState as {name}State | undefined;");
                }

                foreach (var property in state)
                {
                    code.Line($"{Target(property)} = {Names.OptionalMember("state", property.Name)};");
                }

                Undefined(code, resource.Outputs, state);
            })
            .Line("} else {")
            .Indented(() =>
            {
                if (resource.State is not null)
                {
                    code.Line($"const args = argsOrState as {name}Args | undefined;");
                }

                Inputs(code, context, resource);
                Undefined(code, resource.Outputs, resource.Inputs);
            })
            .Line("}");
    }

    private static void Undefined(
        CodeWriter code,
        IReadOnlyList<PropertySchema> outputs,
        IReadOnlyList<PropertySchema> given
    )
    {
        foreach (var output in outputs.ExceptBy(given.Select(static one => one.Name), static one => one.Name))
        {
            code.Line($"{Target(output)} = undefined /*out*/;");
        }
    }

    private static void Inputs(CodeWriter code, Context context, ResourceSchema resource)
    {
        foreach (var input in resource.Inputs.Where(static input => input.IsRequired))
        {
            code.Scope(
                $"if ({Names.OptionalMember("args", input.Name)} === undefined && !opts.urn)",
                () => code.Line($"throw new Error({Literals.Text($"Missing required property '{input.Name}'")});")
            );
        }

        foreach (var input in resource.Inputs)
        {
            code.Line($"{Target(input)} = {Value(context, resource, input)};");
        }
    }

    private static string Value(Context context, ResourceSchema resource, PropertySchema input)
    {
        var given = Names.OptionalMember("args", input.Name);
        var value = Context.Default(input) is { } standard ? $"({given}) ?? {standard}" : given;
        if (input.IsSecret)
        {
            value =
                value == given
                    ? $"{given} ? pulumi.secret({Names.Member("args", input.Name)}) : undefined"
                    : $"pulumi.secret({value})";
        }
        else if (input.Type is ObjectReference reference && context.HasDefaults(reference.Token))
        {
            var provide = InterfaceWriter.ProvideDefaults("inputs", reference.Token, Shape.Input);
            value =
                $"{given} ? pulumi.output({Names.Member("args", input.Name)}).apply(v => v ? {provide}(v) : undefined) : undefined";
        }

        return resource.IsProvider && !input.Type.IsText ? $"pulumi.output({value}).apply(JSON.stringify)" : value;
    }

    private static string Target(PropertySchema property) => $"resourceInputs[{Literals.Text(property.Name)}]";

    private static void Options(CodeWriter code, Context context, ResourceSchema resource)
    {
        code.Line("opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts);");
        Merge("aliases", [.. resource.AliasTypes.Select(static type => $"{{ type: {Literals.Text(type)} }}")]);
        Merge(
            "additionalSecretOutputs",
            [
                .. resource
                    .Outputs.Where(one => one.IsSecret && !resource.IsComponent)
                    .Select(static one => Literals.Text(one.Name)),
            ]
        );
        Merge("replaceOnChanges", [.. ReplacePaths.Of(context.Package, resource).Select(Literals.Text)]);

        void Merge(string option, IReadOnlyList<string> items)
        {
            if (items.Count > 0)
            {
                code.Line($"opts = pulumi.mergeOptions({{ {option}: [{string.Join(", ", items)}] }}, opts);");
            }
        }
    }
}
