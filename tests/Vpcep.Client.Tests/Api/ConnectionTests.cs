using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class ConnectionTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Connection_is_found_by_its_endpoint_although_filters_match_loosely()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
                FakeCloud.JsonAsync(
                    context,
                    """
                    {"connections":[{"id":"e10","status":"rejected"},
                                    {"id":"e1","status":"accepted","marker_id":16777510,"domain_id":"d"}],"total_count":2}
                    """
                )
        );

        var found = await cloud.Client(_time).Connections.GetAsync("s", "e1", default).DefaultTimeout();

        Assert.Equal(("accepted", "16777510", "d"), (found!.Status, found.MarkerId, found.DomainId));
        Assert.Equal("/v1/p0/vpc-endpoint-services/s/connections?id=e1&limit=1000", cloud.Calls.Single().Target);
    }

    [Fact]
    public async Task Accepting_and_rejecting_send_one_endpoint()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"connections":[]}""")
        );
        var connections = cloud.Client(_time).Connections;

        await connections.AcceptAsync("s", "e1", default).DefaultTimeout();
        await connections.RejectAsync("s", "e1", default).DefaultTimeout();

        Assert.Equal(
            ["""{"endpoints":["e1"],"action":"receive"}""", """{"endpoints":["e1"],"action":"reject"}"""],
            cloud.Calls.Select(call => call.Body)
        );
    }

    [Fact]
    public async Task Description_is_sent_for_one_connection()
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));

        await cloud.Client(_time).Connections.DescribeAsync("s", "e1", "the shop", default).DefaultTimeout();

        var call = cloud.Calls.Single();
        Assert.Equal(("PUT", "/v1/p0/vpc-endpoint-services/s/connections/description"), (call.Method, call.Target));
        Assert.Equal("""{"connections":[{"id":"e1","description":"the shop"}]}""", call.Body);
    }

    [Fact]
    public async Task Accepting_what_is_connected_is_done()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.2014")
        );

        await cloud.Client(_time).Connections.AcceptAsync("s", "e1", default).DefaultTimeout();

        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData("EndPoint.2013")]
    [InlineData("EndPoint.2006")]
    [InlineData("EndPoint.2003")]
    [InlineData("EndPoint.0005")]
    public async Task Connection_that_is_gone_is_told_apart(string code)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.ErrorAsync(context, 400, code));

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Connections.RejectAsync("s", "e1", default).DefaultTimeout()
        );

        Assert.True(ConnectionsApi.IsGone(error));
    }
}
