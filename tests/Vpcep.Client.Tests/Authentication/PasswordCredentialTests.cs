using System.Globalization;
using Microsoft.AspNetCore.Http;
using Support;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Authentication;

public class PasswordCredentialTests
{
    private readonly ManualTime _time = new();
    private int _issued;

    [Fact]
    public async Task Many_calls_sign_in_once_and_learn_the_project()
    {
        await using var iam = await FakeCloud.StartAsync(IssueAsync);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = Client(cloud, iam);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Services.GetAsync("s1", CancellationToken.None)))
            .DefaultTimeout();

        var call = Assert.Single(iam.Calls);
        Assert.Equal(
            """{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"ann","password":"canary","domain":{"name":"acme"}}}},"scope":{"project":{"name":"eu-de"}}}}""",
            call.Body
        );
        Assert.DoesNotContain("X-Auth-Token", call.Headers.Keys);
        Assert.All(cloud.Calls, seen => Assert.Equal("token1", seen.Headers["X-Auth-Token"]));
        Assert.All(
            cloud.Calls,
            seen => Assert.StartsWith("/v1/project-of-token/", seen.Target, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Token_is_renewed_before_it_ends()
    {
        await using var iam = await FakeCloud.StartAsync(IssueAsync);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = Client(cloud, iam);

        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        _time.Advance(TimeSpan.FromHours(23.8));
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        _time.Advance(TimeSpan.FromMinutes(5));
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal(["token1", "token1", "token2"], cloud.Calls.Select(call => call.Headers["X-Auth-Token"]));
    }

    [Fact]
    public async Task Refused_token_is_replaced_once_for_all_who_had_it()
    {
        await using var iam = await FakeCloud.StartAsync(IssueAsync);
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Headers["X-Auth-Token"] == "token1"
                    ? FakeCloud.ErrorAsync(context, 401, "EndPoint.0003")
                    : FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = Client(cloud, iam);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => client.Services.GetAsync("s1", CancellationToken.None)))
            .DefaultTimeout();

        Assert.Equal(2, iam.Calls.Count);
    }

    [Fact]
    public async Task Token_that_is_refused_again_is_an_error()
    {
        await using var iam = await FakeCloud.StartAsync(IssueAsync);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 401, "EndPoint.0003")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud, iam).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Auth, error.Class);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public async Task Wrong_password_is_told_once_without_repeating_it()
    {
        await using var iam = await FakeCloud.StartAsync(
            (context, _) =>
                FakeCloud.JsonAsync(
                    context,
                    """{"error":{"code":401,"message":"The username or password is wrong.","title":"Unauthorized"}}""",
                    401
                )
        );
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud, iam).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal(ErrorClass.Auth, error.Class);
        Assert.Contains("The username or password is wrong", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
        Assert.Single(iam.Calls);
        Assert.Empty(cloud.Calls);
    }

    [Theory]
    [InlineData("""{"projects":[{"id":"a","name":"eu-de"},{"id":"x","name":"other"}]}""", "a")]
    [InlineData("""{"projects":[]}""", null)]
    [InlineData("""{"projects":[{"id":"a","name":"eu-de"},{"id":"b","name":"eu-de"}]}""", null)]
    public async Task Project_is_looked_up_by_name_and_must_be_the_only_one(string answer, string? expected)
    {
        await using var iam = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, answer));
        using var identity = new IdentityClient(Options(iam), _time);
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = cloud.Client(
            _time,
            options =>
                options with
                {
                    ProjectId = null,
                    FindProject = token => identity.FindProjectAsync("eu-de", token),
                }
        );

        if (expected is null)
        {
            var error = await Assert.ThrowsAsync<VpcepException>(() =>
                client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
            );
            Assert.All(error.Candidates, id => Assert.Contains(id, error.Message, StringComparison.Ordinal));
            Assert.Empty(cloud.Calls);
            return;
        }
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        Assert.StartsWith($"/v1/{expected}/", cloud.Calls.First().Target, StringComparison.Ordinal);
        Assert.Equal("/v3/projects?name=eu-de", Assert.Single(iam.Calls).Target);
    }

    [Fact]
    public void Login_and_token_do_not_print_what_is_secret()
    {
        var texts = new[] { $"{Login()}", $"{new IssuedToken("canary", null, null)}" };

        Assert.All(texts, text => Assert.DoesNotContain("canary", text, StringComparison.Ordinal));
    }

    private static PasswordLogin Login() =>
        new()
        {
            UserName = "ann",
            Password = "canary",
            DomainName = "acme",
            ProjectName = "eu-de",
        };

    private static VpcepClientOptions Options(FakeCloud host) =>
        new()
        {
            Endpoint = host.Uri,
            Credential = new TokenCredential("unused"),
            NetworkTime = TimeProvider.System,
        };

    private VpcepClient Client(FakeCloud cloud, FakeCloud iam)
    {
        var identity = new IdentityClient(Options(iam), _time);
        var credential = new PasswordCredential(identity, Login(), _time);
        return cloud.Client(
            _time,
            options =>
                options with
                {
                    ProjectId = null,
                    FindProject = credential.ProjectIdAsync,
                    Credential = credential,
                }
        );
    }

    private Task IssueAsync(HttpContext context, SeenCall call)
    {
        var number = Interlocked.Increment(ref _issued);
        context.Response.Headers["X-Subject-Token"] = string.Create(CultureInfo.InvariantCulture, $"token{number}");
        var end = (_time.GetUtcNow() + TimeSpan.FromDays(1)).ToString(
            "yyyy-MM-ddTHH:mm:ss.ffffffZ",
            CultureInfo.InvariantCulture
        );
        return FakeCloud.JsonAsync(
            context,
            $$"""{"token":{"expires_at":"{{end}}","project":{"id":"project-of-token","name":"eu-de"},"catalog":[]} }""",
            201
        );
    }
}
