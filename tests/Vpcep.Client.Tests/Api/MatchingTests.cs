using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

/// <summary>What may and what may not be taken for the result of a create.</summary>
public class MatchingTests
{
    private const string Made =
        """{"id":"s1","port_id":"PORT","vpc_id":"vpc","server_type":"VM","service_name":"eu-de.shop.s1","approval_enabled":true,"status":"creating","created_at":"2026-03-04T12:00:00Z","ports":[{"client_port":80,"server_port":8080,"protocol":"TCP"},{"client_port":81,"server_port":8081,"protocol":"TCP"}]}""";

    private static readonly CreateServiceRequest Request = new()
    {
        PortId = "port",
        VpcId = "vpc",
        ServerType = "VM",
        ServiceName = "shop",
        ApprovalEnabled = true,
        Ports = [new(81, 8081, "tcp"), new(80, 8080, null)],
    };

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("", "", true)]
    [InlineData("\"approval_enabled\":true,", "", true)]
    [InlineData("eu-de.shop.s1", "shop", true)]
    [InlineData("eu-de.shop.s1", "eu-de.s1", false)]
    [InlineData("eu-de.shop.s1", "eu-de.other.s1", false)]
    [InlineData("PORT", "other", false)]
    [InlineData("\"vpc\"", "\"other\"", false)]
    [InlineData("\"VM\"", "\"LB\"", false)]
    [InlineData("8081", "9000", false)]
    [InlineData("\"TCP\"", "\"UDP\"", false)]
    [InlineData("\"approval_enabled\":true", "\"approval_enabled\":\"false\"", false)]
    [InlineData("2026-03-04T12:00:00Z", "2026-03-03T21:00:00", true)]
    [InlineData("\"creating\"", "\"deleting\"", false)]
    public async Task Service_is_known_by_backend_name_and_ports_whatever_its_stamp(
        string part,
        string instead,
        bool found
    )
    {
        var item = part.Length == 0 ? Made : Made.Replace(part, instead, StringComparison.Ordinal);

        Assert.Equal(found, await FindsAsync(Request, item));
    }

    [Theory]
    [InlineData("eu-de.s1", true)]
    [InlineData("s1", true)]
    [InlineData("eu-de.shop.s1", false)]
    public async Task Service_made_without_a_name_has_none(string full, bool found) =>
        Assert.Equal(
            found,
            await FindsAsync(
                Request with
                {
                    ServiceName = null,
                },
                Made.Replace("eu-de.shop.s1", full, StringComparison.Ordinal)
            )
        );

    private async Task<bool> FindsAsync(CreateServiceRequest request, string item)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, $$"""{"endpoint_services":[{{item}}],"total_count":1}""")
        );
        var found = await cloud
            .Client(_time)
            .Services.FindCreatedAsync(request, new HashSet<string>(), CancellationToken.None)
            .DefaultTimeout();
        return found.Count == 1;
    }
}
