using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Tests.Toy;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model.Components;

/// <summary>Values that remember where they are from, as components read, make and hand them on.</summary>
public sealed class OutputTests
{
    private const string Source = "urn:a";

    private static Output<PosterInputs> Poster(params (string Name, PropertyValue Value)[] values) =>
        Output.Of(Object(values), Marshal.Object<PosterInputs>);

    private static PropertyValue Written(Output<string> text) =>
        new Properties<NoteInputs> { Text = text }.Values["text"];

    private static OutputValue Of(PropertyValue? value, bool secret = false) => new(value, secret, [Source]);

    [Fact]
    public void Each_property_is_a_member_that_is_handed_on_as_it_came()
    {
        (string, PropertyValue)[] values =
        [
            ("meta", Of(Object(("a", 1)), secret: true)),
            ("policy", "{}"),
            ("picture", new AssetValue(ContentSource.Text, "sun", "h")),
            ("note", new ResourceReferenceValue("urn:n", "1")),
            ("size", Of(null)),
            ("patches", List(Object(("form", "circle"), ("radius", new SecretValue(1))))),
            ("fixings", Object(("north", List(Object(("top", "Glue")))))),
        ];
        var given = Poster(values);

        var made = new Properties<PosterInputs>
        {
            Meta = given.Meta,
            Policy = given.Policy,
            Picture = given.Picture,
            Note = given.Note,
            Size = given.Size,
            Patches = given.Patches,
            Fixings = given.Fixings,
            Colour = given.Colour, // absent: left out
        };

        Assert.Equal(Map(values), made.Values);
        Assert.Equal(Map(values), new Properties<PosterInputs>().With(given).Values);
    }

    [Fact]
    public void What_is_around_a_value_is_around_each_of_its_parts()
    {
        var given = Output.Of(
            Of(Object(("form", "square"), ("side", 2), ("maker", Of("anna"))), secret: true),
            Marshal.Object<Square>
        );

        Assert.True(given.Side.IsSecret);
        Assert.Equal([Source], given.Side.Sources());
        Assert.True(given.Side.TryGet(out var side));
        Assert.Equal(2, side);
        Assert.True(given.TryGet(out var whole));
        Assert.Equal("anna", whole.Maker);
    }

    [Fact]
    public void Of_what_is_not_known_or_not_there_nothing_is()
    {
        var unknown = Output.Of(Of(null), Marshal.Object<Square>);
        var absent = Output.Of(PropertyValue.Null, Marshal.Object<Square>);

        Assert.True(unknown.Side is { IsUnknown: true, IsUnset: false });
        Assert.Equal([Source], unknown.Side.Sources());
        Assert.True(absent.Side is { IsUnknown: false, IsUnset: true });
        Assert.False(unknown.TryGet(out _));
        Assert.False(absent.Side.TryGet(out _));
        Assert.True(unknown.Side.Apply(static side => $"{side}").IsUnknown);
        Assert.True(absent.Side.Apply(static side => $"{side}").IsUnset);
    }

    [Fact]
    public void A_value_with_a_part_that_is_not_known_is_none_yet_though_its_other_parts_are()
    {
        var given = Output.Of(Object(("side", 1), ("maker", PropertyValue.Unknown)), Marshal.Object<Square>);

        Assert.False(given.TryGet(out _));
        Assert.False(given.IsUnknown);
        Assert.True(given.Side.TryGet(out _));
        Assert.True(given.Apply(static square => square.Side).IsUnknown);
    }

    [Fact]
    public void What_a_function_makes_of_a_value_is_as_secret_and_from_the_same_resources()
    {
        var given = Output.Of(Of("sun", secret: true), Marshal.String);

        Assert.Equal(Of("sun!", secret: true), Written(given.Apply(static text => $"{text}!")));
        Assert.Equal(Of(null, secret: true), Written(Output.Of(Of(null, secret: true), Marshal.String).Apply(Twice)));
        Assert.Equal(
            new OutputValue("sun moon", true, [Source, "urn:b"]),
            Written(
                Output.Apply(
                    given,
                    Output.Of(new OutputValue("moon", false, ["urn:b"]), Marshal.String),
                    static (one, other) => $"{one} {other}"
                )
            )
        );
        Assert.Equal("plain", Written("plain"));

        static string Twice(string text) => text + text;
    }

    [Fact]
    public void A_record_that_code_made_has_members_as_a_given_one_has()
    {
        Output<Square> made = new Square { Form = "square", Side = 3 };

        Assert.True(made.Side.TryGet(out var side));
        Assert.Equal(3, side);
        Assert.True(made.Maker.IsUnset);
    }

    [Fact]
    public void Lists_are_made_of_outputs_and_taken_apart_into_them()
    {
        OutputList<int> list = [1, Output.Of(Of(2, secret: true), Marshal.Integer)];
        Assert.Equal(List(1, Of(2, secret: true)), Encoded(list));
        Assert.True(list.Apply(static items => items.Sum()).TryGet(out var sum));
        Assert.Equal(3, sum);
        Assert.True(list.Apply(static items => items.Sum()).IsSecret);

        var given = Poster(
            ("patches", Of(List(Object(("form", "circle"), ("radius", 1)), PropertyValue.Unknown)))
        ).Patches;
        Assert.Equal([false, true], given.Select(static patch => patch.IsUnknown));
        Assert.All(given, static patch => Assert.Equal([Source], patch.Sources()));
        Assert.True(given.Apply(static patches => patches.Count).IsUnknown);

        OutputList<int> made = Output.Of(Of("1,2"), Marshal.String).Apply(Parse);
        Assert.Equal(Of(List(1, 2)), Encoded(made));
        Assert.All(made, static item => Assert.Equal([Source], item.Sources()));

        static IReadOnlyList<int> Parse(string text) => [.. text.Split(',').Select(int.Parse)];
        static PropertyValue Encoded(OutputList<int> numbers)
        {
            var made = new Properties<NoteInputs>();
            Lifting.SetList(made, "x", numbers, static number => (double)number);
            return made.Values["x"];
        }
    }

    [Fact]
    public void Maps_are_made_of_outputs_and_stay_unknown_where_they_are()
    {
        var made = new OutputMap<string> { ["b"] = "2", ["a"] = Output.Of(Of(null), Marshal.String) };
        Assert.Equal(Object(("a", Of(null)), ("b", "2")), Encoded(made, static text => text));

        var lengths = made.Select(static (_, text) => text.Apply(static known => known.Length));
        Assert.Equal(Object(("a", Of(null)), ("b", 1)), Encoded(lengths, static number => (double)number));

        var unknown = Poster(("fixings", Of(null, secret: true))).Fixings.Select(static (key, _) => Output.Of(key));
        Assert.Equal(Of(null, secret: true), Encoded(unknown, static text => text));
        Assert.Empty(unknown);
    }

    private static PropertyValue Encoded<T>(OutputMap<T> map, Func<T, PropertyValue> write)
    {
        var made = new Properties<NoteInputs>();
        Lifting.SetMap(made, "x", map, write);
        return made.Values["x"];
    }

    [Fact]
    public void Nested_objects_are_made_of_outputs_too()
    {
        var made = new Properties<PosterInputs>
        {
            Patches = [Output.Of(Object(("form", "circle"), ("radius", Of(null))), Read)],
        };

        Assert.Equal(List(Object(("form", "circle"), ("radius", Of(null)))), made.Values["patches"]);
        Output<Square> square = new Properties<Square> { Form = "square", Side = Output.Of(Of(4), Marshal.Integer) };
        Assert.Equal([Source], square.Sources());
        Assert.True(square.TryGet(out var known));
        Assert.Equal(4, known.Side);

        static Union<Circle, Square> Read(PropertyValue value) => Marshal.Object<Circle>(value);
    }
}
