using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Operations;

namespace Pulumi.Provider.Testing.Tests.Library;

/// <summary>A provider for a library.</summary>
internal static class LibraryProvider
{
    public const string Book = "library:index:Book";

    public static ProviderDefinition Create(
        Shelf shelf,
        TimeProvider time,
        Func<Shelf, TimeProvider, BookResource>? book = null
    ) =>
        new ProviderDefinition<LibraryConfig, Shelf>("library", "1.0.0", (_, _) => shelf)
            .Resource(Book, it => (book ?? ((s, t) => new BookResource(s, t)))(it, time))
            .Component("library:index:Series", _ => new SeriesComponent())
            .Function("library:index:getCount", it => new CountFunction(it));

    private sealed class SeriesComponent : IComponent<SeriesInputs, SeriesOutputs>
    {
        public async Task<Properties<SeriesOutputs>> ConstructAsync(
            Construction construction,
            Output<SeriesInputs> inputs
        )
        {
            var first = await AddAsync(1, new());
            await AddAsync(2, new() { Note = first.Outputs.Number });
            return new() { First = first.Outputs.Number };

            Task<Child<BookState>> AddAsync(int volume, Properties<BookInputs> book) =>
                construction.AddAsync<BookInputs, BookState>(Book, $"{construction.Name}-{volume}", book.With(inputs));
        }
    }

    internal sealed class CountFunction(Shelf shelf) : IFunction<CountArgs, CountResult>
    {
        public async Task<CountResult> InvokeAsync(Invocation call, CountArgs args)
        {
            var books = 0;
            foreach (var number in shelf.Numbers)
            {
                var found = await shelf.FindAsync(number);
                books += found is var (book, _) && (args.Room ?? book.Room) == book.Room ? 1 : 0;
            }

            return new CountResult { Books = books };
        }
    }
}
