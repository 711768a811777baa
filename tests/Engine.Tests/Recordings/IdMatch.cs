using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>Compares what was recorded with what happened; ids that each run makes anew correspond one to one.</summary>
internal sealed partial class IdMatch
{
    private readonly Dictionary<string, string> _actual = [];
    private readonly Dictionary<string, string> _recorded = [];

    /// <summary>True when the values are equal.</summary>
    public bool Matches(JsonNode? recorded, JsonNode? actual)
    {
        switch (recorded, actual)
        {
            case (JsonObject { Count: 1 } secret, JsonObject { Count: 1 })
                when secret.ContainsKey("$secret") && actual["$secret"] is { } held && IsAnything(secret, held):
                return true;
            case (JsonObject left, JsonObject right):
                return left.Count == right.Count
                    && left.All(field =>
                        right.TryGetPropertyValue(field.Key, out var other) && Matches(field.Value, other)
                    );
            case (JsonArray left, JsonArray right):
                return left.Count == right.Count && left.Zip(right).All(pair => Matches(pair.First, pair.Second));
            case (JsonValue left, JsonValue right)
                when left.TryGetValue<string>(out var text) && right.TryGetValue<string>(out var other):
                return Matches(text, other);
            default:
                return ScenarioText.Canonical(recorded) == ScenarioText.Canonical(actual);
        }
    }

    /// <summary>The recorded value with the ids of this run.</summary>
    public string Actual(string recorded) =>
        Id().Replace(recorded, match => _actual.GetValueOrDefault(match.Value, match.Value));

    /// <summary>True when the names stand for each other, here and wherever they occur.</summary>
    public bool Pairs(string recorded, string actual)
    {
        if (_actual.TryGetValue(recorded, out var known))
        {
            return known == actual;
        }

        return _recorded.TryAdd(actual, recorded) && _actual.TryAdd(recorded, actual);
    }

    private bool Matches(string recorded, string actual)
    {
        var id = Id().Match(recorded);
        return id.Success && actual.StartsWith(recorded[..id.Index], StringComparison.Ordinal)
            ? Guid.TryParse(actual[id.Index..], out _) && Pairs(id.Value, actual[id.Index..])
            : recorded == actual;
    }

    private static bool IsAnything(JsonObject recorded, JsonNode actual) => Is(recorded["$secret"]) || Is(actual);

    private static bool Is(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text == ScenarioJson.Anything;

    [GeneratedRegex("#[0-9]+$")]
    private static partial Regex Id();
}
