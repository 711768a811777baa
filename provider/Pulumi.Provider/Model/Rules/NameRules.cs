using System.Text;
using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Which names a property takes, and how another name becomes one of them.</summary>
internal sealed class NameRules
{
    // As many as the ecosystem's own random names have.
    private const int SuffixLength = 7;

    private readonly PropertyModel _property;
    private readonly int _maximum;
    private readonly string _sample;
    private readonly string _separator;

    public NameRules(PropertyModel property, int maximum)
    {
        _property = property;
        _maximum = maximum;
        _sample = "aA0".Select(letter => new string(letter, _maximum)).FirstOrDefault(Allow) ?? "";
        _separator =
            Takes('-') ? "-"
            : Takes('_') ? "_"
            : "";
    }

    /// <summary>What is wrong with the name, or null.</summary>
    public string? Problem(string name) =>
        name.Length > _maximum
            ? $"'{name}' has {Plural.Of(name.Length, "character")}; give at most {_maximum}"
            : _property
                .Constraints.Select(constraint => constraint.Problem(name))
                .FirstOrDefault(static p => p is not null);

    /// <summary>True when the name can be taken as it is.</summary>
    public bool Allow(string name) => Problem(name) is null;

    /// <summary>
    /// The name, if it can be taken; otherwise the nearest that can: what may not stand in a name becomes a hyphen, and a
    /// name that is cut ends in digits of the seed, since what told it apart from others may have gone. Null when even
    /// that cannot be taken.
    /// </summary>
    public string? Adapt(string name, ReadOnlyMemory<byte> seed)
    {
        if (Allow(name))
        {
            return name;
        }

        var spelled = Spell(name);
        if (spelled.Length > 0 && Allow(spelled))
        {
            return spelled;
        }

        var suffix = Suffix(name, seed.Span);
        var room = Math.Clamp(_maximum - suffix.Length - _separator.Length, 0, spelled.Length);
        var head = spelled[..room].TrimEnd('-', '_');
        var cut = head.Length == 0 ? suffix : head + _separator + suffix;
        return Allow(cut) ? cut : null;
    }

    private string Spell(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            var taken = new[] { letter, char.ToLowerInvariant(letter), char.ToUpperInvariant(letter) }.FirstOrDefault(
                Takes
            );
            if (taken != default)
            {
                text.Append(taken);
            }
            else if (!text.ToString().EndsWith(_separator, StringComparison.Ordinal))
            {
                text.Append(_separator);
            }
        }

        return text.ToString().Trim('-', '_');
    }

    // Patterns cannot be asked what they take, so it is tried: in the middle, where the first and the last have no say.
    private bool Takes(char letter)
    {
        var middle = _sample.Length / 2;
        return _sample.Length == 0 || Allow(_sample[..middle] + letter + _sample[(middle + 1)..]);
    }

    private string Suffix(string name, ReadOnlySpan<byte> seed) =>
        Fingerprint.Of([.. seed, .. Encoding.UTF8.GetBytes(name)])[..Math.Min(SuffixLength, _maximum)];
}
