using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;

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

/// <summary>Makes a note for each page.</summary>
internal sealed class NotebookComponent : IComponent<NotebookInputs, NotebookOutputs>
{
    // Inputs may come from other resources, and not be known yet: they are handed on as they are.
    public async Task<PropertyMap> ConstructAsync(Construction construction, PropertyMap inputs)
    {
        var words = await Task.WhenAll(
            inputs["pages"]
                .Entries()
                .Select(async page =>
                {
                    var note = await construction.AddAsync(
                        "notes-package:index:Note",
                        $"{construction.Name}-{page.Key}",
                        new PropertyMap([new("title", $"{construction.Name}-{page.Key}"), new("text", page.Value)])
                    );
                    return KeyValuePair.Create(page.Key, note["words"]);
                })
        );
        return new PropertyMap([new("words", new ObjectValue(new PropertyMap(words)))]);
    }
}
