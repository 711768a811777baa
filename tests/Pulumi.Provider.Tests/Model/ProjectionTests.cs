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
        var inputs = Map(("kind", "bag"), ("rules", List(Rule(80))), ("audience", "all"), ("steps", List("a")));
        var projected = Projection.ToInputs(SampleInputs.Model, inputs, State);

        Assert.Equal(Map(("kind", "box"), ("rules", State["rules"]), ("audience", "all")), projected);
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
            Map(("kind", "box"), ("rules", State["rules"]), ("audience", "*")),
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
        var said = Projection.InTheUsersWords(SampleInputs.Model, inputs, State);

        Assert.Equal(new SecretValue("box"), said["kind"]);
        Assert.Equal(inputs["rules"], said["rules"]);
        Assert.Equal("today", Assert.IsType<StringValue>(said["madeAt"]).Value);
    }
}
