using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    /// <summary>An output of a value that is already there.</summary>
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData.Known(value)));

    /// <summary>An output of a task's value.</summary>
    public static Output<T> Create<T>(Task<T> value) => new(FromTaskAsync(value, secret: false));

    /// <summary>A secret output of a value that is already there.</summary>
    public static Output<T> CreateSecret<T>(T value) =>
        new(Task.FromResult(OutputData.Known(value) with { IsSecret = true }));

    /// <summary>A secret output of a task's value.</summary>
    public static Output<T> CreateSecret<T>(Task<T> value) => new(FromTaskAsync(value, secret: true));

    /// <summary>The same output, secret.</summary>
    public static Output<T> CreateSecret<T>(Output<T> value) => WithSecret(value, secret: true);

    /// <summary>The same output, no longer secret.</summary>
    public static Output<T> Unsecret<T>(Output<T> output) => WithSecret(output, secret: false);

    /// <summary>Whether the output is secret.</summary>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataTask).IsSecret;

    /// <summary>All values together, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <summary>All values together, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        All(inputs.Select(static input => input.ToOutput()));

    /// <summary>All values together, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <summary>All values together, in order.</summary>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => new(AllAsync([.. outputs]));

    /// <summary>An interpolated string whose holes may be outputs.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var holes = formattableString.GetArguments().Select(ToUntyped);
        return All(holes)
            .Apply(values =>
                string.Format(CultureInfo.InvariantCulture, formattableString.Format, [.. values.AsEnumerable()])
            );
    }

    /// <summary>The value as JSON text; outputs inside it are awaited and written as their values.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null) =>
        new(OutputJson.SerializeAsync(value, options));

    /// <summary>The value that JSON text holds.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null) =>
        json.Apply(text => JsonSerializer.Deserialize<T>(text, options)!);

    internal static Output<object?> ToUntyped(object? value) =>
        value switch
        {
            IInput input => ToUntyped(input.Flattened),
            IOutput output => new Output<object?>(output.GetDataAsync()),
            _ => Create(value),
        };

    private static async Task<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs) =>
        OutputData.All(await Task.WhenAll(outputs.Select(static output => output.DataTask)));

    private static async Task<OutputData<T>> FromTaskAsync<T>(Task<T> value, bool secret) =>
        OutputData.Known(await value) with
        {
            IsSecret = secret,
        };

    private static Output<T> WithSecret<T>(Output<T> output, bool secret)
    {
        return new Output<T>(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync() => (await output.DataTask) with { IsSecret = secret };
    }
}
