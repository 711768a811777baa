using Generator.Examples;
using Generator.Schema;
using Generator.Text;

namespace Generator.Dotnet;

/// <summary>Writes an example as a C# program.</summary>
internal sealed class ExampleWriter
{
    private readonly Names _names;
    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal) { "Pulumi" };

    private ExampleWriter(Names names) => _names = names;

    internal static string Write(Names names, Example example) => new ExampleWriter(names).Program(example);

    private string Program(Example example)
    {
        var code = new CodeWriter();
        code.Line("return await Deployment.RunAsync(() =>").Line("{");
        code.Indented(() =>
        {
            code.Separated(example.Steps, step => code.Line($"var {step.Name} = {Step(step)};"));
            if (example.Outputs.Count > 0)
            {
                _usings.Add("System.Collections.Generic");
                var entries = example.Outputs.Select(output =>
                    $"[{Literals.Text(output.Name)}] = {Value(output.Value)}"
                );
                code.Line()
                    .Line("return new Dictionary<string, object?>")
                    .Line("{")
                    .Indented(() => code.Line(string.Join("\n", entries.Select(static entry => $"{entry},"))))
                    .Line("};");
            }
        });
        code.Line("});");
        var usings = _usings.OrderBy(static one => !one.StartsWith("System", StringComparison.Ordinal));
        return string.Concat(usings.Select(static one => $"using {one};\n")) + "\n" + code;
    }

    private string Step(ExampleStep step) =>
        step switch
        {
            ResourceStep resource => Resource(resource),
            CallStep call => Call(call),
            _ => throw new InvalidOperationException($"no C# for {step.GetType().Name}"),
        };

    private string Resource(ResourceStep step)
    {
        var type = step.Resource.IsProvider ? "Provider" : Names.Type(step.Resource.Token);
        _usings.Add(_names.ModuleNamespace(step.Resource.IsProvider ? "" : Tokens.Module(step.Resource.Token)));
        List<string> options = [];
        if (step.Provider is { } provider)
        {
            options.Add($"Provider = {provider.Name}");
        }

        if (step.DependsOn.Count > 0)
        {
            options.Add(Braces("DependsOn =", [.. step.DependsOn.Select(static one => one.Name)]));
        }

        var given = options.Count > 0 ? $", {Braces("new()", options)}" : "";
        return $"new {type}({Literals.Text(step.Name)}, {Properties("new()", step.Inputs)}{given})";
    }

    private string Call(CallStep step)
    {
        _usings.Add(_names.ModuleNamespace(Tokens.Module(step.Function.Token)));
        List<string> arguments = step.Inputs.Count > 0 ? [Properties("new()", step.Inputs)] : [];
        if (step.Provider is { } provider)
        {
            var before = step.Inputs.Count > 0 || step.Function.Inputs is null ? "" : "options: ";
            arguments.Add($"{before}new InvokeOptions {{ Provider = {provider.Name} }}");
        }

        return $"{Names.Function(step.Function.Token)}.Invoke({string.Join(", ", arguments)})";
    }

    private string Properties(string header, IReadOnlyList<ExampleInput> inputs) =>
        inputs.Count == 0 ? header : Braces(header, [.. inputs.Select(Assignment)]);

    // Lists and maps are there already: they are added to.
    private string Assignment(ExampleInput input)
    {
        var name = $"{Names.Property(input.Property)} =";
        return input.Value switch
        {
            ListValue list => Braces(name, [.. list.Items.Select(Value)]),
            MapValue map => Braces(
                name,
                [.. map.Entries.Select(entry => $"{{ {Literals.Text(entry.Key)}, {Value(entry.Value)} }}")]
            ),
            var value => $"{name} {Value(value)}",
        };
    }

    private string Value(ExampleValue value)
    {
        switch (value)
        {
            case LiteralValue literal:
                return Literals.Value(literal.Value);
            case ChoiceValue choice:
                _usings.Add(_names.ModuleNamespace(Tokens.Module(choice.Enum.Token)));
                return $"{Names.Type(choice.Enum.Token)}.{Names.EnumMember(choice.Enum, choice.Choice)}";
            case AnyValue { Value: ListValue list }:
                return Braces("new object?[]", [.. list.Items.Select(Value)]);
            case AnyValue { Value: MapValue map }:
                _usings.Add("System.Collections.Generic");
                return Braces(
                    "new Dictionary<string, object?>",
                    [.. map.Entries.Select(entry => $"[{Literals.Text(entry.Key)}] = {Value(entry.Value)}")]
                );
            case ObjectValue of:
                _usings.Add(
                    $"{_names.ModuleNamespace(Tokens.Module(of.Type.Token))}.{TypeMap.ObjectFolder(Shape.Input)}"
                );
                return Properties($"new {TypeMap.ObjectClass(of.Type.Token, Shape.Input)}", of.Properties);
            case ReferenceValue reference:
                return Reference(reference);
            case TextValue text:
                return $"Output.Format($\"{string.Concat(text.Parts.Select(Part))}\")";
            default:
                throw new InvalidOperationException($"no C# for {value.GetType().Name}");
        }
    }

    private string Part(ExampleValue part) =>
        part is LiteralValue literal
            ? Literals
                .Text((string)literal.Value)[1..^1]
                .Replace("{", "{{", StringComparison.Ordinal)
                .Replace("}", "}}", StringComparison.Ordinal)
            : $"{{{Value(part)}}}";

    // Outputs of resources are members; what is deeper, and results of calls, are looked into once they are there.
    private static string Reference(ReferenceValue reference)
    {
        var (name, hops) = (reference.Step.Name, reference.Path);
        if (reference.Step is CallStep)
        {
            return $"{name}.Apply(static {name} => {name}{Hops(hops)})";
        }

        var member = $"{name}{Hops(hops.Take(1))}";
        var variable = hops[0].Property?.Name ?? "id";
        return hops.Count == 1 ? member : $"{member}.Apply(static {variable} => {variable}{Hops(hops.Skip(1))})";
    }

    private static string Hops(IEnumerable<Hop> hops) =>
        string.Concat(
            hops.Select(static hop =>
                hop.Index is { } index ? $"[{index}]" : $".{(hop.Property is { } one ? Names.Property(one) : "Id")}"
            )
        );

    private static string Braces(string header, List<string> things) =>
        things.Count == 0 ? $"{header} {{ }}" : Layout.Of($"{header} {{ ", $"{header}\n{{", things, " }");
}
