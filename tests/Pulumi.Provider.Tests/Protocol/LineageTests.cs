using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol;

/// <summary>What a component hands on of other resources' outputs stays theirs.</summary>
public sealed class LineageTests
{
    private static OutputValue Output(PropertyValue? value, bool secret = false, params string[] sources) =>
        new(value, secret, [.. sources]);

    public static TheoryData<PropertyValue, bool, string[], PropertyValue> Outputs() =>
        new()
        {
            { "a", false, [], "a" },
            { "a", true, [], Output("a", secret: true) },
            { "a", false, ["r"], Output("a", false, "r") },
            { new SecretValue("a"), false, ["r"], Output("a", true, "r") },
            { PropertyValue.Unknown, false, ["r"], Output(null, false, "r") },
            { PropertyValue.Unknown.AsSecret(), false, ["r"], Output(null, true, "r") },
            { Output("a", false, "q", "r"), true, ["r", "s"], Output("a", true, "q", "r", "s") },
            { Output("a", true, "q"), false, ["r"], Output("a", true, "q", "r") },
        };

    [Theory]
    [MemberData(nameof(Outputs))]
    public void A_value_comes_from_these_resources_besides_its_own(
        PropertyValue value,
        bool secret,
        string[] sources,
        PropertyValue expected
    ) => Assert.Equal(expected, value.From(secret, [.. sources]));

    [Fact]
    public void What_is_taken_out_of_a_value_or_made_of_it_keeps_what_is_around()
    {
        var list = Output(new SecretValue(List("a", PropertyValue.Unknown)), false, "r");
        var map = new SecretValue(Object(("k", Output("v", false, "s"))));

        Assert.Equal([Output("a", true, "r"), Output(null, true, "r")], list.Elements());
        Assert.Equal([KeyValuePair.Create("k", (PropertyValue)Output("v", true, "s"))], map.Entries());
        Assert.Equal(
            Output("ab", false, "r"),
            Output("a", false, "r").Apply(static text => $"{((StringValue)text).Value}b")
        );
        Assert.Equal(Output(null, true, "r"), Output(null, true, "r").Apply(static _ => "never"));
        Assert.Equal("ab", ((PropertyValue)"a").Apply(static _ => "ab"));
        foreach (var nothing in (PropertyValue?[])[null, PropertyValue.Null, PropertyValue.Unknown, Output(null), "a"])
        {
            Assert.Empty(nothing.Elements());
            Assert.Empty(nothing.Entries());
        }
    }

    [Fact]
    public void All_that_a_value_comes_from_is_found_and_can_be_left_out()
    {
        var value = Object(
            ("a", List(Output("x", true, "r1"), Output(null, false, "r2"))),
            ("b", new SecretValue(Output(Output("y", false, "r3"), false, "r4"))),
            ("c", "z")
        );

        Assert.Equal(["r1", "r2", "r4", "r3"], value.Sources());
        Assert.Equal(
            Object(("a", List(new SecretValue("x"), PropertyValue.Unknown)), ("b", new SecretValue("y")), ("c", "z")),
            value.Plain()
        );
    }
}
