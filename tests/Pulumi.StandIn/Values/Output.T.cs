using System.Collections.Immutable;

namespace Pulumi;

/// <summary>An output whose type is not known at compile time.</summary>
internal interface IOutput
{
    Task<OutputData<object?>> GetDataAsync();
}

/// <summary>
/// A value that arrives later: from a resource, from a function, or from other outputs. It remembers what it depends on,
/// whether it is secret and, in a preview, whether it is known at all.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        DataTask = data;

        // An output nobody awaits must still be waited for, and its failure must still end the program.
        DeploymentInstance.Current?.Tasks.Track(data);
    }

    internal Task<OutputData<T>> DataTask { get; }

    /// <summary>Calls the function with the value once it is known, and waits for the task it returns.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) =>
        Apply(async value =>
        {
            await func(value);
            return default(ValueTuple);
        });

    /// <summary>Transforms the value; not called in a preview while the value is unknown.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        new(ApplyAsync(value => Task.FromResult(OutputData.Known(func(value)))));

    /// <summary>Transforms the value with an asynchronous function.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        new(ApplyAsync(async value => OutputData.Known(await func(value))));

    /// <summary>Transforms the value into an input, whose dependencies and secretness are added.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) =>
        new(ApplyAsync(value => func(value).ToOutput().DataTask));

    /// <summary>Transforms the value into another output, whose dependencies and secretness are added.</summary>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) =>
        new(ApplyAsync(value => func(value)?.DataTask ?? Task.FromResult(OutputData.Known(default(TResult)!))));

    /// <summary>An output of a task's value.</summary>
    public static Output<T> Create(Task<T> value) => Output.Create(value);

    /// <summary>Says what to do instead: an output has no text before its value is there.</summary>
    public override string ToString() =>
        $"Calling [ToString] on an [Output<{typeof(T).Name}>] is not supported. "
        + "Use [output.Apply(value => …)] or [Output.Format($\"…{output}…\")] instead.";

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await DataTask).Cast<object?>(static value => value);

    private async Task<OutputData<TResult>> ApplyAsync<TResult>(Func<T, Task<OutputData<TResult>>> transform)
    {
        var outer = await DataTask;
        if (!outer.IsKnown)
        {
            return new OutputData<TResult>(default!, outer.Resources, IsKnown: false, outer.IsSecret);
        }

        var inner = await transform(outer.Value);
        return inner with
        {
            Resources = outer.Resources.Union(inner.Resources),
            IsSecret = outer.IsSecret || inner.IsSecret,
        };
    }
}

/// <summary>What an output resolves to.</summary>
/// <param name="Value">The value; the type's default while unknown.</param>
/// <param name="Resources">The resources it depends on.</param>
/// <param name="IsKnown">False in a preview for what only the operation will bring.</param>
/// <param name="IsSecret">True when it must not be shown or stored in clear.</param>
internal sealed record OutputData<T>(T Value, ImmutableHashSet<Resource> Resources, bool IsKnown, bool IsSecret)
{
    internal OutputData<TResult> Cast<TResult>(Func<T, TResult> convert) =>
        new(IsKnown ? convert(Value) : default!, Resources, IsKnown, IsSecret);
}

internal static class OutputData
{
    internal static OutputData<T> Known<T>(T value) => new(value, [], IsKnown: true, IsSecret: false);

    internal static OutputData<T> Unknown<T>() => new(default!, [], IsKnown: false, IsSecret: false);

    internal static OutputData<ImmutableArray<T>> All<T>(IReadOnlyList<OutputData<T>> parts)
    {
        var known = parts.All(static part => part.IsKnown);
        return new OutputData<ImmutableArray<T>>(
            known ? [.. parts.Select(static part => part.Value)] : [],
            [.. parts.SelectMany(static part => part.Resources)],
            known,
            parts.Any(static part => part.IsSecret)
        );
    }
}
