using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

public sealed class InputDiffTests
{
    private static readonly PropertyMap Box = Map(("kind", "box"));

    private static string[] Diff(
        PropertyMap old,
        PropertyMap @new,
        PropertyMap? state = null,
        params string[] ignored
    ) =>
        [
            .. InputDiff
                .Between(SampleInputs.Model, old, state ?? old, @new, IgnoredPaths.Of(ignored), Features.All)
                .Select(static change => $"{change.Kind} {change.Path}{(change.Replaces ? " replaces" : "")}"),
        ];

    [Fact]
    public void Equal_inputs_have_no_diff() => Assert.Empty(Diff(Box, Box));

    [Fact]
    public void A_change_that_the_cloud_cannot_make_replaces() =>
        Assert.Equal(["Update kind replaces"], Diff(Box, Map(("kind", "bag"))));

    [Fact]
    public void Adding_and_removing_have_their_own_kinds()
    {
        var labelled = Box.With("labels", Object(("a", "1"), ("b", "2")));

        Assert.Equal(["Add labels"], Diff(Box, labelled));
        Assert.Equal(["Delete labels"], Diff(labelled, Box));
        Assert.Equal(["Update labels"], Diff(Box.With("labels", Object()), labelled));
        Assert.Equal(["Add steps[1]"], Diff(Box.With("steps", List("a")), Box.With("steps", List("a", "b"))));
        Assert.Equal(["Delete steps[1]"], Diff(Box.With("steps", List("a", "b")), Box.With("steps", List("a"))));
        Assert.Equal(
            ["Update labels.a", "Delete labels.b", "Add labels.c"],
            Diff(labelled, Box.With("labels", Object(("a", "9"), ("c", "3"))))
        );
    }

    [Fact]
    public void A_default_left_out_equals_the_default_written_down() => Assert.Empty(Diff(Box, Box.With("size", 3)));

    [Fact]
    public void An_empty_collection_equals_an_absent_one() => Assert.Empty(Diff(Box.With("steps", List()), Box));

    [Fact]
    public void The_order_counts_only_where_it_means_something()
    {
        var old = Box.With("rules", List(Rule(80), Rule(443))).With("steps", List("a", "b"));
        var @new = Box.With("rules", List(Rule(443, "TCP"), Rule(80))).With("steps", List("b", "a"));

        Assert.Equal(["Update steps[0]", "Update steps[1]"], Diff(old, @new));
    }

    [Fact]
    public void One_changed_element_of_an_unordered_list_shows_its_changed_leaf() =>
        Assert.Equal(
            ["Update rules[1].port"],
            Diff(Box.With("rules", List(Rule(80), Rule(443))), Box.With("rules", List(Rule(80), Rule(444))))
        );

    [Fact]
    public void Elements_added_to_and_removed_from_an_unordered_list_stand_at_their_own_index()
    {
        Assert.Equal(
            ["Add rules[0]"],
            Diff(Box.With("rules", List(Rule(80))), Box.With("rules", List(Rule(22), Rule(80))))
        );
        Assert.Equal(
            ["Delete rules[0]"],
            Diff(Box.With("rules", List(Rule(22), Rule(80))), Box.With("rules", List(Rule(80))))
        );
    }

    [Fact]
    public void An_unknown_new_value_is_a_change() =>
        Assert.Equal(
            ["Update kind replaces", "Update size"],
            Diff(Box.With("size", 4), Map(("kind", PropertyValue.Unknown), ("size", PropertyValue.Unknown)))
        );

    [Fact]
    public void What_the_cloud_chose_may_be_left_out_or_named()
    {
        var state = Box.With("address", "10.0.0.7");

        Assert.Empty(Diff(Box, Box, state));
        Assert.Empty(Diff(Box, state, state));
        Assert.Empty(Diff(state, Box, state));
        Assert.Equal(["Update address replaces"], Diff(Box, Box.With("address", "10.0.0.8"), state));
    }

    [Fact]
    public void Two_spellings_of_the_same_are_the_same() =>
        Assert.Empty(Diff(Box.With("audience", "all"), Box.With("audience", "*")));

    [Fact]
    public void Becoming_secret_is_no_change() =>
        Assert.Empty(Diff(Box.With("password", "abc"), Box.With("password", new SecretValue("abc"))));

    [Theory]
    [InlineData("rules")]
    [InlineData("rules[*]")]
    [InlineData("rules[*].port")]
    [InlineData("rules[0].port")]
    public void Ignored_paths_do_not_count_at_any_depth(string ignored) =>
        Assert.Empty(Diff(Box.With("rules", List(Rule(80))), Box.With("rules", List(Rule(81))), null, ignored));

    [Fact]
    public void Every_path_parses_back()
    {
        var changes = InputDiff.Between(
            SampleInputs.Model,
            Box.With("labels", Object(("a.b", "1"), ("c\"d", "1"), ("[e]", "1"), ("", "1"), ("back\\slash", "1"))),
            Box,
            Box.With("labels", Object(("a.b", "2"), ("c\"d", "2"), ("[e]", "2"), ("", "2"), ("back\\slash", "2"))),
            IgnoredPaths.None,
            Features.All
        );

        Assert.Equal(5, changes.Length);
        Assert.All(changes, static change => Assert.Equal(change.Path, PropertyPath.Parse(change.Path.ToString())));
    }

    [Fact]
    public void What_an_older_version_did_not_store_is_no_change()
    {
        var old = Box.Without("kind");

        Assert.Empty(Diff(old, Box, old));
        Assert.Empty(Diff(old, Box, Box));
        Assert.Equal(["Update kind replaces"], Diff(old, Box.With("kind", "bag"), Box));
        Assert.Empty(Diff(Box, Box.With("audience", "all"), Box.With("audience", "*")));
        Assert.Equal(["Add audience"], Diff(Box, Box.With("audience", "all"), Box.With("audience", "you")));
    }
}
