using System.Collections.Immutable;
using Pulumi.Provider.Model.Operations;
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
    public async Task Interruption_is_tried_as_soon_as_the_thing_is_there_where_nobody_tells_of_requests()
    {
        var fault = Faults.All["recorded when ready"];
        var shelf = new Shelf(_time);
        var sample = new Sample<BookInputs>(LibraryProvider.Book, new BookInputs { Title = "Emma", Room = "east" })
        {
            Exists = () => shelf.Numbers,
            Options = new TestStackOptions { Time = _time },
        };

        await Conformance.RunAsync(LibraryProvider.Create(shelf, _time), sample, fault.Rule);
        var caught = await Assert.ThrowsAsync<ConformanceException>(() =>
            Conformance.RunAsync(LibraryProvider.Create(shelf, _time, fault.Book()), sample, fault.Rule)
        );

        Assert.Contains("interrupted as soon as the thing is there leaves B", caught.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_sample_lacks_is_left_out_and_said()
    {
        var shelf = new Shelf(_time);
        var sample = new Sample<BookInputs>(LibraryProvider.Book, new BookInputs { Title = "Emma", Room = "east" })
        {
            Options = new TestStackOptions { Time = _time },
            Except = ImmutableDictionary<ConformanceRule, string>.Empty.Add(
                ConformanceRule.DriftIsSeen,
                "the library has one reader"
            ),
        };

        var report = await Conformance.RunAsync(LibraryProvider.Create(shelf, _time), sample);

        Assert.Equal(
            [
                ConformanceRule.SecretsAreKept,
                ConformanceRule.CancellationKeepsWhatWasMade,
                ConformanceRule.FailureKeepsWhatWasMade,
                ConformanceRule.DriftIsSeen,
                ConformanceRule.TwoAtOnce,
            ],
            report.LeftOut.Select(static it => it.Rule).Order()
        );
        Assert.Contains("the library has one reader", report.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "no OnRequest and Exists",
            Assert.Throws<TestFailedException>(report.ShouldLeaveNothingOut).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Create_that_fails_with_the_thing_made_and_not_recorded_is_told_apart()
    {
        var shelf = new Shelf(_time);
        var provider = LibraryProvider.Create(shelf, _time, static (s, t) => new Dropping(s, t));

        var report = await Conformance.TryAsync(provider, Sample(shelf, _time));

        Assert.Equal(
            [ConformanceRule.SampleWorks, ConformanceRule.FailureKeepsWhatWasMade],
            report.Violations.Select(static it => it.Rule).Order()
        );
    }

    [Fact]
    public void Every_rule_has_a_fault_that_it_catches() =>
        Assert.Equal(
            Enum.GetValues<ConformanceRule>(),
            Faults.All.Values.Select(static it => it.Rule).Distinct().Order()
        );

    private sealed class Dropping(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
#pragma warning disable PULUMI020 // the fault that it is here for
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
#pragma warning restore PULUMI020
        {
            await Shelf.AddAsync(ToBook(inputs));
            throw new OperationException(FailureKind.Exhausted, "no more room");
        }
    }

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
