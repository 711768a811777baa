using System.ComponentModel;
using System.Runtime.Serialization;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Inputs of which some do not exist everywhere.</summary>
[PropertyObject]
public partial record GatedInputs
{
    /// <summary>Its colour.</summary>
    [ReplaceOnChangeUnless("paint")]
    public string? Colour { get; init; }

    /// <summary>Its label.</summary>
    [DefaultValue("none")]
    [RequiresFeature("labels")]
    public string? Label { get; init; }

    /// <summary>Its tags.</summary>
    [RequiresFeature("labels")]
    [Unordered]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Its size.</summary>
    public Size? Size { get; init; }

    /// <summary>Its parts.</summary>
    public IReadOnlyList<Part>? Parts { get; init; }

    /// <summary>What closes it.</summary>
    [ReplaceOnChange]
    public Part? Lid { get; init; }
}

/// <summary>The gated sample, made.</summary>
[PropertyObject]
public partial record GatedState : GatedInputs
{
    /// <summary>When it was labelled.</summary>
    [RequiresFeature("labels")]
    [ChangesWith("label")]
    public string? LabelledAt { get; init; }

    /// <summary>When it was made.</summary>
    [ChangesWith]
    public required string MadeAt { get; init; }
}

/// <summary>A part.</summary>
[PropertyObject("sample:index:Part")]
public sealed partial record Part
{
    /// <summary>Its name.</summary>
    [ReplaceOnChangeUnless("paint")]
    public required string Name { get; init; }

    /// <summary>What is written on it.</summary>
    [RequiresFeature("labels")]
    public string? Text { get; init; }
}

/// <summary>A size.</summary>
[PropertyEnum("sample:index:Size")]
public enum Size
{
    /// <summary>Fits everywhere.</summary>
    [EnumMember(Value = "small")]
    Small,

    /// <summary>Needs room.</summary>
    [EnumMember(Value = "big")]
    [RequiresFeature("bigThings")]
    Big,
}

/// <summary>A declaration with a slip.</summary>
[PropertyObject]
public sealed partial record Misspelt
{
    /// <summary>Its part.</summary>
    [RequiresFeature("lables")]
    public string? Label { get; init; }
}

/// <summary>A session that offers the named features.</summary>
internal sealed class Region(params string[] features) : IFeatureSource
{
    public static readonly IReadOnlyDictionary<string, string> Places = new Dictionary<string, string>
    {
        ["labels"] = "Cloud A and Cloud B",
        ["paint"] = "Cloud A",
        ["bigThings"] = "Cloud B",
    };

    public string Place => "a private region";

    /// <summary>Those of the features that are not certain.</summary>
    public IReadOnlyList<string> Doubtful { get; init; } = [];

    public bool Offers(string feature) => features.Contains(feature);

    public string? Doubt(string feature) => Doubtful.Contains(feature) ? "not confirmed for a private region" : null;
}

/// <summary>Gives back, as if a cloud had, more than its place offers.</summary>
internal sealed class GatedResource : IUpdatableResource<GatedInputs, GatedState>
{
    public Task<GatedState> CreateAsync(Operation operation, GatedInputs inputs)
    {
        operation.Record("g", State(inputs));
        return Task.FromResult(State(inputs));
    }

    public Task<GatedState> UpdateAsync(
        Operation operation,
        string id,
        GatedInputs? oldInputs,
        GatedState? state,
        GatedInputs inputs
    ) => Task.FromResult(State(inputs));

    public Task<Found<GatedState>?> ReadAsync(Operation operation, string id, GatedInputs? inputs, GatedState? state) =>
        Task.FromResult<Found<GatedState>?>(new Found<GatedState>(id, State(inputs ?? new GatedInputs())));

    public Task DeleteAsync(Operation operation, string id, GatedState? state) => Task.CompletedTask;

    private static GatedState State(GatedInputs inputs) =>
        new()
        {
            Colour = inputs.Colour,
            Label = "",
            Parts = [new Part { Name = "lid", Text = "" }],
            LabelledAt = "today",
            MadeAt = "today",
        };
}

/// <summary>Answers with the argument.</summary>
internal sealed class GatedFunction : IFunction<GatedInputs, GatedAnswer>
{
    public Task<GatedAnswer> InvokeAsync(Invocation call, GatedInputs args) =>
        Task.FromResult(new GatedAnswer { Label = args.Label, Preview = call.Preview?.ToString() ?? "not told" });
}

/// <summary>What the function says.</summary>
[PropertyObject]
public sealed partial record GatedAnswer
{
    /// <summary>The label.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it was called in a preview.</summary>
    public required string Preview { get; init; }
}
