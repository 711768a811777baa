using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

public sealed class IdentityTests
{
    [Fact]
    public async Task Password_gets_a_token_that_lets_in_until_it_expires()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var issued = await cloud.PostAsync("/v3/auth/tokens", Body("emulator-password", "tr-central-201"));
        Assert.Equal(201, issued.Status);
        Assert.Equal("2026-03-05T12:00:00.000000Z", (string)issued["token"]["expires_at"]!);
        Assert.Equal(Account.Default.ProjectId, (string)issued["token"]["project"]!["id"]!);
        cloud.Caller = Account.Default with { Token = issued.Message.Headers.GetValues("X-Subject-Token").Single() };

        Assert.Equal(200, (await cloud.GetAsync("vpc-endpoints")).Status);
        cloud.Time.Advance(TimeSpan.FromHours(24));
        Assert.Equal("EndPoint.0003", (await cloud.GetAsync("vpc-endpoints")).ErrorCode);
    }

    [Theory]
    [InlineData("wrong", "tr-central-201")]
    [InlineData("emulator-password", "no-such-project")]
    public async Task Wrong_password_or_project_gets_none(string password, string project)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var refused = await cloud.PostAsync("/v3/auth/tokens", Body(password, project));
        Assert.Equal(401, refused.Status);
        Assert.Equal(401, (int)refused["error"]["code"]!);
        Assert.False(refused.Message.Headers.Contains("X-Subject-Token"));
    }

    [Fact]
    public async Task Projects_are_found_by_name_within_the_domain()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                Accounts =
                [
                    Account.Default,
                    Account.Other,
                    Account.Default with
                    {
                        ProjectId = "second",
                        ProjectName = "tr-central-201_second",
                        Token = null,
                    },
                ],
            }
        );
        var found = await cloud.GetAsync("/v3/projects?name=tr-central-201_second");
        Assert.Equal("second", (string)Assert.Single(found["projects"].AsArray())!["id"]!);
        Assert.Equal(2, (await cloud.GetAsync("/v3/projects"))["projects"].AsArray().Count);
    }

    [Fact]
    public async Task Projects_of_one_name_are_all_listed()
    {
        await using var cloud = await EmulatorHarness.StartAsync("otc");
        cloud.Server.Cloud.AddAccount(Account.Default with { ProjectId = "twin", Token = null });
        var found = await cloud.GetAsync("/v3/projects?name=eu-de");
        Assert.Equal(
            [Account.Default.ProjectId, "twin"],
            found["projects"].AsArray().Select(project => (string)project!["id"]!)
        );
    }

    [Theory]
    [InlineData("id", "second", "second")]
    [InlineData("name", "eu-de_second", "second")]
    [InlineData("name", "eu-de", "6e9dfd51d1124e8d8498dce894923a0d")]
    public async Task Token_is_for_the_project_that_is_asked_for(string by, string value, string project)
    {
        await using var cloud = await EmulatorHarness.StartAsync("otc");
        var second = Account.Default with { ProjectId = "second", ProjectName = "eu-de_second", Token = null };
        cloud.Server.Cloud.AddAccount(second);
        var body = Body("emulator-password", "");
        body["auth"]!["scope"]!["project"] = new JsonObject { [by] = value };
        var issued = await cloud.PostAsync("/v3/auth/tokens", body);
        Assert.Equal(project, (string)issued["token"]["project"]!["id"]!);

        var token = issued.Message.Headers.GetValues("X-Subject-Token").Single();
        cloud.Caller = second with { Token = token, ProjectId = project };
        Assert.Equal(200, (await cloud.GetAsync("vpc-endpoints")).Status);
        var other = project == "second" ? Account.Default.ProjectId : "second";
        Assert.Equal("EndPoint.0004", (await cloud.GetAsync($"/v1/{other}/vpc-endpoints")).ErrorCode);
    }

    [Theory]
    [InlineData("ankara")]
    [InlineData("hcs")]
    [InlineData("cloudru")]
    public async Task Catalog_is_in_tokens_and_asked_for(string dialect)
    {
        await using var cloud = await EmulatorHarness.StartAsync(dialect);
        var region = cloud.Server.Options.Region;
        var token = await cloud.PostAsync("/v3/auth/tokens", Body("emulator-password", region));
        var asked = await cloud.GetAsync("/v3/auth/catalog");
        foreach (var catalog in (JsonNode[])[token["token"]["catalog"]!, asked["catalog"]])
        {
            Assert.Equal(
                ["iam", "vpcep", "vpn"],
                catalog.AsArray().Select(service => (string)service!["type"]!).Order()
            );
            var vpcep = catalog.AsArray().Single(service => (string)service!["type"]! == "vpcep")!["endpoints"]![0]!;
            Assert.Equal(("public", region), ((string)vpcep["interface"]!, (string)vpcep["region"]!));
            Assert.StartsWith(cloud.Server.Url.ToString(), (string)vpcep["url"]!, StringComparison.Ordinal);
        }

        cloud.Caller = Account.Default with { AccessKey = "unknown", Token = null };
        Assert.Equal(401, (await cloud.GetAsync("/v3/auth/catalog")).Status);
    }

    private static JsonObject Body(string password, string project) =>
        new JsonObject
        {
            ["auth"] = new JsonObject
            {
                ["identity"] = new JsonObject
                {
                    ["methods"] = new JsonArray("password"),
                    ["password"] = new JsonObject
                    {
                        ["user"] = new JsonObject
                        {
                            ["name"] = "emulator-user",
                            ["password"] = password,
                            ["domain"] = new JsonObject { ["name"] = "emulator-domain" },
                        },
                    },
                },
                ["scope"] = new JsonObject { ["project"] = new JsonObject { ["name"] = project } },
            },
        };
}
