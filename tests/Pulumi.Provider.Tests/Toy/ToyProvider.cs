using System.Collections.Concurrent;
using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Tests.Toy;

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

internal sealed class NoteResource(ConcurrentDictionary<string, NoteState> shelves)
    : IUpdatableResource<NoteInputs, NoteState>
{
    public Task<NoteState> CreateAsync(Operation call, NoteInputs note) =>
        UpdateAsync(call, $"{note.Shelf}/{Guid.NewGuid():N}", null, null, note);

    public Task<Found<NoteState>?> ReadAsync(Operation call, string id, NoteInputs? inputs, NoteState? state) =>
        Task.FromResult(shelves.TryGetValue(id, out var note) ? new Found<NoteState>(id, note) : null);

    public Task<NoteState> UpdateAsync(Operation call, string id, NoteInputs? old, NoteState? was, NoteInputs note)
    {
        var state = new NoteState
        {
            Shelf = note.Shelf,
            Text = note.Text,
            Letters = note.Text!.Length,
        };
        return Task.FromResult(call.Record(id, shelves[id] = state));
    }

    public Task DeleteAsync(Operation call, string id, NoteState? was) => Task.FromResult(shelves.TryRemove(id, out _));
}

internal static class ToyProvider
{
    public static ProviderDefinition Create(ConcurrentDictionary<string, NoteState> shelves)
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object());
        return provider.Resource("toy:index:Note", _ => new NoteResource(shelves));
    }
}
