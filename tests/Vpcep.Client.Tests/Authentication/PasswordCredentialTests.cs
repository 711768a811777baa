using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
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
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refused_password_is_sent_once_however_many_ask(int status)
    {
        await using var iam = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"error":{"message":"no"}}""", status)
        );
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);
        var client = Client(cloud, iam);
        await using var _ = _time.AutoAdvance();

        for (var round = 0; round < 2; round++)
        {
            var asked = Enumerable.Range(0, 30).Select(_ => client.Services.GetAsync("s1", CancellationToken.None));
            foreach (var call in asked.ToList())
            {
                await Assert.ThrowsAsync<VpcepException>(() => call.DefaultTimeout());
            }
        }

        Assert.Single(iam.Calls);
        Assert.Empty(cloud.Calls);
    }

    /// <summary>By the answer's own times, or by its date: this machine's clock does not matter.</summary>
    [Theory]
    [InlineData(300, true)]
    [InlineData(300, false)]
    [InlineData(3600, true)]
    [InlineData(3600, false)]
    [InlineData(86400, true)]
    public async Task A_token_is_kept_as_long_as_it_holds_however_short(int seconds, bool tellsIssue)
    {
        var ahead = TimeSpan.FromMinutes(-40);
        await using var iam = await FakeCloud.StartAsync(
            (context, _) =>
            {
                var now = _time.GetUtcNow() + ahead;
                context.Response.Headers.Date = now.ToString("R", CultureInfo.InvariantCulture);
                context.Response.Headers["X-Subject-Token"] = $"token{Interlocked.Increment(ref _issued)}";
                var issued = tellsIssue ? $"\"issued_at\":\"{now:yyyy-MM-ddTHH:mm:ssZ}\"," : "";
                return FakeCloud.JsonAsync(
                    context,
                    $$"""{"token":{ {{issued}} "expires_at":"{{now.AddSeconds(seconds):yyyy-MM-ddTHH:mm:ssZ}}","project":{"id":"p"} } }""",
                    201
                );
            }
        );
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = Client(cloud, iam);
        for (var i = 0; i < 8; i++)
        {
            await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
            _time.Advance(TimeSpan.FromSeconds(seconds / 10));
        }

        Assert.Single(iam.Calls);
        _time.Advance(TimeSpan.FromSeconds(seconds / 5));
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        Assert.Equal(2, iam.Calls.Count);
    }

    [Fact]
    public async Task Caller_who_gives_up_does_not_take_the_sign_in_from_the_others()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var iam = await FakeCloud.StartAsync(
            async (context, call) =>
            {
                arrived.TrySetResult();
                await release.Task;
                await IssueAsync(context, call);
            }
        );
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = Client(cloud, iam);
        using var cancel = new CancellationTokenSource();
        var first = client.Services.GetAsync("s1", cancel.Token);
        await arrived.Task.DefaultTimeout();
        var second = client.Services.GetAsync("s1", CancellationToken.None);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.DefaultTimeout());
        release.SetResult();

        Assert.Equal("s1", (await second.DefaultTimeout())!.Id);
    }

    [Fact]
    public async Task Identity_service_that_is_away_for_a_moment_is_asked_again()
    {
        var failures = 2;
        await using var iam = await FakeCloud.StartAsync(
            (context, call) =>
            {
                if (Interlocked.Decrement(ref failures) >= 0)
                {
                    context.Response.StatusCode = 503;
                    return Task.CompletedTask;
                }
                return IssueAsync(context, call);
            }
        );
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        await using var _ = _time.AutoAdvance();

        Assert.NotNull(await Client(cloud, iam).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout());
        Assert.Equal(3, iam.Calls.Count);
    }

    [Fact]
    public async Task Answer_without_a_token_is_an_error()
    {
        await using var iam = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}", 201));
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            Client(cloud, iam).Services.GetAsync("s1", CancellationToken.None).DefaultTimeout()
        );

        Assert.Equal((ErrorClass.Internal, "sign in as ann"), (error.Class, error.Operation));
        Assert.Equal<(CloudService?, bool)>((CloudService.Identity, true), (error.Service, error.IsForeign));
        Assert.Contains(
            $"Check that {iam.Uri.Authority} is the identity service",
            error.Hint,
            StringComparison.Ordinal
        );
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Token_without_an_end_is_kept_until_it_is_refused()
    {
        var refuse = "none";
        await using var iam = await FakeCloud.StartAsync(
            (context, _) =>
            {
                var number = Interlocked.Increment(ref _issued);
                context.Response.Headers["X-Subject-Token"] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"token{number}"
                );
                return FakeCloud.JsonAsync(context, """{"token":{"project":{"id":"p"}}}""", 201);
            }
        );
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Headers["X-Auth-Token"] == refuse
                    ? FakeCloud.ErrorAsync(context, 401, "APIGW.0301")
                    : FakeCloud.JsonAsync(context, """{"id":"s1"}""")
        );
        var client = Client(cloud, iam);

        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        _time.Advance(TimeSpan.FromDays(30));
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();
        Assert.Single(iam.Calls);
        refuse = "token1";
        await client.Services.GetAsync("s1", CancellationToken.None).DefaultTimeout();

        Assert.Equal(2, iam.Calls.Count);
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
            Scope = new(null, "eu-de"),
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
        var credential = new RenewedCredential(new PasswordSource(identity, Login()), _time);
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
