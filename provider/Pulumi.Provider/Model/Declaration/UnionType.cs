using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Declaration;

/// <summary>One of several types.</summary>
public sealed record UnionType : TypeModel
{
    // Whatever else it may be, it is rather that.
    private const int Anything = 1000;

    /// <summary>One of the given types; of those that a value could be, the best fit, or the first of equals.</summary>
    public UnionType(IReadOnlyList<TypeModel> cases) => Cases = cases;

    /// <summary>The types; a union among them stands for its own.</summary>
    public IReadOnlyList<TypeModel> Cases { get; }

    /// <summary>The types, those of unions among them included.</summary>
    public IEnumerable<TypeModel> Flat => Cases.SelectMany(static one => one is UnionType union ? union.Flat : [one]);

    /// <summary>
    /// The property that tells objects apart: each has it, with a <see cref="PropertyModel.Constant"/> of its own. Null where
    /// there is none, or a case that is no object.
    /// </summary>
    public string? Discriminator =>
        Flat.First() is ObjectType first
            ? first
                .Object.Properties.Select(static property => property.Name)
                .FirstOrDefault(name =>
                    Flat.All(one => Constant(one, name) is not null)
                    && Flat.Select(one => Constant(one, name)).Distinct().Count() == Flat.Count()
                )
            : null;

    /// <summary>Which of <see cref="Cases"/> the value is; null where it is none.</summary>
    public TypeModel? CaseOf(PropertyValue value)
    {
        (TypeModel? Case, int Misfit) best = (null, int.MaxValue);
        foreach (var one in Cases)
        {
            if (Misfit(one, value.Unwrapped) is { } misfit && misfit < best.Misfit)
            {
                best = (one, misfit);
            }
        }

        return best.Case;
    }

    /// <summary>The value of that property of an object, which is always the same; null where it is no such property.</summary>
    public static PropertyValue? Constant(TypeModel type, string name) =>
        (type as ObjectType)?.Object.Find(name)?.Constant;

    // How far the value is from one of the type; null where it cannot be one.
    private static int? Misfit(TypeModel type, PropertyValue value) =>
        (type, value) switch
        {
            (UnionType union, _) => union.CaseOf(value) is { } one ? Misfit(one, value) : null,
            (EnumType choices, StringValue text) => choices.Enum.Find(text.Value) is null ? 2 : 0,
            (PrimitiveType { Name: "string" } or JsonType, StringValue) => 1,
            (PrimitiveType { Name: "boolean" }, BoolValue) => 0,
            (PrimitiveType { Name: "integer" }, NumberValue number) => number.Value == Math.Truncate(number.Value)
                ? 0
                : 2,
            (PrimitiveType { Name: "number" }, NumberValue) => 1,
            (ListType, ListValue) => 0,
            (MapType, ObjectValue) => 1,
            (ObjectType obj, ObjectValue fields) => Misfit(obj.Object, fields.Fields),
            (AssetType, AssetValue) or (ArchiveType, ArchiveValue) => 0,
            (ReferenceType reference, ResourceReferenceValue resource) => resource.Type is { } other
            && other != reference.Token
                ? 1
                : 0,
            (AnyType, not (AssetValue or ArchiveValue or ResourceReferenceValue or BytesValue)) => Anything,
            _ => null,
        };

    private static int? Misfit(ObjectModel model, PropertyMap fields) =>
        model.Properties.Any(property =>
            property.Constant is { } constant
            && fields.Find(property.Name)?.Unwrapped is { } given and not UnknownValue
            && !constant.Equals(given)
        )
            ? null
            : fields.Keys.Count(name => model.Find(name) is null)
                + model.Properties.Count(property => property.Required && fields.Find(property.Name) is null);
}
