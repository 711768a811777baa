namespace Vpcep.Client.Tests.Api.Disagreements;

/// <summary>What is written in two ways about lists: services, connections, permissions, VPN connections.</summary>
internal static class ListRows
{
    private const string ClientConnections = """
        {
          "connections": [
            { "connection_id": "10293371-114e-4d2a-878e-c6a616d0ec0e", "client_virtual_ip": "36.***.***.149",
              "client_ip": "100.***.***.100", "client_user_name": "1111", "inbound_packets": 13,
              "outbound_packets": 24, "inbound_bytes": 4185, "outbound_bytes": 10480,
              "connection_established_time": "2024-06-17T02:58:27.213Z", "timestamp": "2024-06-17T02:58:48Z" },
            { "connection_id": "6ade9de6-b19e-4b87-874d-f4880be317c1", "client_virtual_ip": "36.***.***.145",
              "inbound_packets": 9223372036854775807, "outbound_bytes": "15804" } ],
          "total_count": 2, "request_id": "6844f73ab1dd713d369b88904a935bd6"
        }
        """;

    public static Disagreement[] All { get; } =
    [
        new(
            3,
            "marker_id of a connection is an integer, text in the example of accepting, and needs 64 bits",
            """
            {"connections":[
               {"id":"a", "status":"accepted", "marker_id":"422321321312321321"},
               {"id":"b", "status":"accepted", "marker_id":422321321312321321},
               {"id":"c", "status":"accepted", "marker_id":16777510}],
             "total_count":3}
            """,
            async stage =>
            {
                await stage.Connections.AcceptAsync("s", "a", default);
                Assert.Equal(
                    ["422321321312321321", "422321321312321321", "16777510"],
                    await stage.Connections.ListAsync("s", null, default).Select(item => item.MarkerId).ToListAsync()
                );
            }
        ),
        new(
            8,
            "Sort keys are created_at and updated_at, on older pages create_at and update_at; a wrong one is refused",
            call =>
                call.Target.Contains("sort_", StringComparison.Ordinal)
                    ? (400, """{"error_code":"EndPoint.0017","error_msg":"Invalid sort_key."}""")
                    : (
                        200,
                        """
                        {"endpoint_services":[
                           {"id":"new", "created_at":"2018-01-30T07:42:01.174"}, {"id":"old", "created_at":"2018-01-30T07:42:01Z"}],
                         "total_count":2}
                        """
                    ),
            async stage =>
            {
                var services = await stage.Services.ListAsync(null, default).ToListAsync();
                services.Sort((a, b) => CloudTime.Compare(a.CreatedAt, b.CreatedAt));
                Assert.Equal(["old", "new"], services.Select(service => service.Id));
            }
        ),
        new(
            10,
            "total_count is 100 beside one item",
            """{"endpoint_services":[{"id":"4189d3c2", "service_name":"test123"}], "total_count":100}""",
            async stage =>
            {
                Assert.Single(await stage.Services.ListAsync(null, default).ToListAsync());
                Assert.InRange(stage.Cloud.Calls.Count, 1, 2);
            }
        ),
        new(
            19,
            "Everyone is * or iam:domain::*, and account ids have 31, 32 or 33 characters",
            """
            {"permissions":[
               {"id":"1", "permission":"*", "description":"demo", "created_at":"2018-10-18T13:26:40Z"},
               {"id":"2", "permission":"iam:domain::5fc973eea581490997e82ea11a1d0101"},
               {"id":"3", "permission":"iam:domain::fc973eea581490997e82ea11a1d0101"},
               {"id":"4", "permission":"iam:domain::6e9dfd51d1124e8d8498dce894923a0dd"},
               {"id":"5", "permission":"organizations:orgPath::o-1/r-1/*", "permission_type":"orgPath"}],
             "total_count":5}
            """,
            async stage =>
            {
                var listed = await stage.Permissions.ListAsync("s", default).ToListAsync();
                Assert.Equal(["1", "2", "3", "4", "5"], listed.Select(record => record.Id));
                Assert.Equal(
                    ["domainId", "domainId", "domainId", "domainId", "orgPath"],
                    listed.Select(record => record.PermissionType)
                );
                Assert.Equal("1", (await stage.Permissions.GetAsync("s", "iam:domain::*", default))!.Id);
                Assert.Equal("1", (await stage.Permissions.GetAsync("s", "*", default))!.Id);
                Assert.Equal(
                    "4",
                    (
                        await stage.Permissions.GetAsync("s", "iam:domain::6e9dfd51d1124e8d8498dce894923a0dd", default)
                    )!.Id
                );
            }
        ),
        new(
            30,
            "Addresses of VPN clients are masked in the example, and counters are long",
            ClientConnections,
            async stage =>
            {
                var listed = await stage.Client.Vpn.ListP2cConnectionsAsync("gw", default).ToListAsync();
                Assert.Equal(
                    new P2cConnection
                    {
                        Id = "10293371-114e-4d2a-878e-c6a616d0ec0e",
                        ClientVirtualIp = "36.***.***.149",
                        ClientIp = "100.***.***.100",
                        ClientUserName = "1111",
                        InboundPackets = 13,
                        OutboundPackets = 24,
                        InboundBytes = 4185,
                        OutboundBytes = 10480,
                        EstablishedAt = "2024-06-17T02:58:27.213Z",
                        Timestamp = "2024-06-17T02:58:48Z",
                    },
                    listed[0]
                );
                Assert.Equal((long.MaxValue, 15804), (listed[1].InboundPackets, listed[1].OutboundBytes));
                Assert.Equal(2, await stage.Client.Vpn.CountP2cConnectionsAsync("gw", default));
            }
        ),
        new(
            31,
            "Connections are filtered by four states and have six",
            """
            {"connections":[
               {"id":"1", "status":"creating"}, {"id":"2", "status":"deleting"}, {"id":"3", "status":"accepted"},
               {"id":"4", "status":"pendingAcceptance"}, {"id":"5", "status":"rejected"}, {"id":"6", "status":"failed"}],
             "total_count":6}
            """,
            async stage =>
            {
                Assert.Equal(6, (await stage.Connections.ListAsync("s", null, default).ToListAsync()).Count);
                // Whoever waits for a state that is no filter must not use one.
                var wait = stage.Connections.WaitUntilAsync(
                    "s",
                    "2",
                    item => item?.Status == "deleting",
                    null,
                    default
                );
                Assert.Equal("2", (await wait)!.EndpointId);
                Assert.All(
                    stage.Cloud.Calls,
                    call => Assert.DoesNotContain("status=", call.Target, StringComparison.Ordinal)
                );
            }
        ),
        new(
            32,
            "limit and offset are numbers in queries and texts in OTC's query by tags; counts may be either, too",
            """{"endpoint_services":[{"id":"a"}, {"id":"b"}], "total_count":"2"}""",
            async stage =>
            {
                Assert.Equal(2, (await stage.Services.ListAsync(null, default).ToListAsync()).Count);
                Assert.EndsWith("?limit=1000", stage.Cloud.Calls.Single().Target, StringComparison.Ordinal);
            }
        ),
        new(
            33,
            "An SDK's recorded list counts 17 and holds 2, with times without zone",
            """
            {"endpoints":[{"id":"a", "created_at":"2019-12-01T10:00:00"}, {"id":"b", "created_at":"2019-12-01T11:00:00"}],
             "total_count":17}
            """,
            async stage =>
            {
                var listed = await stage.Endpoints.ListAsync(null, default).ToListAsync();
                Assert.Equal(
                    ["2019-12-01T10:00:00Z", "2019-12-01T11:00:00Z"],
                    listed.Select(endpoint => endpoint.CreatedAt)
                );
                Assert.InRange(stage.Cloud.Calls.Count, 1, 2);
            }
        ),
        new(
            34,
            "A failed connection is worded as a failed service",
            """
            {"connections":[{"id":"e1", "status":"failed",
               "error":[{"error_code":"EndPoint.4004", "error_message":"The subnet is not found."}]}], "total_count":1}
            """,
            async stage =>
            {
                var connection = (await stage.Connections.GetAsync("s", "e1", default))!;
                Assert.True(connection.Status.IsStatus(EndpointStatus.Failed));
                Assert.Equal(
                    new CloudError("EndPoint.4004", "The subnet is not found."),
                    Assert.Single(connection.Errors)
                );
            }
        ),
    ];
}
