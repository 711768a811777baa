using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;
using BytesValue = Pulumi.Provider.Protocol.Values.BytesValue;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;
using StringValue = Pulumi.Provider.Protocol.Values.StringValue;

namespace Pulumi.Provider.Tests.Protocol;

public sealed class StructCodecTests
{
    public static TheoryData<PropertyValue> Kinds() =>
        [
            PropertyValue.Null,
            (PropertyValue)true,
            (PropertyValue)1.5,
            (PropertyValue)"text",
            (PropertyValue)"",
            (PropertyValue)"00000000-0000-0000-0000-000000000000", // as long as an unknown
            List(1, "two", PropertyValue.Null),
            Object(("a", 1), ("b", Object(("c", "d")))),
            PropertyValue.Unknown,
            new SecretValue("hidden"),
            new SecretValue(PropertyValue.Unknown),
            new SecretValue(Object(("k", List(1)))),
            new OutputValue("known", IsSecret: true, ["urn:a", "urn:b"]),
            new OutputValue(null, IsSecret: false, []),
            new ResourceReferenceValue("urn:r"),
            new ResourceReferenceValue("urn:r", "id-1", "1.2.3", "name", "pkg:index:Type"),
            new ResourceReferenceValue("urn:r", PropertyValue.Unknown),
            new AssetValue(ContentSource.Text, "text", "hash"),
            new AssetValue(ContentSource.Path, "/a", null),
            new AssetValue(ContentSource.Uri, "https://a", null),
            new AssetValue(ContentSource.Elided, null, "hash"),
            new ArchiveValue(ContentSource.Path, "/a", null, "hash"),
            new ArchiveValue(ContentSource.Uri, "https://a", null, null),
            new ArchiveValue(
                ContentSource.Assets,
                null,
                Map(("f", new AssetValue(ContentSource.Text, "t", null))),
                "hash"
            ),
            new ArchiveValue(ContentSource.Elided, null, null, "hash"),
            new BytesValue(ImmutableArray.Create<byte>(0xff, 0x00, 0x80)),
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_survives_the_wire(PropertyValue value) =>
        Assert.Equal(value, StructCodec.Decode(StructCodec.Encode(value)));

    [Theory]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public void All_seven_unknowns_are_known_and_one_is_sent(string sentinel)
    {
        var value = StructCodec.Decode(Value.ForString(sentinel));

        Assert.Equal(PropertyValue.Unknown, value);
        Assert.Equal(Sentinels.UnknownString, StructCodec.Encode(value).StringValue);
    }

    [Fact]
    public void An_output_says_only_what_it_has() =>
        Assert.Equal(
            [Sentinels.SignatureKey],
            StructCodec.Encode(new OutputValue(null, IsSecret: false, [])).StructValue.Fields.Keys
        );

    [Fact]
    public void An_empty_id_of_a_reference_is_unknown_and_an_absent_one_is_a_component()
    {
        var encoded = StructCodec.Encode(new ResourceReferenceValue("urn:r"));
        encoded.StructValue.Fields["id"] = Value.ForString("");

        Assert.Equal(PropertyValue.Unknown, ((ResourceReferenceValue)StructCodec.Decode(encoded)).Id);
        Assert.Empty(StructCodec.Decode((Struct?)null));
    }

    [Theory]
    [InlineData("no such signature", "unknown signature")]
    [InlineData(Sentinels.Secret, "value")]
    [InlineData(Sentinels.ResourceReference, "urn")]
    public void A_sentinel_without_its_fields_is_refused_in_words(string signature, string word)
    {
        var value = new Struct();
        value.Fields[Sentinels.SignatureKey] = Value.ForString(signature);

        var failure = Assert.Throws<FormatException>(() => StructCodec.Decode(Value.ForStruct(value)));
        Assert.Contains(word, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_do_not_nest_and_never_print()
    {
        var secret = new SecretValue(new SecretValue("canary"));

        Assert.IsType<StringValue>(secret.Value);
        Assert.DoesNotContain(
            "canary",
            List(secret, Object(("a", secret)), new OutputValue("canary", true, [])).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Random_values_survive_the_wire() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(Tree(3)), static value => Equals(value, StructCodec.Decode(StructCodec.Encode(value))))
        );

    [Theory]
    [MemberData(nameof(Nestings))]
    public void Nesting_beyond_the_stack_ends_in_an_exception(string kind)
    {
        PropertyValue value = 1;
        var sent = Value.ForNumber(1);
        for (var level = 0; level < 100_000; level++)
        {
            (value, sent) = Around(kind, value, sent);
        }

        Assert.Throws<InsufficientExecutionStackException>(() => StructCodec.Encode(value));
        Assert.Throws<InsufficientExecutionStackException>(() => StructCodec.Decode(sent));
    }

    public static TheoryData<string> Nestings => ["object", "list", "output", "archive"];

    // A secret in a secret is one.
    private static (PropertyValue Value, Value Sent) Around(string kind, PropertyValue value, Value sent) =>
        kind switch
        {
            "object" => (new ObjectValue(Map(("a", value))), Value.ForStruct(new Struct { Fields = { ["a"] = sent } })),
            "list" => (new ListValue([value]), Value.ForList(sent)),
            "output" => (new OutputValue(value, false, []), Signed(Sentinels.Output, "value", sent)),
            _ => (
                new ArchiveValue(ContentSource.Assets, null, Map(("a", value)), null),
                Signed(Sentinels.Archive, "assets", Value.ForStruct(new Struct { Fields = { ["a"] = sent } }))
            ),
        };

    private static Value Signed(string signature, string field, Value value) =>
        Value.ForStruct(
            new Struct { Fields = { [Sentinels.SignatureKey] = Value.ForString(signature), [field] = value } }
        );

    private static Gen<PropertyValue> Tree(int depth)
    {
        var leaf = Gen.OneOf(
            Gen.Constant(PropertyValue.Null),
            Gen.Constant(PropertyValue.Unknown),
            ArbMap.Default.GeneratorFor<bool>().Select(static flag => (PropertyValue)flag),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(static number => (PropertyValue)number.Item),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(static text => (PropertyValue)text.Item)
        );
        if (depth == 0)
        {
            return leaf;
        }

        var inner = Tree(depth - 1);
        return Gen.OneOf(
            leaf,
            inner.Select(static value => (PropertyValue)new SecretValue(value)),
            Gen.ListOf(inner).Select(static items => (PropertyValue)new ListValue([.. items.Take(4)])),
            Gen.ListOf(ArbMap.Default.GeneratorFor<NonNull<string>>().Zip(inner))
                .Select(static entries =>
                    (PropertyValue)
                        new ObjectValue(
                            new PropertyMap(
                                entries
                                    .Take(4)
                                    .Select(static entry => KeyValuePair.Create(entry.Item1.Item, entry.Item2))
                            )
                        )
                )
        );
    }
}
