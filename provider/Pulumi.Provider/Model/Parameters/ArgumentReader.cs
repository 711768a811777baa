using System.Collections.Immutable;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Parameters;

/// <summary>
/// Reads what stands behind the provider's name on a command line: <c>--tenant blue</c>, <c>--tenant=blue</c> or
/// <c>tenant=blue</c>. A list is given by its name once for each element, or as JSON; a flag may stand alone.
/// </summary>
internal sealed class ArgumentReader
{
    private readonly ObjectModel _model;
    private readonly Dictionary<string, List<string>> _given = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();

    private ArgumentReader(ObjectModel model) => _model = model;

    /// <summary>The arguments as properties, still texts, and what is wrong with how they are written.</summary>
    public static (PropertyMap Given, ImmutableArray<string> Problems) Read(
        ObjectModel model,
        IReadOnlyList<string> args
    )
    {
        var reader = new ArgumentReader(model);
        reader.Read(args);
        return (reader.Given(), reader._problems.ToImmutable());
    }

    private void Read(IReadOnlyList<string> args)
    {
        for (var at = 0; at < args.Count; at++)
        {
            var (name, value) = args[at].TrimStart('-').Split('=', 2) switch
            {
                [var before, var after] => (Name(before), after),
                [var alone] => (args[at].StartsWith('-') ? Name(alone) : "", null),
                _ => ("", null),
            };
            if (name.Length == 0)
            {
                _problems.Add($"'{args[at]}' says no name; write --name value or name=value");
                continue;
            }

            if (value is null && at + 1 < args.Count && IsValue(name, args[at + 1]))
            {
                at++;
                value = args[at];
            }

            if ((value ?? (IsFlag(name) ? "true" : null)) is { } given)
            {
                Add(name, given);
            }
            else
            {
                _problems.Add($"{args[at]}: has no value; write --{name}=value");
            }
        }
    }

    private void Add(string name, string value)
    {
        if (_given.TryAdd(name, [value]))
        {
            return;
        }

        _given[name].Add(value);
        if (_model.Find(name) is { Type: not ListType })
        {
            _problems.Add($"--{name}: given more than once: {string.Join(", ", _given[name])}; give it once");
        }
    }

    private PropertyMap Given() =>
        new(_given.Select(entry => KeyValuePair.Create(entry.Key, Value(_model.Find(entry.Key), entry.Value))));

    private static PropertyValue Value(PropertyModel? property, List<string> words) =>
        property?.Type is ListType list && !(words is [var one] && one.TrimStart().StartsWith('['))
            ? new ListValue(words.Select(word => Item(list.Item, word)))
            : words[0];

    private static PropertyValue Item(TypeModel type, string word) =>
        type is PrimitiveType { Name: "string" } or EnumType ? word : JsonValues.TryParse(word) ?? word;

    // A flag takes what can only be its own.
    private bool IsValue(string name, string next) =>
        !next.StartsWith("--", StringComparison.Ordinal)
        && (!IsFlag(name) || next is "true" or "false" or "yes" or "no" or "1" or "0");

    private bool IsFlag(string name) => _model.Find(name)?.Type is PrimitiveType { Name: "boolean" };

    // Command lines say --tenant-name.
    private static string Name(string word) =>
        string.Concat(
            word.Split('-')
                .Select(
                    static (part, i) => i == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]
                )
        );
}
