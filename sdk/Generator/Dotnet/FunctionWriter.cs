using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes the file of a function: its three forms, their inputs and the result.</summary>
internal static class FunctionWriter
{
    internal static GeneratedFile Write(Context context, FunctionSchema function)
    {
        var module = Tokens.Module(function.Token);
        var space = context.Names.ModuleNamespace(module);
        var name = Names.Function(function.Token);
        var parts = new List<string> { name };
        if (function.Inputs is not null)
        {
            parts.Add($"{name}Args");
        }

        if (function.OutputFormInputs is not null)
        {
            parts.Add($"{name}InvokeArgs");
        }

        if (function.Outputs is not null)
        {
            parts.Add($"{name}Result");
        }

        parts.ForEach(part => context.Claims.Type($"{space}.{part}", function.Path));
        var text = FileHeader.Wrap(
            space,
            context.Usings,
            code =>
            {
                Class(code, context, function, name);
                if (function.Inputs is { } inputs)
                {
                    code.Line();
                    ArgsWriter.Write(
                        code,
                        context,
                        new($"{name}Args", "InvokeArgs", Shape.Plain, $"The inputs of `{name}.InvokeAsync`."),
                        inputs
                    );
                }

                if (function.OutputFormInputs is { } outputFormInputs)
                {
                    code.Line();
                    ArgsWriter.Write(
                        code,
                        context,
                        new($"{name}InvokeArgs", "InvokeArgs", Shape.Input, $"The inputs of `{name}.Invoke`."),
                        outputFormInputs
                    );
                }

                if (function.Outputs is { } outputs)
                {
                    code.Line();
                    OutputTypeWriter.Write(code, context, $"{name}Result", $"What `{name}` returns.", outputs);
                }
            }
        );
        return new GeneratedFile(context.FilePath(module, $"{name}.cs"), text);
    }

    private static void Class(CodeWriter code, Context context, FunctionSchema function, string name)
    {
        var result =
            function.Outputs is not null ? $"{name}Result"
            : function.ScalarOutput is { } scalar ? context.Types.Value(scalar, Shape.Output)
            : null;
        string[] notes = function.Deprecation is { } deprecation ? [$"Deprecated: {deprecation}"] : [];
        code.Doc(function.Description, name, notes);
        Obsolete(code, function);
        code.Block(
            $"public static class {name}",
            () =>
            {
                Form(code, context, function, name, result, FormKind.Plain);
                if (result is not null)
                {
                    code.Line();
                    Form(code, context, function, name, result, FormKind.Output);
                    code.Line();
                    Form(code, context, function, name, result, FormKind.OutputWithDependencies);
                }
            }
        );
    }

    private enum FormKind
    {
        Plain,
        Output,
        OutputWithDependencies,
    }

    private static void Form(
        CodeWriter code,
        Context context,
        FunctionSchema function,
        string name,
        string? result,
        FormKind form
    )
    {
        var plain = form == FormKind.Plain;
        var argsType = plain ? $"{name}Args" : $"{name}InvokeArgs";
        var inputs = plain ? function.Inputs : function.OutputFormInputs;
        var optional = inputs?.All(static input => !input.IsRequired) ?? false;
        var mayOmit = optional && form != FormKind.OutputWithDependencies;
        var args =
            inputs is null ? ""
            : mayOmit ? $"{argsType}? args = null, "
            : $"{argsType} args, ";
        var options =
            form == FormKind.OutputWithDependencies ? "InvokeOutputOptions options" : "InvokeOptions? options = null";
        var returns = (plain, result) switch
        {
            (true, null) => "Task",
            (true, _) => $"Task<{result}>",
            _ => $"Output<{result}>",
        };
        var method = (function.ScalarOutput is null ? "Invoke" : "InvokeSingle") + (plain ? "Async" : "");
        var generic = result is null ? "" : $"<{result}>";
        var given = inputs is null ? "InvokeArgs.Empty" : $"args ?? new {argsType}()";
        var fallback = plain
            ? "Calls the function and waits for its result."
            : "Calls the function with inputs that may be outputs of resources.";
        // The class shows the examples.
        code.Doc(ExampleFilter.WithoutExamples(function.Description), fallback);
        if (inputs is not null)
        {
            code.Line($"/// <param name=\"args\">The inputs.{(optional ? " All are optional." : "")}</param>");
        }

        code.Line(
                $"/// <param name=\"options\">How to call it{(form == FormKind.OutputWithDependencies ? ", and what to wait for" : "")}.</param>"
            )
            .Line($"public static {returns} {(plain ? "InvokeAsync" : "Invoke")}({args}{options})")
            .Indented(() =>
                code.Line(
                    $"=> global::Pulumi.Deployment.Instance.{method}{generic}({Literals.Text(function.Token)}, {given}, options.WithDefaults(){context.PackageArgument});"
                )
            );
    }

    private static void Obsolete(CodeWriter code, FunctionSchema function)
    {
        if (function.Deprecation is { } message)
        {
            code.Line($"[Obsolete({Literals.Text(message)})]");
        }
    }
}
