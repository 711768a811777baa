using FsCheck.Fluent;
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
