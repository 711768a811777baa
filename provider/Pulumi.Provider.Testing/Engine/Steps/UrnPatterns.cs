using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pulumi.Provider.Testing.Engine.Steps;

/// <summary>URNs as users name them: <c>*</c> stands for anything within a part, <c>**</c> for anything at all.</summary>
internal sealed class UrnPatterns(ImmutableArray<string> patterns)
{
    private readonly ImmutableArray<Regex> _expressions = [.. patterns.Select(Expression)];

    /// <summary>True when there is none.</summary>
    public bool IsEmpty => patterns.IsEmpty;

    /// <summary>Those that name one resource.</summary>
    public IEnumerable<string> Names => patterns.Where(static pattern => !pattern.Contains('*'));

    /// <summary>True when one of them covers the URN.</summary>
    public bool Cover(string urn) => _expressions.Any(expression => expression.IsMatch(urn));

    private static Regex Expression(string pattern) =>
        new(
            $"^{Regex.Escape(pattern).Replace(@"\*\*", ".*").Replace(@"\*", "[^:]*")}$",
            RegexOptions.CultureInvariant | RegexOptions.Singleline
        );
}
