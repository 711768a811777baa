using System.Collections.Concurrent;
using System.Globalization;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Testing.Tests.Library;

/// <summary>A book as the library has it.</summary>
internal sealed record Book(string Title, string Room, int Copies, string? Note, string? Pin);

/// <summary>The fake server of a library: books by number. One that is new or changed is to be had after a while.</summary>
internal sealed class Shelf(TimeProvider time)
{
    private static readonly TimeSpan Binding = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, (Book Book, DateTimeOffset Ready)> _books = new();
    private int _last;

    /// <summary>Awaited at the beginning of each request.</summary>
    public Func<Task>? OnRequest { get; set; }

    /// <summary>Numbers of the books that there are.</summary>
    public IEnumerable<string> Numbers => _books.Keys;

    public async Task<string> AddAsync(Book book)
    {
        await BeginAsync();
        var number = "B" + Interlocked.Increment(ref _last).ToString("0000", CultureInfo.InvariantCulture);
        _books[number] = (book, time.GetUtcNow() + Binding);
        return number;
    }

    public async Task<(Book Book, bool Ready)?> FindAsync(string number)
    {
        await BeginAsync();
        return _books.TryGetValue(number, out var found) ? (found.Book, time.GetUtcNow() >= found.Ready) : null;
    }

    public async Task ChangeAsync(string number, Book book)
    {
        await BeginAsync();
        if (!_books.ContainsKey(number))
        {
            throw new OperationException(FailureKind.NotFound, $"no book {number}");
        }

        _books[number] = (book, time.GetUtcNow() + Binding);
    }

    public async Task RemoveAsync(string number)
    {
        await BeginAsync();
        if (!_books.TryRemove(number, out _))
        {
            throw new OperationException(FailureKind.NotFound, $"no book {number}");
        }
    }

    private Task BeginAsync() => OnRequest?.Invoke() ?? Task.CompletedTask;
}
