using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Migrations;

/// <summary>Why properties are not of a shape. Unknown and secret values fit as what they stand for.</summary>
internal sealed class Misfits
{
    private readonly List<(PropertyPath Path, string Reason)> _found = [];

    private Misfits() { }

    /// <summary>True when a value is of another type, or something is missing where there is something that has no name.</summary>
    public bool AreBeyondReading { get; private set; }

    public int Count => _found.Count;

    /// <summary>All that is not as declared, keys of the engine's own aside.</summary>
    public static Misfits Of(ObjectModel model, PropertyMap properties)
    {
        var misfits = new Misfits();
        misfits.Object(model, properties, PropertyPath.Root);
        return misfits;
    }

    /// <summary>In words; never a value.</summary>
    public override string ToString() =>
        string.Join("; ", _found.ConvertAll(static misfit => $"'{misfit.Path}' {misfit.Reason}"));

    private void Object(ObjectModel model, PropertyMap properties, PropertyPath path)
    {
        var (strange, missing) = (false, false);
        foreach (var (name, value) in properties)
        {
            if (model.Find(name) is { } property)
            {
                Value(property.Type, value, path.Append(name));
            }
            else if (!name.StartsWith("__", StringComparison.Ordinal) && value.Unwrapped is not NullValue)
            {
                strange = true;
                _found.Add((path.Append(name), $"has no place{Suggestion.For(name, model)}"));
            }
        }

        foreach (var property in model.Properties)
        {
            if (property.Required && Sameness.IsNull(properties.Find(property.Name)))
            {
                missing = true;
                _found.Add((path.Append(property.Name), "is missing"));
            }
        }

        AreBeyondReading |= strange && missing;
    }

    private void Value(TypeModel type, PropertyValue value, PropertyPath path)
    {
        switch (type, value.Unwrapped)
        {
            case (_, NullValue or UnknownValue or StringValue { Value: "" }):
                break;
            case (UnionType union, _) when union.CaseOf(value) is { } one:
                Value(one, value, path);
                break;
            case (ObjectType nested, ObjectValue obj):
                Object(nested.Object, obj.Fields, path);
                break;
            case (MapType map, ObjectValue obj):
                foreach (var (key, item) in obj.Fields)
                {
                    Value(map.Item, item, path.Append(key));
                }

                break;
            case (ListType list, ListValue items):
                for (var i = 0; i < items.Items.Length; i++)
                {
                    Value(list.Item, items.Items[i], path.Append(i));
                }

                break;
            case (PrimitiveType { Name: "integer" }, NumberValue number)
                when number.Value == Math.Truncate(number.Value):
            case (PrimitiveType { Name: "number" }, NumberValue):
            case (PrimitiveType { Name: "boolean" }, BoolValue):
            case (PrimitiveType { Name: "string" } or EnumType or JsonType, StringValue):
            case (AssetType, AssetValue):
            case (ArchiveType, ArchiveValue):
            case (ReferenceType, ResourceReferenceValue):
            case (AnyType, _):
                break;
            case (_, var other):
                AreBeyondReading = true;
                _found.Add((path, $"is {Marshal.Kind(other)}, not {Expected(type)}"));
                break;
        }
    }

    private static string Expected(TypeModel type) =>
        type switch
        {
            ObjectType or MapType => "an object",
            ListType => "a list",
            PrimitiveType { Name: "integer" } => "a whole number",
            PrimitiveType { Name: "number" } => "a number",
            PrimitiveType { Name: "boolean" } => "a boolean",
            PrimitiveType or EnumType => "a string",
            _ => TypeWords.Of(type),
        };
}
