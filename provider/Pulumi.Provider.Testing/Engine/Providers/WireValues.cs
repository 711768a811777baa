using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;
using ListValue = Pulumi.Provider.Protocol.Values.ListValue;

namespace Pulumi.Provider.Testing.Engine.Providers;

/// <summary>What the receiver of a property map understands.</summary>
/// <param name="Secrets">Secret wrappers.</param>
/// <param name="Resources">Resource references.</param>
/// <param name="Unknowns">Unknown values; where not, whole top-level properties that hold one are left out.</param>
/// <param name="AssetContents">False sends hashes only.</param>
/// <param name="Outputs">Outputs that depend on resources; where not, and without those, they are what they hold.</param>
internal readonly record struct WireRules(
    bool Secrets,
    bool Resources,
    bool Unknowns = true,
    bool AssetContents = true,
    bool Outputs = false
);

/// <summary>Writes property maps as a receiver wants them.</summary>
internal static class WireValues
{
    /// <summary>Encodes a map.</summary>
    public static Struct Encode(PropertyMap map, WireRules rules) => StructCodec.Encode(Apply(map, rules));

    /// <summary>The map as the receiver wants it.</summary>
    public static PropertyMap Apply(PropertyMap map, WireRules rules) =>
        new(
            map.Where(field => rules.Unknowns || !field.Value.ContainsUnknowns)
                .Select(field => KeyValuePair.Create(field.Key, Apply(field.Value, rules)))
        );

    /// <summary>Outputs become what they hold: nobody here asks for output values.</summary>
    public static PropertyMap WithoutOutputs(PropertyMap map) =>
        new(map.Select(static field => KeyValuePair.Create(field.Key, WithoutOutputs(field.Value))));

    /// <summary>An output becomes what it holds, at every depth.</summary>
    public static PropertyValue WithoutOutputs(PropertyValue value) =>
        value switch
        {
            OutputValue output => Resolve(output),
            SecretValue secret => WithoutOutputs(secret.Value).AsSecret(),
            ListValue list => new ListValue(list.Items.Select(WithoutOutputs)),
            ObjectValue obj => new ObjectValue(WithoutOutputs(obj.Fields)),
            _ => value,
        };

    /// <summary>The values with the contents of assets and archives whose hash those have that were sent.</summary>
    public static PropertyMap Restored(PropertyMap values, params IEnumerable<PropertyMap?> sent)
    {
        var contents = sent.OfType<PropertyMap>()
            .SelectMany(static map => map.Values)
            .SelectMany(Contents)
            .DistinctBy(static content => content.Hash)
            .ToDictionary(static content => content.Hash, static content => content.Value, StringComparer.Ordinal);
        return contents.Count == 0
            ? values
            : new(values.Select(field => KeyValuePair.Create(field.Key, Restored(field.Value, contents))));
    }

    private static PropertyValue Restored(PropertyValue value, IReadOnlyDictionary<string, PropertyValue> contents) =>
        value switch
        {
            AssetValue { Source: ContentSource.Elided, Hash: { } hash } => contents.GetValueOrDefault(hash, value),
            ArchiveValue { Source: ContentSource.Elided, Hash: { } hash } => contents.GetValueOrDefault(hash, value),
            SecretValue secret => Restored(secret.Value, contents).AsSecret(),
            ListValue list => new ListValue(list.Items.Select(item => Restored(item, contents))),
            ObjectValue obj => new ObjectValue(
                new PropertyMap(
                    obj.Fields.Select(field => KeyValuePair.Create(field.Key, Restored(field.Value, contents)))
                )
            ),
            _ => value,
        };

    private static IEnumerable<(string Hash, PropertyValue Value)> Contents(PropertyValue value) =>
        value switch
        {
            AssetValue { Source: not ContentSource.Elided, Hash: { } hash } => [(hash, value)],
            ArchiveValue { Source: not ContentSource.Elided, Hash: { } hash } => [(hash, value)],
            SecretValue secret => Contents(secret.Value),
            ListValue list => list.Items.SelectMany(Contents),
            ObjectValue obj => obj.Fields.Values.SelectMany(Contents),
            _ => [],
        };

    /// <summary>Without values that are not known, at every depth.</summary>
    public static PropertyMap WithoutUnknowns(PropertyMap map) =>
        map.Values.Any(static value => value.ContainsUnknowns)
            ? new(
                map.Select(static field => KeyValuePair.Create(field.Key, WithoutUnknowns(field.Value)))
                    .Where(static field => field.Value is not null)
                    .Select(static field => KeyValuePair.Create(field.Key, field.Value!))
            )
            : map;

    private static PropertyValue? WithoutUnknowns(PropertyValue value) =>
        value switch
        {
            UnknownValue => null,
            SecretValue secret => WithoutUnknowns(secret.Value)?.AsSecret(),
            ListValue list => new ListValue(list.Items.Select(WithoutUnknowns).OfType<PropertyValue>()),
            ObjectValue obj => new ObjectValue(WithoutUnknowns(obj.Fields)),
            _ => value,
        };

    private static PropertyValue Resolve(OutputValue output)
    {
        var value = output.Value is null ? PropertyValue.Unknown : WithoutOutputs(output.Value);
        return output.IsSecret ? value.AsSecret() : value;
    }

    private static PropertyValue Apply(PropertyValue value, WireRules rules) =>
        value switch
        {
            SecretValue secret => rules.Secrets ? Apply(secret.Value, rules).AsSecret() : Apply(secret.Value, rules),
            OutputValue { Dependencies.IsEmpty: false } output when rules.Outputs => output with
            {
                Value = output.Value is null ? null : Apply(output.Value, rules),
            },
            OutputValue output => Apply(Resolve(output), rules),
            ListValue list => new ListValue(list.Items.Select(item => Apply(item, rules))),
            ObjectValue obj => new ObjectValue(
                new PropertyMap(obj.Fields.Select(field => KeyValuePair.Create(field.Key, Apply(field.Value, rules))))
            ),
            ResourceReferenceValue reference when !rules.Resources => reference.Id ?? reference.Urn,
            ResourceReferenceValue reference => reference with
            {
                Id = reference.Id is UnknownValue ? "" : reference.Id,
                PackageVersion = reference.PackageVersion is "" ? null : reference.PackageVersion,
                Name = Urn.NameOf(reference.Urn),
                Type = Urn.TypeOf(reference.Urn),
            },
            AssetValue asset when !rules.AssetContents => new AssetValue(ContentSource.Elided, null, asset.Hash),
            ArchiveValue archive when !rules.AssetContents => new ArchiveValue(
                ContentSource.Elided,
                null,
                null,
                archive.Hash
            ),
            _ => value,
        };
}
