using System.Collections.Concurrent;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Model.Schema;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Whose notes a package is of.</summary>
[PropertyObject]
public sealed partial record Branch
{
    /// <summary>The name of the branch, in lower case.</summary>
    [Environment("TOY_BRANCH"), RegularExpression("[a-z]+")]
    public required string BranchName { get; init; }

    /// <summary>How many letters a note may have.</summary>
    [DefaultValue(20), System.ComponentModel.DataAnnotations.Range(1, 100)]
    public int? Letters { get; init; }

    /// <summary>True for notes that nobody changes.</summary>
    public bool? Archive { get; init; }

    /// <summary>Its shelves; all that it has where none is named.</summary>
    public IReadOnlyList<string>? Shelves { get; init; }
}

/// <summary>Branches, each of which is a package.</summary>
internal sealed class Branches(ConcurrentDictionary<string, NoteState> shelves)
{
    /// <summary>How often somebody asked which shelves there are.</summary>
    public int Asked { get; private set; }

    public ProviderDefinition<NoConfig, object> Create() =>
        new ProviderDefinition<NoConfig, object>("toy", "1.2.0", static (_, _) => new object())
        {
            Package = new PackageInfo
            {
                DisplayName = "Notes",
                Description = "Notes on shelves.",
                Publisher = "acme",
                PluginDownloadUrl = "https://example.org/plugins",
            },
        }
            .Resource<NoteInputs, NoteState>("toy:index:Note", _ => new NoteResource(shelves))
            .Parameterized<Branch>(Package, ResolveAsync);

    // The same branch makes the same package, and nobody is asked for it.
    private ProviderDefinition Package(Branch branch) =>
        new ProviderDefinition<NoConfig, object>($"toy-{branch.BranchName}", "1.0.0", static (_, _) => new object())
            .Resource<NoteInputs, NoteState>(
                $"toy-{branch.BranchName}:index:Note",
                _ => new BranchNote(shelves, branch)
            )
            .Component<ShelfInputs, ShelfOutputs>($"toy-{branch.BranchName}:index:Shelf", static _ => new Shelf())
            .Method<FindArgs, FindResult>($"toy-{branch.BranchName}:index:Note", "find", static _ => new Find());

    private async Task<Branch> ResolveAsync(Branch branch, CancellationToken cancellationToken) =>
        branch with
        {
            Shelves = branch.Shelves ?? await ShelvesAsync(branch.BranchName, cancellationToken),
        };

    private Task<IReadOnlyList<string>> ShelvesAsync(string branch, CancellationToken cancellationToken)
    {
        Asked++;
        cancellationToken.ThrowIfCancellationRequested();
        return branch == "closed"
            ? throw new OperationException(FailureKind.NotFound, $"there is no branch '{branch}' any more")
            : Task.FromResult<IReadOnlyList<string>>([$"{branch}-east", $"{branch}-west"]);
    }
}

/// <summary>A note of a branch.</summary>
internal sealed class BranchNote(ConcurrentDictionary<string, NoteState> shelves, Branch branch)
    : IUpdatableResource<NoteInputs, NoteState>,
        ICheckedResource<NoteInputs>
{
    private readonly NoteResource _notes = new(shelves);

    public void Check(InputChecker checker, NoteInputs inputs)
    {
        if (!branch.Shelves!.Contains(inputs.Shelf))
        {
            checker.Add("shelf", $"'{inputs.Shelf}' is not one of {string.Join(", ", branch.Shelves!)}");
        }

        if (inputs.Text!.Length > branch.Letters)
        {
            checker.Add("text", $"has more than {branch.Letters} letters");
        }
    }

    public Task<NoteState> CreateAsync(Operation call, NoteInputs note) => _notes.CreateAsync(call, note);

    public Task<Found<NoteState>?> ReadAsync(Operation call, string id, NoteInputs? inputs, NoteState? state) =>
        _notes.ReadAsync(call, id, inputs, state);

    public Task<NoteState> UpdateAsync(Operation call, string id, NoteInputs? old, NoteState? was, NoteInputs note) =>
        _notes.UpdateAsync(call, id, old, was, note);

    public Task DeleteAsync(Operation call, string id, NoteState? was) => _notes.DeleteAsync(call, id, was);
}
