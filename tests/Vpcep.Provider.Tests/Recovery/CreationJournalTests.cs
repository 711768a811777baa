using System.Text.Json.Nodes;
using Vpcep.Provider.Recovery;

namespace Vpcep.Provider.Tests.Recovery;

public sealed class CreationJournalTests : IDisposable
{
    private const string Urn = "urn:pulumi:dev::p::my:index:Part$vpcep:index:Endpoint::web";
    private static readonly CreationNote Note = new(
        Urn,
        DateTimeOffset.UnixEpoch,
        new JsonObject { ["vpcId"] = "a-vpc" },
        ["there"]
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-notes-").FullName;

    [Fact]
    public void Next_process_reads_what_was_noted_last()
    {
        var journal = Journal();
        journal.Begin(Note);
        Assert.Null(Journal().Leftover(Urn)!.Id);

        journal.Made(Note, "an-id");

        var left = Journal().Leftover(Urn)!;
        Assert.Equal("an-id", left.Id);
        Assert.Equal(("vpcep:index:Endpoint", "web"), (left.Type, left.Name));
        Assert.Equal(["there"], left.Before!);
        Assert.True(JsonNode.DeepEquals(Note.Inputs, left.Inputs));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("{\"Urn\":\"urn:pul")]
    [InlineData("\0\0\0\0")]
    public void Half_a_line_says_nothing_and_spoils_no_other(string half)
    {
        var journal = Journal();
        journal.Begin(Note);
        File.AppendAllText(Directory.GetFiles(_folder)[0], half);
        Assert.Equal(["there"], Journal().Leftover(Urn)!.Before!);

        journal.Made(Note, "an-id");
        Assert.Equal("an-id", Journal().Leftover(Urn)!.Id);
    }

    [Fact]
    public void New_create_takes_the_place_of_what_was_left()
    {
        var journal = Journal();
        journal.Begin(Note);
        journal.Made(Note, "an-id");

        Journal().Begin(Note);

        Assert.Null(Journal().Leftover(Urn)!.Id);
    }

    [Fact]
    public void Nothing_is_left_of_a_run_that_ended_in_order()
    {
        var journal = Journal();
        journal.Begin(Note);
        journal.Made(Note, "an-id");

        journal.RunEnded();

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Notes_are_for_the_users_eyes_only()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("modes are Unix's");
            return;
        }

        Journal().Begin(Note);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Directory.GetFiles(_folder)[0])
        );
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CreationJournal Journal() => new(new NoteFolder(_folder, Assert.Fail), "a scope");
}
