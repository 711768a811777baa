using FsCheck;
using FsCheck.Fluent;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Protocol;

public sealed class PropertyPathTests
{
    [Theory]
    [InlineData("")]
    [InlineData("root")]
    [InlineData("root.nested")]
    [InlineData("root[0]")]
    [InlineData("root[0].nested[1]")]
    [InlineData("root[*].nested")]
    [InlineData("root[\"key.with.dot\"]")]
    [InlineData("[\"root key with \\\"quotes\\\"\"].nested")]
    [InlineData("[\"a[b]\"][\"\"]")]
    [InlineData("naïve.日本")]
    [InlineData("a]b\\")]
    [InlineData("[\"a]b\"]")]
    public void What_it_prints_it_parses(string text) => Assert.Equal(text, PropertyPath.Parse(text).ToString());

    [Theory]
    [InlineData("root[\"nested\"]", "root.nested")]
    [InlineData("[\"root\"][\"nested\"][3]", "root.nested[3]")]
    [InlineData("root..nested", "root.nested")]
    [InlineData("root.[0]", "root[0]")]
    [InlineData("root.[\"nested\"]", "root.nested")]
    [InlineData("root[+0]", "root[0]")]
    [InlineData("root[007]", "root[7]")]
    [InlineData("*", "[*]")]
    [InlineData("root.*", "root[*]")]
    [InlineData("root[\"*\"]", "root[*]")]
    [InlineData("root[\"back\\slash\"]", "root[\"back\\slash\"]")]
    [InlineData("root.end\\", "root.end\\")]
    [InlineData("root. spaced ", "root. spaced ")]
    public void What_the_engine_tolerates_is_read_as_it_reads_it(string text, string plain) =>
        Assert.Equal(plain, PropertyPath.Parse(text).ToString());

    [Theory]
    [InlineData(".root")]
    [InlineData("root.")]
    [InlineData(".")]
    [InlineData("root[ 0 ]")]
    [InlineData("root['nested']")]
    [InlineData("root[nested]")]
    [InlineData("root[99999999999]")]
    [InlineData("root[")]
    [InlineData("root[x]")]
    [InlineData("root[-1]")]
    [InlineData("root[\"open]")]
    [InlineData("root[\"a\"x]")]
    [InlineData("root[\"a\"x\"]")]
    [InlineData("root[\"a\"")]
    public void What_is_no_path_is_refused_with_the_place(string text)
    {
        Assert.False(PropertyPath.TryParse(text, out _, out var problem));
        Assert.Contains("position", problem, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PropertyPath.Parse(text));
    }

    [Fact]
    public void The_place_is_where_it_stops_to_be_one()
    {
        Assert.EndsWith(
            "position 4",
            Assert.Throws<FormatException>(() => PropertyPath.Parse("root.")).Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "position 5",
            Assert.Throws<FormatException>(() => PropertyPath.Parse("a.b.c[x]")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a", "a.b[0]", true)]
    [InlineData("a[*]", "a[7].b", true)]
    [InlineData("a[*].b", "a[7].b", true)]
    [InlineData("a[*].b", "a[7].c", false)]
    [InlineData("a.b", "a", false)]
    [InlineData("a[*]", "a.key", true)]
    [InlineData("", "anything", true)]
    [InlineData("a.b[0]", "a.b[0]", true)]
    [InlineData("a[0]", "a[*]", false)]
    public void Contains_what_is_at_or_below_it(string path, string other, bool contains) =>
        Assert.Equal(contains, PropertyPath.Parse(path).Contains(PropertyPath.Parse(other)));

    [Fact]
    public void Paths_are_equal_by_their_steps_and_begin_with_a_key_or_not()
    {
        var path = PropertyPath.Parse("a[0]");

        Assert.True(
            path == PropertyPath.Parse("[\"a\"][0]") && path.GetHashCode() == PropertyPath.Parse("a.[0]").GetHashCode()
        );
        Assert.True(path != PropertyPath.Parse("a[1]") && !path.Equals("a[0]") && path.Equals((object)path));
        Assert.NotEqual(path.GetHashCode(), PropertyPath.Parse("a[1]").GetHashCode());
        Assert.Equal(("a", null, null), (path.Head, PropertyPath.Parse("[0].a").Head, default(PropertyPath).Head));
        Assert.Equal(PropertyPath.Root, default);
    }

    [Fact]
    public void Finds_through_secrets()
    {
        var map = Map(("a", new SecretValue(List(Object(("b.c", 5))))));

        Assert.Equal((PropertyValue)5, PropertyPath.Parse("a[0][\"b.c\"]").Find(map));
        Assert.Null(PropertyPath.Parse("a[1]").Find(map));
        Assert.Null(PropertyPath.Parse("a.b").Find(map));
        Assert.Null(PropertyPath.Parse("a[0][0]").Find(map));
        Assert.Null(PropertyPath.Parse("x[0]").Find(Map(("x", Object(("*", 1))))));
        Assert.Equal((PropertyValue)1, PropertyPath.Parse("x.*").Find(Map(("x", Object(("*", 1))))));
        Assert.Null(PropertyPath.Parse("b").Find(map));
    }

    [Fact]
    public void Any_keys_and_indices_come_back() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                ArbMap.Default.ArbFor<(NonNull<string> First, NonNull<string> Second, NonNegativeInt Index)[]>(),
                static steps =>
                {
                    var path = PropertyPath.Root;
                    // A key that has to be quoted and ends in a backslash cannot be written.
                    foreach (
                        var (first, second, index) in steps.Where(static step =>
                            !step.First.Item.EndsWith('\\') && !step.Second.Item.EndsWith('\\')
                        )
                    )
                    {
                        path = path.Append(first.Item)
                            .Append(index.Item)
                            .Append(PathSegment.Wildcard)
                            .Append(second.Item);
                    }

                    return PropertyPath.Parse(path.ToString()) == path;
                }
            )
        );
}
