using System.Collections.Immutable;
using Pulumi.Provider.Hosting;
using Pulumi.Provider.Testing;

namespace Acme.Notes.Tests;

public sealed class NotebookTests : IDisposable
{
    private readonly NotesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_notebook_is_a_note_for_each_page()
    {
        await using var stack = _folder.Stack();
        var pages = ImmutableDictionary.CreateRange<string, string>([
            new("first", "hello there"),
            new("second", "bye"),
        ]);

        var up = await stack.UpAsync(program =>
            program.AddAsync("notes-package:index:Notebook", "diary", new NotebookInputs { Pages = pages })
        );

        up.ShouldDo("create diary", "create diary-first", "create diary-second");
        (await stack.ResourceAsync("diary")).ShouldHave("words.first", 2).ShouldHave("words.second", 1);
    }

    [Fact]
    public async Task A_program_can_ask_for_the_notes_that_there_are()
    {
        await File.WriteAllTextAsync(_folder.FileOf("shopping"), "milk", TestContext.Current.CancellationToken);
        await using var stack = _folder.Stack();
        IReadOnlyList<string> titles = [];

        var up = await stack.UpAsync(async program =>
        {
            var notes = await program.InvokeAsync<GetNotesArgs, GetNotesResult>(
                "notes-package:index:getNotes",
                new GetNotesArgs { Prefix = "shop" }
            );
            titles = notes.Titles;
        });

        up.ShouldSucceed();
        Assert.Equal(["shopping"], titles);
    }

    [Fact]
    public void The_plugin_has_the_schema_that_its_build_wrote() =>
        Assert.Contains(
            "\"notes-package:index:Notebook\"",
            PluginAssembly.Schema(typeof(NotesPackageProvider).Assembly),
            StringComparison.Ordinal
        );
}
