namespace Pulumi.Provider.Generator;

/// <summary>The union types of a record's properties: made once, for reading asks them which of its types a value is.</summary>
internal sealed class Unions(string record)
{
    private readonly List<string> _models = [];

    /// <summary>Adds an expression of type UnionType.</summary>
    /// <returns>An expression of the one that was made of it.</returns>
    public string Add(string model)
    {
        _models.Add(model);
        return $"{record}Model.Union{_models.Count}";
    }

    /// <summary>Declarations of them, in their order, for an inner one comes first.</summary>
    public IEnumerable<string> Declarations() =>
        _models.Select(static (model, i) => $"public static readonly UnionType Union{i + 1} = {model};");
}
