using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes the file of a function: its two forms, their inputs and the result.</summary>
internal static class FunctionWriter
{
    internal static GeneratedFile Write(Context context, FunctionSchema function)
    {
        var name = Names.Function(function);
        var type = Names.UpperFirst(name);
        return FileText.Of(
            $"{Names.Folder(Tokens.Module(function.Token))}{name}.ts",
            code =>
            {
                Form(code, context, function, name, output: false);
                if (function.Inputs is { } inputs)
                {
                    code.Line();
                    InterfaceWriter.Write(
                        code,
                        context,
                        new($"{type}Args", Shape.Plain, $"The inputs of `{name}`."),
                        inputs
                    );
                }

                if (function.Outputs is { } outputs)
                {
                    code.Line();
                    InterfaceWriter.Write(
                        code,
                        context,
                        new($"{type}Result", Shape.Output, $"What `{name}` returns.", "readonly "),
                        outputs
                    );
                }

                if (Result(function) is null)
                {
                    return;
                }

                code.Line();
                Form(code, context, function, name, output: true);
                if (function.OutputFormInputs is { } outputFormInputs)
                {
                    code.Line();
                    InterfaceWriter.Write(
                        code,
                        context,
                        new($"{type}OutputArgs", Shape.Input, $"The inputs of `{name}Output`."),
                        outputFormInputs
                    );
                }
            }
        );
    }

    /// <summary>The types that the file exports beside the functions.</summary>
    internal static IEnumerable<string> Types(FunctionSchema function)
    {
        var type = Names.UpperFirst(Names.Function(function));
        if (function.Inputs is not null)
        {
            yield return $"{type}Args";
        }

        if (function.Outputs is not null)
        {
            yield return $"{type}Result";
        }

        if (function.OutputFormInputs is not null)
        {
            yield return $"{type}OutputArgs";
        }
    }

    /// <summary>The functions that the file exports.</summary>
    internal static IEnumerable<string> Functions(FunctionSchema function)
    {
        var name = Names.Function(function);
        return Result(function) is null ? [name] : [name, $"{name}Output"];
    }

    private static string? Result(FunctionSchema function) =>
        function.Outputs is not null ? $"{Names.UpperFirst(Names.Function(function))}Result"
        : function.ScalarOutput is { } scalar ? TypeMap.Value(scalar, Shape.Output)
        : null;

    private static void Form(CodeWriter code, Context context, FunctionSchema function, string name, bool output)
    {
        var type = Names.UpperFirst(name);
        var inputs = output ? function.OutputFormInputs : function.Inputs;
        var optional = inputs?.All(static input => !input.IsRequired) ?? false;
        var args = inputs is null ? "" : $"args{(optional ? "?" : "")}: {type}{(output ? "OutputArgs" : "Args")}, ";
        var result = Result(function);
        var single = function.ScalarOutput is null ? "" : "Single";
        var (suffix, options, returns, invoke) = output
            ? ("Output", "pulumi.InvokeOutputOptions", $"pulumi.Output<{result}>", $"invoke{single}Output")
            : ("", "pulumi.InvokeOptions", $"Promise<{result ?? "void"}>", $"invoke{single}");
        code.Doc(function.Description, $"Calls `{function.Token}`.", deprecation: function.Deprecation)
            .Scope(
                $"export function {name}{suffix}({args}opts?: {options}): {returns}",
                () =>
                {
                    if (optional)
                    {
                        code.Line("args = args || {};");
                    }

                    code.Line("opts = pulumi.mergeOptions(utilities.resourceOptsDefaults(), opts || {});")
                        .Line($"return pulumi.runtime.{invoke}({Literals.Text(function.Token)}, {{")
                        .Indented(() =>
                        {
                            foreach (var input in inputs ?? [])
                            {
                                code.Line($"{Literals.Text(input.Name)}: {Names.Member("args", input.Name)},");
                            }
                        })
                        .Line($"}}, opts{context.PackageArgument});");
                }
            );
    }
}
