using System.Collections;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol;

public sealed class PropertyValueTests
{
    private static readonly OutputValue Known = new("a", IsSecret: false, ["r"]);
    private static readonly AssetValue Asset = new(ContentSource.Text, "text", "hash");

    /// <summary>Each with its print, and whether anything in it is unknown or secret.</summary>
    public static TheoryData<PropertyValue, string, bool, bool> Kinds() =>
        new()
        {
            { PropertyValue.Null, "null", false, false },
            { PropertyValue.Unknown, "[unknown]", true, false },
            { true, "true", false, false },
            { false, "false", false, false },
            { 0.1, "0.1", false, false },
            { "a", "\"a\"", false, false },
            { new SecretValue(PropertyValue.Unknown), "[secret]", true, true },
            { new SecretValue("a"), "[secret]", false, true },
            { List("a", PropertyValue.Unknown), "[\"a\", [unknown]]", true, false },
            { List("a", new SecretValue("b")), "[\"a\", [secret]]", false, true },
            { Object(("k", 1), ("l", PropertyValue.Unknown)), "{k: 1, l: [unknown]}", true, false },
            { Object(("k", 1), ("l", new SecretValue(1))), "{k: 1, l: [secret]}", false, true },
            { Known, "\"a\"", false, false },
            { Known with { Value = null }, "[unknown]", true, false },
            { Known with { Value = List(PropertyValue.Unknown) }, "[[unknown]]", true, false },
            { Known with { IsSecret = true }, "[secret]", false, true },
            { Known with { Value = List(new SecretValue("a")) }, "[[secret]]", false, true },
            { new ResourceReferenceValue("urn:r"), "[resource urn:r]", false, false },
            { new ResourceReferenceValue("urn:r", PropertyValue.Unknown), "[resource urn:r]", true, false },
            { Asset, "[asset hash]", false, false },
            { Asset with { Hash = null }, "[asset text]", false, false },
            { new ArchiveValue(ContentSource.Path, "/a", null, "hash"), "[archive hash]", false, false },
            { new ArchiveValue(ContentSource.Path, "/a", null, null), "[archive /a]", false, false },
            {
                new ArchiveValue(ContentSource.Assets, null, Map(("f", Asset)), null),
                "[archive {f: [asset hash]}]",
                false,
                false
            },
            { new BytesValue([1, 2]), "[2 bytes]", false, false },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_prints_and_tells_what_is_in_it(PropertyValue value, string print, bool unknowns, bool secrets)
    {
        Assert.Equal(print, value.ToString());
        Assert.Equal((unknowns, secrets), (value.ContainsUnknowns, value.ContainsSecrets));
    }

    [Fact]
    public void Values_are_equal_by_content_and_by_all_of_it()
    {
        (PropertyValue One, PropertyValue Same, PropertyValue[] Others)[] rows =
        [
            (
                Known,
                Known with
                {
                    Dependencies = ["r"],
                },
                [Known with { Dependencies = ["s"] }, Known with { IsSecret = true }, Known with { Value = "b" }]
            ),
            (List("a", 1), List("a", 1), [List("a"), List("a", 2), List(1, "a")]),
            (
                Object(("k", 1), ("l", 2)),
                Object(("l", 2), ("k", 1)),
                [Object(("k", 1)), Object(("k", 1), ("m", 2)), Object(("k", 1), ("l", 3))]
            ),
            (new BytesValue([1, 2]), new BytesValue([1, 2]), [new BytesValue([2, 1]), new BytesValue([1])]),
        ];

        Assert.All(
            rows,
            static row =>
            {
                Assert.Equal(row.One, row.Same);
                Assert.Equal(row.One.GetHashCode(), row.Same.GetHashCode());
                Assert.False(row.One.Equals(null));
                Assert.All(row.Others, other => Assert.NotEqual(row.One, other));
                Assert.All(row.Others, other => Assert.NotEqual(other, row.One));
                // Of the other contents hardly any has the same hash, or sets of values would be lists.
                Assert.Contains(row.Others, other => other.GetHashCode() != row.One.GetHashCode());
            }
        );
    }

    [Fact]
    public void A_map_is_read_in_the_order_of_its_names_and_the_last_of_a_name_wins()
    {
        var map = Map(("b", 1), ("B", 2), ("a", 3), ("b", 4));

        Assert.Equal(["B", "a", "b"], map.Keys);
        Assert.Equal([2, 3, 4], map.Values.Cast<NumberValue>().Select(static number => number.Value));
        Assert.Equal(3, map.Count);
        Assert.Equal((4, null), (((NumberValue)map["b"]).Value, map.Find("c")));
        Assert.True(map.TryGetValue("a", out _));
        Assert.False(map.TryGetValue("c", out _));
        Assert.Equal(Map(("a", 3)), map.Without("b").Without("B").Without("c"));
        Assert.Equal(3, ((IEnumerable)map).Cast<object>().Count());
        Assert.False(map.Equals("b") || map.Equals(null));
    }
}
