using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

public sealed class InputCheckerTests
{
    private static (PropertyMap Inputs, string[] Problems) Check(PropertyMap inputs)
    {
        var checker = new InputChecker(Features.All);
        var result = checker.Check(SampleInputs.Model, inputs, PropertyPath.Root);
        return (result, [.. checker.Problems.Select(static problem => $"{problem.Path}: {problem.Reason}")]);
    }

    [Fact]
    public void Good_inputs_get_defaults_also_inside_lists()
    {
        var (inputs, problems) = Check(Map(("kind", "box"), ("rules", List(Rule(80)))));

        Assert.Empty(problems);
        Assert.Equal(Map(("kind", "box"), ("size", 3), ("rules", List(Rule(80, "TCP")))), inputs);
    }

    [Fact]
    public void All_problems_are_told_at_once_with_paths_and_fixes()
    {
        var (_, problems) = Check(
            Map(
                ("size", 70000),
                ("rules", List(Rule(0), Rule(80, "SCTP"), Object())),
                ("colour", "red"),
                ("steps", "one"),
                ("Kindd", "box")
            )
        );

        Assert.Equal(
            [
                "Kindd: there is no such property; did you mean 'kind'?",
                "colour: there is no such property; there are: kind, size, rules, steps, labels, address, password, audience",
                "kind: required, but not set; it is: Decides what it is",
                "rules[0].port: 0 is out of range; give a number from 1 to 65535",
                "rules[1].protocol: 'SCTP' is not one of: TCP, UDP",
                "rules[2].port: required, but not set; it is: The port",
                "size: 70000 is out of range; give a number from 1 to 10",
                "steps: expected a list of strings, got a string",
            ],
            problems.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Unknown_values_are_not_judged_and_stay()
    {
        var given = Map(
            ("kind", PropertyValue.Unknown),
            ("size", PropertyValue.Unknown),
            ("rules", List(PropertyValue.Unknown, Object(("port", PropertyValue.Unknown.AsSecret()))))
        );
        var (inputs, problems) = Check(given);

        Assert.Empty(problems);
        Assert.Equal(PropertyValue.Unknown, inputs["kind"]);
        Assert.True(inputs["rules"].ContainsUnknowns);
        Assert.True(inputs["rules"].ContainsSecrets);
    }

    [Fact]
    public void Secrets_stay_wrapped_and_are_never_quoted()
    {
        var (inputs, problems) = Check(
            Map(
                ("kind", new SecretValue("far too long to be a kind")),
                ("password", new SecretValue("HUNTER2")),
                ("audience", "x")
            )
        );

        Assert.IsType<SecretValue>(inputs["password"]);
        Assert.Equal(
            [
                "kind: the secret value is not valid; give 1 to 8 characters",
                "password: the secret value is not valid; give small letters",
            ],
            problems
        );
    }

    public static TheoryData<string, PropertyValue> Unquotable() =>
        new()
        {
            { "password", "HUNTER2" },
            { "kind", "https://HUNTER2:x@host" },
            { "kind", new OutputValue("HUNTER2-of-somebody", IsSecret: true, []) },
            { "size", new SecretValue(2.5) },
            { "size", new SecretValue("HUNTER2") },
            { "rules", new SecretValue(List(Rule(80, "HUNTER2"))) },
        };

    [Theory]
    [MemberData(nameof(Unquotable))]
    public void What_is_secret_by_its_property_its_wrapping_or_its_look_is_not_quoted(string name, PropertyValue value)
    {
        var (_, problems) = Check(Map(("kind", "box")).With(name, value));

        Assert.Contains("the secret value is not", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://host/a@b")]
    [InlineData("somebody@host")]
    public void An_address_with_nobody_in_it_is_quoted(string text) =>
        Assert.Equal(
            [$"kind: '{text}' has {text.Length} characters; give 1 to 8"],
            Check(Map(("kind", text))).Problems
        );

    [Fact]
    public void Too_many_elements_are_counted_and_their_number_is_no_secret()
    {
        var four = new SecretValue(List(Rule(1), Rule(2), Rule(3), Rule(4)));
        var checker = new InputChecker(Features.All);
        checker.Check(Measured.Model, Map(("numbers", Object(("a", 1), ("b", 1), ("c", 1)))), PropertyPath.Root);
        checker.Check(Measured.Model, Map(("texts", List())), PropertyPath.Root);

        Assert.Equal(
            ["rules: it has 4 elements; give at most 3"],
            Check(Map(("kind", "box"), ("rules", four))).Problems
        );
        Assert.Equal(
            new Problem(PropertyPath.Parse("numbers"), "it has 3 elements; give at most 2"),
            Assert.Single(checker.Problems)
        );
    }

    [Theory]
    [InlineData("Kind", "did you mean 'kind'?")]
    [InlineData("kin", "did you mean 'kind'?")]
    [InlineData("skinds", "did you mean 'kind'?")]
    [InlineData("xyzsize", "there are: ")]
    [InlineData("audienceabcd", "did you mean 'audience'?")]
    [InlineData("audienceabcde", "there are: ")]
    [InlineData("sz", "did you mean 'size'?")]
    [InlineData("s", "there are: ")]
    public void A_name_that_is_nearly_one_is_a_slip(string name, string expected) =>
        Assert.StartsWith(
            $"{name}: there is no such property; {expected}",
            Assert.Single(Check(Map(("kind", "box"), (name, 1))).Problems),
            StringComparison.Ordinal
        );

    [Fact]
    public void Where_nothing_can_be_set_no_name_is_near()
    {
        var checker = new InputChecker(Features.All);
        checker.Check(NoConfig.Model, Map(("kind", "box")), PropertyPath.Root);

        Assert.Equal("there is no such property; there are none", Assert.Single(checker.Problems).Reason);
    }

    [Fact]
    public void A_fraction_is_no_whole_number()
    {
        var (_, problems) = Check(Map(("kind", "box"), ("size", 2.5)));

        Assert.Equal(["size: 2.5 is not a whole number; give one from 1 to 10"], problems);
    }

    [Theory]
    [InlineData("lots", "size: 'lots' is not a whole number; give one from 1 to 10")]
    [InlineData("5", "size: '5' is a text; give it without quotes")]
    public void A_text_where_a_number_belongs_is_quoted(string text, string expected)
    {
        var (_, problems) = Check(Map(("kind", "box"), ("size", text)));

        Assert.Equal([expected], problems);
    }

    [Fact]
    public void Null_counts_as_absent_and_engine_keys_are_dropped()
    {
        var (inputs, problems) = Check(Map(("kind", "box"), ("size", PropertyValue.Null), ("__defaults", List())));

        Assert.Empty(problems);
        Assert.Equal(Map(("kind", "box"), ("size", 3)), inputs);
    }

    [Fact]
    public void Checking_twice_changes_nothing()
    {
        var (once, _) = Check(Map(("kind", "box"), ("rules", List(Rule(80)))));
        var (twice, _) = Check(once);

        Assert.Equal(once, twice);
    }

    [Fact]
    public void An_empty_text_is_none_and_the_letter_case_of_a_choice_means_nothing()
    {
        var (inputs, problems) = Check(
            Map(("kind", "box"), ("password", ""), ("rules", List(Rule(80, "udp"), Rule(81, ""))))
        );

        Assert.Empty(problems);
        Assert.Equal(List(Rule(80, "UDP"), Rule(81, "TCP")), inputs["rules"]);
        Assert.Equal("", inputs["password"]);
        Assert.Null(SampleInputs.Decode(inputs).Password);
        Assert.Equal(["kind: '' has 0 characters; give 1 to 8"], Check(Map(("kind", ""))).Problems);
    }

    [Fact]
    public void What_the_cloud_put_there_is_refused_only_as_a_wish()
    {
        var given = Map(
            ("kind", "box"),
            ("rules", List(Rule(80, "QUIC"))),
            ("labels", Object(("_own_id", "0"), ("a", "1")))
        );
        var held = new InputChecker(Features.All, given);
        var kept = held.Check(SampleInputs.Model, given, PropertyPath.Root);

        Assert.Empty(held.Problems);
        Assert.Equal(given["rules"], kept["rules"]);
        Assert.Equal(Object(("a", "1")), kept["labels"]);
        Assert.Equal(
            [
                "labels._own_id: keys that start with '_own_' are the cloud's own; remove it",
                "rules[0].protocol: 'QUIC' is not one of: TCP, UDP",
            ],
            Check(given).Problems
        );
    }
}
