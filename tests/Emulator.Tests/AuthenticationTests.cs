namespace Vpcep.Emulator.Tests;

public sealed class AuthenticationTests
{
    private static readonly Account Me = Account.Default;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signed_request_is_let_in_in_both_forms(bool legacy)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var request = Request(cloud);
        TestSigner.Sign(request, Me.AccessKey!, Me.SecretKey!, cloud.Time.GetUtcNow(), legacy);
        Assert.Equal(200, (await cloud.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Signature_by_a_wrong_secret_is_refused(bool legacy)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var request = Request(cloud);
        TestSigner.Sign(request, Me.AccessKey!, "another", cloud.Time.GetUtcNow(), legacy);
        var refused = await cloud.SendAsync(request);
        Assert.Equal((401, "APIGW.0301"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Signature_by_an_unknown_key_is_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var request = Request(cloud);
        TestSigner.Sign(request, "NOBODY", Me.SecretKey!, cloud.Time.GetUtcNow());
        Assert.Equal(401, (await cloud.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData(-15, 200)]
    [InlineData(15, 200)]
    [InlineData(-16, 401)]
    [InlineData(16, 401)]
    public async Task Signature_is_good_for_fifteen_minutes_around_its_date(int minutes, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var request = Request(cloud);
        TestSigner.Sign(request, Me.AccessKey!, Me.SecretKey!, cloud.Time.GetUtcNow().AddMinutes(minutes));
        Assert.Equal(status, (await cloud.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("the-token", 200)]
    [InlineData("another", 401)]
    [InlineData(null, 401)]
    public async Task Temporary_key_needs_its_security_token(string? securityToken, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                Accounts = [Me with { SecurityToken = "the-token" }],
            }
        );
        using var request = Request(cloud);
        if (securityToken is not null)
        {
            request.Headers.Add("X-Security-Token", securityToken);
        }
        TestSigner.Sign(request, Me.AccessKey!, Me.SecretKey!, cloud.Time.GetUtcNow());
        Assert.Equal(status, (await cloud.SendAsync(request)).Status);
    }

    [Fact]
    public async Task Body_other_than_the_signed_one_is_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var body = EmulatorHarness.ServiceBody().ToJsonString();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Address("vpc-endpoint-services"))
        {
            Content = new StringContent(body + " ", null, "application/json"),
        };
        TestSigner.Sign(request, Me.AccessKey!, Me.SecretKey!, cloud.Time.GetUtcNow(), body: body);
        Assert.Equal(401, (await cloud.SendAsync(request)).Status);
        Assert.Empty(cloud.Server.Cloud.Services);
    }

    [Fact]
    public async Task Unknown_token_is_refused_with_the_code_of_the_service()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        cloud.Caller = Me with { Token = "unknown" };
        var refused = await cloud.GetAsync("vpc-endpoints");
        Assert.Equal((401, "EndPoint.0003"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Request_without_any_authentication_is_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        using var request = Request(cloud);
        var refused = await cloud.SendAsync(request);
        Assert.Equal((401, "APIGW.0301"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Project_of_another_domain_is_forbidden()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var refused = await cloud.GetAsync($"/v1/{Account.Other.ProjectId}/vpc-endpoints");
        Assert.Equal((403, "EndPoint.0004"), (refused.Status, refused.ErrorCode));
    }

    private static HttpRequestMessage Request(EmulatorHarness cloud) =>
        new(HttpMethod.Get, cloud.Address("vpc-endpoint-services?limit=5&sort_dir=asc"));
}
