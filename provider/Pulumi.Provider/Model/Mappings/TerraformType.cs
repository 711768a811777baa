namespace Pulumi.Provider.Model.Mappings;

/// <summary>A resource or a data source of a Terraform provider.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Name">The type's name, without the provider's.</param>
/// <param name="IsDataSource">False for a resource.</param>
/// <param name="Attributes">What it has: arguments and results alike.</param>
public sealed record TerraformType(
    string Provider,
    string Name,
    bool IsDataSource,
    IReadOnlyList<TerraformAttribute> Attributes
)
{
    /// <summary>The name as programs have it.</summary>
    public string FullName => $"{Provider}_{Name}";

    /// <summary>
    /// Reads a list of types: a line each, of provider, <c>resource</c> or <c>data</c>, name and attributes, between tabs.
    /// Attributes are <c>name:shape</c> between blanks; those of the blocks of a list are <c>list.name:shape</c>, and follow
    /// it. Lines that begin with <c>#</c> are for people.
    /// </summary>
    /// <exception cref="FormatException">A line is something else.</exception>
    public static IReadOnlyList<TerraformType> Read(IEnumerable<string> lines) =>
        [
            .. lines
                .Where(static line => line is not ("" or ['#', ..]))
                .Select(static line =>
                    line.Split('\t') is [var provider, ("resource" or "data") and var kind, var name, var attributes]
                        ? new TerraformType(provider, name, kind == "data", AttributesOf("", attributes.Split(' ')))
                        : throw new FormatException($"no type of a Terraform provider: {line}")
                ),
        ];

    private static IReadOnlyList<TerraformAttribute> AttributesOf(string parent, string[] texts) =>
        [
            .. texts
                .Where(text =>
                    text.StartsWith(parent, StringComparison.Ordinal)
                    && !text[parent.Length..].Contains('.', StringComparison.Ordinal)
                )
                .Select(text =>
                    text[parent.Length..].Split(':') is [var name, var shape]
                    && Enum.TryParse<TerraformShape>(shape, ignoreCase: true, out var known)
                        ? new TerraformAttribute(name, known, AttributesOf($"{parent}{name}.", texts))
                        : throw new FormatException($"no attribute of a Terraform type: {text}")
                ),
        ];
}

/// <summary>An attribute.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="Block">Of lists and sets: what each element has; empty where the elements are texts.</param>
public sealed record TerraformAttribute(string Name, TerraformShape Shape, IReadOnlyList<TerraformAttribute> Block);

/// <summary>What an attribute holds; the numbers are those of mappings.</summary>
public enum TerraformShape
{
    /// <summary>True or false.</summary>
    Bool = 1,

    /// <summary>A whole number.</summary>
    Int = 2,

    /// <summary>Text.</summary>
    String = 4,

    /// <summary>A list.</summary>
    List = 5,

    /// <summary>A map of texts.</summary>
    Map = 6,

    /// <summary>A list without an order.</summary>
    Set = 7,
}
