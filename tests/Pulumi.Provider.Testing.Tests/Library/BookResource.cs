using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Testing.Tests.Library;

/// <summary>A book: what an author of a provider writes.</summary>
internal class BookResource(Shelf shelf, TimeProvider time) : IUpdatableResource<BookInputs, BookState>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public virtual async Task<BookState> CreateAsync(Operation operation, BookInputs inputs)
    {
        var number = await shelf.AddAsync(ToBook(inputs));
        operation.Record(number, ToState(number, ToBook(inputs)));
        return await ReadyAsync(operation, number);
    }

    public virtual async Task<Found<BookState>?> ReadAsync(
        Operation operation,
        string id,
        BookInputs? inputs,
        BookState? state
    ) => await shelf.FindAsync(id) is var (book, _) ? new Found<BookState>(id, ToState(id, book)) : null;

    public virtual async Task<BookState> UpdateAsync(
        Operation operation,
        string id,
        BookInputs? oldInputs,
        BookState? state,
        BookInputs inputs
    )
    {
        await shelf.ChangeAsync(id, ToBook(inputs));
        return await ReadyAsync(operation, id);
    }

    public virtual async Task DeleteAsync(Operation operation, string id, BookState? state)
    {
        try
        {
            await shelf.RemoveAsync(id);
        }
        catch (OperationException gone) when (gone.Kind == FailureKind.NotFound)
        {
            // Somebody else was faster.
        }
    }

    protected Shelf Shelf => shelf;

    protected TimeProvider Time => time;

    protected static Book ToBook(BookInputs it) => new(it.Title, it.Room, it.Copies ?? 1, it.Note, it.Pin);

    protected static BookState ToState(string number, Book book) =>
        new()
        {
            Number = number,
            Title = book.Title,
            Room = book.Room,
            Copies = book.Copies,
            Note = book.Note,
            Pin = book.Pin,
        };

    protected async Task<BookState> ReadyAsync(Operation operation, string number)
    {
        while (true)
        {
            var (book, ready) =
                await shelf.FindAsync(number)
                ?? throw new OperationException(FailureKind.NotFound, $"book {number} was taken away");
            if (ready)
            {
                return ToState(number, book);
            }

            operation.Status($"{number} is being bound");
            await Task.Delay(Pause, time, operation.CancellationToken);
        }
    }
}
