using Generator.Schema;

namespace Generator.Examples;

/// <summary>A worked example, bound: every name in it is one of the schema, every value fits.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Introduction">Markdown before the code, or null.</param>
/// <param name="Yaml">The program as it was written.</param>
/// <param name="Steps">Resources and calls; each comes after those it refers to.</param>
/// <param name="Outputs">The stack's outputs.</param>
internal sealed record Example(
    string Title,
    string? Introduction,
    string Yaml,
    IReadOnlyList<ExampleStep> Steps,
    IReadOnlyList<(string Name, ExampleValue Value)> Outputs
);

/// <summary>A variable of the program.</summary>
/// <param name="Name">An identifier, which is also the name of a resource.</param>
/// <param name="Inputs">What it is given.</param>
/// <param name="Provider">The provider it has instead of the default one, or null.</param>
internal abstract record ExampleStep(string Name, IReadOnlyList<ExampleInput> Inputs, ExampleStep? Provider);

/// <summary>A resource.</summary>
internal sealed record ResourceStep(
    string Name,
    ResourceSchema Resource,
    IReadOnlyList<ExampleInput> Inputs,
    ExampleStep? Provider,
    IReadOnlyList<ExampleStep> DependsOn
) : ExampleStep(Name, Inputs, Provider);

/// <summary>A call of a function.</summary>
internal sealed record CallStep(
    string Name,
    FunctionSchema Function,
    IReadOnlyList<ExampleInput> Inputs,
    ExampleStep? Provider
) : ExampleStep(Name, Inputs, Provider);

/// <summary>A property and its value.</summary>
internal sealed record ExampleInput(PropertySchema Property, ExampleValue Value);

/// <summary>A value.</summary>
internal abstract record ExampleValue;

/// <summary>A bool, int, double or string.</summary>
internal sealed record LiteralValue(object Value) : ExampleValue;

/// <summary>A value of an enumeration.</summary>
internal sealed record ChoiceValue(EnumSchema Enum, EnumValueSchema Choice) : ExampleValue;

/// <summary>A list.</summary>
internal sealed record ListValue(IReadOnlyList<ExampleValue> Items) : ExampleValue;

/// <summary>A map.</summary>
internal sealed record MapValue(IReadOnlyList<(string Key, ExampleValue Value)> Entries) : ExampleValue;

/// <summary>A list or a map where any value may be.</summary>
internal sealed record AnyValue(ExampleValue Value) : ExampleValue;

/// <summary>An object of the schema.</summary>
internal sealed record ObjectValue(ObjectSchema Type, IReadOnlyList<ExampleInput> Properties) : ExampleValue;

/// <summary>What another step gives.</summary>
/// <param name="Step">The step.</param>
/// <param name="Path">At least one hop, the first one a property; the id of a resource is one too.</param>
/// <param name="Type">Its type.</param>
internal sealed record ReferenceValue(ExampleStep Step, IReadOnlyList<Hop> Path, SchemaType Type) : ExampleValue
{
    /// <summary>Whether it may be absent.</summary>
    internal bool IsOptional => Path.Any(static hop => hop.IsOptional);
}

/// <summary>Text with references in it.</summary>
/// <param name="Parts">Texts and references.</param>
internal sealed record TextValue(IReadOnlyList<ExampleValue> Parts) : ExampleValue;

/// <summary>A property, or an element of a list.</summary>
/// <param name="Property">The property; null for an element, and for the id of a resource.</param>
/// <param name="Index">Which element, or null.</param>
/// <param name="IsOptional">Whether it may be absent.</param>
internal sealed record Hop(PropertySchema? Property, int? Index, bool IsOptional)
{
    /// <summary>The id of a resource.</summary>
    internal static Hop Id { get; } = new(null, null, IsOptional: false);
}
