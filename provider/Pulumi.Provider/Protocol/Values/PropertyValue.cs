using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi.Provider.Protocol.Values;

/// <summary>
/// A value as the plugin protocol knows it: JSON's six kinds, and the kinds that travel as sentinels inside a
/// <c>Struct</c>. Immutable; equality is by content.
/// </summary>
public abstract record PropertyValue
{
    private protected PropertyValue() { }

    /// <summary>The null value.</summary>
    public static PropertyValue Null { get; } = new NullValue();

    /// <summary>A value that only the operation itself will bring: the sentinels of previews.</summary>
    public static PropertyValue Unknown { get; } = new UnknownValue();

    /// <summary>Wraps a string.</summary>
    public static implicit operator PropertyValue(string value) => new StringValue(value);

    /// <summary>Wraps a number.</summary>
    public static implicit operator PropertyValue(double value) => new NumberValue(value);

    /// <summary>Wraps a boolean.</summary>
    public static implicit operator PropertyValue(bool value) => value ? BoolValue.True : BoolValue.False;

    /// <summary>True when this is, or anywhere inside holds, an unknown.</summary>
    public virtual bool ContainsUnknowns => false;

    /// <summary>True when this is, or anywhere inside holds, a secret.</summary>
    public virtual bool ContainsSecrets => false;

    /// <summary>This value without a secret wrapper or an output wrapper around it (inner ones stay).</summary>
    public virtual PropertyValue Unwrapped => this;

    /// <summary>The value in a form like JSON, for messages and tests; never shows what is secret.</summary>
    public sealed override string ToString() =>
        this switch
        {
            NullValue => "null",
            UnknownValue => "[unknown]",
            SecretValue or OutputValue { IsSecret: true } => "[secret]",
            BoolValue flag => flag.Value ? "true" : "false",
            NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
            StringValue text => $"\"{text.Value}\"",
            ListValue list => $"[{string.Join(", ", list.Items)}]",
            ObjectValue obj => obj.Fields.ToString(),
            OutputValue output => output.Value?.ToString() ?? "[unknown]",
            ResourceReferenceValue reference => $"[resource {reference.Urn}]",
            AssetValue asset => $"[asset {asset.Hash ?? asset.Content}]",
            ArchiveValue archive => $"[archive {archive.Hash ?? archive.Content ?? archive.Assets?.ToString()}]",
            BytesValue bytes => $"[{bytes.Value.Length} bytes]",
            _ => GetType().Name,
        };

    /// <summary>This value as a secret; a secret stays one.</summary>
    public PropertyValue AsSecret() => this is SecretValue ? this : new SecretValue(this);
}

/// <summary>JSON null.</summary>
public sealed record NullValue : PropertyValue
{
    internal NullValue() { }
}

/// <summary>A value not known yet.</summary>
public sealed record UnknownValue : PropertyValue
{
    internal UnknownValue() { }

    /// <inheritdoc/>
    public override bool ContainsUnknowns => true;
}

/// <summary>A boolean.</summary>
public sealed record BoolValue(bool Value) : PropertyValue
{
    internal static readonly BoolValue True = new(true);
    internal static readonly BoolValue False = new(false);
}

/// <summary>A number: a double, the only kind the protocol has.</summary>
public sealed record NumberValue(double Value) : PropertyValue;

/// <summary>A string.</summary>
public sealed record StringValue(string Value) : PropertyValue;

/// <summary>Bytes that are no valid UTF-8 text.</summary>
public sealed record BytesValue(ImmutableArray<byte> Value) : PropertyValue
{
    /// <inheritdoc/>
    public bool Equals(BytesValue? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Value.AsSpan());
        return hash.ToHashCode();
    }
}

/// <summary>A list.</summary>
public sealed record ListValue(ImmutableArray<PropertyValue> Items) : PropertyValue
{
    /// <summary>A list of the given items.</summary>
    public ListValue(IEnumerable<PropertyValue> items)
        : this([.. items]) { }

    /// <inheritdoc/>
    public override bool ContainsUnknowns => Items.Any(static item => item.ContainsUnknowns);

    /// <inheritdoc/>
    public override bool ContainsSecrets => Items.Any(static item => item.ContainsSecrets);

    /// <inheritdoc/>
    public bool Equals(ListValue? other) =>
        other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan(), comparer: null);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}

/// <summary>An object: keys in ordinal order.</summary>
public sealed record ObjectValue(PropertyMap Fields) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Fields.Values.Any(static inner => inner.ContainsUnknowns);

    /// <inheritdoc/>
    public override bool ContainsSecrets => Fields.Values.Any(static inner => inner.ContainsSecrets);
}

/// <summary>A value that must not be shown; never nested directly in another secret.</summary>
public sealed record SecretValue : PropertyValue
{
    /// <summary>Wraps a value; a secret given here is unwrapped first.</summary>
    public SecretValue(PropertyValue value)
    {
        Value = value is SecretValue secret ? secret.Value : value;
    }

    /// <summary>What is secret.</summary>
    public PropertyValue Value { get; }

    /// <inheritdoc/>
    public override bool ContainsUnknowns => Value.ContainsUnknowns;

    /// <inheritdoc/>
    public override bool ContainsSecrets => true;

    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Value.Unwrapped;
}

/// <summary>An output of a program: a value (null while unknown), whether it is secret, and what it came from.</summary>
public sealed record OutputValue(PropertyValue? Value, bool IsSecret, ImmutableArray<string> Dependencies)
    : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Value is null || Value.ContainsUnknowns;

    /// <inheritdoc/>
    public override bool ContainsSecrets => IsSecret || Value is { ContainsSecrets: true };

    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Value?.Unwrapped ?? Unknown;

    /// <inheritdoc/>
    public bool Equals(OutputValue? other) =>
        other is not null
        && IsSecret == other.IsSecret
        && Equals(Value, other.Value)
        && Dependencies.AsSpan().SequenceEqual(other.Dependencies.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.Length);
}

/// <summary>A reference to a resource.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id: null for a component, <see cref="PropertyValue.Unknown"/> while not created.</param>
/// <param name="PackageVersion">The version of the package it is from, or null.</param>
/// <param name="Name">Its name, or null where the sender leaves it out.</param>
/// <param name="Type">Its type, or null where the sender leaves it out.</param>
public sealed record ResourceReferenceValue(
    string Urn,
    PropertyValue? Id = null,
    string? PackageVersion = null,
    string? Name = null,
    string? Type = null
) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Id is UnknownValue;

    /// <summary>The id, where it has one that is known; null otherwise.</summary>
    public string? KnownId => (Id as StringValue)?.Value;

    /// <summary>The type token: as the sender says, or as the URN does; empty where that is none.</summary>
    public string TypeToken =>
        Type is { Length: > 0 } type ? type
        : Urn.Split("::") is [_, _, var types, ..] ? types[(types.LastIndexOf('$') + 1)..]
        : "";
}

/// <summary>Where the content of an asset or archive is. Elided: only the hash was sent.</summary>
public enum ContentSource
{
    /// <summary>No content: the engine sent only the hash.</summary>
    Elided,

    /// <summary>The text itself (assets only).</summary>
    Text,

    /// <summary>A file path.</summary>
    Path,

    /// <summary>A URI.</summary>
    Uri,

    /// <summary>A map of assets and archives (archives only).</summary>
    Assets,
}

/// <summary>A file's content.</summary>
public sealed record AssetValue(ContentSource Source, string? Content, string? Hash) : PropertyValue;

/// <summary>A folder's content.</summary>
public sealed record ArchiveValue(ContentSource Source, string? Content, PropertyMap? Assets, string? Hash)
    : PropertyValue;
