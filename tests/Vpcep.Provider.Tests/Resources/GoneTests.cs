using Grpc.Core;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>A 404 that does not say of what: the list says whether the thing is gone. All resources, on refresh and destroy.</summary>
public sealed class GoneTests
{
    private static readonly string[] Resources =
    [
        "EndpointService",
        "Endpoint",
        "ServicePermission",
        "EndpointApproval",
    ];

    public static TheoryData<string> Kinds() => [.. Resources];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_no_list_has_is_gone(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var (resource, service, endpoint) = await MakeAsync(host, kind);
        host.Cloud.Cloud.Vanish(endpoint);
        host.Cloud.Cloud.Vanish(service);
        host.Cloud.Faults.Add(Wordless(service, endpoint));

        await resource.DeleteAsync();
        Assert.Null(await resource.RefreshAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_list_has_is_not_gone(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var (resource, service, endpoint) = await MakeAsync(host, kind);
        var fault = Wordless(service, endpoint);
        host.Cloud.Faults.Add(fault);

        var deleting = await Assert.ThrowsAsync<RpcException>(resource.DeleteAsync);
        Assert.Equal(StatusCode.NotFound, deleting.StatusCode);
        try
        {
            Assert.Empty(await resource.RefreshAsync() ?? ["gone"]);
        }
        catch (RpcException reading)
        {
            Assert.Equal(StatusCode.NotFound, reading.StatusCode);
        }
    }

    [Fact]
    public async Task A_list_that_is_not_there_either_says_nothing()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var (resource, service, _) = await MakeAsync(host, "EndpointService");
        host.Cloud.Cloud.Vanish(service);
        host.Cloud.Faults.Add(
            new Fault
            {
                Path = "/vpc-endpoint-services",
                Status = 404,
                Body = "",
                Count = 1000,
            }
        );

        await Assert.ThrowsAsync<RpcException>(resource.RefreshAsync);
        await Assert.ThrowsAsync<RpcException>(resource.DeleteAsync);
    }

    private static Fault Wordless(string service, string endpoint) =>
        new()
        {
            Path = $"/({service}|{endpoint})(/|$)",
            Status = 404,
            Body = "",
            Count = 1000,
        };

    private static async Task<(Managed Resource, string Service, string Endpoint)> MakeAsync(
        ProviderOnEmulator host,
        string kind
    )
    {
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var endpoint = await new Managed(host, "Endpoint", "endpoint").CreateAsync(Full.Endpoint(host, service.Id));
        var resource = kind switch
        {
            "EndpointService" => service,
            "Endpoint" => endpoint,
            "ServicePermission" => await new Managed(host, kind).CreateAsync(Full.Permission(host, service.Id)),
            _ => await new Managed(host, kind).CreateAsync(Full.Approval(host, service.Id, endpoint.Id)),
        };
        // What was made just now and is not there is late.
        host.Time.Advance(TimeSpan.FromHours(1));
        return (resource, service.Id, endpoint.Id);
    }
}
