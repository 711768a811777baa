using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes what can be called on a resource: the methods of its class, and a namespace with their types.</summary>
internal static class MethodWriter
{
    /// <summary>The method of the class.</summary>
    internal static void Method(CodeWriter code, Context context, string resource, MethodSchema method)
    {
        var inputs = method.Function.Inputs ?? [];
        var optional = inputs.All(static input => !input.IsRequired);
        var parameters = inputs.Count == 0 ? "" : $"args{(optional ? "?" : "")}: {resource}.{Type(method)}Args";
        var returns =
            method.Function.Outputs is not null ? $"pulumi.Output<{resource}.{Type(method)}Result>"
            : method.Function.ScalarOutput is null ? "void"
            : throw new SchemaException(method.Function.Path, "a method has to return an object");
        code.Line()
            .Doc(method.Function.Description, $"Calls `{method.Name}`.", deprecation: method.Function.Deprecation)
            .Scope(
                $"{method.Name}({parameters}): {returns}",
                () =>
                {
                    if (inputs.Count > 0 && optional)
                    {
                        code.Line("args = args || {};");
                    }

                    var result = method.Function.Outputs is null ? "" : "return ";
                    code.Line($"{result}pulumi.runtime.call({Literals.Text(method.Function.Token)}, {{")
                        .Indented(() =>
                        {
                            code.Line("\"__self__\": this,");
                            foreach (var input in inputs)
                            {
                                code.Line($"{Literals.Text(input.Name)}: {Value(input)},");
                            }
                        })
                        .Line($"}}, this{context.PackageArgument});");
                }
            );
    }

    /// <summary>The namespace beside the class; nothing where methods have no types of their own.</summary>
    internal static void Types(CodeWriter code, Context context, string resource, IReadOnlyList<MethodSchema> methods)
    {
        var parts = methods.SelectMany(static method => Parts(method)).ToList();
        if (parts.Count > 0)
        {
            code.Line()
                .Scope(
                    $"export namespace {resource}",
                    () =>
                        code.Separated(
                            parts,
                            part => InterfaceWriter.Write(code, context, part.Declaration, part.Properties)
                        )
                );
        }
    }

    private static IEnumerable<(
        InterfaceWriter.Declaration Declaration,
        IReadOnlyList<PropertySchema> Properties
    )> Parts(MethodSchema method)
    {
        if (method.Function.Inputs is { Count: > 0 } inputs)
        {
            yield return (new($"{Type(method)}Args", Shape.Input, $"The inputs of `{method.Name}`."), inputs);
        }

        if (method.Function.Outputs is { } outputs)
        {
            yield return (
                new($"{Type(method)}Result", Shape.Output, $"What `{method.Name}` returns.", "readonly "),
                outputs
            );
        }
    }

    private static string Value(PropertySchema input)
    {
        var given = Names.Member("args", input.Name);
        var value = Context.Default(input) is { } standard ? $"({given}) ?? {standard}" : given;
        return input.IsSecret ? $"{given} ? pulumi.secret({value}) : undefined" : value;
    }

    private static string Type(MethodSchema method) => Names.UpperFirst(method.Name);
}
