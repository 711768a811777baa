using FsCheck;
using FsCheck.Fluent;
using Properties.Tests.Programs;
using Properties.Tests.Values;
using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Inputs;

/// <summary>Random pairs of inputs: right ones, and those that programs give in previews or by mistake.</summary>
internal static class CaseGen
{
    /// <summary>Right ones, the new ones with unknowns and secrets as a preview has them.</summary>
    public static Gen<Case> Right { get; } = Pairs(Previewed);

    /// <summary>With values that may be anything.</summary>
    public static Gen<Case> Wild { get; } = Pairs(Mistaken);

    public static IEnumerable<Case> Shrink(Case it) =>
        [
            .. it.New.Keys.Select(name => it with { New = it.New.Without(name) }),
            .. it.Old.Keys.Select(name => it with { Old = it.Old.Without(name) }),
            .. it
                .Old.Keys.Where(name => it.New.Find(name) is { } value && !value.Equals(it.Old[name]))
                .Select(name => it with { New = it.New.With(name, it.Old[name]) }),
            .. it.Ignored.Select(path => it with { Ignored = it.Ignored.Remove(path) }),
        ];

    private static Gen<Case> Pairs(Func<PropertyValue, Gen<PropertyValue>> vary) =>
        from dialect in Gen.Elements(WishGen.Dialects)
        from kind in Gen.Elements(Enum.GetValues<Kind>())
        from before in Inputs(kind, dialect)
        from other in Inputs(kind, dialect)
        from start in Gen.Elements(before, other)
        from after in Each(start, vary)
        from ignored in Gen.SubListOf(before.Keys.Union(after.Keys).ToArray())
        select new Case(dialect, kind, before, after, [.. ignored]);

    private static Gen<PropertyMap> Inputs(Kind kind, string dialect) =>
        WishGen
            .For(new Slot(kind, 0), dialect)
            .Select(wish =>
            {
                var id = Props.Id($"service-{wish.Target}");
                return kind switch
                {
                    Kind.Service or Kind.Gateway => wish.Inputs,
                    Kind.Approval => wish
                        .Inputs.With("endpointServiceId", id)
                        .With("endpointId", Props.Id($"endpoint-{wish.Target}")),
                    _ => wish.Inputs.With("endpointServiceId", id),
                };
            });

    private static Gen<PropertyMap> Each(PropertyMap map, Func<PropertyValue, Gen<PropertyValue>> vary) =>
        Gen.CollectToArray(
                map.Select(entry =>
                    Gen.Frequency((5, Gen.Constant(entry.Value)), (1, vary(entry.Value)))
                        .Select(value => KeyValuePair.Create(entry.Key, value))
                )
            )
            .Select(static entries => new PropertyMap(entries));

    private static Gen<PropertyValue> Previewed(PropertyValue value) =>
        Gen.Elements<PropertyValue>(
            PropertyValue.Unknown,
            PropertyValue.Unknown.AsSecret(),
            value.AsSecret(),
            PropertyValue.Null,
            new OutputValue(value, IsSecret: false, ["urn:other"]),
            new OutputValue(null, IsSecret: false, ["urn:other"]),
            Nested(value)
        );

    // An unknown inside, as when only one port of a list comes from another resource.
    private static PropertyValue Nested(PropertyValue value) =>
        value switch
        {
            ListValue { Items: [_, .. var rest] } => new ListValue([PropertyValue.Unknown, .. rest]),
            ObjectValue obj => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(static field => KeyValuePair.Create(field.Key, PropertyValue.Unknown))
                )
            ),
            _ => PropertyValue.Unknown,
        };

    private static Gen<PropertyValue> Mistaken(PropertyValue value) => Gen.OneOf(Previewed(value), ValueGen.Value(2));
}
