using Pulumi.Provider.Testing;

namespace Acme.Notes.Tests;

public sealed class NoteTests : IDisposable
{
    private const string Note = "notes-package:index:Note";
    private readonly NotesFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Func<TestProgram, Task> Says(string text, string title = "shopping") =>
        program => program.AddAsync(Note, "note", new NoteInputs { Title = title, Text = text });

    [Fact]
    public async Task It_is_made_changed_and_deleted()
    {
        await using var stack = _folder.Stack();

        (await stack.UpAsync(Says("milk and bread"))).ShouldDo("create note");
        Assert.Equal(
            "milk and bread",
            await File.ReadAllTextAsync(_folder.FileOf("shopping"), TestContext.Current.CancellationToken)
        );
        (await stack.ResourceAsync("note")).ShouldHave("words", 3);

        (await stack.UpAsync(Says("milk"))).ShouldDo("update note").ShouldChange("note", "text");
        (await stack.UpAsync(Says("milk", title: "breakfast"))).ShouldDo("replace note");
        (await stack.DestroyAsync()).ShouldDo("delete note");
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task What_someone_else_wrote_is_seen_and_put_right()
    {
        await using var stack = _folder.Stack();
        await stack.UpAsync(Says("milk"));
        await File.WriteAllTextAsync(_folder.FileOf("shopping"), "beer", TestContext.Current.CancellationToken);

        (await stack.RefreshAsync()).ShouldSucceed();

        (await stack.ResourceAsync("note")).ShouldHave("text", "beer");
        (await stack.UpAsync(Says("milk"))).ShouldDo("update note");
    }

    [Fact]
    public async Task A_wrong_title_is_refused_in_the_preview()
    {
        await using var stack = _folder.Stack();

        (await stack.PreviewAsync(Says("milk", title: "Not a title!"))).ShouldFail("title");
    }

    [Fact]
    public async Task A_note_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(_folder.FileOf("shopping"), "beer", TestContext.Current.CancellationToken);
        await using var stack = _folder.Stack();

        (await stack.UpAsync(Says("milk"))).ShouldFail("there is a note 'shopping'");
    }

    // What every resource has to keep to: previews that are true, diffs that are honest, imports that come back as they were...
    [Fact]
    public async Task It_keeps_to_the_conformance_list() =>
        await Conformance.RunAsync(
            NotesPackageProvider.Create(),
            new Sample<NoteInputs>(Note, new NoteInputs { Title = "shopping", Text = "milk" })
            {
                Second = new NoteInputs { Title = "reading", Text = "a book" },
                Config = TestInputs.Of(("folder", _folder.Path), ("key", TestInputs.Secret(NotesFolder.Key))),
                Exists = () =>
                    Directory.GetFiles(_folder.Path).Select(Path.GetFileNameWithoutExtension).OfType<string>(),
            }
        );
}
