using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>What a rule of the provider's own can tell of an input.</summary>
public sealed class InputViewTests
{
    private static readonly InputView Inputs = InputView.Of(
        Map(
            ("text", "a"),
            ("empty", ""),
            ("null", PropertyValue.Null),
            ("unknown", PropertyValue.Unknown),
            ("hidden", new SecretValue("b")),
            ("number", 2),
            ("flag", true),
            ("list", List("x", new SecretValue("y"))),
            ("map", Object(("k", "v")))
        )
    );

    [Theory]
    [InlineData("text", "set", false, "a")]
    [InlineData("empty", "unset", false, "")]
    [InlineData("null", "unset", false, null)]
    [InlineData("absent", "unset", false, null)]
    [InlineData("unknown", "neither", false, null)]
    [InlineData("hidden", "set", true, "b")]
    [InlineData("number", "set", false, null)]
    [InlineData("list", "set", true, null)]
    public void It_is_set_or_not_or_not_known_and_may_be_secret(string name, string expected, bool secret, string? text)
    {
        var input = Inputs[name];

        Assert.Equal(
            expected,
            (input.IsSet, input.IsUnset) switch
            {
                (true, false) => "set",
                (false, true) => "unset",
                (false, false) => "neither",
                _ => "both",
            }
        );
        Assert.Equal((secret, text), (input.IsSecret, input.Text));
    }

    [Theory]
    [InlineData("unknown", false, false)]
    [InlineData("map", false, true)]
    [InlineData("text", false, true)]
    [InlineData("absent", false, true)]
    public void A_property_of_what_is_not_known_is_not_known_either(string name, bool set, bool unset)
    {
        var property = Inputs[name]["other"];

        Assert.Equal((set, unset, $"{name}.other"), (property.IsSet, property.IsUnset, property.Path.ToString()));
    }

    [Fact]
    public void Numbers_flags_elements_and_entries_are_read_with_their_places()
    {
        Assert.Equal(
            (2d, (bool?)true, null, null),
            (Inputs["number"].Number, Inputs["flag"].Flag, Inputs["flag"].Number, Inputs["number"].Flag)
        );
        Assert.Equal(
            ["list[0]=x", "list[1]=y", "map.k=v"],
            Inputs["list"]
                .Elements.Concat(Inputs["map"].Entries.Select(static entry => entry.Value))
                .Select(static input => $"{input.Path}={input.Text}")
        );
        Assert.Equal(["k"], Inputs["map"].Entries.Select(static entry => entry.Key));
        Assert.Empty(Inputs["unknown"].Elements);
        Assert.Empty(Inputs["text"].Entries);
    }
}
