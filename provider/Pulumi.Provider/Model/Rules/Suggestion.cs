using Pulumi.Provider.Model.Declaration;

namespace Pulumi.Provider.Model.Rules;

/// <summary>Guesses what a misspelt name was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The end of a sentence: the nearest name, or all names when none is near.</summary>
    public static string For(string name, ObjectModel model)
    {
        if (model.Properties.Count == 0)
        {
            return "; there are none";
        }

        var nearest = model
            .Properties.Select(property => (property.Name, Distance: Distance(name, property.Name)))
            .MinBy(static candidate => candidate.Distance);
        return nearest.Distance <= Math.Max(2, name.Length / 3)
            ? $"; did you mean '{nearest.Name}'?"
            : $"; there are: {string.Join(", ", model.Properties.Select(static property => property.Name))}";
    }

    // Levenshtein, case ignored: the commonest slip is the case of a letter.
    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        foreach (var (i, letter) in left.Index())
        {
            var row = new int[right.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var change = char.ToLowerInvariant(letter) == char.ToLowerInvariant(right[j]) ? 0 : 1;
                row[j + 1] = Math.Min(Math.Min(row[j], previous[j + 1]) + 1, previous[j] + change);
            }

            previous = row;
        }

        return previous[^1];
    }
}
