using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class InformationTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Quotas_are_read()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                FakeCloud.JsonAsync(
                    context,
                    """{"quotas":{"resources":[{"type":"endpoint","used":4,"quota":50},{"type":"endpoint_service","used":"2","quota":"20"}]}}"""
                )
        );

        var quotas = await cloud.Client(_time).Information.QuotasAsync("endpoint", default).DefaultTimeout();

        Assert.Equal([new("endpoint", 4, 50), new("endpoint_service", 2, 20)], quotas);
        Assert.Equal("/v1/p0/quotas?type=endpoint", cloud.Calls.Single().Target);
    }

    [Fact]
    public async Task Versions_are_read_all_and_one()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Path switch
                {
                    "/" => FakeCloud.JsonAsync(
                        context,
                        """{"versions":[{"id":"v1","status":"CURRENT"},{"id":"v2"}]}""",
                        300
                    ),
                    "/v1" => FakeCloud.JsonAsync(context, """{"version":{"id":"v1","status":"CURRENT"}}"""),
                    _ => FakeCloud.ErrorAsync(context, 404, "EndPoint.0005"),
                }
        );
        var information = cloud.Client(_time).Information;

        Assert.Equal(
            ["v1", "v2"],
            (await information.VersionsAsync(default).DefaultTimeout()).Select(version => version.Id)
        );
        Assert.Equal("CURRENT", (await information.VersionAsync("v1", default).DefaultTimeout())!.Status);
        Assert.Null(await information.VersionAsync("v9", default).DefaultTimeout());
    }

    [Fact]
    public async Task Description_needs_id_or_name()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"id":"s","service_name":"obs","service_type":"gateway"}""")
        );
        var services = cloud.Client(_time).Services;

        Assert.Equal("gateway", (await services.DescribeAsync(null, "obs", default).DefaultTimeout())!.ServiceType);
        await Assert.ThrowsAsync<ArgumentException>(() => services.DescribeAsync("s", "obs", default));
        await Assert.ThrowsAsync<ArgumentException>(() => services.DescribeAsync(null, null, default));
        Assert.Equal("/v1/p0/vpc-endpoint-services/describe?endpoint_service_name=obs", cloud.Calls.Single().Target);
    }
}
