using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class DescribedPermissionTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("iam:domain::a", "iam:domain::a", "")]
    [InlineData("*", "iam:domain::*", "")]
    [InlineData("organizations:orgPath::o/r/*", "organizations:orgPath::o/r/*", ",\"permission_type\":\"orgPath\"")]
    public async Task Adding_gives_the_record_that_the_answer_shows(string permission, string sent, string type)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                FakeCloud.JsonAsync(
                    context,
                    $$"""{"permissions":[{"id":"other","permission":"iam:domain::b"},{"id":"r1","permission":"{{permission}}","description":"the shop","created_at":"2024-01-01T00:00:00Z"}]}"""
                )
        );

        var record = await cloud
            .Client(_time)
            .Permissions.AddDescribedAsync("s", permission, "the shop", default)
            .DefaultTimeout();

        Assert.Equal(("r1", "the shop"), (record.Id, record.Description));
        var call = cloud.Calls.Single();
        Assert.Equal("/v1/p0/vpc-endpoint-services/s/permissions/batch-create", call.Target);
        Assert.Equal($$"""{"permissions":[{"permission":"{{sent}}","description":"the shop"}]{{type}}}""", call.Body);
    }

    [Theory]
    [InlineData("old words", 1)]
    [InlineData("the shop", 0)]
    public async Task Caller_that_is_in_already_gets_the_text(string description, int changes)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Method == "POST" ? FakeCloud.ErrorAsync(context, 400, "EndPoint.3002")
                : call.Method == "PUT" ? FakeCloud.JsonAsync(context, "{}")
                : FakeCloud.JsonAsync(
                    context,
                    $$"""{"permissions":[{"id":"r1","permission":"iam:domain::a","description":"{{description}}"}],"total_count":1}"""
                )
        );

        var record = await cloud
            .Client(_time)
            .Permissions.AddDescribedAsync("s", "iam:domain::a", "the shop", default)
            .DefaultTimeout();

        Assert.Equal(("r1", "the shop"), (record.Id, record.Description));
        var puts = cloud.Calls.Where(call => call.Method == "PUT").ToList();
        Assert.Equal(changes, puts.Count);
        Assert.All(
            puts,
            put =>
            {
                Assert.Equal("/v1/p0/vpc-endpoint-services/s/permissions/r1", put.Target);
                Assert.Equal("""{"permission":{"description":"the shop"}}""", put.Body);
            }
        );
    }

    [Fact]
    public async Task Answer_without_the_record_is_looked_up()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                FakeCloud.JsonAsync(
                    context,
                    call.Method == "POST"
                        ? """{"permissions":["iam:domain::a"]}"""
                        : """{"permissions":[{"id":"r1","permission":"iam:domain::a","description":"d"}],"total_count":1}"""
                )
        );

        var record = await cloud
            .Client(_time)
            .Permissions.AddDescribedAsync("s", "iam:domain::a", "d", default)
            .DefaultTimeout();

        Assert.Equal("r1", record.Id);
        Assert.Equal(2, cloud.Calls.Count);
    }

    [Fact]
    public async Task Refusal_of_what_is_not_there_is_the_clouds_own()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Method == "POST"
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.3002", "Invalid permission.")
                    : FakeCloud.JsonAsync(context, """{"permissions":[],"total_count":0}""")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Permissions.AddDescribedAsync("s", "iam:domain::a", "d", default).DefaultTimeout()
        );

        Assert.Equal(("EndPoint.3002", "Invalid permission."), (error.Code, error.Problem));
    }
}
