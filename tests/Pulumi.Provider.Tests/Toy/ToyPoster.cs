using System.Collections.Concurrent;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>How a poster is fixed.</summary>
[PropertyEnum("toy:index:Fixing")]
public enum Fixing
{
    /// <summary>With glue.</summary>
    Glue,

    /// <summary>With pins.</summary>
    Pins,
}

/// <summary>A round patch.</summary>
[PropertyObject("toy:index:Circle")]
public sealed partial record Circle
{
    /// <summary>Which form it has.</summary>
    [Constant("circle")]
    public required string Form { get; init; }

    /// <summary>How far it reaches from its middle.</summary>
    [System.ComponentModel.DataAnnotations.Range(1, 100)]
    public required int Radius { get; init; }
}

/// <summary>A patch with corners.</summary>
[PropertyObject("toy:index:Square")]
public sealed partial record Square
{
    /// <summary>Which form it has.</summary>
    [Constant("square")]
    public required string Form { get; init; }

    /// <summary>How long a side is.</summary>
    public required int Side { get; init; }

    /// <summary>Who made it.</summary>
    [Secret]
    public string? Maker { get; init; }
}

/// <summary>A poster, with a property of each kind that there is.</summary>
[PropertyObject]
public partial record PosterInputs
{
    /// <summary>Anything.</summary>
    public PropertyValue? Meta { get; init; }

    /// <summary>Who may look at it.</summary>
    public JsonText? Policy { get; init; }

    /// <summary>What it shows.</summary>
    public AssetValue? Picture { get; init; }

    /// <summary>What belongs to it.</summary>
    public ArchiveValue? Annex { get; init; }

    /// <summary>A file or a folder.</summary>
    public Union<AssetValue, ArchiveValue>? Source { get; init; }

    /// <summary>The note that it repeats.</summary>
    [RefersTo("toy:index:Note")]
    public ResourceReferenceValue? Note { get; init; }

    /// <summary>The buckets that have copies, by place.</summary>
    [RefersTo("aws:s3/bucket:Bucket", Version = "6.0.0")]
    [ReplaceOnChange]
    public IReadOnlyDictionary<string, ResourceReferenceValue>? Copies { get; init; }

    /// <summary>How large: a number of centimetres, or a name of paper.</summary>
    public Union<int, string>? Size { get; init; }

    /// <summary>A colour, several, or none.</summary>
    public Union<bool, Union<string, IReadOnlyList<string>>>? Colour { get; init; }

    /// <summary>What is stuck onto it.</summary>
    public IReadOnlyList<Union<Circle, Square>>? Patches { get; init; }

    /// <summary>What fixes it, by wall and height.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, Fixing>>>? Fixings { get; init; }
}

/// <summary>A poster that hangs.</summary>
[PropertyObject]
public sealed partial record PosterState : PosterInputs
{
    /// <summary>What it is.</summary>
    [Constant("poster")]
    public required string Kind { get; init; }

    /// <summary>How many letters the picture has.</summary>
    public required int Letters { get; init; }
}

internal sealed class PosterResource(ConcurrentDictionary<string, PosterState> wall)
    : IUpdatableResource<PosterInputs, PosterState>
{
    public const string Type = "toy:index:Poster";

    public static ProviderDefinition Provider(ConcurrentDictionary<string, PosterState> wall) =>
        new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object())
            .Resource<PosterInputs, PosterState>(Type, _ => new PosterResource(wall))
            .Resource<NoteInputs, NoteState>(
                "toy:index:Note",
                static _ => new NoteResource(new ConcurrentDictionary<string, NoteState>())
            );

    public Task<PosterState> CreateAsync(Operation call, PosterInputs poster) =>
        UpdateAsync(call, $"{Guid.NewGuid():N}", null, null, poster);

    public Task<Found<PosterState>?> ReadAsync(Operation call, string id, PosterInputs? inputs, PosterState? state) =>
        Task.FromResult(wall.TryGetValue(id, out var poster) ? new Found<PosterState>(id, poster) : null);

    public Task<PosterState> UpdateAsync(
        Operation call,
        string id,
        PosterInputs? old,
        PosterState? was,
        PosterInputs poster
    )
    {
        var state = new PosterState
        {
            Meta = poster.Meta,
            Policy = poster.Policy,
            Picture = poster.Picture,
            Annex = poster.Annex,
            Source = poster.Source,
            Note = poster.Note,
            Copies = poster.Copies,
            Size = poster.Size,
            Colour = poster.Colour,
            Patches = poster.Patches,
            Fixings = poster.Fixings,
            Kind = "poster",
            Letters = poster.Picture?.Content?.Length ?? 0,
        };
        return Task.FromResult(call.Record(id, wall[id] = state));
    }

    public Task DeleteAsync(Operation call, string id, PosterState? was) => Task.FromResult(wall.TryRemove(id, out _));
}
