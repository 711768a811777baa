using System.Globalization;

namespace Support;

/// <summary>How often a test repeats itself: what is enough for every day, or what VPCEP_TEST_RUNS says.</summary>
public static class TestRuns
{
    /// <summary>The number that the environment gives, or <paramref name="usual"/>.</summary>
    public static int Or(int usual) => Asked ?? usual;

    /// <summary>The number that the environment gives, if it does.</summary>
    public static int? Asked =>
        int.TryParse(
            Environment.GetEnvironmentVariable("VPCEP_TEST_RUNS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var runs
        )
            ? runs
            : null;
}
