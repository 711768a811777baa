using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Schema;

namespace Generator.Examples;

/// <summary>Reads <c>${name.property[0]}</c>, alone or within a text.</summary>
/// <param name="package">The schema.</param>
/// <param name="step">Finds the step of a name, for the place that refers to it.</param>
internal sealed partial class Expressions(PackageSchema package, Func<YamlPlace, string, ExampleStep> step)
{
    /// <summary>The reference, or the text with references in it; null for a text without.</summary>
    /// <exception cref="SchemaException">It refers to what there is not.</exception>
    internal ExampleValue? Read(YamlPlace place)
    {
        var text = place.Text();
        if (Whole().Match(text) is { Success: true } whole)
        {
            return Reference(place, whole.Groups[1].Value);
        }

        var parts = new List<ExampleValue>();
        var end = 0;
        foreach (Match match in Within().Matches(text))
        {
            if (match.Index > end)
            {
                parts.Add(new LiteralValue(text[end..match.Index]));
            }

            parts.Add(Reference(place, match.Groups[1].Value));
            end = match.Index + match.Length;
        }

        if (end == 0)
        {
            return null;
        }

        if (end < text.Length)
        {
            parts.Add(new LiteralValue(text[end..]));
        }

        return new TextValue(parts);
    }

    /// <summary>The step that <c>${name}</c> is as a whole.</summary>
    /// <exception cref="SchemaException">It is something else.</exception>
    internal ExampleStep Whole(YamlPlace place) =>
        Whole().Match(place.Text()) is { Success: true } match && !match.Groups[1].Value.Contains('.')
            ? step(place, match.Groups[1].Value)
            : throw place.Error("is no ${name}");

    private ReferenceValue Reference(YamlPlace place, string expression)
    {
        if (!Form().IsMatch(expression))
        {
            throw place.Error($"'{expression}' is not of the form name.property, name.list[0].property");
        }

        var words = Word().Matches(expression).Select(static match => match.Value).ToList();
        var source = step(place, words[0]);
        SchemaType? type = null;
        var path = new List<Hop>();
        foreach (var word in words.Skip(1))
        {
            (var hop, type) = Next(place, source, type, word);
            path.Add(hop);
        }

        return new ReferenceValue(source, path, type!);
    }

    private (Hop Hop, SchemaType Type) Next(YamlPlace place, ExampleStep source, SchemaType? of, string word)
    {
        if (int.TryParse(word, CultureInfo.InvariantCulture, out var index))
        {
            return of is ArrayType array
                ? (new Hop(null, index, IsOptional: false), array.Items)
                : throw place.Error($"has an index [{word}] where no list is");
        }

        if (of is null && source is ResourceStep && word == "id")
        {
            return (Hop.Id, new PrimitiveType(PrimitiveKind.String));
        }

        var properties = of switch
        {
            null => source is CallStep call ? call.Function.Outputs ?? [] : ((ResourceStep)source).Resource.Outputs,
            ObjectReference reference => package.Objects.Single(one => one.Token == reference.Token).Properties,
            _ => throw place.Error($"has '.{word}' where no object is"),
        };
        var property =
            properties.FirstOrDefault(one => one.Name == word) ?? throw place.Error($"there is no output '{word}'");
        return (new Hop(property, null, !property.IsRequired), property.Type);
    }

    [GeneratedRegex(@"^\$\{([^}]*)\}$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Within();

    [GeneratedRegex(@"^[A-Za-z]\w*\.[A-Za-z]\w*(?:\[[0-9]+\]|\.[A-Za-z]\w*)*$")]
    private static partial Regex Form();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
