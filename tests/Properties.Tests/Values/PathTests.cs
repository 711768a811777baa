using FsCheck;
using FsCheck.Fluent;
using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Values;

public sealed class PathTests
{
    private static Gen<string> AnyText { get; } =
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(static text => text.Item),
            Gen.Choose(0, 6)
                .SelectMany(static count =>
                    Gen.ArrayOf(Gen.Elements("a", "b1", ".", "[", "]", "\"", "\\", "*", "0"), count)
                )
                .Select(static parts => string.Concat(parts))
        );

    private static Gen<PropertyPath> AnyPath { get; } =
        Gen.Choose(0, 5)
            .SelectMany(static count =>
                Gen.ArrayOf(
                    Gen.OneOf(
                        // What has to be quoted and ends in a backslash cannot be written.
                        AnyText.Where(static key => !key.EndsWith('\\')).Select(static key => (PathSegment)key),
                        Gen.Choose(0, int.MaxValue).Select(static index => (PathSegment)index),
                        Gen.Constant(PathSegment.Wildcard)
                    ),
                    count
                )
            )
            .Select(static segments => new PropertyPath([.. segments]));

    [Fact]
    public void Every_path_is_read_as_it_was_written() =>
        Check.One(
            Budget.For(1000),
            Prop.ForAll(
                Arb.From(AnyPath),
                static path =>
                {
                    var back = PropertyPath.Parse(path.ToString());
                    return back == path && back.Contains(path) && PropertyPath.Root.Contains(path);
                }
            )
        );

    [Fact]
    public void Any_text_is_a_path_that_prints_as_one_or_refused_in_words() =>
        Check.One(
            Budget.For(1000),
            Prop.ForAll(
                Arb.From(AnyText),
                static text =>
                    PropertyPath.TryParse(text, out var path, out var problem)
                        ? PropertyPath.Parse(path.ToString()) == path
                        : problem.Contains("position", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Every_place_inside_a_value_is_found_by_its_path() =>
        Check.One(
            Budget.For(500),
            Prop.ForAll(
                Arb.From(ValueGen.Map(3)),
                static map =>
                    Places(new ObjectValue(map), PropertyPath.Root)
                        .Where(static place => !HasNoSpelling(place.Path))
                        .All(place => place.Value.Equals(PropertyPath.Parse(place.Path.ToString()).Find(map)))
            )
        );

    // The engine's grammar has no way to write a key that needs quotes and ends in a backslash.
    private static bool HasNoSpelling(PropertyPath path) => path.ToString().Contains("\\\"]", StringComparison.Ordinal);

    private static IEnumerable<(PropertyPath Path, PropertyValue Value)> Places(
        PropertyValue value,
        PropertyPath path
    ) =>
        value.Unwrapped switch
        {
            ObjectValue obj => obj.Fields.SelectMany(field =>
                Places(field.Value, path.Append(field.Key)).Prepend((path.Append(field.Key), field.Value))
            ),
            ListValue list => list.Items.SelectMany(
                (item, index) => Places(item, path.Append(index)).Prepend((path.Append(index), item))
            ),
            _ => [],
        };
}
