using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

public sealed class SamenessTests
{
    public static TheoryData<string, PropertyValue?, PropertyValue?, bool> Pairs() =>
        new()
        {
            { "audience", "", null, true },
            { "audience", PropertyValue.Null, new SecretValue(""), true },
            { "audience", " * ", "all", true },
            { "audience", "x", null, false },
            { "kind", "box", " box\n", true },
            { "kind", "box", "Box", false },
            { "size", 3, null, true },
            { "size", 4, null, false },
            { "labels", Object(), null, true },
            { "labels", Object(("_own_id", "0")), null, true },
            { "labels", Object(("_own_id", "0"), ("a", "1")), Object(("a", "1")), true },
            { "labels", Object(("a", "")), null, false },
            { "labels", Object(("a", "")), Object(), false },
            { "rules", List(), null, true },
            { "rules", List(Rule(1), Rule(2)), List(Rule(2, "TCP"), Rule(1, "tcp")), true },
            { "rules", List(Rule(1, "")), List(Rule(1)), true },
            { "rules", List(Rule(1, "QUIC")), List(Rule(1)), false },
            { "steps", List("a", "b"), List("b", "a"), false },
            { "steps", List("a", "b"), List("a", "c"), false },
            { "labels", Object(("a", "1"), ("b", "2")), Object(("a", "1"), ("b", "3")), false },
            { "size", PropertyValue.Unknown, 3, false },
            { "labels", PropertyValue.Unknown, null, false },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_means_the_same_is_the_same_both_ways(
        string name,
        PropertyValue? left,
        PropertyValue? right,
        bool same
    )
    {
        var property = SampleInputs.Model.Find(name)!;

        Assert.Equal(same, Sameness.Same(property, left, right));
        Assert.Equal(same, Sameness.Same(property, right, left));
        var (before, after) = (With(name, left), With(name, right));
        Assert.Equal(same, Diff(before, after).IsEmpty);
        Assert.Equal(same, Diff(after, before).IsEmpty);
    }

    private static System.Collections.Immutable.ImmutableArray<Change> Diff(PropertyMap before, PropertyMap after) =>
        InputDiff.Between(SampleInputs.Model, before, before, after, IgnoredPaths.None, Features.All);

    private static PropertyMap With(string name, PropertyValue? value) =>
        value is null ? Map(("kind", "box")).Without(name) : Map(("kind", "box")).With(name, value);
}
