using System.ComponentModel;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Testing.Tests.Notes;

/// <summary>What a note says.</summary>
[PropertyObject]
public partial record NoteInputs
{
    /// <summary>The board that it hangs on.</summary>
    [ReplaceOnChange]
    public required string Board { get; init; }

    /// <summary>What it says.</summary>
    [DefaultValue("nothing")]
    public string? Text { get; init; }
}

/// <summary>A note on a board.</summary>
[PropertyObject]
public partial record NoteState : NoteInputs
{
    /// <summary>When it was written, in words of the board.</summary>
    [ChangesWith]
    public required string Written { get; init; }
}

/// <summary>A first resource: as short as one is that loses nothing.</summary>
internal sealed class NoteResource(NoteBoard board) : IUpdatableResource<NoteInputs, NoteState>
{
    public async Task<NoteState> CreateAsync(Operation operation, NoteInputs inputs)
    {
        var (id, note) = await board.PostAsync(inputs);
        return operation.Record(id, note);
    }

    public async Task<Found<NoteState>?> ReadAsync(
        Operation operation,
        string id,
        NoteInputs? inputs,
        NoteState? state
    ) => await board.GetAsync(id) is { } note ? new Found<NoteState>(id, note) : null;

    public Task<NoteState> UpdateAsync(
        Operation operation,
        string id,
        NoteInputs? oldInputs,
        NoteState? state,
        NoteInputs inputs
    ) => board.PutAsync(id, inputs);

    public Task DeleteAsync(Operation operation, string id, NoteState? state) => board.DeleteAsync(id);
}
