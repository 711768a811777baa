using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes what can be called on a resource: the methods of its class, their arguments and results.</summary>
internal static class MethodWriter
{
    /// <summary>The method of the class.</summary>
    internal static void Method(CodeWriter code, Context context, ResourceSchema resource, MethodSchema method)
    {
        var (function, name) = (method.Function, Name(resource, method));
        var inputs = function.Inputs ?? [];
        var optional = inputs.All(static input => !input.IsRequired);
        var parameters =
            inputs.Count == 0 ? ""
            : optional ? $"{name}Args? args = null"
            : $"{name}Args args";
        var given = inputs.Count == 0 ? "global::Pulumi.CallArgs.Empty" : $"args ?? new {name}Args()";
        var result = Result(function, name);
        string[] notes = function.Deprecation is { } deprecation ? [$"Deprecated: {deprecation}"] : [];
        code.Line().Doc(function.Description, $"Calls `{method.Name}`.", notes);
        if (inputs.Count > 0)
        {
            code.Line($"/// <param name=\"args\">The inputs.{(optional ? " All are optional." : "")}</param>");
        }

        if (function.Deprecation is { } message)
        {
            code.Line($"[Obsolete({Literals.Text(message)})]");
        }

        code.Line($"public {(result is null ? "void" : $"Output<{result}>")} {Names.Word(method.Name)}({parameters})")
            .Indented(() =>
                code.Line(
                    $"=> global::Pulumi.Deployment.Instance.Call{(result is null ? "" : $"<{result}>")}({Literals.Text(function.Token)}, {given}, this{(context.PackageArgument.Length > 0 ? $", null{context.PackageArgument}" : "")});"
                )
            );
    }

    /// <summary>The types beside the class.</summary>
    internal static void Types(CodeWriter code, Context context, ResourceSchema resource, MethodSchema method)
    {
        var name = Name(resource, method);
        if (method.Function.Inputs is { Count: > 0 } inputs)
        {
            code.Line();
            ArgsWriter.Write(
                code,
                context,
                new($"{name}Args", "CallArgs", Shape.Input, $"The inputs of `{method.Name}`."),
                inputs
            );
        }

        if (method.Function.Outputs is { } outputs)
        {
            code.Line();
            OutputTypeWriter.Write(code, context, $"{name}Result", $"What `{method.Name}` returns.", outputs);
        }
    }

    /// <summary>The names of those types.</summary>
    internal static IEnumerable<string> TypeNames(ResourceSchema resource, MethodSchema method)
    {
        if (method.Function.Inputs is { Count: > 0 })
        {
            yield return $"{Name(resource, method)}Args";
        }

        if (method.Function.Outputs is not null)
        {
            yield return $"{Name(resource, method)}Result";
        }
    }

    private static string? Result(FunctionSchema function, string name) =>
        function switch
        {
            { Outputs: not null } => $"{name}Result",
            { ScalarOutput: not null } => throw new SchemaException(function.Path, "a method has to return an object"),
            _ => null,
        };

    private static string Name(ResourceSchema resource, MethodSchema method) =>
        Names.Type(resource.Token) + Names.Word(method.Name);
}
