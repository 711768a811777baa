using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Inputs whose values may be anything.</summary>
[PropertyObject]
public sealed partial record AnyInputs
{
    /// <summary>Anything, in its order.</summary>
    public PropertyValue? Exact { get; init; }

    /// <summary>Anything, in any order.</summary>
    [Unordered]
    public PropertyValue? Loose { get; init; }

    /// <summary>Parts.</summary>
    [Unordered]
    public IReadOnlyList<AnyPart>? Parts { get; init; }
}

/// <summary>A part.</summary>
[PropertyObject("any:index:Part")]
public sealed partial record AnyPart
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What else there is, which the cloud may choose.</summary>
    [Computed]
    [Unordered]
    public IReadOnlyDictionary<string, PropertyValue>? Others { get; init; }
}

public sealed class AnyValueTests
{
    public static TheoryData<PropertyValue?, PropertyValue?, bool, bool> Pairs() =>
        new()
        {
            { Object(), null, true, true },
            { 1, 1, true, true },
            { 1, "1", false, false },
            { true, false, false, false },
            { List("a", "b"), List("a", "b"), true, true },
            { List("a", "b"), List("b", "a"), false, true },
            { List("a", "b"), List("b", "c"), false, false },
            { List("a"), "a", false, true },
            { List("a"), List("a", "a"), false, false },
            { List(Object(("k", List("a")))), Object(("k", "a")), false, true },
            { Object(("k", List("a", "b"))), Object(("k", List("b", "a"))), false, true },
            { Object(("k", "a")), Object(("k", "a"), ("l", "b")), false, false },
            { Object(("k", "a")), Object(("l", "a")), false, false },
            { Object(("k", new SecretValue("a"))), Object(("k", "a")), true, true },
            { Object(("k", PropertyValue.Unknown)), Object(("k", "a")), false, false },
            { Object(("k", PropertyValue.Null)), Object(("k", "a")), false, false },
            { List(PropertyValue.Null), List("a"), false, false },
        };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Same(PropertyValue? left, PropertyValue? right, bool exactly, bool loosely)
    {
        foreach (var (name, same) in new[] { ("exact", exactly), ("loose", loosely) })
        {
            Assert.Equal(same, Sameness.Same(AnyInputs.Model.Find(name)!, left, right));
            Assert.Equal(same, Sameness.Same(AnyInputs.Model.Find(name)!, right, left));
            Assert.Equal(same, Diff(Of(name, left), Of(name, right)) is []);
        }
    }

    [Fact]
    public void A_difference_is_that_of_the_whole_value() =>
        Assert.Equal(
            ["Update exact", "Add loose"],
            Diff(Map(("exact", Object(("a", "1")))), Map(("exact", Object(("a", "2"))), ("loose", "x")))
        );

    [Fact]
    public void What_the_cloud_may_choose_within_an_element_is_its_own_until_it_is_said()
    {
        var held = Map(("parts", List(Object(("name", "a"), ("others", Object(("x", "1")))))));
        Assert.Empty(Diff(held, Map(("parts", List(Object(("name", "a")))))));
        Assert.Empty(Diff(held, Map(("parts", List(Object(("name", "a"), ("others", Object())))))));
        Assert.Equal(
            ["Update parts[0].others.x"],
            Diff(held, Map(("parts", List(Object(("name", "a"), ("others", Object(("x", "2"))))))))
        );
        Assert.Equal(["Add parts[0].others"], Diff(Map(("parts", List(Object(("name", "a"))))), held));
    }

    [Fact]
    public void Whatever_JSON_can_say_is_kept_as_it_is()
    {
        var all = Map(
            ("exact", Object(("a", List(1, "x", true, PropertyValue.Null)), ("b", new SecretValue(Object(("c", 2.5))))))
        );
        var checker = new InputChecker(Features.All);
        Assert.Equal(all, checker.Check(AnyInputs.Model, all, PropertyPath.Root));
        Assert.Empty(checker.Problems);
        Assert.Equal(all, AnyInputs.Decode(all).Encode());
    }

    [Fact]
    public void What_JSON_cannot_say_is_refused()
    {
        var checker = new InputChecker(Features.All);
        var asset = new AssetValue(ContentSource.Text, "x", null);
        checker.Check(AnyInputs.Model, Map(("exact", List("a", asset)), ("loose", asset)), PropertyPath.Root);
        Assert.Equal(
            [
                "exact: expected a value without assets, archives and resources, got a list",
                "loose: expected a value without assets, archives and resources, got an asset",
            ],
            checker.Problems.Select(static problem => $"{problem.Path}: {problem.Reason}")
        );
    }

    [Fact]
    public void A_value_with_secrets_that_becomes_another_stays_secret()
    {
        var inputs = Map(("loose", Object(("a", List("1", new SecretValue("2"))))));
        var same = Map(("loose", Object(("a", List("2", "1")))));
        Assert.Equal(inputs, Projection.InTheUsersWords(AnyInputs.Model, inputs, same));

        var other = Map(("loose", Object(("a", List("2", "3")))));
        Assert.Equal(
            Map(("loose", new SecretValue(other["loose"]))),
            Projection.InTheUsersWords(AnyInputs.Model, inputs, other)
        );
    }

    private static PropertyMap Of(string name, PropertyValue? value) =>
        value is null ? PropertyMap.Empty : Map((name, value));

    private static string[] Diff(PropertyMap old, PropertyMap @new) =>
        [
            .. InputDiff
                .Between(AnyInputs.Model, old, old, @new, IgnoredPaths.None, Features.All)
                .Select(static change => $"{change.Kind} {change.Path}"),
        ];
}
