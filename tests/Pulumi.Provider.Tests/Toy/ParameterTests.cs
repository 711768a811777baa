using System.Collections.Concurrent;
using System.Text;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using static Pulumi.Provider.Tests.Toy.ToyPackages;

namespace Pulumi.Provider.Tests.Toy;

/// <summary>What makes a package of a provider: arguments, and the parameter that they become; driven over a socket as the command line does.</summary>
public sealed class ParameterTests
{
    private readonly ConcurrentDictionary<string, NoteState> _shelves = new();
    private readonly Branches _branches;

    public ParameterTests() => _branches = new Branches(_shelves);

    [Theory]
    [InlineData("--branch-name blue")]
    [InlineData("--branchName blue")]
    [InlineData("-branch-name=blue")]
    [InlineData("branch-name=blue --letters 20")]
    [InlineData("--branchName=blue --shelves blue-east --shelves=blue-west")]
    [InlineData("branchName=blue shelves=[\"blue-east\",\"blue-west\"]")]
    public async Task Arguments_make_a_package_with_a_parameter_in_its_schema(string args)
    {
        await using var provider = await StartAsync(_branches);

        var made = await provider.Client.ParameterizeAsync(Arguments(args.Split(' ')));

        Assert.Equal(("toy-blue", "1.0.0"), (made.Name, made.Version));
        var schema = await SchemaAsync(provider, made.Name, made.Version);
        Assert.Equal(
            """{"baseProvider":{"name":"toy","version":"1.2.0"},"parameter":"PARAMETER"}""".Replace(
                "PARAMETER",
                Convert.ToBase64String(Encoding.UTF8.GetBytes(Blue)),
                StringComparison.Ordinal
            ),
            schema["parameterization"]!.ToJsonString()
        );
        Assert.Equal(("toy-blue", "1.0.0"), ((string?)schema["name"], (string?)schema["version"]));
        Assert.Equal([Note, "toy-blue:index:Shelf"], schema["resources"]!.AsObject().Select(static one => one.Key));
        // What it does not say of itself, its provider says.
        Assert.Equal("Notes", (string?)schema["displayName"]);
        Assert.Equal("https://example.org/plugins", (string?)schema["pluginDownloadURL"]);
    }

    [Fact]
    public async Task A_flag_stands_alone_or_with_its_value_and_the_environment_fills_in()
    {
        await using var provider = await StartAsync(_branches, name => name == "TOY_BRANCH" ? "blue" : null);

        await provider.Client.ParameterizeAsync(Arguments("--archive", "--letters", "5"));
        Assert.Equal(
            """{"archive":true,"branchName":"blue","letters":5,"shelves":["blue-east","blue-west"]}""",
            await ParameterAsync(provider)
        );
        await provider.Client.ParameterizeAsync(Arguments("--archive", "false"));
        Assert.StartsWith("""{"archive":false""", await ParameterAsync(provider), StringComparison.Ordinal);
        await provider.Client.ParameterizeAsync(new ParameterizeRequest());
        Assert.Equal(Blue, await ParameterAsync(provider));
    }

    [Fact]
    public async Task All_that_is_wrong_with_arguments_is_told_at_once()
    {
        await using var provider = await StartAsync(_branches);

        var failure = await FailureAsync(
            provider,
            Arguments("--letters", "300", "blue", "--leters=3", "--archive", "--archive=no", "--shelves")
        );

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Equal(
            "the toy provider does not take these arguments: "
                + "'blue' says no name; write --name value or name=value; "
                + "--archive: given more than once: true, no; give it once; "
                + "--shelves: has no value; write --shelves=value; "
                + "--leters: there is no such property; did you mean 'letters'?; "
                + "--letters: 300 is out of range; give a number from 1 to 100; "
                + "--branchName: required, but not set; it is: The name of the branch, in lower case",
            failure.Detail
        );
        Assert.Equal(0, _branches.Asked);
    }

    [Fact]
    public async Task What_the_network_says_is_asked_once_and_is_a_part_of_the_parameter()
    {
        await using (var first = await StartAsync(_branches))
        {
            await first.Client.ParameterizeAsync(Arguments("--branch-name", "blue"));
            Assert.Equal(1, _branches.Asked);
        }

        await using var provider = await StartAsync(_branches);
        var schema = await ParameterizedAsync(provider, "toy-blue", Blue);

        Assert.Equal(1, _branches.Asked);
        Assert.Equal(Blue, await ParameterAsync(provider));
        await using var again = await StartAsync(_branches);
        await again.Client.ParameterizeAsync(Arguments("--branch-name", "blue"));
        Assert.Equal(schema, (await again.Client.GetSchemaAsync(new GetSchemaRequest())).Schema);
    }

    [Fact]
    public async Task The_version_is_what_the_provider_says_whatever_an_older_sdk_was_told()
    {
        await using var provider = await StartAsync(_branches);
        var request = Value("toy-blue", Blue);
        request.Value.Version = "0.9.0";

        // The state of an older package can still be refreshed and destroyed.
        Assert.Equal("1.0.0", (await provider.Client.ParameterizeAsync(request)).Version);
    }

    [Fact]
    public async Task A_failure_of_the_network_is_the_answer()
    {
        await using var provider = await StartAsync(_branches);

        var failure = await FailureAsync(provider, Arguments("--branch-name", "closed"));

        Assert.Equal(
            (StatusCode.NotFound, "there is no branch 'closed' any more"),
            (failure.StatusCode, failure.Detail)
        );
    }

    [Theory]
    [InlineData("toy-blue", "tea", "does not know its parameter: it is no JSON object")]
    [InlineData("toy-blue", "[]", "does not know its parameter: it is no JSON object")]
    [InlineData("toy-blue", "", "does not know its parameter: it is no JSON object")]
    [InlineData(
        "toy-blue",
        """{"branchName":"blue","colour":"red","letters":"x"}""",
        "does not know its parameter: colour: there is no such property; there are: branchName, letters, archive, shelves; letters: 'x' is not a whole number"
    )]
    [InlineData("toy-red", """{"branchName":"blue"}""", "makes 'toy-blue' of its parameter")]
    public async Task A_parameter_of_another_version_is_refused_with_the_way_out(string name, string value, string why)
    {
        await using var provider = await StartAsync(_branches);

        var failure = await FailureAsync(provider, Value(name, value));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.StartsWith(
            $"the package '{name}' 1.0.0 was made by another version of the toy provider: this one, 1.2.0, {why}",
            failure.Detail,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "Use the version that the package names, or make it again: pulumi package add toy -- and its arguments",
            failure.Detail,
            StringComparison.Ordinal
        );
    }
}
