namespace Pulumi;

internal interface IUnion
{
    object Value { get; }
}

/// <summary>A value of one of two types.</summary>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly bool _isSecond;
    private readonly T0 _first;
    private readonly T1 _second;

    private Union(bool isSecond, T0 first, T1 second) => (_isSecond, _first, _second) = (isSecond, first, second);

    /// <summary>True for a value of the first type.</summary>
    public bool IsT0 => !_isSecond;

    /// <summary>True for a value of the second type.</summary>
    public bool IsT1 => _isSecond;

    /// <summary>The value of the first type.</summary>
    public T0 AsT0 => IsT0 ? _first : throw new InvalidOperationException("Cannot return as T0 as result is T1");

    /// <summary>The value of the second type.</summary>
    public T1 AsT1 => IsT1 ? _second : throw new InvalidOperationException("Cannot return as T1 as result is T0");

    /// <summary>The value, whichever type it has.</summary>
    public object Value => _isSecond ? _second! : _first!;

    /// <summary>A value of the first type.</summary>
    public static Union<T0, T1> FromT0(T0 input) => new(isSecond: false, input, default!);

    /// <summary>A value of the second type.</summary>
    public static Union<T0, T1> FromT1(T1 input) => new(isSecond: true, default!, input);

    /// <summary>Transforms whichever value is there.</summary>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => _isSecond ? f1(_second) : f0(_first);

    /// <summary>Acts on whichever value is there.</summary>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (_isSecond)
        {
            f1(_second);
        }
        else
        {
            f0(_first);
        }
    }

    /// <summary>Transforms a first value, keeps a second.</summary>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc) =>
        Match(value => Union<TResult, T1>.FromT0(mapFunc(value)), Union<TResult, T1>.FromT1);

    /// <summary>Keeps a first value, transforms a second.</summary>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc) =>
        Match(Union<T0, TResult>.FromT0, value => Union<T0, TResult>.FromT1(mapFunc(value)));

    /// <summary>Transforms whichever value is there and keeps which it was.</summary>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(
        Func<T0, TResult0> mapFunc0,
        Func<T1, TResult1> mapFunc1
    ) =>
        Match(
            value => Union<TResult0, TResult1>.FromT0(mapFunc0(value)),
            value => Union<TResult0, TResult1>.FromT1(mapFunc1(value))
        );

    /// <summary>True, and the value, when it is of the first type; otherwise the other value.</summary>
    public bool TryPickT0(out T0 value, out T1 remainder)
    {
        (value, remainder) = (_first, _second);
        return IsT0;
    }

    /// <summary>True, and the value, when it is of the second type; otherwise the other value.</summary>
    public bool TryPickT1(out T1 value, out T0 remainder)
    {
        (value, remainder) = (_second, _first);
        return IsT1;
    }

    /// <inheritdoc/>
    public bool Equals(Union<T0, T1> other) => _isSecond == other._isSecond && Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_isSecond, Value);

    /// <inheritdoc/>
    public override string ToString() => Value?.ToString() ?? "";

    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);
}
