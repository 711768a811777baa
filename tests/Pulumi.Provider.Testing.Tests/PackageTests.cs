using System.Text;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing.Engine.State;
using Pulumi.Provider.Testing.Tests.Library;

namespace Pulumi.Provider.Testing.Tests;

/// <summary>Packages that a parameter makes of a provider, in programs under an engine.</summary>
public sealed class PackageTests : IAsyncDisposable
{
    private const string East = "library-east:index:Book";
    private const string West = "library-west:index:Book";

    private readonly ManualTime _time = new();
    private readonly Shelf _shelf;
    private readonly TestStack _stack;

    public PackageTests()
    {
        _shelf = new Shelf(_time);
        _stack = new TestStack(() => BranchLibrary.Create(_shelf, _time), new TestStackOptions { Time = _time });
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task A_stack_of_a_package_lives_a_whole_life_by_the_parameter_in_its_state()
    {
        var east = await _stack.AddPackageAsync("--room", "east");
        Assert.Equal(("library-east", "2.0.0"), (east.Name, east.Version));
        Assert.True((bool?)east.Schema["resources"]!["library-east:index:Pair"]!["isComponent"]);

        (await _stack.PreviewAsync(Emma)).ShouldDo("create emma");
        var up = (await _stack.UpAsync(Emma)).ShouldDo("create emma");

        Assert.Equal(
            ["Handshake", "Attach", "GetPluginInfo", "Parameterize", "CheckConfig", "Configure", "Check", "Create"],
            up.Calls.Select(static call => call.Method).TakeWhile(static method => method != "Cancel")
        );
        var state = await _stack.StateAsync();
        var provider = Assert.Single(state.Resources, static one => one.IsProvider);
        Assert.Equal(("pulumi:providers:library-east", "default_2_0_0"), (provider.Type, Urn.NameOf(provider.Urn)));
        Assert.Equal(
            TestInputs.Of(
                (
                    "__internal",
                    new ObjectValue(
                        TestInputs.Of(
                            ("name", "library"),
                            ("parameterization", Convert.ToBase64String(Encoding.UTF8.GetBytes("""{"room":"east"}"""))),
                            ("version", "1.2.3")
                        )
                    )
                ),
                ("__checked", true),
                ("version", "2.0.0")
            ),
            provider.Inputs
        );
        (await _stack.PreviewAsync(Emma)).ShouldDoNothing();
        await _shelf.ChangeAsync("B0001", new Book("Emma", "east", 7, null, null));
        (await _stack.RefreshAsync()).ShouldDo("update emma");
        (await _stack.UpAsync(Emma)).ShouldDo("update emma");
        // Whoever destroys it needs no SDK.
        (await _stack.DestroyAsync()).ShouldDo("delete emma");
        Assert.Empty(_shelf.Numbers);

        static Task Emma(TestProgram program) => program.AddAsync(East, "emma", Book("east"));
    }

    [Fact]
    public async Task Packages_and_the_provider_itself_stand_side_by_side()
    {
        await _stack.AddPackageAsync("--room", "east");
        await _stack.AddPackageAsync("room=west");

        var up = await _stack.UpAsync(static async program =>
        {
            await program.AddAsync(East, "a", Book("east"));
            await program.AddAsync(West, "b", Book("west"));
            await program.AddAsync(LibraryProvider.Book, "c", Book("north"));
        });

        up.ShouldDo("create a", "create b", "create c");
        Assert.Equal(
            [
                "pulumi:providers:library default",
                "pulumi:providers:library-east default_2_0_0",
                "pulumi:providers:library-west default_2_0_0",
            ],
            (await _stack.StateAsync())
                .Resources.Where(static one => one.IsProvider)
                .Select(static one => $"{one.Type} {Urn.NameOf(one.Urn)}")
                .Order()
        );
        (await _stack.RefreshAsync()).ShouldDoNothing();
    }

    [Fact]
    public async Task Components_functions_and_explicit_providers_are_of_the_package()
    {
        var east = await _stack.AddPackageAsync("--room", "east");
        _stack.Configure("url", "https://east.example", package: east);

        async Task Program(TestProgram program)
        {
            var own = await program.ProviderAsync("own", TestInputs.Of(("url", "https://own.example")), package: east);
            await program.AddAsync(
                "library-east:index:Pair",
                "pair",
                new SeriesInputs { Title = "Emma", Room = "east" },
                new TestResourceOptions { Provider = own }
            );
            await program.AddAsync(East, "here", Book("east"));
            var count = await program.InvokeAsync<CountArgs, CountResult>(
                "library-east:index:getCount",
                new CountArgs()
            );
            program.Export("books", count.Books);
        }

        var up = (await _stack.UpAsync(Program)).ShouldSucceed();

        Assert.Equal(TestInputs.Of(("books", 3)), up.Outputs);
        Assert.Equal(
            ["https://east.example", "https://own.example"],
            up.Calls.Where(static call => call.Method == "Configure")
                .Select(static call => (string?)call.Request["args"]?["url"])
                .Order()
        );
        Assert.Contains("::own::", (await _stack.ResourceAsync("pair-first")).Resource.Provider);
        Assert.Contains("::default_2_0_0::", (await _stack.ResourceAsync("here")).Resource.Provider);
        (await _stack.PreviewAsync(Program)).ShouldDoNothing();
    }

    [Fact]
    public async Task What_exists_is_read_and_imported_by_a_package()
    {
        await _stack.AddPackageAsync("--room", "east");
        await _shelf.AddAsync(new Book("Emma", "east", 1, null, null));
        await _shelf.AddAsync(new Book("Persuasion", "east", 1, null, null));

        (await _stack.ImportAsync(East, "emma", "B0001")).ShouldDo("import emma");
        var up = await _stack.UpAsync(static async program =>
        {
            await program.AddAsync(East, "emma", Book("east"));
            program.Export("title", (await program.GetAsync(East, "found", "B0002"))["title"]);
        });

        up.ShouldDo("read found");
        Assert.Equal(TestInputs.Of(("title", "Persuasion")), up.Outputs);
    }

    [Fact]
    public async Task Arguments_that_the_provider_refuses_fail_as_the_command_does()
    {
        var failure = await Assert.ThrowsAsync<TestFailedException>(() => _stack.AddPackageAsync("--rooom", "east"));

        Assert.Equal(
            "`pulumi package add library -- --rooom east` fails: the library provider does not take these arguments: "
                + "--rooom: there is no such property; did you mean 'room'?; --room: required, but not set; it is: The room that it is in",
            failure.Message
        );
    }

    [Fact]
    public async Task A_package_that_nobody_told_the_engine_of_has_no_plugin() =>
        (await _stack.UpAsync(static program => program.AddAsync(East, "emma", Book("east")))).ShouldFail(
            "the stack has only the provider 'library', and no 'library-east'"
        );

    [Fact]
    public async Task A_reference_to_no_package_is_refused()
    {
        await _stack.AddPackageAsync("--room", "east");

        (
            await _stack.UpAsync(static program =>
                program.AddAsync(
                    East,
                    "emma",
                    Book("east"),
                    new TestResourceOptions { Adjust = static request => request.PackageRef = "tea" }
                )
            )
        ).ShouldFail("unknown provider package 'tea'");
    }

    private static BookInputs Book(string room) => new() { Title = "Emma", Room = room };
}
