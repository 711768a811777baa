using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Values;

/// <summary>Random property values of every kind that the protocol knows.</summary>
internal static class ValueGen
{
    private static readonly Gen<string> Text = ArbMap
        .Default.GeneratorFor<NonNull<string>>()
        .Select(static text => text.Item);

    private static readonly Gen<string?> MaybeText = Gen.OneOf(
        Gen.Constant<string?>(null),
        Text.Select(static text => (string?)text)
    );

    private static readonly Gen<bool> Flag = ArbMap.Default.GeneratorFor<bool>();

    /// <summary>A value at most that many levels deep.</summary>
    public static Gen<PropertyValue> Value(int depth) => depth == 0 ? Leaf() : Gen.OneOf(Leaf(), Nested(depth - 1));

    /// <summary>A map of such values.</summary>
    public static Gen<PropertyMap> Map(int depth) =>
        Few(Text.Zip(Value(depth), KeyValuePair.Create)).Select(static entries => new PropertyMap(entries));

    /// <summary>Simpler values: what is inside, and what is left without one part.</summary>
    public static IEnumerable<PropertyValue> Shrink(PropertyValue value) =>
        value switch
        {
            SecretValue secret => [secret.Value],
            OutputValue { Value: { } inner } => [inner],
            ListValue list =>
            [
                .. list.Items,
                .. list.Items.Select((_, index) => (PropertyValue)new ListValue(list.Items.RemoveAt(index))),
            ],
            ObjectValue obj =>
            [
                .. obj.Fields.Values,
                .. obj.Fields.Keys.Select(name => (PropertyValue)new ObjectValue(obj.Fields.Without(name))),
            ],
            _ => [],
        };

    private static Gen<PropertyValue> Leaf() =>
        Gen.OneOf(
            Gen.Constant(PropertyValue.Null),
            Gen.Constant(PropertyValue.Unknown),
            Flag.Select(static flag => (PropertyValue)flag),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(static number => (PropertyValue)number.Item),
            Text.Select(static text => (PropertyValue)text),
            ArbMap.Default.GeneratorFor<byte[]>().Select(static bytes => (PropertyValue)new BytesValue([.. bytes])),
            Asset(),
            Reference()
        );

    private static Gen<PropertyValue> Nested(int depth) =>
        Gen.OneOf(
            Value(depth).Select(static inner => (PropertyValue)new SecretValue(inner)),
            Few(Value(depth)).Select(static items => (PropertyValue)new ListValue([.. items])),
            Map(depth).Select(static map => (PropertyValue)new ObjectValue(map)),
            Gen.OneOf(Gen.Constant<PropertyValue?>(null), Value(depth).Select(static value => (PropertyValue?)value))
                .Zip(Flag)
                .Zip(
                    Few(Text),
                    static (value, urns) => (PropertyValue)new OutputValue(value.Item1, value.Item2, [.. urns])
                ),
            Few(Text.Zip(Asset(), KeyValuePair.Create))
                .Zip(
                    MaybeText,
                    static (assets, hash) =>
                        (PropertyValue)new ArchiveValue(ContentSource.Assets, null, new PropertyMap(assets), hash)
                )
        );

    private static Gen<PropertyValue> Asset() =>
        Gen.OneOf(
            Gen.Elements(ContentSource.Text, ContentSource.Path, ContentSource.Uri)
                .Zip(Text)
                .Zip(MaybeText, static (it, hash) => (PropertyValue)new AssetValue(it.Item1, it.Item2, hash)),
            MaybeText.Select(static hash => (PropertyValue)new AssetValue(ContentSource.Elided, null, hash)),
            Gen.Elements(ContentSource.Path, ContentSource.Uri)
                .Zip(Text)
                .Zip(MaybeText, static (it, hash) => (PropertyValue)new ArchiveValue(it.Item1, it.Item2, null, hash))
        );

    private static Gen<PropertyValue> Reference() =>
        from urn in Text
        from id in Gen.OneOf(
            Gen.Constant<PropertyValue?>(null),
            Gen.Constant<PropertyValue?>(PropertyValue.Unknown),
            Text.Where(static text => text.Length > 0).Select(static text => (PropertyValue?)text)
        )
        from version in MaybeText
        from name in MaybeText
        from type in MaybeText
        select (PropertyValue)new ResourceReferenceValue(urn, id, version, name, type);

    private static Gen<ImmutableArray<T>> Few<T>(Gen<T> each) =>
        Gen.Choose(0, 4)
            .SelectMany(count => Gen.ArrayOf(each, count))
            .Select(static items => ImmutableArray.Create(items));
}
