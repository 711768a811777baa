using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using static Pulumi.Provider.Tests.Model.Values;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>Resources and functions whose properties only the running provider knows.</summary>
public sealed class FormTests
{
    private const string Passport = "forms-blue:index:Passport";
    private static readonly Office Blue = new() { Name = "blue", Forms = [Forms.Passport] };
    private readonly ConcurrentDictionary<string, PropertyMap> _papers = new();

    [Fact]
    public async Task What_a_catalog_names_is_in_the_schema_and_in_programs()
    {
        await using var stack = new TestStack(new Forms(_papers).Create());
        var blue = await stack.AddPackageAsync("--name", "blue");
        Assert.Equal(
            [Passport, "forms-blue:index:Receipt"],
            blue.Schema["resources"]!.AsObject().Select(static one => one.Key)
        );
        var passport = blue.Schema["resources"]![Passport]!;
        Assert.Equal(["holder", "note", "pin"], Names(passport["inputProperties"]));
        Assert.Equal(["holder", "note", "number", "pin"], Names(passport["properties"]));
        Assert.True((bool?)passport["inputProperties"]!["pin"]!["secret"]);

        (await stack.UpAsync(Program("Ann"))).ShouldDo("create ann");
        (await stack.ResourceAsync("ann")).ShouldHave("number", 1).ShouldKeepSecret("pin").ShouldNotHave("note");
        Assert.Equal(Map(("holder", "Ann"), ("number", 1), ("pin", "1234")), Assert.Single(_papers).Value);
        (await stack.UpAsync(Program("Ann"))).ShouldDoNothing();
        (await stack.UpAsync(Program("Ann", "x"))).ShouldDo("update ann").ShouldChange("ann", "note");
        var id = Assert.Single(_papers).Key;
        _papers[id] = _papers[id].With("note", "changed");
        (await stack.RefreshAsync()).ShouldDo("update ann");
        (await stack.UpAsync(Program("Bob", "x"))).ShouldDo("replace ann");
        (await stack.ImportAsync(Passport, "again", Assert.Single(_papers).Key)).ShouldDo("import again");
        (await stack.DestroyAsync()).ShouldSucceed();

        static IEnumerable<string> Names(JsonNode? properties) => properties!.AsObject().Select(static one => one.Key);

        static Func<TestProgram, Task> Program(string holder, string? note = null) =>
            program =>
                program.AddAsync(
                    Passport,
                    "ann",
                    Map(("holder", holder), ("pin", "1234"), ("note", note is null ? PropertyValue.Null : note))
                );
    }

    [Fact]
    public async Task Inputs_are_checked_as_those_of_records_are()
    {
        await using var stack = new TestStack(new Forms(_papers).Package(Blue));

        var up = await stack.UpAsync(static program =>
            program.AddAsync(Passport, "ann", Map(("houlder", "Ann"), ("note", 5)))
        );

        up.ShouldFail("houlder: there is no such property; did you mean 'holder'?");
        up.ShouldFail("holder: required, but not set; it is: What is filled in for holder");
        up.ShouldFail("expected a string, got a number");
    }

    [Fact]
    public async Task Such_a_resource_keeps_to_every_rule()
    {
        var sample = new Sample(Passport, Map(("holder", "Ann"), ("pin", "12345678"), ("note", "x")))
        {
            Exists = () => _papers.Keys,
            Second = Map(("holder", "Bob")),
        };

        Assert.True((await Conformance.RunAsync(new Forms(_papers).Package(Blue), sample)).Holds);
    }

    [Fact]
    public async Task What_is_not_declared_is_a_bug_and_what_was_recorded_is_kept()
    {
        await using var stack = new TestStack(
            Careless(static (call, inputs) => call.Record("1", inputs.With("numbre", 1)))
        );

        var up = await stack.UpAsync(static program =>
            program.AddAsync(Passport, "ann", Map(("holder", "Ann"), ("pin", "12345678")))
        );

        up.ShouldFail(
            "'forms-blue:index:Passport' gave what it does not declare: 'numbre' has no place; did you mean 'number'?; 'number' is missing"
        );
        (await stack.ResourceAsync("ann")).ShouldKeepSecret("pin");
    }

    [Fact]
    public async Task A_further_check_is_given_known_values_with_no_secret_marked()
    {
        await using var stack = new TestStack(
            Careless(static (call, inputs) => call.Record("1", inputs.With("number", 1)))
        );

        (
            await stack.UpAsync(static program =>
                program.AddAsync(Passport, "ann", Map(("holder", "Ann"), ("pin", "1")))
            )
        ).ShouldFail("pin: has 1 letter");
    }

    [Fact]
    public async Task A_function_of_such_properties_is_asked()
    {
        var args = new ObjectModel(null, "", [Text("word", required: true), Text("end")]);
        var result = new ObjectModel(null, "Doubles.", [Text("twice", required: true)]);
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object())
            .Function("toy:index:double", args, result, static _ => new Double("twice"))
            .Function("toy:index:wrong", args, result, static _ => new Double("twise"));
        await using var stack = new TestStack(provider);

        var up = await stack.UpAsync(static async program =>
        {
            program.Export("twice", (await program.InvokeAsync("toy:index:double", Map(("word", "tea"))))["twice"]);
            var refused = await Assert.ThrowsAsync<TestFailedException>(() =>
                program.InvokeAsync("toy:index:double", Map(("wrd", "tea")))
            );
            Assert.Contains("did you mean 'word'?", refused.Message, StringComparison.Ordinal);
        });

        Assert.Equal(Map(("twice", "teatea")), up.ShouldSucceed().Outputs);
        (
            await stack.UpAsync(static program => program.InvokeAsync("toy:index:wrong", Map(("word", "tea"))))
        ).ShouldFail(
            "'toy:index:wrong' gave what it does not declare: 'twise' has no place; did you mean 'twice'?; 'twice' is missing"
        );

        static PropertyModel Text(string name, bool required = false) =>
            new()
            {
                Name = name,
                Type = TypeModel.String,
                Description = "A word.",
                Required = required,
            };
    }

    [Theory]
    [InlineData("id", "number", "'toy:index:Note': the name 'id' is Pulumi's own")]
    [InlineData("text", "urn", "'toy:index:Note': the name 'urn' is Pulumi's own")]
    [InlineData(
        "text",
        "number",
        "'toy:index:Note': the input 'text' is not among the outputs, which hold what there is"
    )]
    public void Models_that_cannot_be_fail_where_they_are_declared(string input, string output, string why)
    {
        var provider = new ProviderDefinition<NoConfig, object>("toy", "1.0.0", static (_, _) => new object());

        var failure = Assert.Throws<ArgumentException>(() =>
            provider.Resource("toy:index:Note", Of(input), Of(output), _ => new PaperResource(_papers))
        );

        Assert.StartsWith(why, failure.Message, StringComparison.Ordinal);

        static ObjectModel Of(string name) =>
            new(
                null,
                "",
                [
                    new()
                    {
                        Name = name,
                        Type = TypeModel.String,
                        Description = "",
                    },
                ]
            );
    }

    private ProviderDefinition<NoConfig, object> Careless(Func<Operation, PropertyMap, PropertyMap> create)
    {
        var declared = new Forms(_papers).Package(Blue).Resources[Passport];
        return new ProviderDefinition<NoConfig, object>("forms-blue", "1.0.0", static (_, _) => new object()).Resource(
            Passport,
            declared.Inputs,
            declared.State,
            _ => new CarelessPaper(_papers, create)
        );
    }

    private sealed class CarelessPaper(
        ConcurrentDictionary<string, PropertyMap> papers,
        Func<Operation, PropertyMap, PropertyMap> create
    ) : PaperResource(papers), ICheckedResource<PropertyMap>
    {
        public void Check(InputChecker checker, PropertyMap inputs)
        {
            if (inputs["pin"] is StringValue { Value.Length: 1 })
            {
                checker.Add("pin", "has 1 letter");
            }
        }

        public override Task<PropertyMap> CreateAsync(Operation operation, PropertyMap inputs) =>
            Task.FromResult(create(operation, inputs));
    }

    private sealed class Double(string output) : IFunction<PropertyMap, PropertyMap>
    {
        public Task<PropertyMap> InvokeAsync(Invocation call, PropertyMap args) =>
            Task.FromResult(Map((output, ((StringValue)args["word"]).Value + ((StringValue)args["word"]).Value)));
    }
}
