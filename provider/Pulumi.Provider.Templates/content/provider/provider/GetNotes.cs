using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Acme.Notes;

/// <summary>Lists the notes that there are, whoever made them.</summary>
[PropertyObject]
internal sealed partial record GetNotesArgs
{
    /// <summary>Only those whose title begins so.</summary>
    public string? Prefix { get; init; }
}

/// <summary>The notes that there are.</summary>
[PropertyObject]
internal sealed partial record GetNotesResult
{
    /// <summary>Their titles, in order.</summary>
    public required IReadOnlyList<string> Titles { get; init; }
}

/// <summary>Answers <c>getNotes</c>.</summary>
internal sealed class GetNotes(NoteStore store) : IFunction<GetNotesArgs, GetNotesResult>
{
    public Task<GetNotesResult> InvokeAsync(Invocation call, GetNotesArgs args)
    {
        var titles = store.Titles().Where(title => title.StartsWith(args.Prefix ?? "", StringComparison.Ordinal));
        return Task.FromResult(new GetNotesResult { Titles = [.. titles.Order(StringComparer.Ordinal)] });
    }
}
