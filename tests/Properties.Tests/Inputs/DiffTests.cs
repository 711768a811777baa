using FsCheck.Fluent;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Kinds = Pulumi.Provider.Protocol.Messages.PropertyDiff.Types.Kind;
using Test = FsCheck.Check;

namespace Properties.Tests.Inputs;

/// <summary>What engines rely on in the answer of a Diff, for any old and new inputs.</summary>
public sealed class DiffTests(ProviderFixture provider)
{
    [Fact]
    public void The_parts_of_an_answer_agree_with_each_other() =>
        ForAll(
            600,
            async (it, olds, news) =>
            {
                var diff = await provider.DiffAsync(it, olds, olds, news);
                var paths = diff.DetailedDiff.Keys.Select(PropertyPath.Parse).ToList();
                Assert.True(diff.HasDetailedDiff);
                Assert.Equal(
                    paths.Count == 0
                        ? DiffResponse.Types.DiffChanges.DiffNone
                        : DiffResponse.Types.DiffChanges.DiffSome,
                    diff.Changes
                );
                SameSet(paths.Select(static path => path.Head!), diff.Diffs);
                SameSet(
                    diff.DetailedDiff.Where(static entry => Replaces(entry.Value.Kind))
                        .Select(static entry => PropertyPath.Parse(entry.Key).Head!),
                    diff.Replaces
                );
                Assert.Empty(diff.Stables.Intersect(diff.Diffs));
                Assert.Distinct(diff.Stables);
            }
        );

    [Fact]
    public void Each_change_is_of_the_kind_that_its_two_sides_say() =>
        ForAll(
            600,
            async (it, olds, news) =>
            {
                var diff = await provider.DiffAsync(it, olds, olds, news);
                foreach (var (text, change) in diff.DetailedDiff)
                {
                    var path = PropertyPath.Parse(text);
                    var (before, after) = (Present(path.Find(olds)), Present(path.Find(news)));
                    Assert.True(change.InputDiff, text);
                    Assert.True(before is null || !before.Equals(after), $"{text} is {before} on both sides");
                    // Where the order means nothing, another element may stand at that place on the other side. A default
                    // is a side that is not written down.
                    var isElement = path.Segments[^1].Index >= 0;
                    switch (change.Kind)
                    {
                        case Kinds.Add or Kinds.AddReplace:
                            Assert.True((before is null || isElement) && after is not null, text);
                            break;
                        case Kinds.Delete or Kinds.DeleteReplace:
                            Assert.True(before is not null && (after is null || isElement), text);
                            break;
                        default:
                            Assert.True(before is not null || after is not null, text);
                            break;
                    }
                }
            }
        );

    [Fact]
    public void What_is_not_known_yet_is_a_change_of_what_is_known() =>
        ForAll(
            600,
            async (it, olds, news) =>
            {
                var diff = await provider.DiffAsync(it, olds, olds, news);
                foreach (var (name, value) in news)
                {
                    if (value.Unwrapped is UnknownValue && Present(olds.Find(name)) is not null)
                    {
                        Assert.Contains(name, diff.DetailedDiff.Keys);
                    }
                }
            }
        );

    [Fact]
    public void Nothing_differs_from_itself() =>
        ForAll(
            400,
            async (it, olds, _) =>
            {
                var diff = await provider.DiffAsync(it, olds, olds, olds);
                Assert.Empty(diff.DetailedDiff);
            }
        );

    [Fact]
    public void Written_defaults_and_the_order_of_ports_and_addresses_mean_nothing() =>
        ForAll(
            400,
            async (it, olds, _) =>
            {
                var (filled, failures) = await provider.CheckAsync(it, PropertyMap.Empty, olds);
                Assert.Empty(failures);
                foreach (var name in new[] { "ports", "whitelist", "routeTables" })
                {
                    if (filled.Find(name) is ListValue list)
                    {
                        filled = filled.With(name, new ListValue(list.Items.Reverse()));
                    }
                }

                Assert.Empty((await provider.DiffAsync(it, it.Old, it.Old, filled)).DetailedDiff);
                Assert.Empty((await provider.DiffAsync(it, filled, filled, it.Old)).DetailedDiff);
            }
        );

    [Fact]
    public void Ignoring_takes_away_what_is_ignored_and_nothing_else() =>
        ForAll(
            400,
            async (it, olds, news) =>
            {
                var all = await provider.DiffAsync(it, olds, olds, news);
                var some = await provider.DiffAsync(it, olds, olds, news, it.Ignored);
                SameSet(
                    all.DetailedDiff.Keys.Where(path => !it.Ignored.Contains(PropertyPath.Parse(path).Head!)),
                    some.DetailedDiff.Keys
                );
                Assert.Empty((await provider.DiffAsync(it, olds, olds, news, all.Diffs)).DetailedDiff);
            }
        );

    [Fact]
    public void A_previewed_update_keeps_what_is_called_stable_and_shows_what_is_given() =>
        ForAll(
            400,
            async (it, olds, news) =>
            {
                var diff = await provider.DiffAsync(it, olds, olds, news);
                if (diff.Replaces.Count > 0)
                {
                    return;
                }

                var outputs = await provider.PreviewUpdateAsync(it, olds, olds, news);
                foreach (var name in diff.Stables.Where(name => news.Find(name) is null))
                {
                    // What another resource keeps secret is secret here, too.
                    Assert.Equal(Uncovered(olds.Find(name)), Uncovered(outputs.Find(name)));
                }

                foreach (var (name, value) in news.Where(static entry => Present(entry.Value) is not null))
                {
                    Assert.Equal(value, outputs.Find(name));
                }
            }
        );

    private static bool Replaces(Kinds kind) => kind is Kinds.AddReplace or Kinds.DeleteReplace or Kinds.UpdateReplace;

    private static PropertyValue? Present(PropertyValue? value) => value?.Unwrapped is null or NullValue ? null : value;

    private static PropertyValue? Uncovered(PropertyValue? value) =>
        value?.Unwrapped switch
        {
            ListValue list => new ListValue(list.Items.Select(static item => Uncovered(item)!)),
            ObjectValue obj => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(static field => KeyValuePair.Create(field.Key, Uncovered(field.Value)!))
                )
            ),
            var plain => plain,
        };

    private static void SameSet(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(
            expected.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            actual.Order(StringComparer.Ordinal)
        );

    // With inputs as a check leaves them, which is what engines have.
    private void ForAll(int usual, Func<Case, PropertyMap, PropertyMap, Task> holds) =>
        Test.One(
            Budget.For(usual),
            Prop.ForAll(
                Arb.From(CaseGen.Right, CaseGen.Shrink),
                async it =>
                {
                    var (olds, wrong) = await provider.CheckAsync(it, PropertyMap.Empty, it.Old);
                    var (news, failures) = await provider.CheckAsync(it, olds, it.New);
                    if (wrong.Count + failures.Count == 0)
                    {
                        await holds(it, olds, news);
                    }
                }
            )
        );
}
