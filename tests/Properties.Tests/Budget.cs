using System.Globalization;
using FsCheck;
using Support;

namespace Properties.Tests;

/// <summary>
/// How many cases a property tries, and which. Without a word from outside every run tries the same few, so that a change
/// that breaks nothing never fails by chance; <c>make soak</c> tries as many others as it is asked for.
/// </summary>
internal static class Budget
{
    /// <summary>
    /// <c>random</c>, or a seed; or the <c>seed,gamma,size</c> that a failure names as its last step, to run that one alone.
    /// </summary>
    private const string SeedVariable = "VPCEP_TEST_SEED";

    private static readonly Rnd Default = new(20260304);

    /// <summary>The settings of a property.</summary>
    /// <param name="usual">How many cases it tries when nobody says otherwise.</param>
    /// <param name="share">Of the cases asked for, one in that many: for properties that take that much longer.</param>
    public static Config For(int usual, int share = 1)
    {
        return Config
            .QuickThrowOnFailure.WithMaxTest(Math.Max(1, TestRuns.Asked / share ?? usual))
            .WithReplay(Seed())
            .WithQuietOnSuccess(TestRuns.Asked is null);
    }

    private static Replay Seed()
    {
        var wanted = Environment.GetEnvironmentVariable(SeedVariable);
        if (string.IsNullOrEmpty(wanted))
        {
            return new Replay(Default, null);
        }

        if (wanted == "random")
        {
            return new Replay(new Rnd((ulong)Random.Shared.NextInt64()), null);
        }

        ulong[] parts =
        [
            .. wanted.Trim('(', ')').Split(',').Select(static part => ulong.Parse(part, CultureInfo.InvariantCulture)),
        ];
        return parts is [var seed, var gamma, var size]
            ? new Replay(new Rnd(seed, gamma), (int)size)
            : new Replay(new Rnd(parts[0]), null);
    }
}
