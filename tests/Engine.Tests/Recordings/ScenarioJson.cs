using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.LocalEngine.Tests.Recordings;

/// <summary>
/// Values as scenarios write them: <c>~Item::a</c> for a URN, <c>{"$secret": …}</c> for a secret, <c>&lt;unknown&gt;</c> for
/// what is not known, <c>#1</c> for an id that each run makes anew.
/// </summary>
internal static partial class ScenarioJson
{
    /// <summary>The URN of the stack.</summary>
    public const string Stack = Urns + "pulumi:pulumi:Stack::rec-dev";

    private const string Urns = "urn:pulumi:dev::rec::";
    private const string OwnTypes = "echo:index:";
    private const string ProviderType = "pulumi:providers:echo";
    private const string Provider = "provider";
    private const string Unknown = "<unknown>";

    private static readonly ImmutableDictionary<string, string> Wrappers = ImmutableDictionary.CreateRange([
        KeyValuePair.Create(Sentinels.Secret, "$secret"),
        KeyValuePair.Create(Sentinels.Output, "$output"),
        KeyValuePair.Create(Sentinels.ResourceReference, "$resource"),
    ]);

    /// <summary>A value as it travels.</summary>
    public static JsonNode? ToWire(JsonNode? node) =>
        node switch
        {
            JsonArray list => new JsonArray([.. list.Select(ToWire)]),
            JsonObject { Count: 1 } wrapped when WrapperOf(wrapped) is { } signature => Wrap(wrapped, signature),
            JsonObject fields => new JsonObject(
                fields.Select(static field => KeyValuePair.Create(UrnsToWire(field.Key), ToWire(field.Value)))
            ),
            JsonValue value when value.TryGetValue<string>(out var text) => UrnsToWire(text)
                .Replace(Unknown, Sentinels.UnknownString),
            _ => node?.DeepClone(),
        };

    /// <summary>A value that travelled, or was written to the state, as scenarios write it.</summary>
    public static JsonNode? FromWire(JsonNode? node) =>
        node switch
        {
            JsonArray list => new JsonArray([.. list.Select(FromWire)]),
            JsonObject fields when (string?)fields[Sentinels.SignatureKey] is { } signature => Unwrap(
                fields,
                signature
            ),
            JsonObject fields => new JsonObject(
                fields.Select(static field => KeyValuePair.Create(UrnsFromWire(field.Key), FromWire(field.Value)))
            ),
            JsonValue value when value.TryGetValue<string>(out var text) => UrnsFromWire(text)
                .Replace(Sentinels.UnknownString, Unknown),
            _ => node?.DeepClone(),
        };

    /// <summary>A text with its URNs in full.</summary>
    public static string UrnsToWire(string text) =>
        ShortUrn()
            .Replace(
                text,
                static match =>
                    Urns
                    + string.Join(
                        '$',
                        match
                            .Groups[1]
                            .Value.Split('$')
                            .Select(static type =>
                                type == Provider ? ProviderType
                                : type.Contains(':') ? type
                                : OwnTypes + type
                            )
                    )
                    + "::"
            );

    /// <summary>A text with its URNs in short.</summary>
    public static string UrnsFromWire(string text) =>
        LongUrn()
            .Replace(
                text,
                static match => $"~{match.Groups[1].Value.Replace(OwnTypes, "").Replace(ProviderType, Provider)}::"
            );

    private static string? WrapperOf(JsonObject fields) =>
        Wrappers.FirstOrDefault(wrapper => fields.ContainsKey(wrapper.Value)).Key;

    private static JsonObject Wrap(JsonObject wrapped, string signature)
    {
        var inner = ToWire(wrapped[Wrappers[signature]]);
        var result = signature == Sentinels.Secret ? new JsonObject { ["value"] = inner } : inner!.AsObject();
        result[Sentinels.SignatureKey] = signature;
        return result;
    }

    private static JsonObject Unwrap(JsonObject fields, string signature)
    {
        var rest = new JsonObject(
            fields
                .Where(static field => field.Key != Sentinels.SignatureKey)
                .Select(static field => KeyValuePair.Create(field.Key, FromWire(field.Value)))
        );
        return new JsonObject
        {
            [Wrappers[signature]] =
                signature == Sentinels.Secret
                    ? (rest.ContainsKey("value") ? rest["value"]?.DeepClone() : Anything)
                    : rest,
        };
    }

    /// <summary>What the state holds encrypted: any secret equals it.</summary>
    public const string Anything = "*";

    [GeneratedRegex("~([A-Za-z0-9$:]+?)::")]
    private static partial Regex ShortUrn();

    [GeneratedRegex("urn:pulumi:dev::rec::(.+?)::")]
    private static partial Regex LongUrn();
}
