using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>
/// The secret texts that calls brought along. Whatever the engine is told in words goes through here, because it shows
/// and stores words as they come; and an output that repeats a secret, in whole or in part of a longer text, is one.
/// </summary>
/// <remarks>
/// Numbers, flags and the names of properties are not looked for. What an earlier call brought along counts for later
/// ones, too: clouds repeat the name of one thing in another.
/// </remarks>
public sealed class Secrets
{
    // The engine's own filter of its logs leaves shorter ones alone, too: they are parts of ordinary words.
    private const int Shortest = 3;
    private const string Mask = "[secret]";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private string[]? _longestFirst = [];

    /// <summary>Remembers what is secret in the values: what comes as a secret, and what is declared as one.</summary>
    /// <returns>The values.</returns>
    public PropertyMap Learn(PropertyMap values, ObjectModel? model)
    {
        Learn(values, model, secret: false);
        return values;
    }

    /// <summary>The text with each secret in it replaced.</summary>
    public string Clean(string text)
    {
        foreach (var secret in LongestFirst())
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>
    /// The properties with those marked that are declared secret, and in the others what repeats a secret, where it stands, but
    /// for those that never are. What the inputs give in plain words stays plain: so does who no longer keeps a secret end it.
    /// </summary>
    public PropertyMap Mark(PropertyMap outputs, ObjectModel model, PropertyMap? inputs)
    {
        outputs = DeclaredSecrets.MarkOutputs(model, outputs, model, inputs);
        var secrets = LongestFirst();
        foreach (var (name, value) in secrets.Length > 0 ? outputs : PropertyMap.Empty)
        {
            if (model.Find(name) is not { NeverSecret: true })
            {
                var marked = Mark(value, inputs?.Find(name)?.Unwrapped, secrets);
                outputs = ReferenceEquals(marked, value) ? outputs : outputs.With(name, marked);
            }
        }

        return outputs;
    }

    private static PropertyValue Mark(PropertyValue output, PropertyValue? said, string[] secrets)
    {
        switch (output)
        {
            case StringValue text when !text.Equals(said) && Repeats(text, secrets):
                return text.AsSecret();
            case ListValue list:
                var given = (said as ListValue)?.Items ?? [];
                var items = list.Items.Select((item, i) => Mark(item, given.ElementAtOrDefault(i)?.Unwrapped, secrets));
                return Or(list, new ListValue(items));
            case ObjectValue obj:
                var known = (said as ObjectValue)?.Fields;
                var fields = obj.Fields.Select(field =>
                    KeyValuePair.Create(field.Key, Mark(field.Value, known?.Find(field.Key)?.Unwrapped, secrets))
                );
                return Or(obj, new ObjectValue(new PropertyMap(fields)));
            default:
                return output;
        }
    }

    private static PropertyValue Or(PropertyValue output, PropertyValue marked) =>
        marked.Equals(output) ? output : marked;

    private static bool Repeats(StringValue text, string[] secrets) =>
        Array.Exists(secrets, secret => text.Value.Contains(secret, StringComparison.Ordinal));

    private void Learn(PropertyMap values, ObjectModel? model, bool secret)
    {
        foreach (var (name, value) in values)
        {
            var property = model?.Find(name);
            Learn(value, property?.Type, secret || property is { Secret: true });
        }
    }

    private void Learn(PropertyValue value, TypeModel? type, bool secret)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        type = type is UnionType union ? union.CaseOf(value) : type;
        switch (value)
        {
            case SecretValue inner:
                Learn(inner.Value, type, secret: true);
                break;
            case OutputValue { Value: { } inner } output:
                Learn(inner, type, secret || output.IsSecret);
                break;
            case ListValue list:
                foreach (var item in list.Items)
                {
                    Learn(item, (type as ListType)?.Item, secret);
                }

                break;
            case ObjectValue obj when type is MapType map:
                foreach (var item in obj.Fields.Values)
                {
                    Learn(item, map.Item, secret);
                }

                break;
            case ObjectValue obj:
                Learn(obj.Fields, (type as ObjectType)?.Object, secret);
                break;
            case StringValue text:
                if (secret)
                {
                    Learn(text.Value);
                }

                // Configuration has objects as JSON, with their secrets within.
                if (type is ObjectType or ListType or MapType && JsonValues.TryParse(text.Value) is { } within)
                {
                    Learn(within, type, secret);
                }

                break;
        }
    }

    private void Learn(string secret)
    {
        // Those from files end in a line break, which is not sent on.
        secret = secret.Trim();
        if (secret.Length < Shortest)
        {
            return;
        }

        lock (_lock)
        {
            if (!_known.Add(secret))
            {
                return;
            }

            // As it is, and as it looks within a query and within JSON of two habits.
            _known.Add(Uri.EscapeDataString(secret));
            _known.Add(JsonEncodedText.Encode(secret).Value);
            _known.Add(JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
            Volatile.Write(ref _longestFirst, null);
        }
    }

    // A secret within a longer one is looked for after it. Sorted when asked for: many are learned before one is sought.
    private string[] LongestFirst()
    {
        if (Volatile.Read(ref _longestFirst) is { } sorted)
        {
            return sorted;
        }

        lock (_lock)
        {
            return _longestFirst ??= [.. _known.OrderByDescending(static known => known.Length)];
        }
    }
}
