using FsCheck.Fluent;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Test = FsCheck.Check;

namespace Properties.Tests.Inputs;

public sealed class CheckTests(ProviderFixture provider)
{
    [Fact]
    public void What_a_check_answers_passes_the_next_one_unchanged() =>
        Test.One(
            Budget.For(600),
            Prop.ForAll(
                Arb.From(CaseGen.Right, CaseGen.Shrink),
                async it =>
                {
                    var (inputs, failures) = await provider.CheckAsync(it, PropertyMap.Empty, it.New);
                    if (failures.Count > 0)
                    {
                        return; // a required input that is null, for one
                    }

                    foreach (var olds in new[] { PropertyMap.Empty, inputs, it.Old })
                    {
                        var (again, none) = await provider.CheckAsync(it, olds, inputs);
                        Assert.Empty(none);
                        Assert.Equal(inputs, again);
                    }
                }
            )
        );

    [Fact]
    public void A_check_keeps_the_words_of_the_program_and_its_secrets() =>
        Test.One(
            Budget.For(600),
            Prop.ForAll(
                Arb.From(CaseGen.Right, CaseGen.Shrink),
                async it =>
                {
                    var (inputs, failures) = await provider.CheckAsync(it, it.Old, it.New);
                    foreach (var (name, given) in it.New)
                    {
                        if (failures.Count == 0 && given.Unwrapped is not NullValue)
                        {
                            Assert.True(Holds(inputs.Find(name), given), $"{name}: {given} became {inputs.Find(name)}");
                        }
                    }
                }
            )
        );

    [Fact]
    public void Whatever_a_program_gives_a_check_answers_the_same_each_time_with_paths_that_can_be_read() =>
        Test.One(
            Budget.For(600),
            Prop.ForAll(
                Arb.From(CaseGen.Wild, CaseGen.Shrink),
                async it =>
                {
                    var (inputs, failures) = await provider.CheckAsync(it, it.Old, it.New);
                    var (again, same) = await provider.CheckAsync(it, it.Old, it.New);
                    Assert.Equal(inputs, again);
                    Assert.Equal(failures, same);
                    Assert.All(failures, static failure => PropertyPath.Parse(failure.Property));
                    Assert.All(failures, static failure => Assert.NotEmpty(failure.Reason));
                }
            )
        );

    [Fact]
    public void What_is_not_known_is_not_judged_whatever_it_turns_out_to_be() =>
        Test.One(
            Budget.For(600),
            Prop.ForAll(
                Arb.From(CaseGen.Wild, CaseGen.Shrink),
                async it =>
                {
                    var (_, known) = await provider.CheckAsync(it, PropertyMap.Empty, it.New);
                    foreach (var name in it.New.Keys)
                    {
                        foreach (var hidden in Hidden(it.New[name]))
                        {
                            var (_, judged) = await provider.CheckAsync(
                                it,
                                PropertyMap.Empty,
                                it.New.With(name, hidden)
                            );
                            Assert.All(judged, failure => Assert.Contains(Words(failure), known.Select(Words)));
                            // Left out is what it may turn out to be, too.
                            var (_, without) = await provider.CheckAsync(it, PropertyMap.Empty, it.New.Without(name));
                            Assert.All(
                                judged.Where(failure => hidden is UnknownValue && failure.Property != name),
                                failure => Assert.Contains(Words(failure), without.Select(Words))
                            );
                        }
                    }
                }
            )
        );

    // The path of a value with secrets stands among the words.
    private static string Words(CheckFailure failure) =>
        failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}";

    // The value not known as a whole, and in each of its parts.
    private static IEnumerable<PropertyValue> Hidden(PropertyValue value) =>
        value switch
        {
            ListValue list => list
                .Items.SelectMany(
                    (item, index) => Hidden(item).Select(hidden => new ListValue(list.Items.SetItem(index, hidden)))
                )
                .Prepend(PropertyValue.Unknown),
            ObjectValue obj => obj
                .Fields.SelectMany(field =>
                    Hidden(field.Value).Select(hidden => new ObjectValue(obj.Fields.With(field.Key, hidden)))
                )
                .Prepend(PropertyValue.Unknown),
            _ => [PropertyValue.Unknown],
        };

    // As given, but for defaults inside objects.
    private static bool Holds(PropertyValue? value, PropertyValue given) =>
        (value, given) switch
        {
            (SecretValue left, SecretValue right) => Holds(left.Value, right.Value),
            (OutputValue { Value: { } left } a, OutputValue { Value: { } right } b) => Holds(left, right)
                && a.IsSecret == b.IsSecret
                && a.Dependencies.SequenceEqual(b.Dependencies),
            (ListValue left, ListValue right) => left.Items.Length == right.Items.Length
                && left.Items.Zip(right.Items).All(static pair => Holds(pair.First, pair.Second)),
            (ObjectValue left, ObjectValue right) => right.Fields.All(field =>
                Holds(left.Fields.Find(field.Key), field.Value)
            ),
            _ => given.Equals(value),
        };
}
