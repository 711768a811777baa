using Pulumi.Provider.Model.Components;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;

namespace Pulumi.Provider.Testing.Tests.Library;

/// <summary>The branch of the library that a package is of.</summary>
[PropertyObject]
public sealed partial record Branch
{
    /// <summary>The room that it is in.</summary>
    public required string Room { get; init; }
}

/// <summary>A library of branches: each room is a package.</summary>
internal static class BranchLibrary
{
    public static ProviderDefinition Create(Shelf shelf, TimeProvider time) =>
        new ProviderDefinition<LibraryConfig, Shelf>("library", "1.2.3", (_, _) => shelf)
        {
            Package = new PackageInfo
            {
                DisplayName = "Library",
                Description = "Books in rooms.",
                Publisher = "acme",
            },
        }
            .Resource(LibraryProvider.Book, it => new BookResource(it, time))
            .Parameterized<Branch>(branch => Room(branch.Room, shelf, time));

    private static ProviderDefinition<LibraryConfig, Shelf> Room(string room, Shelf shelf, TimeProvider time) =>
        new ProviderDefinition<LibraryConfig, Shelf>($"library-{room}", "2.0.0", (_, _) => shelf)
            .Resource($"library-{room}:index:Book", it => new BookResource(it, time))
            .Component($"library-{room}:index:Pair", _ => new Pair(room))
            .Function($"library-{room}:index:getCount", it => new LibraryProvider.CountFunction(it));

    /// <summary>Two books of a title.</summary>
    private sealed class Pair(string room) : IComponent<SeriesInputs, SeriesOutputs>
    {
        public async Task<Properties<SeriesOutputs>> ConstructAsync(
            Construction construction,
            Output<SeriesInputs> inputs
        )
        {
            var first = await AddAsync("first");
            await AddAsync("second");
            return new() { First = first.Outputs.Number };

            Task<Child<BookState>> AddAsync(string name) =>
                construction.AddAsync<BookInputs, BookState>(
                    $"library-{room}:index:Book",
                    $"{construction.Name}-{name}",
                    new() { Title = inputs.Title, Room = inputs.Room }
                );
        }
    }
}
