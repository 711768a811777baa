using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Acme.Notes;

/// <summary>A note: a text under a title.</summary>
[PropertyObject]
internal partial record NoteInputs
{
    /// <summary>Its title: lower-case letters, digits and dashes. No other note has it.</summary>
    [ReplaceOnChange]
    [RegularExpression("^[a-z0-9-]+$")]
    public required string Title { get; init; }

    /// <summary>What it says.</summary>
    public required string Text { get; init; }
}

/// <summary>A note as it is kept: what the program said, and what is known once it is there.</summary>
[PropertyObject]
internal sealed partial record NoteState : NoteInputs
{
    /// <summary>How many words it has.</summary>
    [ChangesWith("text")]
    public required int Words { get; init; }

    /// <summary>The seal of its text, which only who has the key can make.</summary>
    [ChangesWith("text")]
    public required string Seal { get; init; }
}

/// <summary>Makes, reads, changes and deletes notes. A note's id is its title.</summary>
internal sealed class NoteResource(NoteStore store) : IUpdatableResource<NoteInputs, NoteState>
{
    public async Task<NoteState> CreateAsync(Operation operation, NoteInputs inputs)
    {
        if (await store.ReadAsync(inputs.Title, operation.CancellationToken) is not null)
        {
            throw new OperationException(
                FailureKind.AlreadyExists,
                $"there is a note '{inputs.Title}': choose another title, or import it"
            );
        }

        await store.WriteAsync(inputs.Title, inputs.Text, operation.CancellationToken);
        // From here on it cannot be lost, whatever happens.
        return operation.Record(inputs.Title, State(inputs.Title, inputs.Text));
    }

    public async Task<Found<NoteState>?> ReadAsync(
        Operation operation,
        string id,
        NoteInputs? inputs,
        NoteState? state
    ) => await store.ReadAsync(id, operation.CancellationToken) is { } text ? new(id, State(id, text)) : null;

    public async Task<NoteState> UpdateAsync(
        Operation operation,
        string id,
        NoteInputs? oldInputs,
        NoteState? state,
        NoteInputs inputs
    )
    {
        await store.WriteAsync(id, inputs.Text, operation.CancellationToken);
        return operation.Record(id, State(id, inputs.Text));
    }

    public Task DeleteAsync(Operation operation, string id, NoteState? state)
    {
        store.Delete(id);
        return Task.CompletedTask;
    }

    private NoteState State(string title, string text) =>
        new()
        {
            Title = title,
            Text = text,
            Words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length,
            Seal = store.Seal(text),
        };
}
