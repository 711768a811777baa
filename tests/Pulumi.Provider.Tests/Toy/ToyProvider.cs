using System.Collections.Concurrent;
using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Nothing to configure.</summary>
[PropertyObject]
public sealed partial record ToyConfig;

/// <summary>A note on a shelf.</summary>
[PropertyObject]
public partial record NoteInputs
{
    /// <summary>Where it lies.</summary>
    [ReplaceOnChange]
    public required string Shelf { get; init; }

    /// <summary>What it says.</summary>
    [DefaultValue("nothing")]
    public string? Text { get; init; }
}

/// <summary>A note, written down.</summary>
[PropertyObject]
public partial record NoteState : NoteInputs
{
    /// <summary>How many letters it has.</summary>
    public required int Letters { get; init; }
}

internal sealed class NoteResource(ConcurrentDictionary<string, NoteInputs> shelves)
    : IUpdatableResource<NoteInputs, NoteState>
{
    public Task<NoteState> CreateAsync(Operation operation, NoteInputs inputs)
    {
        var id = $"{inputs.Shelf}/{shelves.Count}";
        operation.Record(id, Put(id, inputs));
        return Task.FromResult(Put(id, inputs));
    }

    public Task<Found<NoteState>?> ReadAsync(Operation operation, string id, NoteInputs? inputs, NoteState? state) =>
        Task.FromResult(shelves.TryGetValue(id, out var note) ? new Found<NoteState>(id, Put(id, note)) : null);

    public Task<NoteState> UpdateAsync(
        Operation operation,
        string id,
        NoteInputs? old,
        NoteState? state,
        NoteInputs inputs
    ) => Task.FromResult(Put(id, inputs));

    public Task DeleteAsync(Operation operation, string id, NoteState? state) =>
        Task.FromResult(shelves.TryRemove(id, out _));

    private NoteState Put(string id, NoteInputs note)
    {
        shelves[id] = note;
        return new NoteState
        {
            Shelf = note.Shelf,
            Text = note.Text,
            Letters = note.Text!.Length,
        };
    }
}

internal static class ToyProvider
{
    public static ProviderDefinition Create(ConcurrentDictionary<string, NoteInputs> shelves) =>
        new ProviderDefinition<ToyConfig, object>("toy", "1.0.0", static (_, _) => new object()).Resource<
            NoteInputs,
            NoteState
        >("toy:index:Note", _ => new NoteResource(shelves));
}
