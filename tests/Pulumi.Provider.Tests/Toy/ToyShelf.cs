using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

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

    public async Task<Properties<ShelfOutputs>> ConstructAsync(Construction construction, Output<ShelfInputs> inputs)
    {
        var label = await construction.AddAsync<NoteInputs, NoteState>(
            Note,
            construction.Name,
            new() { Shelf = inputs.Place }
        );
        var notes = await Task.WhenAll(
            inputs.Notes.Select(async note =>
            {
                var child = await construction.AddAsync<NoteInputs, NoteState>(
                    Note,
                    $"{construction.Name}-{note.Key}",
                    new() { Shelf = inputs.Place, Text = note.Value },
                    new() { DeletedWith = label }
                );
                return KeyValuePair.Create(note.Key, child.Outputs.Letters);
            })
        );
        return new() { Letters = new(notes), Label = label.Id };
    }
}

/// <summary>What to look for.</summary>
[PropertyObject]
public sealed partial record FindArgs
{
    /// <summary>The word.</summary>
    [System.ComponentModel.DataAnnotations.StringLength(20, MinimumLength = 1)]
    public required string Word { get; init; }

    /// <summary>How many at most.</summary>
    [System.ComponentModel.DefaultValue(5)]
    public int? Limit { get; init; }
}

/// <summary>Finds a word on a shelf.</summary>
[PropertyObject]
public sealed partial record FindResult
{
    /// <summary>Where it was looked for.</summary>
    public required string Place { get; init; }

    /// <summary>How long what was looked for is.</summary>
    [SecretWith("word")]
    public required int Letters { get; init; }
}

/// <summary>Nothing is asked.</summary>
[PropertyObject]
public sealed partial record TearArgs;

/// <summary>Tears a note off.</summary>
[PropertyObject]
public sealed partial record TearResult;

/// <summary>Looks for a word, on a note or a shelf.</summary>
internal sealed class Find : IMethod<FindArgs, FindResult>
{
    public async Task<FindResult> CallAsync(MethodCall call, FindArgs args)
    {
        if (call.Id is null)
        {
            var self = await call.SelfAsync<ShelfOutputs>();
            return new FindResult { Place = $"{self.Label}:{args.Limit}", Letters = args.Word.Length };
        }

        return new FindResult { Place = $"{call.Id}:{args.Word}", Letters = args.Word.Length };
    }
}

/// <summary>Tears a note off.</summary>
internal sealed class Tear(ICollection<string> torn) : IMethod<TearArgs, TearResult>
{
    public Task<TearResult> CallAsync(MethodCall call, TearArgs args)
    {
        if (!call.Preview)
        {
            torn.Add(call.Id!);
        }

        return Task.FromResult(new TearResult());
    }
}
