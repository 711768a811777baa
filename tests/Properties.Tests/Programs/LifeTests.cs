using FsCheck;
using FsCheck.Fluent;

namespace Properties.Tests.Programs;

public sealed class LifeTests
{
    [Fact]
    public void Whatever_happens_to_a_stack_nothing_is_lost_and_the_next_update_makes_it_what_the_program_says() =>
        Check.One(
            Budget.For(usual: 8, share: 10),
            Prop.ForAll(Arb.From(LifeGen.Any, LifeShrinker.Shrink), Living.RunAsync)
        );
}
