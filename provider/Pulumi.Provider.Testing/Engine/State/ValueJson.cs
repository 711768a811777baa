using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Values;
using BoolValue = Pulumi.Provider.Protocol.Values.BoolValue;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;
using NullValue = Pulumi.Provider.Protocol.Values.NullValue;
using StringValue = Pulumi.Provider.Protocol.Values.StringValue;

namespace Pulumi.Provider.Testing.Engine.State;

/// <summary>How secrets are written to JSON.</summary>
internal enum SecretsAs
{
    /// <summary>Encrypted, as in the state.</summary>
    Ciphertext,

    /// <summary>As <c>plaintext</c>, as in an export that shows secrets.</summary>
    Plaintext,
}

/// <summary>Property values as the checkpoint's JSON: sentinels as on the wire, secrets encrypted.</summary>
internal sealed class ValueJson(Func<PassphraseSecrets> secrets)
{
    /// <summary>JSON without needless escapes.</summary>
    public static JsonSerializerOptions Compact { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a map.</summary>
    public JsonObject Write(PropertyMap map, SecretsAs secretsAs = SecretsAs.Ciphertext)
    {
        var result = new JsonObject();
        foreach (var (name, value) in map)
        {
            result[name] = Write(value, secretsAs);
        }

        return result;
    }

    /// <summary>Writes a value.</summary>
    public JsonNode? Write(PropertyValue value, SecretsAs secretsAs = SecretsAs.Ciphertext) =>
        value switch
        {
            NullValue => null,
            BoolValue flag => JsonValue.Create(flag.Value),
            NumberValue number => Number(number.Value),
            StringValue text => JsonValue.Create(text.Value),
            UnknownValue => JsonValue.Create(Sentinels.UnknownString),
            ListValue list => new JsonArray([.. list.Items.Select(item => Write(item, secretsAs))]),
            ObjectValue obj => Write(obj.Fields, secretsAs),
            SecretValue secret => WriteSecret(secret, secretsAs),
            ResourceReferenceValue reference => WriteReference(reference),
            _ => JsonNode.Parse(JsonFormatter.Default.Format(StructCodec.Encode(value))),
        };

    /// <summary>Reads a map; null is the empty one.</summary>
    public PropertyMap ReadMap(JsonNode? node) =>
        node is JsonObject fields
            ? new PropertyMap(fields.Select(field => KeyValuePair.Create(field.Key, Read(field.Value))))
            : PropertyMap.Empty;

    /// <summary>Reads a value.</summary>
    public PropertyValue Read(JsonNode? node)
    {
        switch (node)
        {
            case null:
                return PropertyValue.Null;
            case JsonArray list:
                return new ListValue(list.Select(Read));
            case JsonObject fields when (string?)fields[Sentinels.SignatureKey] is { } signature:
                return signature == Sentinels.Secret
                    ? ReadSecret(fields)
                    : StructCodec.Decode(Value.Parser.ParseJson(fields.ToJsonString(Compact)));
            case JsonObject:
                return new ObjectValue(ReadMap(node));
        }

        return node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => node.GetValue<double>(),
            _ => Text(node.GetValue<string>()),
        };
    }

    /// <summary>A value as JSON text, secrets in clear.</summary>
    public static string Reveal(PropertyValue value) =>
        new ValueJson(() => throw new InvalidOperationException()).Write(Bare(value))?.ToJsonString(Compact) ?? "null";

    /// <summary>The value with all secret wrappers taken off, at every depth.</summary>
    public static PropertyValue Bare(PropertyValue value) =>
        value switch
        {
            SecretValue secret => Bare(secret.Value),
            ListValue list => new ListValue(list.Items.Select(Bare)),
            ObjectValue obj => new ObjectValue(Bare(obj.Fields)),
            _ => value,
        };

    /// <summary>The map with all secret wrappers taken off, at every depth.</summary>
    public static PropertyMap Bare(PropertyMap map) =>
        map.Values.Any(static value => value.ContainsSecrets)
            ? new PropertyMap(map.Select(static field => KeyValuePair.Create(field.Key, Bare(field.Value))))
            : map;

    private static PropertyValue Text(string text) => Sentinels.IsUnknown(text) ? PropertyValue.Unknown : text;

    private static JsonValue Number(double value) =>
        Math.Abs(value) < 1e15 && value == Math.Truncate(value)
            ? JsonValue.Create((long)value)
            : JsonValue.Create(value);

    private static JsonObject WriteReference(ResourceReferenceValue reference)
    {
        var json = new JsonObject { [Sentinels.SignatureKey] = Sentinels.ResourceReference, ["urn"] = reference.Urn };
        if (reference.Id is { } id)
        {
            json["id"] = id is StringValue text ? text.Value : "";
        }

        json["packageVersion"] = reference.PackageVersion ?? "";
        return json;
    }

    private JsonObject WriteSecret(SecretValue secret, SecretsAs secretsAs)
    {
        var plain = Reveal(secret.Value);
        return new JsonObject
        {
            [Sentinels.SignatureKey] = Sentinels.Secret,
            [secretsAs == SecretsAs.Ciphertext ? "ciphertext" : "plaintext"] =
                secretsAs == SecretsAs.Ciphertext ? secrets().Encrypt(plain) : plain,
        };
    }

    private PropertyValue ReadSecret(JsonObject fields)
    {
        var plain =
            (string?)fields["plaintext"]
            ?? secrets()
                .Decrypt((string?)fields["ciphertext"] ?? throw new EngineException("a secret without its ciphertext"));
        return Read(JsonNode.Parse(plain)).AsSecret();
    }
}
