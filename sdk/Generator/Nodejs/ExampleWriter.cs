using Generator.Examples;
using Generator.Schema;
using Generator.Text;

namespace Generator.Nodejs;

/// <summary>Writes an example as a TypeScript program.</summary>
internal sealed class ExampleWriter
{
    private readonly PackageSchema _package;
    private readonly string _alias;
    private bool _usesPulumi;

    private ExampleWriter(PackageSchema package)
    {
        _package = package;
        _alias = package.Name.Replace('-', '_');
    }

    internal static string Write(PackageSchema package, Example example) => new ExampleWriter(package).Program(example);

    private string Program(Example example)
    {
        var code = new CodeWriter();
        code.Separated(example.Steps, step => code.Line($"const {step.Name} = {Step(step)};"));
        if (example.Outputs.Count > 0)
        {
            code.Line();
        }

        foreach (var (name, value) in example.Outputs)
        {
            code.Line($"export const {name} = {Value(value)};");
        }

        var pulumi = _usesPulumi ? "import * as pulumi from \"@pulumi/pulumi\";\n" : "";
        return $"{pulumi}import * as {_alias} from {Literals.Text(Names.Package(_package))};\n\n{code}";
    }

    private string Step(ExampleStep step)
    {
        List<string> arguments = [];
        if (step is ResourceStep)
        {
            arguments.Add(Literals.Text(step.Name));
        }

        List<string> options = step.Provider is { } provider ? [$"provider: {provider.Name}"] : [];
        if (step is ResourceStep { DependsOn: { Count: > 0 } dependencies })
        {
            options.Add($"dependsOn: {Brackets([.. dependencies.Select(static one => one.Name)])}");
        }

        var takesInputs = step is ResourceStep or CallStep { Function.Inputs: not null };
        if (step.Inputs.Count > 0 || (takesInputs && options.Count > 0))
        {
            arguments.Add(Properties(step.Inputs));
        }

        if (options.Count > 0)
        {
            arguments.Add(Braces(options));
        }

        return $"{Called(step)}({string.Join(", ", arguments)})";
    }

    private string Called(ExampleStep step) =>
        step switch
        {
            ResourceStep { Resource.IsProvider: true } => $"new {_alias}.Provider",
            ResourceStep { Resource.Token: var token } => $"new {_alias}.{Names.Qualifier(token)}{Names.Type(token)}",
            CallStep { Function: var function } =>
                $"{_alias}.{Names.Qualifier(function.Token)}{Names.Function(function)}Output",
            _ => throw new InvalidOperationException($"no TypeScript for {step.GetType().Name}"),
        };

    private string Properties(IReadOnlyList<ExampleInput> inputs) =>
        Braces([.. inputs.Select(input => $"{Names.Property(input.Property.Name)}: {Value(input.Value)}")]);

    private string Value(ExampleValue value)
    {
        switch (value)
        {
            case LiteralValue literal:
                return Literals.Value(literal.Value);
            case ChoiceValue choice:
                return $"{_alias}.{Names.Qualifier(choice.Enum.Token)}{Names.Type(choice.Enum.Token)}.{Names.EnumMember(choice.Choice)}";
            case ListValue list:
                return Brackets([.. list.Items.Select(Value)]);
            case MapValue map:
                return Braces([.. map.Entries.Select(entry => $"{Names.Property(entry.Key)}: {Value(entry.Value)}")]);
            case AnyValue any:
                return Value(any.Value);
            case ObjectValue of:
                return Properties(of.Properties);
            case ReferenceValue reference:
                return Reference(reference);
            case TextValue text:
                _usesPulumi = true;
                return $"pulumi.interpolate`{string.Concat(text.Parts.Select(Part))}`";
            default:
                throw new InvalidOperationException($"no TypeScript for {value.GetType().Name}");
        }
    }

    private string Part(ExampleValue part) =>
        part is LiteralValue literal
            ? ((string)literal.Value)
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("`", "\\`", StringComparison.Ordinal)
                .Replace("$", "\\$", StringComparison.Ordinal)
            : $"${{{Value(part)}}}";

    // A property of an output is an output; what is deeper is looked into once it is there.
    private static string Reference(ReferenceValue reference)
    {
        var (name, hops) = (reference.Step.Name, reference.Path);
        if (hops.Count == 1)
        {
            return Names.Member(name, hops[0].Property?.Name ?? "id");
        }

        if (reference.Step is CallStep)
        {
            return $"{name}.apply({name} => {Hops(name, hops, isOptional: false)})";
        }

        var first = hops[0].Property!.Name;
        return $"{Names.Member(name, first)}.apply({first} => {Hops(first, hops.Skip(1), hops[0].IsOptional)})";
    }

    private static string Hops(string text, IEnumerable<Hop> hops, bool isOptional)
    {
        foreach (var hop in hops)
        {
            text += hop switch
            {
                { Index: { } index } => isOptional ? $"?.[{index}]" : $"[{index}]",
                _ => (isOptional ? "?." : ".") + hop.Property!.Name,
            };
            isOptional = hop.IsOptional;
        }

        return text;
    }

    private static string Braces(List<string> things) => things.Count == 0 ? "{}" : Layout.Of("{ ", "{", things, " }");

    private static string Brackets(List<string> things) => Layout.Of("[", "[", things, "]");
}
