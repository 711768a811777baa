namespace Vpcep.Client.Tests.Api.Disagreements;

/// <summary>What is written in two ways about endpoints.</summary>
internal static class EndpointRows
{
    private const string Created = """
        {
          "id": "4189d3c2-8882-4871-a3c2-d380272eed83", "status": "creating", "service_type": "interface",
          "marker_id": "322312312312", "active_status": "active",
          "vpc_id": "4189d3c2-8882-4871-a3c2-d380272eed83", "enable_dns": false,
          "endpoint_service_name": "test123", "endpoint_service_id": "test123",
          "project_id": "6e9dfd51d1124e8d8498dce894923a0d", "whitelist": ["127.0.0.1"],
          "enable_whitelist": true, "enable_status": "enable",
          "created_at": "2018-01-30T07:42:01Z", "updated_at": "2018-01-30T07:42:01Z",
          "tags": [ { "key": "test1", "value": "test1" } ], "new_in_2030": { "deep": [1] }
        }
        """;

    private static readonly CreateEndpointRequest Asked = new()
    {
        EndpointServiceId = "e0c748b7-d982-47df-ba06-b9c8c7650c1a",
        VpcId = "84758cf5-9c62-43ae-a778-3dbd8370c0a4",
        SubnetId = "68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de",
        EnableDns = true,
        Tags = [new("test1", "test1")],
    };

    public static Disagreement[] All { get; } =
    [
        new(
            2,
            "enable_dns is a boolean when created and read, text in the example of the list",
            List(""" "enable_dns": "true" """, """ "enable_dns": true """, """ "enable_dns": false """),
            async stage => Assert.Equal([true, true, false], await AllAsync(stage, endpoint => endpoint.EnableDns))
        ),
        new(
            4,
            "marker_id of an endpoint is text, or a number beyond 32 bits, from one example to the next",
            List(
                """ "marker_id": "322312312312" """,
                """ "marker_id": 322312312312 """,
                """ "marker_id": "16777337" """,
                """ "marker_id": 9223372036854775807 """,
                """ "marker_id": null """
            ),
            async stage =>
                Assert.Equal(
                    ["322312312312", "322312312312", "16777337", "9223372036854775807", null],
                    await AllAsync(stage, endpoint => endpoint.MarkerId)
                )
        ),
        new(
            5,
            "active_status is text, active_statuses in the list's table, a list of texts on other sites",
            List(
                """ "active_status": "active" """,
                """ "active_status": ["active"] """,
                """ "active_statuses": "active" """
            ),
            async stage =>
                Assert.All(
                    await stage.Endpoints.ListAsync(null, default).ToListAsync(),
                    endpoint => Assert.Equal("active", Assert.Single(endpoint.ActiveStatus!))
                )
        ),
        new(
            6,
            "dns_names is a list in the tables, dns_name one text in the example of the list",
            List(""" "dns_name": "test123" """, """ "dns_names": ["test123"] """),
            async stage =>
                Assert.All(
                    await stage.Endpoints.ListAsync(null, default).ToListAsync(),
                    endpoint => Assert.Equal("test123", Assert.Single(endpoint.DnsNames!))
                )
        ),
        new(
            16,
            "States are Pending acceptance and Accepted in the prose, pendingAcceptance and accepted in values",
            """{"id":"e1", "status":"Accepted"}""",
            async stage =>
            {
                Assert.Equal("e1", (await stage.Endpoints.WaitUntilSettledAsync("e1", null, default)).Id);
                Assert.True("Pending acceptance".IsStatus(EndpointStatus.PendingAcceptance));
                Assert.True("pending_acceptance".IsStatus(EndpointStatus.PendingAcceptance));
                Assert.False("accepted".IsStatus(EndpointStatus.Rejected));
                Assert.False("accepted2".IsStatus(EndpointStatus.Accepted));
                Assert.False("accepte".IsStatus(EndpointStatus.Accepted));
                Assert.False(((string?)null).IsStatus(EndpointStatus.Accepted));
            }
        ),
        new(
            18,
            "Tags are in the examples of creating an endpoint, both ways, and in none of the tables",
            Created,
            async stage =>
            {
                var made = await stage.Endpoints.CreateAsync(Asked, default);
                Assert.Equal([new ResourceTag("test1", "test1")], made.Tags);
                Assert.Equal(["127.0.0.1"], made.Whitelist);
                Assert.Equal((true, false, "enable"), (made.EnableWhitelist, made.EnableDns, made.EnableStatus));
                Assert.Contains(
                    "\"tags\":[{\"key\":\"test1\",\"value\":\"test1\"}]",
                    stage.Cloud.Creates.Single().Body,
                    StringComparison.Ordinal
                );
                Assert.True(CloudHosts.Private.Has(CloudFeatures.TagsOnEndpointCreate));
                Assert.False(CloudHosts.Private.Has(CloudFeatures.TagUpdate));
            }
        ),
        new(
            21,
            "Ids and full names are test123 in the examples, no UUID and no region.name.id",
            Created,
            async stage =>
            {
                var endpoint = (await stage.Endpoints.GetAsync("4189", default))!;
                Assert.Equal(("test123", "test123"), (endpoint.EndpointServiceId, endpoint.EndpointServiceName));
                Assert.Equal(new ServiceName(null, "test123", null), ServiceName.Parse(endpoint.EndpointServiceName));
                Assert.Equal(new ServiceName("eu-de", null, "0f3c"), ServiceName.Parse("eu-de.0f3c"));
                Assert.Equal(new ServiceName("eu-de", "shop", "0f3c"), ServiceName.Parse("eu-de.shop.0f3c"));
                Assert.Equal(default, ServiceName.Parse(null));
            }
        ),
        new(
            26,
            "Notes at creating and deleting an endpoint point at the details of the service for the result",
            """{"id":"e1", "status":"accepted"}""",
            async stage =>
            {
                await stage.Endpoints.WaitUntilSettledAsync("e1", null, default);
                Assert.Equal("/v1/p0/vpc-endpoints/e1", stage.Cloud.Calls.Single().Target);
            }
        ),
        new(
            28,
            "port_ip is mandatory in a note, optional in its table, and missing in the example",
            Created,
            async stage =>
            {
                await stage.Endpoints.CreateAsync(Asked, default);
                await stage.Endpoints.CreateAsync(Asked with { PortIp = "192.168.0.9" }, default);
                Assert.Equal(
                    [false, true],
                    stage.Cloud.Creates.Select(call =>
                        call.Body.Contains("\"port_ip\":\"192.168.0.9\"", StringComparison.Ordinal)
                    )
                );
                Assert.DoesNotContain("port_ip", stage.Cloud.Calls.First().Body, StringComparison.Ordinal);
            }
        ),
    ];

    private static string List(params string[] members) =>
        $$"""
            {"endpoints":[{{string.Join(
                ',',
                members.Select((member, index) => $$"""{"id":"e{{index}}","status":"accepted",{{member}}}""")
            )}}], "total_count":{{members.Length}}}
            """;

    private static async Task<List<T>> AllAsync<T>(Stage stage, Func<Endpoint, T> part) =>
        await stage.Endpoints.ListAsync(null, default).Select(part).ToListAsync();
}
