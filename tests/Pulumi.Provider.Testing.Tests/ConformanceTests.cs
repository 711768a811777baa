using Pulumi.Provider.Testing.Tests.Library;

namespace Pulumi.Provider.Testing.Tests;

/// <summary>The conformance list on a resource that keeps to it.</summary>
public sealed class ConformanceTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Book_keeps_to_every_rule()
    {
        var shelf = new Shelf(_time);

        var report = await Conformance.RunAsync(LibraryProvider.Create(shelf, _time), Sample(shelf, _time));

        report.ShouldLeaveNothingOut();
        Assert.Empty(shelf.Numbers);
    }

    public static TheoryData<string> Names => [.. Faults.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fault_is_caught_by_its_rule_which_says_what_was_seen(string name)
    {
        var fault = Faults.All[name];
        var shelf = new Shelf(_time);
        var provider = LibraryProvider.Create(shelf, _time, fault.Book());

        var caught = await Assert.ThrowsAsync<ConformanceException>(() =>
            Conformance.RunAsync(provider, Sample(shelf, _time), fault.Rule)
        );

        Assert.True(
            caught.Report.Violations.Any(violation =>
                violation.Rule == fault.Rule && violation.Seen.Contains(fault.Says, StringComparison.Ordinal)
            ),
            caught.Message
        );
        Assert.Contains(fault.Rule.ToString(), caught.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711-canary", caught.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_fault_that_it_catches() =>
        Assert.Equal(
            Enum.GetValues<ConformanceRule>(),
            Faults.All.Values.Select(static it => it.Rule).Distinct().Order()
        );

    internal static Sample Sample(Shelf shelf, TimeProvider time) =>
        new Sample<BookInputs>(
            LibraryProvider.Book,
            new BookInputs
            {
                Title = "Emma",
                Room = "east",
                Copies = 2,
                Note = "signed",
                Pin = "4711-canary",
            }
        )
        {
            Second = new BookInputs { Title = "Sanditon", Room = "west" },
            Exists = () => shelf.Numbers,
            OnRequest = request => shelf.OnRequest = request,
            Options = new TestStackOptions { Time = time },
        };
}
