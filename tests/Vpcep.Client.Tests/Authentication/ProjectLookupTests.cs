using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Authentication;

public class ProjectLookupTests
{
    private const string Service = """{"id":"s1"}""";

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("""{"projects":[{"id":"a","name":"eu-de"}]}""")]
    [InlineData("""{"projects":[{"id":"x","name":"other"},{"id":"a","name":"eu-de"},{"id":"y","name":"eu-de_sub"}]}""")]
    [InlineData("""{"projects":[{"id":"a"}]}""")]
    public async Task Project_is_the_one_with_the_name_and_is_looked_up_once(string answer)
    {
        await using var iam = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, answer));
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Service));
        using var identity = Identity(iam);
        var client = Client(cloud, identity);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Services.GetAsync("s1", CancellationToken.None)))
            .DefaultTimeout();
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal("/v3/projects?name=eu-de", Assert.Single(iam.Calls).Target);
        Assert.All(cloud.Calls, call => Assert.StartsWith("/v1/a/", call.Target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_projects_of_a_name_are_an_error_that_lists_their_ids()
    {
        var error = await FailAsync("""{"projects":[{"id":"id-a","name":"eu-de"},{"id":"id-b","name":"eu-de"}]}""");

        Assert.Equal(ErrorClass.InvalidInput, error.Class);
        Assert.Equal(["id-a", "id-b"], error.Candidates);
        Assert.Equal(
            "look up project eu-de: several projects have this name: id-a, id-b. Set the project id",
            error.Message
        );
    }

    [Theory]
    [InlineData("""{"projects":[]}""")]
    [InlineData("""{"projects":[{"id":"x","name":"other"}]}""")]
    [InlineData("{}")]
    public async Task No_project_of_a_name_is_an_error(string answer)
    {
        var error = await FailAsync(answer);

        Assert.Equal(ErrorClass.NotFound, error.Class);
        Assert.StartsWith("look up project eu-de: there is no such project", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_up_that_failed_is_tried_again_by_the_next_call()
    {
        var failures = 1;
        await using var iam = await FakeCloud.StartAsync(
            (context, _) =>
                Interlocked.Decrement(ref failures) >= 0
                    ? FakeCloud.JsonAsync(context, """{"error":{"code":403,"message":"not now"}}""", 403)
                    : FakeCloud.JsonAsync(context, """{"projects":[{"id":"a","name":"eu-de"}]}""")
        );
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Service));
        using var identity = Identity(iam);
        var client = Client(cloud, identity);

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal((ErrorClass.Auth, "not now"), (error.Class, error.Problem));
        Assert.Empty(cloud.Calls);
        Assert.NotNull(await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
    }

    [Fact]
    public async Task Look_up_is_signed_like_any_call_but_is_about_no_project()
    {
        await using var iam = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"projects":[{"id":"a","name":"eu de"}]}""")
        );
        using var identity = Identity(iam, new AccessKeyCredential("AK", "SK", "STS"));

        Assert.Equal("a", await identity.FindProjectAsync("eu de", CancellationToken.None).DefaultTimeout());

        var call = Assert.Single(iam.Calls);
        Assert.Equal("/v3/projects?name=eu%20de", call.Target);
        Assert.Contains(
            "SignedHeaders=host;x-sdk-date;x-security-token,",
            call.Headers["Authorization"],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("X-Project-Id", call.Headers.Keys);
    }

    private async Task<VpcepException> FailAsync(string answer)
    {
        await using var iam = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, answer));
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, Service));
        using var identity = Identity(iam);

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud, identity).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Empty(cloud.Calls);
        return error;
    }

    private IdentityClient Identity(FakeCloud iam, ICredential? credential = null) =>
        new(
            new VpcepClientOptions
            {
                Endpoint = iam.Uri,
                Credential = credential ?? new TokenCredential("t"),
                NetworkTime = TimeProvider.System,
            },
            _time
        );

    private VpcepClient Client(FakeCloud cloud, IdentityClient identity) =>
        cloud.Client(
            _time,
            options =>
                options with
                {
                    ProjectId = null,
                    FindProject = token => identity.FindProjectAsync("eu-de", token),
                }
        );
}
