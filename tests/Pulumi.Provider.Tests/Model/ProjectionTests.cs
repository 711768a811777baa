using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

public sealed class ProjectionTests
{
    private static readonly PropertyMap State = Map(
        ("kind", "box"),
        ("size", 3),
        ("rules", List(Rule(443, "TCP"), Rule(80, "TCP"))),
        ("address", "10.0.0.7"),
        ("audience", "*"),
        ("madeAt", "today"),
        ("fullName", "box-3")
    );

    [Fact]
    public void What_means_the_same_keeps_the_users_words()
    {
        var inputs = Map(("kind", new SecretValue("box")), ("rules", List(Rule(80), Rule(443))), ("audience", "all"));

        Assert.Equal(inputs, Projection.ToInputs(SampleInputs.Model, inputs, State));
    }

    [Fact]
    public void Drift_of_what_the_user_set_shows()
    {
        var inputs = Map(
            ("kind", "bag"),
            ("rules", List(Rule(80))),
            ("audience", "all"),
            ("steps", List("a")),
            ("address", "10.0.0.9")
        );
        var projected = Projection.ToInputs(SampleInputs.Model, inputs, State);

        Assert.Equal(
            Map(
                ("kind", "box"),
                ("rules", List(Rule(80), Rule(443, "TCP"))),
                ("audience", "all"),
                ("address", "10.0.0.7")
            ),
            projected
        );
    }

    [Fact]
    public void What_was_said_to_be_nothing_stays_the_clouds_to_choose()
    {
        var inputs = Map(("kind", "box"), ("address", ""));

        var projected = Projection.ToInputs(SampleInputs.Model, inputs, State);

        Assert.Equal("", projected["address"]);
    }

    public static TheoryData<PropertyValue, PropertyValue, PropertyValue> Placed() =>
        new()
        {
            // One changed, the order another: it stands where it stood.
            {
                List(Rule(1), Rule(2), Rule(3)),
                List(Rule(3), Rule(2, "UDP"), Rule(1)),
                List(Rule(1), Rule(2, "UDP"), Rule(3))
            },
            { List(Rule(1), Rule(2)), List(Rule(2), Rule(9)), List(Rule(9), Rule(2)) },
            // Two changed: each where what is most like it stood.
            { List(Rule(1), Rule(2)), List(Rule(2, "UDP"), Rule(1, "UDP")), List(Rule(1, "UDP"), Rule(2, "UDP")) },
            // One more, one less.
            { List(Rule(1), Rule(2)), List(Rule(3), Rule(2), Rule(1)), List(Rule(1), Rule(2), Rule(3)) },
            { List(Rule(1), Rule(2), Rule(3)), List(Rule(3), Rule(1)), List(Rule(1), Rule(3)) },
            { List(Rule(1), Rule(1)), List(Rule(1)), List(Rule(1)) },
            { List(Rule(1, "tcp"), Rule(2)), List(Rule(1, "TCP")), List(Rule(1, "tcp")) },
            // Two changed and alike: each nearest to where it stood.
            { List(Rule(1), Rule(2), Rule(3)), List(Rule(3), Rule(8), Rule(9)), List(Rule(9), Rule(8), Rule(3)) },
            // Of a changed one, what is the same keeps its words.
            { List(Rule(1, "tcp")), List(Rule(2, "TCP")), List(Rule(2, "tcp")) },
        };

    [Theory]
    [MemberData(nameof(Placed))]
    public void A_list_whose_order_means_nothing_keeps_the_users_order(
        PropertyValue said,
        PropertyValue now,
        PropertyValue merged
    )
    {
        var (inputs, state) = (Map(("rules", said)), State.With("rules", now));

        Assert.Equal(merged, Projection.ToInputs(SampleInputs.Model, inputs, state)["rules"]);
        Assert.Equal(merged, Projection.InTheUsersWords(SampleInputs.Model, inputs, state)["rules"]);
    }

    [Fact]
    public void Texts_whose_order_means_nothing_keep_it_too() =>
        Assert.Equal(
            List("c", "b"),
            Projection.ToInputs(GatedInputs.Model, Map(("tags", List("a", "b"))), Map(("tags", List("b", "c"))))["tags"]
        );

    [Fact]
    public void What_was_said_in_secret_is_secret_where_it_was_said_and_nowhere_else()
    {
        var inputs = Map(
            ("labels", Object(("open", "a"), ("hidden", new SecretValue("b")), ("gone", new SecretValue("c")))),
            ("rules", new SecretValue(List(Rule(80)))),
            ("steps", List("one", new OutputValue("two", IsSecret: true, [])))
        );
        var state = State
            .With("labels", Object(("open", "x"), ("hidden", "y"), ("new", "z")))
            .With("steps", List("one", "three", "four"));

        foreach (
            var merged in new[]
            {
                Projection.ToInputs(SampleInputs.Model, inputs, state),
                Projection.InTheUsersWords(SampleInputs.Model, inputs, state),
            }
        )
        {
            Assert.Equal(Object(("open", "x"), ("hidden", new SecretValue("y")), ("new", "z")), merged["labels"]);
            Assert.Equal(new SecretValue(List(Rule(80), Rule(443, "TCP"))), merged["rules"]);
            Assert.Equal(List("one", new SecretValue("three"), "four"), merged["steps"]);
        }
    }

    [Fact]
    public void What_is_the_clouds_own_is_neither_input_nor_output()
    {
        var state = State.With("labels", Object(("_own_id", "0")));
        var more = State.With("labels", Object(("_own_id", "0"), ("a", "1")));
        var inputs = Map(("kind", "box"), ("labels", Object(("a", "1"))));

        Assert.Null(Projection.ToInputs(SampleInputs.Model, null, state).Find("labels"));
        Assert.False(Projection.InTheUsersWords(SampleInputs.Model, PropertyMap.Empty, state).ContainsKey("labels"));
        Assert.Equal(
            inputs["labels"],
            Projection.InTheUsersWords(SampleInputs.Model, PropertyMap.Empty, more)["labels"]
        );
        Assert.Equal(inputs["labels"], Projection.ToInputs(SampleInputs.Model, inputs, more)["labels"]);
        Assert.Equal(inputs["labels"], Projection.InTheUsersWords(SampleInputs.Model, inputs, more)["labels"]);
        Assert.Null(Projection.ToInputs(SampleInputs.Model, inputs, state).Find("labels"));
    }

    [Fact]
    public void What_the_user_wrote_as_nothing_stays_written()
    {
        var inputs = Map(("labels", Object()), ("rules", List()), ("audience", ""));
        var bare = State.Without("rules").Without("audience");

        var projected = Projection.ToInputs(SampleInputs.Model, inputs, bare);
        Assert.Equal(inputs, new PropertyMap(projected.Where(entry => inputs.ContainsKey(entry.Key))));
        var said = Projection.InTheUsersWords(SampleInputs.Model, inputs, bare);
        Assert.All(inputs, entry => Assert.Equal(entry.Value, said.Find(entry.Key)));
    }

    [Fact]
    public void Drift_away_from_a_default_or_from_nothing_shows()
    {
        var drifted = State.With("size", 9).With("labels", Object(("who", "knows")));
        var inputs = Map(("kind", "box"), ("rules", State["rules"]), ("audience", "*"));

        Assert.Equal(
            inputs.With("size", 9).With("labels", Object(("who", "knows"))),
            Projection.ToInputs(SampleInputs.Model, inputs, drifted)
        );
    }

    [Fact]
    public void An_import_has_what_a_program_must_say_and_no_more() =>
        Assert.Equal(
            Map(("kind", "box"), ("rules", State["rules"]), ("audience", "*"), ("address", "10.0.0.7")),
            Projection.ToInputs(SampleInputs.Model, null, State)
        );

    [Fact]
    public void A_secret_that_drifted_stays_secret() =>
        Assert.Equal(
            new SecretValue("new"),
            Projection.ToInputs(
                SampleInputs.Model,
                Map(("password", new SecretValue("old"))),
                State.With("password", "new")
            )["password"]
        );

    [Fact]
    public void Outputs_take_over_the_users_words_and_secrets()
    {
        var inputs = Map(("kind", new SecretValue("box")), ("rules", List(Rule(80), Rule(443))), ("audience", "all"));
        var state = State.With("password", new SecretValue("made"));
        var said = Projection.InTheUsersWords(SampleInputs.Model, inputs, state);

        Assert.Equal(new SecretValue("made"), said["password"]);
        Assert.Equal(new SecretValue("box"), said["kind"]);
        Assert.Equal(inputs["rules"], said["rules"]);
        Assert.Equal("today", Assert.IsType<StringValue>(said["madeAt"]).Value);
    }
}
