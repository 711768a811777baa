using System.Text.Json.Nodes;

namespace Vpcep.Emulator.Tests;

public sealed class PermissionTests
{
    private const string First = "iam:domain::fc973eea581490997e82ea11a1d0101";
    private const string Second = "iam:domain::5fc973eea581490997e82ea11a1d0102";

    [Fact]
    public async Task Permissions_added_are_listed_with_the_fields_of_the_reference()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        await Act(cloud, service, "add", First);
        var added = await Act(cloud, service, "add", Second);
        // The answer shows the whole list, as the example of section 4.2.9 does.
        Assert.Equal([First, Second], added["permissions"].AsArray().Select(item => (string)item!));

        var listed = await cloud.GetAsync($"vpc-endpoint-services/{service}/permissions?sort_dir=asc");
        Assert.Equal(2, (int)listed["total_count"]);
        var item = listed["permissions"][0]!.AsObject();
        Assert.Equal(["id", "permission", "description", "created_at"], item.Select(field => field.Key));
        Assert.Equal(First, (string)item["permission"]!);
        Assert.True(Rules.IsId((string)item["id"]!));
        var filtered = await cloud.GetAsync($"vpc-endpoint-services/{service}/permissions?permission=D0102");
        Assert.Equal(Second, (string)Assert.Single(filtered["permissions"].AsArray())!["permission"]!);
    }

    [Fact]
    public async Task Adding_twice_and_removing_what_is_not_there_both_succeed()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        await Act(cloud, service, "add", First);
        Assert.Equal(200, (await Act(cloud, service, "add", First)).Status);
        Assert.Single(cloud.Server.Cloud.FindService(service)!.Permissions);
        Assert.Equal(200, (await Act(cloud, service, "remove", First)).Status);
        Assert.Equal(200, (await Act(cloud, service, "remove", First)).Status);
        Assert.Empty(cloud.Server.Cloud.FindService(service)!.Permissions);
    }

    [Fact]
    public async Task Everyone_is_one_record_however_it_is_written()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        await Act(cloud, service, "add", "iam:domain::*");
        var listed = await cloud.GetAsync($"vpc-endpoint-services/{service}/permissions");
        Assert.Equal("*", (string)listed["permissions"][0]!["permission"]!);

        cloud.Caller = Account.Other;
        Assert.Equal(200, (await cloud.PostAsync("vpc-endpoints", EmulatorHarness.EndpointBody(service))).Status);
        cloud.Caller = Account.Default;
        await Act(cloud, service, "remove", "*");
        Assert.Empty(cloud.Server.Cloud.FindService(service)!.Permissions);
    }

    [Theory]
    [InlineData("add", "5fc973eea581490997e82ea11a1df31f", "EndPoint.3002")]
    [InlineData("add", "iam:domain::", "EndPoint.3002")]
    [InlineData("add", "iam:domain::a-b", "EndPoint.3002")]
    [InlineData("add", "IAM:domain::ab", "EndPoint.3002")]
    [InlineData("add", null, "EndPoint.3036")]
    [InlineData("delete", First, "EndPoint.3035")]
    public async Task Wrong_permission_or_action_is_refused(string action, string? permission, string code)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        var refused = await Act(cloud, service, action, permission is null ? [] : [permission]);
        Assert.Equal((400, code), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData(64, 200)]
    [InlineData(65, 400)]
    public async Task Domain_id_has_at_most_sixty_four_characters(int length, int status)
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var service = await cloud.AvailableServiceAsync();
        Assert.Equal(status, (await Act(cloud, service, "add", "iam:domain::" + new string('a', length))).Status);
    }

    [Fact]
    public async Task Too_many_at_once_or_in_all_are_refused()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options =>
            options with
            {
                PermissionsPerCall = 2,
                PermissionQuota = 3,
            }
        );
        var service = await cloud.AvailableServiceAsync();
        Assert.Equal("EndPoint.0016", (await Act(cloud, service, "add", Domains(1, 3))).ErrorCode);
        Assert.Equal(200, (await Act(cloud, service, "add", Domains(1, 2))).Status);
        Assert.Equal("EndPoint.3049", (await Act(cloud, service, "add", Domains(3, 2))).ErrorCode);
        Assert.Equal(2, cloud.Server.Cloud.FindService(service)!.Permissions.Count);
    }

    [Fact]
    public async Task Own_domain_is_listed_only_when_asked_for()
    {
        await using var cloud = await EmulatorHarness.StartAsync(options => options with { ListsOwnDomain = true });
        var service = await cloud.AvailableServiceAsync();
        var listed = await cloud.GetAsync($"vpc-endpoint-services/{service}/permissions");
        Assert.Equal($"iam:domain::{Account.Default.DomainId}", (string)listed["permissions"][0]!["permission"]!);
    }

    [Fact]
    public async Task Permissions_of_no_service_answer_that_it_does_not_exist()
    {
        await using var cloud = await EmulatorHarness.StartAsync();
        var missing = await cloud.GetAsync($"vpc-endpoint-services/{EmulatorHarness.NoSuchId}/permissions");
        Assert.Equal((400, "EndPoint.2003"), (missing.Status, missing.ErrorCode));
    }

    private static string[] Domains(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(number => $"iam:domain::domain{number}")];

    private static Task<Reply> Act(EmulatorHarness cloud, string service, string action, params string[] permissions) =>
        cloud.PostAsync(
            $"vpc-endpoint-services/{service}/permissions/action",
            new JsonObject
            {
                ["permissions"] = new JsonArray([.. permissions.Select(text => JsonValue.Create(text))]),
                ["action"] = action,
            }
        );
}
