using Pulumi.Provider.Model.Operations;

namespace Vpcep.Provider.Adopt;

/// <summary>What <c>adopt</c> is asked for.</summary>
internal sealed record AdoptArguments
{
    private const string SeeHelp = "see adopt --help";

    /// <summary>What there are of the formats.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["import", "json", "mermaid", "svg"];

    /// <summary>One of <see cref="Formats"/>.</summary>
    public string Format { get; private init; } = "import";

    /// <summary>The file with the stack's configuration; <c>-</c> reads what is piped in, null the environment alone.</summary>
    public string? Config { get; private init; }

    /// <summary>The file to write; null writes to standard output.</summary>
    public string? Output { get; private init; }

    /// <summary>An earlier import file whose names stay; null for none.</summary>
    public string? Names { get; private init; }

    /// <summary>The kinds to adopt; empty for all.</summary>
    public IReadOnlyList<ResourceKind> Kinds { get; private init; } = [];

    /// <summary>Part of the name or the id of what is adopted; null for all.</summary>
    public string? Match { get; private init; }

    /// <summary>The URN of the provider resource that the imported shall have; null for the default one.</summary>
    public string? Provider { get; private init; }

    /// <summary>Whether this is to be adopted.</summary>
    public bool Wants(Adoptable one) =>
        (Kinds is [] || Kinds.Contains(one.Kind)) && (Match is null || Matches(one.Name) || Matches(one.Id));

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="OperationException">They are not understood.</exception>
    public static AdoptArguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new AdoptArguments();
        for (var i = 0; i < args.Count; i++)
        {
            var (flag, value) = args[i].Split('=', 2) is [var name, var behind] ? (name, behind) : (args[i], null);
            if (!flag.StartsWith("--", StringComparison.Ordinal) || !IsKnown(flag))
            {
                throw Misunderstood($"adopt does not know '{args[i]}'");
            }

            value ??= ++i < args.Count ? args[i] : throw Misunderstood($"{flag} needs a value");
            parsed = parsed.With(flag, value);
        }

        return parsed switch
        {
            { Kinds: not [] } or { Match: not null } when parsed.Format is "mermaid" or "svg" => throw Misunderstood(
                $"--type and --match choose what is adopted; a {parsed.Format} shows all"
            ),
            { Provider: not null, Format: not "import" } => throw Misunderstood("--provider is for --format import"),
            _ => parsed,
        };
    }

    private static bool IsKnown(string flag) =>
        flag is "--config" or "--output" or "--format" or "--names" or "--type" or "--match" or "--provider";

    private AdoptArguments With(string flag, string value) =>
        (flag, value) switch
        {
            (_, "") => throw Misunderstood($"{flag} needs a value"),
            ("--config", _) => this with { Config = value },
            ("--output", _) => this with { Output = value },
            ("--names", _) => this with { Names = value },
            ("--match", _) => this with { Match = value },
            ("--provider", _) when value.StartsWith("urn:pulumi:", StringComparison.Ordinal) => this with
            {
                Provider = value,
            },
            ("--provider", _) => throw Misunderstood(
                $"--provider is '{value}', which is no URN; 'pulumi stack --show-urns' shows it"
            ),
            ("--type", _) => this with { Kinds = [.. Kinds, .. value.Split(',').Select(KindOf)] },
            _ when Formats.Contains(value) => this with { Format = value },
            _ => throw Misunderstood($"--format is '{value}'; give one of {string.Join(", ", Formats)}"),
        };

    private static ResourceKind KindOf(string word) =>
        ResourceKind.All.FirstOrDefault(kind => kind.Word == word.Trim())
        ?? throw Misunderstood(
            $"--type is '{word}'; give some of {string.Join(", ", ResourceKind.All.Select(static kind => kind.Word))}, with commas between"
        );

    private bool Matches(string text) => text.Contains(Match!, StringComparison.OrdinalIgnoreCase);

    private static OperationException Misunderstood(string problem) =>
        new(FailureKind.InvalidInput, $"{problem}; {SeeHelp}");
}
