using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class PolicyTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Policy_is_set_and_taken_off()
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));
        var endpoints = cloud.Client(_time).Endpoints;

        await endpoints
            .SetPolicyAsync("e1", """[ {"Effect":"Allow","Action":["obs:*:*"]} ]""", null, default)
            .DefaultTimeout();
        await endpoints.DeletePolicyAsync("e1", default).DefaultTimeout();

        Assert.Equal(["PUT", "DELETE"], cloud.Calls.Select(call => call.Method));
        Assert.All(cloud.Calls, call => Assert.Equal("/v1/p0/vpc-endpoints/e1/policy", call.Target));
        Assert.Equal(
            ["""{"policy_statement":[{"Action":["obs:*:*"],"Effect":"Allow"}]}""", ""],
            cloud.Calls.Select(call => call.Body)
        );
    }

    [Fact]
    public async Task Document_is_sent_as_what_it_is()
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));

        await cloud
            .Client(_time)
            .Endpoints.SetPolicyAsync("e1", null, """{"Version": "5.0", "Statement": []}""", default)
            .DefaultTimeout();

        Assert.Equal("""{"policy_document":{"Statement":[],"Version":"5.0"}}""", Assert.Single(cloud.Calls).Body);
    }

    [Fact]
    public async Task Policy_that_is_not_there_is_off()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.2049")
        );

        await cloud.Client(_time).Endpoints.DeletePolicyAsync("e1", default).DefaultTimeout();

        Assert.Single(cloud.Calls);
    }

    [Fact]
    public async Task Policy_that_is_no_json_is_not_sent()
    {
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);

        await Assert.ThrowsAsync<FormatException>(() =>
            cloud.Client(_time).Endpoints.SetPolicyAsync("e1", "[{", null, default).DefaultTimeout()
        );

        Assert.Empty(cloud.Calls);
    }
}
