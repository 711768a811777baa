namespace Support.Clouds;

/// <summary>What is known of one capability of one cloud.</summary>
public enum Known
{
    /// <summary>Whoever speaks for the cloud says that it has it.</summary>
    Yes,

    /// <summary>Whoever speaks for the cloud says that it has not.</summary>
    No,

    /// <summary>Its documents and its own clients say different things.</summary>
    Disputed,

    /// <summary>Nothing is said of this site; of others with the same software it is.</summary>
    Inherited,

    /// <summary>No document says anything, and its own client leaves it out.</summary>
    Omitted,

    /// <summary>Nobody says anything.</summary>
    Unknown,
}

/// <summary>What the provider makes of that.</summary>
public enum Treatment
{
    /// <summary>Used without a word.</summary>
    Used,

    /// <summary>Used where the program asks for it, with a warning.</summary>
    Warned,

    /// <summary>Refused in the preview; a change in place is a replacement.</summary>
    Refused,
}

/// <summary>A cell of <c>clouds.tsv</c>: the facts about the clouds as the public sources tell them.</summary>
/// <param name="What">The capability, in the words of docs/clouds.md.</param>
/// <param name="Kind">
/// <c>input</c>, <c>change</c> of one in place, <c>policy</c> (an input that narrows who may do what), <c>function</c>,
/// <c>answer</c> or <c>unused</c>.
/// </param>
/// <param name="Feature">The name that the code has for it; null where it has none.</param>
/// <param name="Cloud">The cloud's name; sites of one document share it.</param>
/// <param name="Known">What the sources say.</param>
/// <param name="Sources">Which: <c>doc</c>, <c>example</c>, <c>sdk</c>, <c>client</c>.</param>
public sealed record CloudFacts(
    string What,
    string Kind,
    string? Feature,
    string Cloud,
    Known Known,
    IReadOnlyList<string> Sources
)
{
    /// <summary>Every cell, row by row.</summary>
    public static IReadOnlyList<CloudFacts> All { get; } = [.. Read()];

    /// <summary>
    /// What follows from it. What nobody denies is tried, with a warning: documents and clients lag behind. But a policy
    /// that is silently not applied opens what it should close; and a change that may fail in place can be made by
    /// replacement, which always works.
    /// </summary>
    public Treatment Treatment =>
        (Known, Kind) switch
        {
            (Known.Yes, _) => Treatment.Used,
            (Known.No, _) => Treatment.Refused,
            (Known.Disputed or Known.Inherited, _) => Treatment.Warned,
            (_, "policy" or "change") => Treatment.Refused,
            _ => Treatment.Warned,
        };

    private static IEnumerable<CloudFacts> Read()
    {
        var file = Path.Combine(Repository.Root, "tests/Support/Clouds/clouds.tsv");
        var lines = File.ReadLines(file).Select(static line => line.Split('\t')).ToList();
        return from line in lines.Skip(1)
            from column in Enumerable.Range(3, line.Length - 3)
            let words = line[column].Split(' ')
            select new CloudFacts(
                line[0],
                line[1],
                line[2] == "-" ? null : line[2],
                lines[0][column],
                Enum.Parse<Known>(words[0], ignoreCase: true),
                words[1..]
            );
    }
}
