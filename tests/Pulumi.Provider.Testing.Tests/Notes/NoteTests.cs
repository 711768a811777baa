using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Testing.Tests.Notes;

/// <summary>The tests that an author of a first resource writes.</summary>
public sealed class NoteTests
{
    private const string Note = "notes:index:Note";

    private readonly NoteBoard _board = new();

    [Fact]
    public async Task Note_is_made_changed_and_deleted()
    {
        await using var stack = new TestStack(Provider());

        (await stack.PreviewAsync(Program("hello"))).ShouldDo("create hello");
        (await stack.UpAsync(Program("hello"))).ShouldDo("create hello");
        (await stack.UpAsync(Program("goodbye"))).ShouldDo("update hello").ShouldChange("hello", "text");
        (await stack.ResourceAsync("hello")).ShouldHave("text", "goodbye").ShouldHave("written", "today");
        (await stack.DestroyAsync()).ShouldDo("delete hello");
        Assert.Empty(_board.Ids);

        static Func<TestProgram, Task> Program(string text) =>
            program => program.AddAsync(Note, "hello", new NoteInputs { Board = "kitchen", Text = text });
    }

    [Fact]
    public async Task Note_keeps_to_every_rule()
    {
        var sample = new Sample<NoteInputs>(Note, new NoteInputs { Board = "kitchen", Text = "hello" })
        {
            Second = new NoteInputs { Board = "hall" },
            Exists = () => _board.Ids,
            OnRequest = request => _board.OnRequest = request,
        };

        (await Conformance.RunAsync(Provider(), sample)).ShouldLeaveNothingOut();
    }

    private ProviderDefinition<NoConfig, NoteBoard> Provider() =>
        new ProviderDefinition<NoConfig, NoteBoard>("notes", "1.0.0", (_, _) => _board).Resource(
            Note,
            static board => new NoteResource(board)
        );
}
