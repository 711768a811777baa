using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>A rack as it stands.</summary>
[PropertyObject]
public sealed partial record RackOutputs
{
    /// <summary>Its note.</summary>
    [RefersTo("toy:index:Note")]
    public required ResourceReferenceValue Note { get; init; }

    /// <summary>What opens it.</summary>
    [Secret]
    public required string Key { get; init; }
}

/// <summary>A component whose children have every option that there is.</summary>
internal sealed class Rack : IComponent<ShelfInputs, RackOutputs>
{
    public const string Type = "toy:index:Rack";

    public async Task<Properties<RackOutputs>> ConstructAsync(Construction construction, Output<ShelfInputs> inputs)
    {
        var first = await construction.AddAsync<NoteInputs, NoteState>(
            "toy:index:Note",
            $"{construction.Name}-first",
            new() { Shelf = inputs.Place }
        );
        var note = await construction.AddAsync<NoteInputs, NoteState>(
            "toy:index:Note",
            $"{construction.Name}-note",
            new() { Shelf = inputs.Place },
            new()
            {
                Parent = first,
                DependsOn = [first],
                IgnoreChanges = ["text"],
                ReplaceOnChanges = ["shelf"],
                AdditionalSecretOutputs = ["letters"],
                Aliases =
                [
                    new() { Name = "old", Type = "toy:index:Paper" },
                    new() { NoParent = true },
                    new() { Urn = "urn:old" },
                ],
                Protect = false,
                RetainOnDelete = true,
                DeleteBeforeReplace = true,
                CreateTimeout = TimeSpan.FromSeconds(90),
                DeleteTimeout = TimeSpan.FromSeconds(0.5),
            }
        );
        var bucket = await construction.AddAsync(
            "aws:s3/bucket:Bucket",
            $"{construction.Name}-bucket",
            new PropertyMap([new("tag", first["letters"])]),
            new() { Version = "6.0.0" }
        );
        await construction.AddComponentAsync<ShelfInputs, ShelfOutputs>(
            Shelf.Type,
            $"{construction.Name}-shelf",
            new() { Place = inputs.Place }
        );
        return new() { Note = note.Reference, Key = bucket.Id };
    }
}
