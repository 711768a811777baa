using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;

namespace Acme.Notes;

/// <summary>A notebook: a note for each page.</summary>
[PropertyObject]
internal sealed partial record NotebookInputs
{
    /// <summary>What its pages say, by their titles.</summary>
    public required IReadOnlyDictionary<string, string> Pages { get; init; }
}

/// <summary>A notebook as it is kept.</summary>
[PropertyObject]
internal sealed partial record NotebookOutputs
{
    /// <summary>How many words each page has.</summary>
    public required IReadOnlyDictionary<string, int> Words { get; init; }
}

/// <summary>Makes a note for each page. What a page says may be secret, or another resource's output and not known yet.</summary>
internal sealed class NotebookComponent : IComponent<NotebookInputs, NotebookOutputs>
{
    public async Task<Properties<NotebookOutputs>> ConstructAsync(
        Construction construction,
        Output<NotebookInputs> inputs
    )
    {
        var words = await Task.WhenAll(
            inputs.Pages.Select(async page =>
            {
                var title = $"{construction.Name}-{page.Key}";
                var note = await construction.AddAsync<NoteInputs, NoteState>(
                    "notes-package:index:Note",
                    title,
                    new() { Title = title, Text = page.Value }
                );
                return KeyValuePair.Create(page.Key, note.Outputs.Words);
            })
        );
        return new() { Words = new(words) };
    }
}
