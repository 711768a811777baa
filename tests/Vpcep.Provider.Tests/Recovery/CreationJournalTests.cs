using Vpcep.Provider.Recovery;

namespace Vpcep.Provider.Tests.Recovery;

public sealed class CreationJournalTests : IDisposable
{
    private const string Urn = "urn:pulumi:dev::p::vpcep:index:Endpoint::web";
    private static readonly CreationNote Note = new(Urn, "a-fingerprint", DateTimeOffset.UnixEpoch);

    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-notes-").FullName;

    [Fact]
    public void Next_process_reads_what_was_noted_last()
    {
        var journal = Journal();
        journal.Begin(Note);
        Assert.Null(Journal().Leftover(Urn)!.Id);

        journal.Made(Note, "an-id");

        Assert.Equal("an-id", Journal().Leftover(Urn)!.Id);
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("{\"Urn\":\"urn:pul")]
    [InlineData("\0\0\0\0")]
    public void Half_a_line_says_nothing(string half)
    {
        Journal().Begin(Note);
        File.AppendAllText(Directory.GetFiles(_folder)[0], half);

        Assert.Equal(Note.Fingerprint, Journal().Leftover(Urn)!.Fingerprint);
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CreationJournal Journal() => new(_folder, "a scope");
}
