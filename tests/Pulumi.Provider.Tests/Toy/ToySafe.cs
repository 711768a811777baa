using System.Collections.Concurrent;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>A safe.</summary>
/// <example>
/// One with a pin:
/// <code language="yaml">
/// type: toy:Safe
/// </code>
/// </example>
[PropertyObject]
[Obsolete("use a vault")]
public partial record SafeInputs
{
    /// <summary>What opens it.</summary>
    [Environment("TOY_PIN")]
    public int? Pin { get; init; }

    /// <summary>What is written on it.</summary>
    [Environment("TOY_LABEL", "LABEL")]
    public string? Label { get; init; }

    /// <summary>The word for those who lost the pin.</summary>
    [Secret]
    public string? Word { get; init; }

    /// <summary>Its door.</summary>
    public SafeDoor? Door { get; init; }
}

/// <summary>A door.</summary>
[PropertyObject("toy:index:SafeDoor")]
public sealed partial record SafeDoor
{
    /// <summary>The key to it.</summary>
    [Secret]
    public string? Key { get; init; }
}

/// <summary>A safe that stands.</summary>
[PropertyObject]
#pragma warning disable CS0618 // what is obsolete is still served
public sealed partial record SafeState : SafeInputs
#pragma warning restore CS0618
{
    /// <summary>How many digits the pin has.</summary>
    [SecretWith("pin")]
    public required int Digits { get; init; }

    /// <summary>How long the word is.</summary>
    [SecretWith("word")]
    public required int Letters { get; init; }

    /// <summary>The label, for all to see.</summary>
    [NeverSecret]
    public string? Sign { get; init; }

    /// <summary>The label, in brackets.</summary>
    public string? Plate { get; init; }
}

#pragma warning disable CS0618 // what is obsolete is still served
internal sealed class SafeResource(ConcurrentDictionary<string, SafeState> safes, ConcurrentQueue<string> seen)
    : IUpdatableResource<SafeInputs, SafeState>,
        ICheckedResource<SafeInputs>
{
    public const string Type = "toy:index:Safe";

    public static ProviderDefinition Provider(
        ConcurrentDictionary<string, SafeState> safes,
        ConcurrentQueue<string> seen
    ) =>
        new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object())
            .Resource<SafeInputs, SafeState>(Type, _ => new SafeResource(safes, seen))
            .Function<SafeInputs, SafeState>("toy:index:getSafe", _ => new GetSafe());

    public void Check(InputChecker checker, SafeInputs inputs)
    {
        seen.Enqueue($"check {(checker.Inputs["pin"].IsSecret ? "secret" : "plain")}");
        if (inputs.Label is { } label && label.Contains($"{inputs.Pin}", StringComparison.Ordinal))
        {
            checker.Add("label", "holds the pin");
        }
    }

    public Task<SafeState> CreateAsync(Operation call, SafeInputs safe) =>
        UpdateAsync(call, $"{safes.Count}", null, null, safe);

    public Task<Found<SafeState>?> ReadAsync(Operation call, string id, SafeInputs? inputs, SafeState? state)
    {
        See(call, "read");
        if (state?.Label == "new")
        {
            call.RefreshBeforeUpdate();
        }

        return Task.FromResult(safes.TryGetValue(id, out var safe) ? new Found<SafeState>(id, safe) : null);
    }

    public Task<SafeState> UpdateAsync(Operation call, string id, SafeInputs? old, SafeState? was, SafeInputs safe)
    {
        See(call, was is null ? "create" : "update");
        call.RefreshBeforeUpdate();
        return Task.FromResult(call.Record(id, safes[id] = Made(safe)));
    }

    public Task DeleteAsync(Operation call, string id, SafeState? was)
    {
        See(call, "delete");
        return Task.FromResult(safes.TryRemove(id, out _));
    }

    public static SafeState Made(SafeInputs safe) =>
        new()
        {
            Pin = safe.Pin,
            Label = safe.Label,
            Word = safe.Word,
            Door = safe.Door,
            Digits = $"{safe.Pin}".Length,
            Letters = safe.Word?.Length ?? 0,
            Sign = safe.Label,
            Plate = $"[{safe.Label}]",
        };

    private void See(Operation call, string what) =>
        seen.Enqueue($"{what} {(call["pin"].IsSecret ? "secret" : "plain")}");

    private sealed class GetSafe : IFunction<SafeInputs, SafeState>
    {
        public Task<SafeState> InvokeAsync(Invocation call, SafeInputs args) => Task.FromResult(Made(args));
    }
}
