using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>A shelf of notes.</summary>
[PropertyObject]
public sealed partial record ShelfInputs
{
    /// <summary>Where it stands.</summary>
    public required string Place { get; init; }

    /// <summary>What its notes say, by their names.</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }
}

/// <summary>A shelf as it stands.</summary>
[PropertyObject]
public sealed partial record ShelfOutputs
{
    /// <summary>How many letters each note has.</summary>
    public required IReadOnlyDictionary<string, int> Letters { get; init; }

    /// <summary>Id of the label.</summary>
    public required string Label { get; init; }
}

/// <summary>A label, and a note for each entry that goes with it.</summary>
internal sealed class Shelf : IComponent<ShelfInputs, ShelfOutputs>
{
    public const string Type = "toy:index:Shelf";
    private const string Note = "toy:index:Note";

    public async Task<PropertyMap> ConstructAsync(Construction construction, PropertyMap inputs)
    {
        var place = new PropertyMap([new("shelf", inputs["place"])]);
        var label = await construction.AddAsync(Note, construction.Name, place);
        var notes = await Task.WhenAll(
            inputs
                .Find("notes")
                .Entries()
                .Select(async note =>
                {
                    var name = $"{construction.Name}-{note.Key}";
                    var child = await construction.AddAsync(Note, name, place.With("text", note.Value), label);
                    return KeyValuePair.Create(note.Key, child["letters"]);
                })
        );
        return new PropertyMap([new("letters", new ObjectValue(new PropertyMap(notes))), new("label", label.Id)]);
    }
}
