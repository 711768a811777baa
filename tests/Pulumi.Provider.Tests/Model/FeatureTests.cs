using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Properties that do not exist everywhere.</summary>
public sealed class FeatureTests
{
    private static readonly Features Nothing = Features.Of(new Region(), Region.Places);

    private static (PropertyMap Inputs, string[] Problems) Check(PropertyMap inputs, Features features)
    {
        var checker = new InputChecker(features);
        var result = checker.Check(GatedInputs.Model, inputs, PropertyPath.Root);
        return (result, [.. checker.Problems.Select(static problem => $"{problem.Path}: {problem.Reason}")]);
    }

    private static string[] Diff(PropertyMap old, PropertyMap @new, params string[] offered) =>
        [
            .. InputDiff
                .Between(
                    GatedInputs.Model,
                    old,
                    old,
                    @new,
                    IgnoredPaths.None,
                    Features.Of(new Region(offered), Region.Places)
                )
                .Select(static change => $"{change.Kind} {change.Path}{(change.Replaces ? " replaces" : "")}"),
        ];

    [Fact]
    public void Setting_what_is_not_offered_is_a_problem_that_says_where_it_exists()
    {
        var (_, problems) = Check(
            Map(
                ("label", "x"),
                ("size", "big"),
                ("tags", List("x")),
                ("parts", List(Object(("name", "lid"), ("text", new SecretValue("y")))))
            ),
            Nothing
        );

        Assert.Equal(
            [
                "label: not offered by a private region; it exists on Cloud A and Cloud B. Remove it",
                "parts[0].text: not offered by a private region; it exists on Cloud A and Cloud B. Remove it",
                "size: 'big' is not offered by a private region; it exists on Cloud B. Choose one of: small",
                "tags: not offered by a private region; it exists on Cloud A and Cloud B. Remove it",
            ],
            problems
        );
    }

    public static TheoryData<PropertyValue> PerhapsNotSet() =>
        [PropertyValue.Unknown, PropertyValue.Unknown.AsSecret(), PropertyValue.Null, List()];

    [Theory]
    [MemberData(nameof(PerhapsNotSet))]
    public void What_may_be_nothing_is_no_problem_where_it_is_not_offered(PropertyValue value) =>
        Assert.Empty(Check(Map(("tags", value)), Nothing).Problems);

    [Fact]
    public void A_secret_choice_is_not_quoted()
    {
        var (_, problems) = Check(Map(("size", new SecretValue("big"))), Nothing);

        Assert.StartsWith("size: the secret value is not offered", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_choice_is_offered_what_there_is()
    {
        Assert.Equal(["size: 'bg' is not one of: small"], Check(Map(("size", "bg")), Nothing).Problems);
        Assert.Equal(["size: 'bg' is not one of: small, big"], Check(Map(("size", "bg")), Features.All).Problems);
    }

    [Fact]
    public void Null_and_unknown_choices_are_no_problem() =>
        Assert.Empty(Check(Map(("label", PropertyValue.Null), ("size", PropertyValue.Unknown)), Nothing).Problems);

    [Fact]
    public void A_default_is_filled_in_only_where_the_property_exists()
    {
        Assert.Equal(PropertyMap.Empty, Check(PropertyMap.Empty, Nothing).Inputs);
        Assert.Equal(Map(("label", "none")), Check(PropertyMap.Empty, Features.All).Inputs);
    }

    private static (PropertyMap Inputs, string[] Problems, string[] Warnings) CheckDoubtful(
        PropertyMap inputs,
        PropertyMap? held = null
    )
    {
        var all = Region.Places.Keys.ToArray();
        var checker = new InputChecker(Features.Of(new Region(all) { Doubtful = all }, Region.Places), held);
        var result = checker.Check(GatedInputs.Model, inputs, PropertyPath.Root);
        string[] Words(IEnumerable<Problem> found) => [.. found.Select(static one => $"{one.Path}: {one.Reason}")];
        return (result, Words(checker.Problems), Words(checker.Warnings));
    }

    [Fact]
    public void What_is_not_certain_is_allowed_with_a_warning_and_never_filled_in_unasked()
    {
        var given = Map(
            ("label", "x"),
            ("parts", List(Object(("name", "lid"), ("text", "y")))),
            ("size", new SecretValue("big"))
        );
        var (inputs, problems, warnings) = CheckDoubtful(given);

        Assert.Equal(given, inputs);
        Assert.Empty(problems);
        Assert.Equal(
            [
                "label: not confirmed for a private region",
                "parts[0].text: not confirmed for a private region",
                "size: the secret value is not confirmed for a private region",
            ],
            warnings.Order(StringComparer.Ordinal)
        );

        var (unasked, _, none) = CheckDoubtful(
            Map(("size", "small"), ("tags", List()), ("label", PropertyValue.Unknown))
        );
        Assert.Equal(Map(("size", "small"), ("tags", List()), ("label", PropertyValue.Unknown)), unasked);
        Assert.Empty(none);
        Assert.Equal(PropertyMap.Empty, CheckDoubtful(PropertyMap.Empty).Inputs);
    }

    [Fact]
    public void A_change_in_place_that_is_not_certain_is_warned_of_when_it_is_made()
    {
        const string warning = "colour: changing it in place is not confirmed for a private region";
        var red = Map(("colour", "red"));

        Assert.Equal([warning], CheckDoubtful(Map(("colour", "blue")), red).Warnings);
        Assert.Equal([warning], CheckDoubtful(Map(("size", "small")), red).Warnings);
        Assert.Equal([warning], CheckDoubtful(red, Map(("size", "small"))).Warnings);
        Assert.Empty(CheckDoubtful(red, red).Warnings);
        Assert.Empty(CheckDoubtful(red).Warnings);
    }

    [Fact]
    public void A_session_that_does_not_say_offers_all() =>
        Assert.Empty(Check(Map(("label", "x"), ("size", "big")), Features.Of(new object(), Region.Places)).Problems);

    [Fact]
    public void A_change_replaces_where_the_cloud_cannot_make_it_in_place()
    {
        var old = Map(("colour", "red"), ("parts", List(Object(("name", "lid")))));
        var changed = Map(("colour", "blue"), ("parts", List(Object(("name", "box")))));

        Assert.Equal(["Update colour replaces", "Update parts[0].name replaces"], Diff(old, changed));
        Assert.Equal(["Update colour", "Update parts[0].name"], Diff(old, changed, "paint"));
        Assert.Equal(
            ["Update lid.name replaces"],
            Diff(Map(("lid", Object(("name", "a")))), Map(("lid", Object(("name", "b")))))
        );
        Assert.Equal(["Add colour replaces"], Diff(PropertyMap.Empty, Map(("colour", "red"))));
        Assert.Equal(["Delete colour"], Diff(Map(("colour", "red")), PropertyMap.Empty, "paint"));
        Assert.Equal(
            ["Update colour replaces"],
            Diff(Map(("colour", "red")), Map(("colour", PropertyValue.Unknown)), "labels")
        );
    }

    [Fact]
    public void Previews_leave_out_what_is_not_offered()
    {
        var inputs = Map(("colour", "red"));
        var create = OutputPreview.OfCreate(GatedInputs.Model, GatedState.Model, inputs, Nothing);
        var update = OutputPreview.OfUpdate(
            GatedInputs.Model,
            GatedState.Model,
            inputs.With("madeAt", "today"),
            inputs.With("colour", "blue"),
            new HashSet<string> { "colour" },
            Nothing
        );

        Assert.Equal(["colour", "lid", "madeAt", "parts", "size"], create.Keys);
        Assert.Equal(Map(("colour", "blue"), ("madeAt", "today")), update);
    }

    [Fact]
    public void What_is_not_offered_goes_at_any_depth_and_secrets_stay()
    {
        var state = Map(
            ("colour", "red"),
            ("label", ""),
            ("newer", "kept"),
            (
                "parts",
                List(Object(("name", "lid"), ("text", "")), new SecretValue(Object(("name", "box"), ("text", ""))))
            )
        );

        Assert.Equal(
            Map(
                ("colour", "red"),
                ("newer", "kept"),
                ("parts", List(Object(("name", "lid")), new SecretValue(Object(("name", "box")))))
            ),
            Nothing.Offered(GatedState.Model, state)
        );
        Assert.Same(state, Features.All.Offered(GatedState.Model, state));
    }
}
