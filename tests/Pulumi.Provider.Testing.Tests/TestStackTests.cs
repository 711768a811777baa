using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Testing.Engine.Events;
using Pulumi.Provider.Testing.Tests.Library;

namespace Pulumi.Provider.Testing.Tests;

/// <summary>What tests of a provider do with a stack.</summary>
public sealed class TestStackTests : IAsyncDisposable
{
    private const string Book = LibraryProvider.Book;

    private readonly ManualTime _time = new();
    private readonly Shelf _shelf;
    private readonly TestStack _stack;

    public TestStackTests()
    {
        _shelf = new Shelf(_time);
        _stack = Stack();
    }

    public ValueTask DisposeAsync() => _stack.DisposeAsync();

    [Fact]
    public async Task Up_makes_and_waits_in_virtual_time_and_the_state_has_it()
    {
        var up = await _stack.UpAsync(static program => program.AddAsync(Book, "emma", Emma));

        up.ShouldDo("create emma").ShouldCall("emma", "Check", "Create");
        Assert.True(_time.Elapsed >= TimeSpan.FromSeconds(20));
        Assert.Contains("B0001 is being bound", up.Statuses);
        var emma = await _stack.ResourceAsync("emma");
        emma.ShouldBeHealthy().ShouldHave("title", "Emma").ShouldHave("copies", 1).ShouldNotHave("note");
        Assert.Equal("B0001", emma.As<BookState>().Number);
    }

    [Fact]
    public async Task Output_of_one_is_input_of_another_and_not_known_in_previews()
    {
        async Task Program(TestProgram program)
        {
            var unknown = program.IsPreview && !_shelf.Numbers.Any();
            var emma = await program.AddAsync(Book, "emma", Emma);
            var sequel = await program.AddAsync(Book, "sequel", Emma.With("note", emma["number"]));
            program.Export("number", sequel["number"]);
            Assert.Equal(unknown, emma.Id.ContainsUnknowns);
            Assert.Equal(unknown, sequel["note"].ContainsUnknowns);
        }

        (await _stack.PreviewAsync(Program)).ShouldDo("create emma", "create sequel");
        Assert.Empty(_shelf.Numbers);
        var up = (await _stack.UpAsync(Program)).ShouldDo("create emma", "create sequel");

        Assert.Equal(TestInputs.Of(("number", "B0002")), up.Outputs);
        var sequel = (await _stack.ResourceAsync("sequel")).ShouldHave("note", "B0001");
        Assert.Contains((await _stack.ResourceAsync("emma")).Resource.Urn, sequel.Resource.Dependencies);
        (await _stack.PreviewAsync(Program)).ShouldDoNothing();
    }

    [Fact]
    public async Task Of_resources_of_one_name_the_type_says_which()
    {
        await _stack.UpAsync(static async program =>
        {
            await program.AddAsync("library:index:Series", "emma", new SeriesInputs { Title = "Emma", Room = "east" });
            await program.AddAsync(Book, "emma", Emma);
        });

        (await _stack.ResourceAsync("emma", Book)).ShouldHave("title", "Emma");
        (await _stack.ResourceAsync("emma", "library:index:Series")).ShouldHave("first", "B0001");
        var failed = await Assert.ThrowsAsync<TestFailedException>(() => _stack.ResourceAsync("emma"));
        Assert.Contains(
            "of the types library:index:Series, library:index:Book: say which",
            failed.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Error_of_a_resource_names_it_where_a_run_is_described()
    {
        _shelf.OnRequest = static () => throw new OperationException(FailureKind.Exhausted, "no more room");

        var run = await _stack.UpAsync(static program => program.AddAsync(Book, "emma", Emma));

        Assert.Contains("no more room", run.Errors);
        Assert.Contains("    emma: no more room", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_is_kept_secret_in_state_and_export()
    {
        await _stack.UpAsync(static program =>
            program.AddAsync(Book, "emma", Emma.With("note", TestInputs.Secret("hush-hush")))
        );

        (await _stack.ResourceAsync("emma")).ShouldKeepSecret("note").ShouldHave("note", "hush-hush");
        Assert.DoesNotContain("hush-hush", (await _stack.ExportAsync()).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(
            "hush-hush",
            (await _stack.ExportAsync(showSecrets: true)).ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Drift_is_found_and_put_right_and_deletion_too()
    {
        await UpAsync(Emma);
        await _shelf.ChangeAsync("B0001", new Book("Emma", "east", 7, null, null));

        (await _stack.RefreshAsync(preview: true)).ShouldDo("update emma").ShouldChange("emma", "copies");
        (await _stack.RefreshAsync()).ShouldDo("update emma");
        (await UpAsync(Emma)).ShouldDo("update emma").ShouldChange("emma", "copies");
        await _shelf.RemoveAsync("B0001");
        (await _stack.RefreshAsync()).ShouldDo("delete emma");
        (await UpAsync(Emma)).ShouldDo("create emma");
        (await _stack.DestroyAsync()).ShouldDo("delete emma");
        Assert.Empty(_shelf.Numbers);
    }

    [Fact]
    public async Task Import_takes_over_what_exists()
    {
        await _shelf.AddAsync(new Book("Emma", "east", 1, null, null));

        (await _stack.ImportAsync(Book, "emma", "B0001")).ShouldDo("import emma");
        (await UpAsync(Emma)).ShouldDoNothing();
        (await _stack.ImportAsync(Book, "ghost", "B9999")).ShouldFail("does not exist");
    }

    [Fact]
    public async Task Import_option_and_get_read_what_exists()
    {
        await _shelf.AddAsync(new Book("Emma", "east", 1, null, null));

        var up = await _stack.UpAsync(static async program =>
        {
            var found = await program.GetAsync(Book, "found", "B0001");
            await program.AddAsync(Book, "emma", Emma, new TestResourceOptions { Import = "B0001" });
            program.Export("title", found["title"]);
        });

        up.ShouldDo("read found", "import emma");
        Assert.Equal(TestInputs.Of(("title", "Emma")), up.Outputs);
    }

    [Fact]
    public async Task Cancelled_create_is_in_the_state_and_the_next_up_goes_on()
    {
        await using var stack = Stack(new TestStackOptions { Time = _time, AutoAdvance = false });
        var running = stack.UpAsync(static program => program.AddAsync(Book, "emma", Emma));
        await UntilMadeAsync();
        await _time.UntilTimersAsync();
        stack.Cancel();

        var up = await running;

        Assert.Equal(RunOutcome.Cancelled, up.Outcome);
        Assert.Equal("B0001", (await stack.ResourceAsync("emma")).Id);
        await using var passing = _time.AutoAdvance();
        (await stack.UpAsync(static program => program.AddAsync(Book, "emma", Emma))).ShouldDo("update emma");
        (await stack.ResourceAsync("emma")).ShouldBeHealthy();
    }

    [Fact]
    public async Task Crash_in_the_midst_of_a_create_leaves_it_pending()
    {
        await using var stack = Stack(new TestStackOptions { Time = _time, AutoAdvance = false });
        var running = stack.UpAsync(static program => program.AddAsync(Book, "emma", Emma));
        await UntilMadeAsync();
        await stack.CrashAsync();

        (await running).ShouldFail("went away during the call");

        var pending = Assert.Single((await stack.StateAsync()).PendingOperations);
        Assert.Equal("emma", Engine.State.Urn.NameOf(pending.Resource.Urn));
        Assert.Equal(["B0001"], _shelf.Numbers);
    }

    [Fact]
    public async Task Calls_can_be_held_up_and_refused_on_their_way()
    {
        var seen = new List<string>();
        await using var stack = Stack(
            new TestStackOptions
            {
                Time = _time,
                AfterCall = call =>
                {
                    lock (seen)
                    {
                        seen.Add($"{call}{(call.IsPreview ? " (preview)" : "")}");
                    }

                    return Task.CompletedTask;
                },
                BeforeCall = static call =>
                    call.Method == "Create" && !call.IsPreview
                        ? throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.ResourceExhausted, "no more today"))
                        : Task.CompletedTask,
            }
        );
        static Task Program(TestProgram program) => program.AddAsync(Book, "emma", Emma);

        (await stack.PreviewAsync(Program)).ShouldDo("create emma");
        (await stack.UpAsync(Program)).ShouldFail("no more today");

        Assert.Empty(_shelf.Numbers);
        Assert.Equal(
            ["Check emma", "Create emma (preview)", "Check emma"],
            seen.Where(static it => it.Contains("emma"))
        );
    }

    [Fact]
    public async Task Component_makes_its_children_and_function_counts_them()
    {
        async Task Program(TestProgram program)
        {
            var series = await program.AddAsync(
                "library:index:Series",
                "novels",
                new SeriesInputs { Title = "Novels", Room = "east" }
            );
            var count = await program.InvokeAsync<CountArgs, CountResult>(
                "library:index:getCount",
                new() { Room = "east" }
            );
            program.Export("first", series["first"]);
            program.Export("count", count.Books);
        }

        var up = await _stack.UpAsync(Program);

        up.ShouldDo("create novels", "create novels-1", "create novels-2");
        Assert.Equal(TestInputs.Of(("first", "B0001"), ("count", 2)), up.Outputs);
        Assert.Contains("Invoke library:index:getCount", up.Calls.Select(static call => call.ToString()));
        (await _stack.ResourceAsync("novels-2")).ShouldHave("note", "B0001");
    }

    [Fact]
    public async Task Configuration_reaches_the_provider_and_explicit_providers_have_their_own()
    {
        _stack.Configure("url", "https://library.example");
        _stack.Configure("key", "open-sesame", secret: true);

        var up = await _stack.UpAsync(static async program =>
        {
            var other = await program.ProviderAsync("other", TestInputs.Of(("url", "https://other.example")));
            await program.AddAsync(Book, "here", Emma);
            await program.AddAsync(Book, "there", Emma, new TestResourceOptions { Provider = other });
        });

        up.ShouldDo("create other", "create here", "create there");
        var urls = up
            .Calls.Where(static call => call.Method == "Configure")
            .Select(static call => (string?)call.Request["args"]?["url"]);
        Assert.Equal(["https://library.example", "https://other.example"], urls.Order());
        Assert.DoesNotContain("open-sesame", (await _stack.ExportAsync()).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("::other::", (await _stack.ResourceAsync("there")).Resource.Provider);
    }

    [Fact]
    public async Task Options_of_a_program_do_what_they_do()
    {
        await UpAsync(Emma);
        var changed = Emma with { Title = "Emma II", Copies = 3 };

        (await UpAsync(changed, new TestResourceOptions { IgnoreChanges = ["title"] })).ShouldChange("emma", "copies");
        (await UpAsync(changed, new TestResourceOptions { ReplaceOnChanges = ["title"] })).ShouldDo("replace emma");
        Assert.Equal(["B0002"], _shelf.Numbers);
        (await UpAsync(changed, new TestResourceOptions { Protect = true })).ShouldSucceed();
        (await _stack.DestroyAsync()).ShouldFail("protected");
        (
            await _stack.UpAsync(program =>
                program.AddAsync(Book, "emmas", changed, new TestResourceOptions { FormerNames = ["emma"] })
            )
        ).ShouldDoNothing();
        (await _stack.ResourceAsync("emmas")).ShouldHave("number", "B0002");
    }

    [Fact]
    public async Task Replacement_deletes_last_or_first_as_the_program_says()
    {
        await UpAsync(Emma);

        var last = await UpAsync(Emma with { Room = "west" });
        var first = await UpAsync(Emma, new TestResourceOptions { DeleteBeforeReplace = true });

        last.ShouldDo("replace emma").ShouldCall("emma", "Check", "Diff", "Check", "Create", "Delete");
        first.ShouldDo("replace emma").ShouldCall("emma", "Check", "Diff", "Check", "Delete", "Create");
    }

    [Fact]
    public async Task Parents_and_dependencies_are_as_declared()
    {
        await _stack.UpAsync(static async program =>
        {
            var group = await program.GroupAsync("test:index:Group", "group");
            var first = await program.AddAsync(Book, "first", Emma, new TestResourceOptions { Parent = group });
            await program.AddAsync(Book, "second", Emma, new TestResourceOptions { DependsOn = [first] });
        });

        var first = (await _stack.ResourceAsync("first")).Resource;
        Assert.Contains("test:index:Group$library:index:Book", first.Urn, StringComparison.Ordinal);
        Assert.Equal([first.Urn], (await _stack.ResourceAsync("second")).Resource.Dependencies);
    }

    [Fact]
    public async Task What_does_not_hold_is_said_with_resource_property_and_what_was_seen()
    {
        var up = await UpAsync(Emma);
        var changed = await UpAsync(Emma with { Copies = 2, Pin = "1234-secret" });
        var failed = await _stack.UpAsync(static program =>
            program.AddAsync(Book, "emma", TestInputs.Of(("title", "Emma")))
        );
        var emma = await _stack.ResourceAsync("emma");

        Says(() => up.ShouldDoNothing(), "up should have done nothing", "create emma");
        Says(
            () => changed.ShouldDo("replace emma"),
            "should have done: replace emma",
            "update emma (copies: 1 => 2",
            "[secret]"
        );
        Says(() => changed.ShouldChange("emma", "title"), "should have changed of 'emma': title", "copies: 1 => 2");
        Says(
            () => changed.ShouldCall("emma", "Read"),
            "should have called for 'emma': Read; it called: Check, Diff, Update"
        );
        Says(() => failed.ShouldSucceed(), "up should have succeeded", "room", "has a problem");
        Says(() => failed.ShouldFail("quota"), "an error that says \"quota\"", "room");
        Says(
            () => emma.ShouldHave("title", "Persuasion"),
            "library:index:Book 'emma' should have title = \"Persuasion\"; it has \"Emma\""
        );
        Says(() => emma.ShouldKeepSecret("title"), "'emma' should keep title secret; its state has it in plain");
        var none = await Assert.ThrowsAsync<TestFailedException>(() => _stack.ResourceAsync("persuasion"));
        Assert.Contains("emma", none.Message, StringComparison.Ordinal);
    }

    private static BookInputs Emma => new() { Title = "Emma", Room = "east" };

    private static void Says(Action assertion, params string[] words)
    {
        var message = Assert.Throws<TestFailedException>(assertion).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
        Assert.DoesNotContain("1234-secret", message, StringComparison.Ordinal);
    }

    private async Task UntilMadeAsync()
    {
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _shelf.OnRequest = () =>
        {
            if (_shelf.Numbers.Any())
            {
                made.TrySetResult();
            }

            return Task.CompletedTask;
        };
        await made.Task.DefaultTimeout();
    }

    private TestStack Stack(TestStackOptions? options = null) =>
        new(LibraryProvider.Create(_shelf, _time), options ?? new TestStackOptions { Time = _time });

    private Task<TestRun> UpAsync(BookInputs inputs, TestResourceOptions? options = null) =>
        _stack.UpAsync(program => program.AddAsync(Book, "emma", inputs, options));
}
