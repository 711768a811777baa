using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>Translates between protobuf's <c>Struct</c> and <see cref="PropertyMap"/>, sentinels included.</summary>
public static class StructCodec
{
    /// <summary>Reads a struct; an absent one is an empty map.</summary>
    /// <exception cref="FormatException">A sentinel object does not have the fields its kind needs.</exception>
    public static PropertyMap Decode(Struct? fields) =>
        fields is null || fields.Fields.Count == 0
            ? PropertyMap.Empty
            : new PropertyMap(
                fields.Fields.Select(static field => KeyValuePair.Create(field.Key, Decode(field.Value)))
            );

    /// <summary>Reads one value.</summary>
    /// <exception cref="FormatException">A sentinel object does not have the fields its kind needs.</exception>
    public static PropertyValue Decode(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.BoolValue => value.BoolValue,
            Value.KindOneofCase.NumberValue => value.NumberValue,
            Value.KindOneofCase.StringValue => Sentinels.IsUnknown(value.StringValue)
                ? PropertyValue.Unknown
                : value.StringValue,
            Value.KindOneofCase.ListValue => DecodeList(value.ListValue),
            Value.KindOneofCase.StructValue => DecodeObject(value.StructValue),
            _ => PropertyValue.Null,
        };

    /// <summary>Writes a map.</summary>
    public static Struct Encode(PropertyMap map)
    {
        var result = new Struct();
        foreach (var (name, value) in map)
        {
            result.Fields.Add(name, Encode(value));
        }

        return result;
    }

    /// <summary>Writes one value.</summary>
    public static Value Encode(PropertyValue value) =>
        value switch
        {
            NullValue => Value.ForNull(),
            BoolValue flag => Value.ForBool(flag.Value),
            NumberValue number => Value.ForNumber(number.Value),
            StringValue text => Value.ForString(text.Value),
            UnknownValue => Value.ForString(Sentinels.UnknownString),
            _ => EncodeNested(value),
        };

    private static Value EncodeNested(PropertyValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value switch
        {
            ListValue list => new Value { ListValue = EncodeList(list) },
            ObjectValue obj => Value.ForStruct(Encode(obj.Fields)),
            SecretValue secret => Marked(Sentinels.Secret, ("value", Encode(secret.Value))),
            BytesValue bytes => Marked(
                Sentinels.Bytes,
                ("value", Value.ForString(Convert.ToBase64String(bytes.Value.AsSpan())))
            ),
            AssetValue asset => Marked(
                Sentinels.Asset,
                ("hash", Text(asset.Hash)),
                (SourceKey(asset.Source), Text(asset.Content))
            ),
            ArchiveValue archive => Marked(
                Sentinels.Archive,
                ("hash", Text(archive.Hash)),
                (
                    SourceKey(archive.Source),
                    archive.Assets is null ? Text(archive.Content) : Value.ForStruct(Encode(archive.Assets))
                )
            ),
            ResourceReferenceValue reference => Marked(
                Sentinels.ResourceReference,
                ("urn", Value.ForString(reference.Urn)),
                ("id", reference.Id is null ? null : Encode(reference.Id)),
                ("packageVersion", Text(reference.PackageVersion)),
                ("name", Text(reference.Name)),
                ("type", Text(reference.Type))
            ),
            OutputValue output => Marked(
                Sentinels.Output,
                ("value", output.Value is null ? null : Encode(output.Value)),
                ("secret", output.IsSecret ? Value.ForBool(true) : null),
                ("dependencies", output.Dependencies.IsEmpty ? null : EncodeStrings(output.Dependencies))
            ),
            _ => throw new InvalidOperationException($"no encoding for {value.GetType().Name}"),
        };
    }

    private static ListValue DecodeList(Google.Protobuf.WellKnownTypes.ListValue value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack(); // hostile nesting must end the call, not the process
        return new ListValue([.. value.Values.Select(Decode)]);
    }

    private static PropertyValue DecodeObject(Struct value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!value.Fields.TryGetValue(Sentinels.SignatureKey, out var signature))
        {
            return new ObjectValue(Decode(value));
        }

        return signature.StringValue switch
        {
            Sentinels.Secret => new SecretValue(Decode(Required(value, "value", "a secret"))),
            Sentinels.Output => DecodeOutput(value),
            Sentinels.ResourceReference => DecodeReference(value),
            Sentinels.Asset => DecodeAsset(value),
            Sentinels.Archive => DecodeArchive(value),
            Sentinels.Bytes => DecodeBytes(value),
            var other => throw new FormatException($"unknown signature '{other}' in a property value"),
        };
    }

    private static OutputValue DecodeOutput(Struct value) =>
        new(
            value.Fields.TryGetValue("value", out var inner) ? Decode(inner) : null,
            value.Fields.TryGetValue("secret", out var secret) && secret.BoolValue,
            value.Fields.TryGetValue("dependencies", out var dependencies)
                ? [.. dependencies.ListValue.Values.Select(static urn => urn.StringValue)]
                : []
        );

    private static ResourceReferenceValue DecodeReference(Struct value) =>
        new(
            Required(value, "urn", "a resource reference").StringValue,
            Optional(value, "id") switch
            {
                null => null,
                "" => PropertyValue.Unknown,
                var id when Sentinels.IsUnknown(id) => PropertyValue.Unknown,
                var id => id,
            },
            Optional(value, "packageVersion"),
            Optional(value, "name"),
            Optional(value, "type")
        );

    private static AssetValue DecodeAsset(Struct value)
    {
        foreach (var source in (ReadOnlySpan<ContentSource>)[ContentSource.Text, ContentSource.Path, ContentSource.Uri])
        {
            if (Optional(value, SourceKey(source)) is { } content)
            {
                return new AssetValue(source, content, Optional(value, "hash"));
            }
        }

        return new AssetValue(ContentSource.Elided, null, Optional(value, "hash"));
    }

    private static ArchiveValue DecodeArchive(Struct value)
    {
        var hash = Optional(value, "hash");
        if (value.Fields.TryGetValue("assets", out var assets) && assets.KindCase == Value.KindOneofCase.StructValue)
        {
            return new ArchiveValue(ContentSource.Assets, null, Decode(assets.StructValue), hash);
        }

        foreach (var source in (ReadOnlySpan<ContentSource>)[ContentSource.Path, ContentSource.Uri])
        {
            if (Optional(value, SourceKey(source)) is { } content)
            {
                return new ArchiveValue(source, content, null, hash);
            }
        }

        return new ArchiveValue(ContentSource.Elided, null, null, hash);
    }

    private static BytesValue DecodeBytes(Struct value) =>
        new(ImmutableArray.Create(Convert.FromBase64String(Required(value, "value", "a byte string").StringValue)));

    private static Value Required(Struct value, string field, string kind) =>
        value.Fields.TryGetValue(field, out var found)
            ? found
            : throw new FormatException($"{kind} without its field '{field}' in a property value");

    private static string? Optional(Struct value, string field) =>
        value.Fields.TryGetValue(field, out var found) && found.KindCase == Value.KindOneofCase.StringValue
            ? found.StringValue
            : null;

    private static string SourceKey(ContentSource source) =>
        source switch
        {
            ContentSource.Text => "text",
            ContentSource.Path => "path",
            ContentSource.Uri => "uri",
            ContentSource.Assets => "assets",
            _ => "",
        };

    private static Value? Text(string? text) => text is null ? null : Value.ForString(text);

    private static Google.Protobuf.WellKnownTypes.ListValue EncodeList(ListValue list)
    {
        var result = new Google.Protobuf.WellKnownTypes.ListValue();
        foreach (var item in list.Items)
        {
            result.Values.Add(Encode(item));
        }

        return result;
    }

    private static Value EncodeStrings(ImmutableArray<string> items) =>
        Value.ForList([.. items.Select(Value.ForString)]);

    private static Value Marked(string signature, params ReadOnlySpan<(string Name, Value? Value)> fields)
    {
        var result = new Struct();
        result.Fields.Add(Sentinels.SignatureKey, Value.ForString(signature));
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                result.Fields.Add(name, value);
            }
        }

        return Value.ForStruct(result);
    }
}
