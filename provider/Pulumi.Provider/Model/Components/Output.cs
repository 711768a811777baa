using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Model.Components;

/// <summary>
/// A value that remembers which resources it comes from, and that may be secret, not known yet, or absent. Components are given
/// their inputs so, and hand them on.
/// </summary>
public abstract class Output
{
    // Of a value that was not written yet, all but itself.
    private readonly PropertyValue _raw;

    private protected Output(PropertyValue raw, bool isPlain) => (_raw, IsPlain) = (raw, isPlain);

    /// <summary>True when it is not known yet: it may turn out to be something or nothing.</summary>
    public bool IsUnknown => !IsPlain && _raw.Unwrapped is UnknownValue;

    /// <summary>True when it is known to be nothing.</summary>
    public bool IsUnset => !IsPlain && Sameness.IsNull(_raw);

    /// <summary>True when it, or anything inside of it, is secret: not for messages, not for names.</summary>
    public bool IsSecret => _raw.ContainsSecrets;

    /// <summary>URNs of the resources that it comes from.</summary>
    public ImmutableArray<string> Sources() => [.. _raw.Sources().Distinct(StringComparer.Ordinal)];

    /// <summary>An output of a value that is known.</summary>
    public static Output<T> Of<T>(T value) => new(value, secret: false, []);

    /// <summary>An output of a value as the protocol has it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="read">Reads it, once it is known: one of <see cref="Marshal"/>.</param>
    public static Output<T> Of<T>(PropertyValue value, Func<PropertyValue, T> read) => new(value, read);

    /// <summary>What the function makes of both values, once both are known; secret, and from resources, as either is.</summary>
    public static Output<TResult> Apply<T1, T2, TResult>(
        Output<T1> first,
        Output<T2> second,
        Func<T1, T2, TResult> function
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (secret, sources) = (first.IsSecret || second.IsSecret, first.Sources().AddRange(second.Sources()));
        return first.TryGet(out var one) && second.TryGet(out var other)
            ? new(function(one, other), secret, sources)
            : Output<TResult>.Missing(first.IsUnset || second.IsUnset, secret, sources);
    }

    /// <summary>The value as the protocol has it.</summary>
    internal PropertyValue Raw =>
        !IsPlain
            ? _raw
            : (Written() ?? throw new InvalidOperationException("a value that its property writes")).From(
                IsSecret,
                Sources()
            );

    // True for a value that was not written yet.
    private protected bool IsPlain { get; }

    private protected PropertyValue Around => _raw;

    private protected abstract PropertyValue? Written();
}

/// <summary>An output of a certain type.</summary>
public sealed class Output<T> : Output
{
    private readonly Func<PropertyValue, T>? _read;
    private readonly T? _value;

    internal Output(PropertyValue raw, Func<PropertyValue, T> read)
        : base(raw, isPlain: false) => _read = read;

    internal Output(T? value, bool secret, ImmutableArray<string> sources)
        : base(PropertyValue.Null.From(secret, sources), isPlain: value is not null) => _value = value;

    /// <summary>A value that is known.</summary>
    public static implicit operator Output<T>(T value) => Of(value);

    /// <summary>The value, where it is known in all its parts and not absent.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        if (_read is null)
        {
            value = _value;
            return !IsUnset;
        }

        var isThere = !IsUnset && !Around.ContainsUnknowns;
        value = isThere ? _read(Around) : default;
        return isThere;
    }

    /// <summary>
    /// What the function makes of the value, once it is known: secret, and from resources, as the value is. Absent where it is
    /// absent.
    /// </summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return TryGet(out var value)
            ? new(function(value), IsSecret, Sources())
            : Output<TResult>.Missing(IsUnset, IsSecret, Sources());
    }

    /// <summary>The value as the protocol has it.</summary>
    internal PropertyValue Encode(Func<T, PropertyValue> write) =>
        IsPlain ? write(_value!).From(IsSecret, Sources()) : Raw;

    internal static Output<T> Missing(bool isUnset, bool secret, ImmutableArray<string> sources) =>
        new(
            (isUnset ? PropertyValue.Null : PropertyValue.Unknown).From(secret, sources),
            static _ => throw new InvalidOperationException("not known")
        );

    private protected override PropertyValue? Written() =>
        _value is IPropertyObject record ? new ObjectValue(record.Encode()) : null;
}
