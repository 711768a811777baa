using System.Collections.Concurrent;

namespace Pulumi.Provider.Testing.Tests.Notes;

/// <summary>The fake of a server for notes.</summary>
internal sealed class NoteBoard
{
    private readonly ConcurrentDictionary<string, NoteState> _notes = new();
    private int _last;

    /// <summary>Ids of the notes that there are.</summary>
    public IEnumerable<string> Ids => _notes.Keys;

    /// <summary>Awaited at the beginning of each request.</summary>
    public Func<Task>? OnRequest { get; set; }

    public async Task<(string Id, NoteState Note)> PostAsync(NoteInputs note)
    {
        await BeginAsync();
        var id = $"note-{Interlocked.Increment(ref _last)}";
        return (id, _notes[id] = State(note, "today"));
    }

    public async Task<NoteState?> GetAsync(string id)
    {
        await BeginAsync();
        return _notes.GetValueOrDefault(id);
    }

    public async Task<NoteState> PutAsync(string id, NoteInputs note)
    {
        await BeginAsync();
        return _notes[id] = State(note, _notes[id].Written);
    }

    public async Task DeleteAsync(string id)
    {
        await BeginAsync();
        _notes.TryRemove(id, out _);
    }

    private static NoteState State(NoteInputs note, string written) =>
        new()
        {
            Board = note.Board,
            Text = note.Text,
            Written = written,
        };

    private Task BeginAsync() => OnRequest?.Invoke() ?? Task.CompletedTask;
}
