using System.Text;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Testing.Tests.Library;

/// <summary>What authors get wrong, one thing each.</summary>
internal static class Faults
{
    /// <summary>By name: the rule that has to catch it, words of what it says, and the resource.</summary>
    public static IReadOnlyDictionary<string, Fault> All { get; } =
        new Dictionary<string, Fault>
        {
            ["cannot be made"] = new(ConformanceRule.SampleWorks, "out of paper", One((s, t) => new Unmakeable(s, t))),
            ["check remembers"] = new(ConformanceRule.CheckIsIdempotent, "is taken", Remembering),
            ["diff of chance"] = new(ConformanceRule.DiffIsHonest, "names number", One((s, t) => new Restless(s, t))),
            ["update forgets a removal"] = new(
                ConformanceRule.ChangesAreApplied,
                "a read finds note = \"signedx\"",
                One((s, t) => new Sticky(s, t))
            ),
            ["update forgets a property"] = new(
                ConformanceRule.ChangesAreApplied,
                "a read finds copies = 3",
                One((s, t) => new Stubborn(s, t))
            ),
            ["a required output without a value"] = new(
                ConformanceRule.ChangesAreApplied,
                "leaves the required output 'number' without a value",
                One((s, t) => new Nameless(s, t))
            ),
            ["state in other words"] = new(
                ConformanceRule.PreviewIsTrue,
                "says that title is \"Emma\", and it is \"EMMA\"",
                One((s, t) => new Loud(s, t))
            ),
            ["another number"] = new(
                ConformanceRule.PreviewIsTrue,
                "says that number is",
                One((s, t) => new Moving(s, t))
            ),
            ["preview makes"] = new(
                ConformanceRule.PreviewChangesNothing,
                "left 1 things",
                One((s, t) => new Eager(s, t))
            ),
            ["read in other words"] = new(ConformanceRule.RefreshIsEmpty, "title", One((s, t) => new Padded(s, t))),
            ["read needs the state"] = new(
                ConformanceRule.ImportRoundTrips,
                "note",
                One((s, t) => new Forgetful(s, t))
            ),
            ["read echoes"] = new(ConformanceRule.DriftIsSeen, "does not see title", One((s, t) => new Echoing(s, t))),
            ["secret in a message"] = new(
                ConformanceRule.SecretsAreKept,
                "in base64",
                One((s, t) => new Telling(s, t))
            ),
            ["secret backwards in the state"] = new(
                ConformanceRule.SecretsAreKept,
                "backwards, in note",
                One((s, t) => new Mirroring(s, t))
            ),
            ["recorded when ready"] = new(
                ConformanceRule.CancellationKeepsWhatWasMade,
                "interrupted at its request 1",
                One((s, t) => new Late(s, t))
            ),
            ["the request that makes it given up"] = new(
                ConformanceRule.CancellationKeepsWhatWasMade,
                "without the operation's cancellation token",
                One((s, t) => new Hasty(s, t))
            ),
            ["recorded when ready, once more"] = new(
                ConformanceRule.FailureKeepsWhatWasMade,
                "broken at its request 2",
                One((s, t) => new Late(s, t))
            ),
            ["cancellation not caught"] = new(
                ConformanceRule.CancellationKeepsWhatWasMade,
                "of which the state knows nothing",
                One((s, t) => new Careful(s, t))
            ),
            ["delete does nothing"] = new(
                ConformanceRule.DeleteOfGoneIsNoError,
                "still there",
                One((s, t) => new Immortal(s, t))
            ),
            ["delete of gone fails"] = new(
                ConformanceRule.DeleteOfGoneIsNoError,
                "no book",
                One((s, t) => new Strict(s, t))
            ),
            ["read of gone fails"] = new(
                ConformanceRule.ReadOfGoneIsEmpty,
                "fails",
                One((s, t) => new Demanding(s, t))
            ),
            ["read finds anything"] = new(
                ConformanceRule.ReadOfGoneIsEmpty,
                "which never was an id",
                One((s, t) => new Dreaming(s, t))
            ),
            ["unknowns are refused"] = new(
                ConformanceRule.UnknownsSurvive,
                "title not known should be taken",
                One((s, t) => new Impatient(s, t))
            ),
            ["unknowns break a preview"] = new(
                ConformanceRule.UnknownsSurvive,
                "breaks it",
                One((s, t) => new Casting(s, t))
            ),
            ["no update without a difference"] = new(
                ConformanceRule.RepairChangesNothing,
                "nothing to update",
                One((s, t) => new Picky(s, t))
            ),
            ["state of one call in another"] = new(ConformanceRule.TwoAtOnce, "at the same time", Sharing),
            ["failures as bugs"] = new(
                ConformanceRule.FailuresAreNoBugs,
                "or let ProviderDefinition.Explain say what it is",
                One((s, t) => new Wrapping(s, t))
            ),
        };

    private static Func<Func<Shelf, TimeProvider, BookResource>> One(Func<Shelf, TimeProvider, BookResource> book) =>
        () => book;

    private static Func<Shelf, TimeProvider, BookResource> Remembering()
    {
        var seen = new HashSet<string>();
        return (shelf, time) => new Registrar(shelf, time, seen);
    }

    private static Func<Shelf, TimeProvider, BookResource> Sharing()
    {
        var desk = new Desk();
        return (shelf, time) => new Crowded(shelf, time, desk);
    }

    private sealed class Nameless(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs) =>
            await base.CreateAsync(operation, inputs) with
            {
                Number = null!,
            };
    }

    private sealed class Hasty(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
        {
            // As clients do: the request is given up, and the server goes on with it.
            var number = await Shelf.AddAsync(ToBook(inputs)).WaitAsync(operation.CancellationToken);
            operation.Record(number, ToState(number, ToBook(inputs)));
            return await ReadyAsync(operation, number);
        }
    }

    private sealed class Desk
    {
        public BookInputs? Inputs { get; set; }
    }

    private sealed class Unmakeable(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override Task<BookState> CreateAsync(Operation operation, BookInputs inputs) =>
            throw new OperationException(FailureKind.Exhausted, "out of paper");
    }

    private sealed class Registrar(Shelf shelf, TimeProvider time, HashSet<string> seen)
        : BookResource(shelf, time),
            ICheckedResource
    {
        public void Check(InputChecker checker, InputView inputs)
        {
            if (!seen.Add(inputs["title"].Text ?? ""))
            {
                checker.Add(inputs["title"].Path, "is taken");
            }
        }
    }

    private sealed class Restless(Shelf shelf, TimeProvider time) : BookResource(shelf, time), IDecidedResource
    {
        public PropertyMap Decided(PropertyMap inputs, PropertyMap state) =>
            state.Count == 0 ? PropertyMap.Empty : TestInputs.Of(("number", "another"));
    }

    private sealed class Sticky(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> UpdateAsync(
            Operation operation,
            string id,
            BookInputs? oldInputs,
            BookState? state,
            BookInputs inputs
        )
        {
            await Shelf.ChangeAsync(id, ToBook(inputs) with { Note = inputs.Note ?? state?.Note });
            return ToState(id, ToBook(inputs));
        }
    }

    private sealed class Stubborn(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> UpdateAsync(
            Operation operation,
            string id,
            BookInputs? oldInputs,
            BookState? state,
            BookInputs inputs
        )
        {
            await Shelf.ChangeAsync(id, ToBook(inputs) with { Copies = state!.Copies!.Value });
            return ToState(id, ToBook(inputs));
        }
    }

    private sealed class Loud(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs) =>
            await base.CreateAsync(operation, inputs) with
            {
                Title = inputs.Title.ToUpperInvariant(),
            };
    }

    private sealed class Moving(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> UpdateAsync(
            Operation operation,
            string id,
            BookInputs? oldInputs,
            BookState? state,
            BookInputs inputs
        ) => await base.UpdateAsync(operation, id, oldInputs, state, inputs) with { Number = "N" + id };
    }

    private sealed class Eager(Shelf shelf, TimeProvider time) : BookResource(shelf, time), IPreviewedResource
    {
        public Task PreviewAsync(PropertyMap inputs, CancellationToken cancellationToken) =>
            Shelf.AddAsync(new Book("reserved", "", 0, null, null));
    }

    private sealed class Padded(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<Found<BookState>?> ReadAsync(
            Operation operation,
            string id,
            BookInputs? inputs,
            BookState? state
        ) =>
            await base.ReadAsync(operation, id, inputs, state) is { } found
                ? found with
                {
                    State = found.State with { Title = found.State.Title.ToUpperInvariant() },
                }
                : null;
    }

    private sealed class Forgetful(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<Found<BookState>?> ReadAsync(
            Operation operation,
            string id,
            BookInputs? inputs,
            BookState? state
        ) =>
            await base.ReadAsync(operation, id, inputs, state) is { } found
                ? found with
                {
                    State = found.State with { Note = state?.Note },
                }
                : null;
    }

    private sealed class Echoing(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<Found<BookState>?> ReadAsync(
            Operation operation,
            string id,
            BookInputs? inputs,
            BookState? state
        ) =>
            await base.ReadAsync(operation, id, inputs, state) is { } found
                ? new Found<BookState>(id, state ?? found.State)
                : null;
    }

    private sealed class Telling(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
        {
            operation.Warn("sent " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"reader:{inputs.Pin}")));
            return base.CreateAsync(operation, inputs);
        }
    }

    private sealed class Mirroring(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs) =>
            await base.CreateAsync(operation, inputs) with
            {
                Note = new string([.. (inputs.Pin ?? "").Reverse()]),
            };
    }

    private sealed class Late(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
        {
            var number = await Shelf.AddAsync(ToBook(inputs));
            return operation.Record(number, await ReadyAsync(operation, number));
        }
    }

    private sealed class Careful(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
        {
            var number = await Shelf.AddAsync(ToBook(inputs));
            try
            {
                return operation.Record(number, await ReadyAsync(operation, number));
            }
            catch (OperationException)
            {
                operation.Record(number, ToState(number, ToBook(inputs)));
                throw;
            }
        }
    }

    private sealed class Immortal(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override Task DeleteAsync(Operation operation, string id, BookState? state) => Task.CompletedTask;
    }

    private sealed class Strict(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override Task DeleteAsync(Operation operation, string id, BookState? state) => Shelf.RemoveAsync(id);
    }

    private sealed class Demanding(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<Found<BookState>?> ReadAsync(
            Operation operation,
            string id,
            BookInputs? inputs,
            BookState? state
        ) =>
            await base.ReadAsync(operation, id, inputs, state)
            ?? throw new OperationException(FailureKind.NotFound, $"no book {id}");
    }

    private sealed class Dreaming(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<Found<BookState>?> ReadAsync(
            Operation operation,
            string id,
            BookInputs? inputs,
            BookState? state
        ) =>
            await base.ReadAsync(operation, id, inputs, state)
            ?? (
                id.StartsWith('B')
                    ? null
                    : new Found<BookState>(id, ToState(id, new Book("untitled", "east", 1, null, null)))
            );
    }

    private sealed class Impatient(Shelf shelf, TimeProvider time) : BookResource(shelf, time), ICheckedResource
    {
        public void Check(InputChecker checker, InputView inputs)
        {
            if (inputs["title"].Text is not { Length: > 0 })
            {
                checker.Add(inputs["title"].Path, "must be set");
            }
        }
    }

    private sealed class Casting(Shelf shelf, TimeProvider time) : BookResource(shelf, time), IPreviewedResource
    {
        public Task PreviewAsync(PropertyMap inputs, CancellationToken cancellationToken) =>
            Task.FromResult(((StringValue)inputs["title"]).Value);
    }

    private sealed class Picky(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override Task<BookState> UpdateAsync(
            Operation operation,
            string id,
            BookInputs? oldInputs,
            BookState? state,
            BookInputs inputs
        ) =>
            inputs.Equals(oldInputs)
                ? throw new OperationException(FailureKind.InvalidInput, "nothing to update")
                : base.UpdateAsync(operation, id, oldInputs, state, inputs);
    }

    private sealed class Crowded(Shelf shelf, TimeProvider time, Desk desk) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
        {
            desk.Inputs = inputs;
            await Task.Delay(TimeSpan.FromSeconds(1), Time, operation.CancellationToken);
            return await base.CreateAsync(operation, desk.Inputs);
        }
    }

    private sealed class Wrapping(Shelf shelf, TimeProvider time) : BookResource(shelf, time)
    {
        public override async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
        {
            try
            {
                return await base.CreateAsync(operation, inputs);
            }
            catch (OperationException failure)
            {
                throw new InvalidOperationException("it did not work", failure);
            }
        }
    }
}

/// <summary>A fault.</summary>
/// <param name="Rule">The rule that has to catch it.</param>
/// <param name="Says">Words of what the rule says.</param>
/// <param name="Book">Makes the resource that has it.</param>
internal sealed record Fault(ConformanceRule Rule, string Says, Func<Func<Shelf, TimeProvider, BookResource>> Book);
