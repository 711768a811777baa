namespace Pulumi;

/// <summary>An input whose type is not known at compile time.</summary>
internal interface IInput
{
    /// <summary>What to serialize: for lists and maps the elements, each with its own secretness.</summary>
    object? Value { get; }

    /// <summary>One output of the whole value.</summary>
    IOutput Flattened { get; }
}

/// <summary>A value that a resource or function takes: either plain or an output of something else.</summary>
public class Input<T> : IInput
{
    private readonly Lazy<Output<T>> _output;

    private protected Input(Func<Output<T>> output) => _output = new Lazy<Output<T>>(output);

    internal Output<T> AsOutput => _output.Value;

    object? IInput.Value => RawValue;

    IOutput IInput.Flattened => AsOutput;

    private protected virtual object? RawValue => AsOutput;

    /// <summary>Wraps a plain value.</summary>
    public static implicit operator Input<T>(T value) => From(Output.Create(value));

    /// <summary>Wraps an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => From(value);

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input.ToOutput();

    private static Input<T> From(Output<T> output) => new(() => output);
}

/// <summary>Works with inputs that may be null.</summary>
public static class InputExtensions
{
    /// <summary>The input as an output; null gives an output of the type's default.</summary>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input?.AsOutput ?? Output.Create(default(T)!);

    /// <summary>Transforms the value.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) =>
        input.ToOutput().Apply(func);

    /// <summary>Transforms the value with an asynchronous function.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) =>
        input.ToOutput().Apply(func);

    /// <summary>Transforms the value into an input.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) =>
        input.ToOutput().Apply(func);

    /// <summary>Transforms the value into another output.</summary>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) =>
        input.ToOutput().Apply(func);
}
