namespace Benchmarks.Report;

/// <summary>One figure.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Figure">What it came to.</param>
/// <param name="Against">What it is compared with, and what that came to.</param>
/// <param name="Ratio">The figure by what it is compared with.</param>
/// <param name="Target">What was aimed at.</param>
/// <param name="Met">Whether that was reached; null where nothing was aimed at.</param>
internal sealed record Row(
    string What,
    string Figure,
    string Against = "",
    double? Ratio = null,
    string Target = "",
    bool? Met = null
);

/// <summary>What one part of the benchmark found.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="HowToRead">What the figures are.</param>
/// <param name="Rows">The figures.</param>
/// <param name="Charts">Pictures of them, by file name.</param>
internal sealed record Section(
    string Title,
    string HowToRead,
    IReadOnlyList<Row> Rows,
    IReadOnlyDictionary<string, string> Charts
);
