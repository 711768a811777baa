namespace Vpcep.Provider.Adopt;

/// <summary>
/// Names for resources: valid in a URN and, with what is not a letter or digit taken out, different as identifiers of any
/// language. Who wants the name of another gets a part of the id behind it, and so does the other: whose name that is must
/// not depend on an order.
/// </summary>
/// <param name="given">Names that stay, by token and id.</param>
internal sealed class ResourceNames(IReadOnlyDictionary<(string Token, string Id), string> given)
{
    private readonly List<Wish> _wishes = [];

    /// <summary>Adds a thing.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="wanted">What it wants to be called.</param>
    /// <param name="distinct">What only it has, for where another wants the same.</param>
    public void Add(ResourceKind kind, string id, string wanted, string distinct) =>
        _wishes.Add(new(kind, id, Valid(kind, wanted), distinct));

    /// <summary>All that were added, by kind and name.</summary>
    public IReadOnlyList<Adoptable> Choose()
    {
        var names = new Dictionary<Wish, string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wish in _wishes)
        {
            if (given.TryGetValue((wish.Kind.Token, wish.Id), out var name))
            {
                names[wish] = name;
                taken.Add(Identifier(name));
            }
        }

        Func<Wish, string>[] ways =
        [
            static wish => wish.Wanted,
            static wish =>
                Valid(wish.Kind, $"{wish.Wanted}-{(wish.Distinct.Length > 8 ? wish.Distinct[..8] : wish.Distinct)}"),
            static wish => Valid(wish.Kind, $"{wish.Wanted}-{wish.Distinct}"),
        ];
        foreach (var way in ways)
        {
            var alike = _wishes
                .Where(wish => !names.ContainsKey(wish))
                .GroupBy(wish => Identifier(way(wish)), StringComparer.Ordinal)
                .ToList();
            foreach (var group in alike)
            {
                if (group.Count() == 1 && taken.Add(group.Key))
                {
                    names[group.First()] = way(group.First());
                }
            }
        }

        foreach (var wish in _wishes.Where(wish => !names.ContainsKey(wish)))
        {
            var number = 2;
            while (!taken.Add(Identifier($"{ways[^1](wish)}-{number}")))
            {
                number++;
            }

            names[wish] = $"{ways[^1](wish)}-{number}";
        }

        return
        [
            .. ResourceKind.All.SelectMany(kind =>
                _wishes
                    .Where(wish => wish.Kind == kind)
                    .Select(wish => new Adoptable(kind, wish.Id, names[wish]))
                    .OrderBy(static one => one.Name, StringComparer.Ordinal)
            ),
        ];
    }

    private static string Valid(ResourceKind kind, string text)
    {
        var name = string.Create(
                text.Length,
                text,
                static (into, from) =>
                {
                    for (var i = 0; i < from.Length; i++)
                    {
                        into[i] = char.IsAsciiLetterOrDigit(from[i]) || from[i] == '_' ? from[i] : '-';
                    }
                }
            )
            .Trim('-');
        return name is [var first, ..] && char.IsAsciiLetter(first) ? name : $"{kind.Word}-{name}".TrimEnd('-');
    }

    private static string Identifier(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private sealed record Wish(ResourceKind Kind, string Id, string Wanted, string Distinct);
}
