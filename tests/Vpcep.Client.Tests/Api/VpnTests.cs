using System.Globalization;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class VpnTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task All_pages_come_from_the_vpn_host_with_the_same_credential_and_project()
    {
        var ids = Enumerable.Range(0, 250).Select(number => $"c{number:D3}").ToList();
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);
        await using var vpn = await FakeCloud.StartAsync(
            (context, call) =>
            {
                var offset = call.Query("offset", 0);
                Assert.True(offset < ids.Count);
                var page = ids.Skip(offset)
                    .Take(call.Query("limit", 250))
                    .Select(id => $$"""{"connection_id":"{{id}}"}""");
                return FakeCloud.JsonAsync(
                    context,
                    $$"""{"connections":[{{string.Join(',', page)}}],"total_count":250,"request_id":"r"}"""
                );
            }
        );
        var lookups = 0;
        var client = cloud.Client(
            _time,
            options =>
                options with
                {
                    VpnEndpoint = vpn.Uri,
                    ProjectId = null,
                    FindProject = _ =>
                        Task.FromResult(
                            string.Create(CultureInfo.InvariantCulture, $"p{Interlocked.Increment(ref lookups)}")
                        ),
                }
        );

        var listed = await client.Vpn.ListP2cConnectionsAsync("gw", default).ToListAsync().AsTask().DefaultTimeout();
        var count = await client.Vpn.CountP2cConnectionsAsync("gw", default).DefaultTimeout();

        Assert.Equal(ids, listed.Select(connection => connection.Id));
        Assert.Equal(250, count);
        Assert.Equal(1, lookups);
        Assert.Empty(cloud.Calls);
        Assert.All(vpn.Calls, call => Assert.Equal("/v5/p1/p2c-vpn-gateways/gw/connections", call.Path));
        Assert.All(vpn.Calls, call => Assert.Equal("canary-token", call.Headers["X-Auth-Token"]));
    }

    [Fact]
    public async Task Missing_endpoint_is_told_when_it_is_needed()
    {
        await using var cloud = await FakeCloud.StartAsync((_, _) => Task.CompletedTask);
        var vpn = cloud.Client(_time).Vpn;

        var list = await Assert.ThrowsAsync<VpcepException>(() =>
            vpn.ListP2cConnectionsAsync("gw", default).ToListAsync().AsTask().DefaultTimeout()
        );
        var count = await Assert.ThrowsAsync<VpcepException>(() =>
            vpn.CountP2cConnectionsAsync("gw", default).DefaultTimeout()
        );

        Assert.All(
            [list, count],
            error =>
            {
                Assert.Equal(ErrorClass.InvalidInput, error.Class);
                Assert.Contains("no endpoint of the VPN service is set", error.Message, StringComparison.Ordinal);
            }
        );
        Assert.Empty(cloud.Calls);
    }

    [Fact]
    public async Task Disposed_client_closes_its_vpn_transport()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"connections":[],"total_count":0}""")
        );
        var client = cloud.Client(_time, options => options with { VpnEndpoint = cloud.Uri });
        Assert.Equal(0, await client.Vpn.CountP2cConnectionsAsync("gw", default).DefaultTimeout());

        await client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            client.Vpn.CountP2cConnectionsAsync("gw", default).DefaultTimeout()
        );
    }
}
