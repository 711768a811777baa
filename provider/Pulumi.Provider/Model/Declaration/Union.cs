namespace Pulumi.Provider.Model.Declaration;

/// <summary>
/// A value of one of two types, as the type of a property; for one of three, the second is a union itself. Objects are told
/// apart by a property marked <see cref="ConstantAttribute"/>, or by the properties that they have.
/// </summary>
public sealed record Union<TFirst, TSecond>
{
    private readonly TFirst? _first;
    private readonly TSecond? _second;

    /// <summary>A value of the first type.</summary>
    public Union(TFirst value) => (IsFirst, _first) = (true, value);

    /// <summary>A value of the second type.</summary>
    public Union(TSecond value) => _second = value;

    /// <summary>True for a value of the first type, false for one of the second.</summary>
    public bool IsFirst { get; }

    /// <summary>A value of the first type.</summary>
    public static implicit operator Union<TFirst, TSecond>(TFirst value) => new(value);

    /// <summary>A value of the second type.</summary>
    public static implicit operator Union<TFirst, TSecond>(TSecond value) => new(value);

    /// <summary>What the function of its type makes of it.</summary>
    public TResult Match<TResult>(Func<TFirst, TResult> first, Func<TSecond, TResult> second) =>
        IsFirst ? first(_first!) : second(_second!);

    /// <inheritdoc/>
    public override string ToString() => (IsFirst ? _first?.ToString() : _second?.ToString()) ?? "";
}
