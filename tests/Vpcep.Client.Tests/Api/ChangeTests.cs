using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

/// <summary>Calls that change something: how each goes out, and what it is called where it is refused.</summary>
public class ChangeTests
{
    private readonly ManualTime _time = new();

    private static readonly (Func<VpcepClient, Task> Call, string Sent, string Words)[] Changes =
    [
        (
            static it => it.Endpoints.UpdateWhitelistAsync("e", ["10.0.0.1"], true, default),
            """PUT /v1/p0/vpc-endpoints/e {"whitelist":["10.0.0.1"],"enable_whitelist":true}""",
            "update the whitelist of endpoint e"
        ),
        (
            static it => it.Endpoints.UpdateRouteTablesAsync("e", ["t"], default),
            """PUT /v1/p0/vpc-endpoints/e/routetables {"routetables":["t"]}""",
            "update the route tables of endpoint e"
        ),
        (
            static it => it.Endpoints.UpgradeAsync("e", null, default),
            """POST /v2/p0/vpc-endpoints/e/upgrade {"action":"start"}""",
            "upgrade endpoint e"
        ),
        (
            static it => it.Services.SwitchEditionAsync("s", true, true, null, default),
            """POST /v2/p0/vpc-endpoint-services/s/upgrade {"action":"upgrade","enable_multi_server":true}""",
            "upgrade endpoint service s"
        ),
        (
            static it => it.Services.SwitchEditionAsync("s", false, null, null, default),
            """POST /v2/p0/vpc-endpoint-services/s/upgrade {"action":"rollback"}""",
            "roll endpoint service s back"
        ),
        (
            static it => it.Services.AddServersAsync("s", [new("lb", null)], null, default),
            """POST /v2/p0/vpc-endpoint-services/s/add-server-resources {"server_resources":[{"resource_id":"lb"}]}""",
            "add servers to endpoint service s"
        ),
        (
            static it => it.Permissions.AddAsync("s", ["*"], default),
            """POST /v1/p0/vpc-endpoint-services/s/permissions/action {"permissions":["iam:domain::*"],"action":"add"}""",
            "add permission iam:domain::* of endpoint service s"
        ),
        (
            static it => it.Permissions.AddAsync("s", ["*", "iam:domain::a"], default),
            """POST /v1/p0/vpc-endpoint-services/s/permissions/action {"permissions":["iam:domain::*","iam:domain::a"],"action":"add"}""",
            "add 2 permissions of endpoint service s"
        ),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Changes.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Refused_it_is_called_what_it_was(int number)
    {
        var (call, sent, words) = Changes[number];
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 403, "EndPoint.0004")
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() => call(cloud.Client(_time)).DefaultTimeout());

        var first = cloud.Calls.First();
        Assert.Equal((sent, words), ($"{first.Method} {first.Target} {first.Body}", error.Operation));
    }

    [Fact]
    public async Task What_has_the_edition_already_is_done()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.2052")
        );

        await cloud.Client(_time).Endpoints.UpgradeAsync("e", null, default).DefaultTimeout();

        Assert.Single(cloud.Calls);
    }

    [Theory]
    [InlineData("s", null, "describe endpoint service s", "id=s")]
    [InlineData(null, "r.name.s", "describe endpoint service r.name.s", "endpoint_service_name=r.name.s")]
    public async Task A_service_is_described_by_id_or_by_name(string? id, string? name, string words, string query)
    {
        var answer = "EndPoint.0004";
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.ErrorAsync(context, 403, answer));
        var services = cloud.Client(_time).Services;

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            services.DescribeAsync(id, name, default).DefaultTimeout()
        );
        answer = "EndPoint.2003";
        var gone = await services.DescribeAsync(id, name, default).DefaultTimeout();

        Assert.Equal((words, null), (error.Operation, gone));
        Assert.All(cloud.Calls, call => Assert.EndsWith($"/describe?{query}", call.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("..", "e")]
    [InlineData("s", "")]
    public async Task Nobody_waits_for_what_can_be_no_connection(string service, string endpoint)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));
        var connections = cloud.Client(_time).Connections;

        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            connections.WaitUntilAsync(service, endpoint, static _ => true, null, default).DefaultTimeout()
        );

        Assert.Equal((ErrorClass.InvalidInput, 0), (error.Class, cloud.Calls.Count));
    }
}
