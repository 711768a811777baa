namespace Vpcep.Client.Tests.Api.Disagreements;

/// <summary>What is written in two ways about services.</summary>
internal static class ServiceRows
{
    private const string Created = """
        {
          "id":"4189d3c2-8882-4871-a3c2-d380272eed83", "port_id":"4189d3c2-8882-4871-a3c2-d380272eed88",
          "vpc_id":"4189d3c2-8882-4871-a3c2-d380272eed80", "status":"available", "approval_enabled":false,
          "service_name":"test123", "service_type":"interface", "server_type":"VM",
          "project_id":"6e9dfd51d1124e8d8498dce894923a0d", "created_at":"2018-01-30T07:42:01Z",
          "ports": [ { "client_port":8080, "server_port":90, "protocol":"TCP" },
                     { "client_port":8081, "server_port":80, "protocol":"TCP" } ]
        }
        """;

    public static Disagreement[] All { get; } =
    [
        new(
            1,
            "is_charge is a boolean in the tables of public services and of the description, text in their examples",
            call =>
                (
                    200,
                    call.Path.EndsWith("/public", StringComparison.Ordinal)
                        ? """
                        {"endpoint_services": [
                           {"id":"b0e22f6f", "owner":"example", "service_name":"test123", "service_type":"interface",
                            "created_at":"2018-09-10T13:13:23Z", "is_charge":"true"},
                           {"id":"26391a76", "owner":"example", "service_name":"OBS", "service_type":"gateway",
                            "created_at":"2019-03-28T09:30:27Z", "is_charge":false},
                           {"id":"c3", "is_charge":"False"}, {"id":"c4", "is_charge":1}, {"id":"c5", "is_charge":"maybe"},
                           {"id":"c6"}],
                         "total_count":6}
                        """
                        : """
                        {"id":"9d4c1028-1336-4556-9881-b5d807c1b8a8", "service_name":"test123",
                         "service_type":"interface", "created_at":"2018-09-17T07:28:31Z", "is_charge":"true"}
                        """
                ),
            async stage =>
            {
                var listed = await stage.Services.ListPublicAsync(null, default).ToListAsync();
                Assert.Equal([true, false, false, true, null, null], listed.Select(service => service.IsCharge));
                Assert.Equal("OBS", listed[1].Name);
                Assert.True((await stage.Services.DescribeAsync("9d4c", null, default))!.IsCharge);
            }
        ),
        new(
            7,
            "Updates are updated_at in tables, update_at in the examples of both Querying VPC Endpoint Services",
            """
            {"endpoint_services":[
               {"id":"a", "created_at":"2018-01-30T07:42:01Z", "update_at":"2018-01-30T07:42:02Z"},
               {"id":"b", "create_at":"2018-01-30T07:42:01Z", "updated_at":"2018-01-30T07:42:02Z"}],
             "total_count":2}
            """,
            async stage =>
                Assert.All(
                    await stage.Services.ListAsync(null, default).ToListAsync(),
                    service =>
                        Assert.Equal(
                            ("2018-01-30T07:42:01Z", "2018-01-30T07:42:02Z"),
                            (service.CreatedAt, service.UpdatedAt)
                        )
                )
        ),
        new(
            9,
            "Times are to the second with Z; examples have fractions, no zone, or both",
            """
            {"endpoint_services":[
               {"id":"a", "created_at":"2018-01-30T07:42:01.174"}, {"id":"b", "created_at":"2024-06-17T02:58:27.213Z"},
               {"id":"c", "created_at":"2024-06-17T02:58:48Z"}, {"id":"d", "created_at":"2019-02-13T06:52:13.855000Z"},
               {"id":"e", "created_at":"2018-01-30T09:42:01+02:00"}, {"id":"f", "created_at":"soon"}],
             "total_count":6}
            """,
            async stage =>
                Assert.Equal(
                    [
                        "2018-01-30T07:42:01.174Z",
                        "2024-06-17T02:58:27.213Z",
                        "2024-06-17T02:58:48Z",
                        "2019-02-13T06:52:13.855Z",
                        "2018-01-30T07:42:01Z",
                        "soon",
                    ],
                    await stage.Services.ListAsync(null, default).Select(service => service.CreatedAt).ToListAsync()
                )
        ),
        new(
            13,
            "The example of one API version is no JSON, and its members come in another order than in the list",
            call =>
                (
                    200,
                    call.Path == "/v1"
                        ? """
                        {"version":{"updated":"2018-09-30T00:00:00Z", "version":"1", "min_version":"", "status":"CURRENT",
                          "id":"v1", "links":[{"href":"https://h/v1", "type":"application/json", "rel":"self"}]}}
                        """
                        : """
                        {"versions":[
                           {"status":"CURRENT", "id":"v1", "updated":"2018-09-30T00:00:00Z", "version":"1",
                            "links":[{"rel":"self", "href":"https://h/v1", "type":"application/json"}], "min_version":""},
                           {"status":"CURRENT", "id":"v2", "updated":"2020-03-30T00:00:00Z", "version":"2",
                            "links":[{"rel":"self", "href":"https://h/v2", "type":"application/json"}]}]}
                        """
                ),
            async stage =>
            {
                var all = await stage.Client.Information.VersionsAsync(default);
                var one = (await stage.Client.Information.VersionAsync("v1", default))!;
                Assert.Equal(
                    [("v1", "CURRENT"), ("v2", "CURRENT")],
                    all.Select(version => (version.Id, version.Status))
                );
                Assert.Equal(("v1", "CURRENT", "1", null), (one.Id, one.Status, one.Version, one.MinVersion));
                Assert.Equal(new ApiLink("https://h/v1", "application/json", "self"), Assert.Single(one.Links));
                Assert.Equal(one.Links, all[0].Links);
            }
        ),
        new(
            15,
            "Types are Gateway and Interface in the prose, gateway and interface in examples",
            """{"id":"s1", "service_type":"Gateway", "status":"available"}""",
            async stage =>
            {
                Assert.Equal("gateway", (await stage.Services.GetAsync("s1", default))!.ServiceType);
                Assert.Equal("gateway", (await stage.Services.DescribeAsync("s1", null, default))!.ServiceType);
                Assert.Equal("gateway", (await stage.Endpoints.GetAsync("s1", default))!.ServiceType);
            }
        ),
        new(
            17,
            "Words are error_msg in errors, error_message inside things; an SDK's model of services has code and message",
            """
            {"endpoint_services":[
               {"id":"a", "status":"failed", "error":[{"error_code":"EndPoint.3001", "error_message":"no port"}]},
               {"id":"b", "status":"failed", "error":[{"code":"EndPoint.3001", "message":"no port"}]},
               {"id":"c", "status":"failed", "error":[{"error_code":"EndPoint.3001", "error_msg":"no port"}]},
               {"id":"d", "status":"failed", "error":{"error_code":"endpoint.3001", "error_message":"no port"}}],
             "total_count":4}
            """,
            async stage =>
                Assert.All(
                    await stage.Services.ListAsync(null, default).ToListAsync(),
                    service => Assert.Equal(new CloudError("EndPoint.3001", "no port"), Assert.Single(service.Errors))
                )
        ),
        new(
            20,
            "Examples leave out updated_at, ip, subnet_id, enable_status, tcp_proxy, connection_count of the tables",
            Created,
            async stage =>
            {
                var service = (await stage.Services.GetAsync("4189", default))!;
                Assert.Equal([new(8080, 90, "TCP"), new(8081, 80, "TCP")], service.Ports);
                Assert.False(service.ApprovalEnabled);
                Assert.Null(service.UpdatedAt);
                Assert.Null(service.TcpProxy);
                Assert.Null(service.ConnectionCount);
                Assert.Null(service.Tags);
                Assert.Empty(service.Errors);
                var endpoint = (await stage.Endpoints.GetAsync("4189", default))!;
                Assert.Null(endpoint.Ip);
                Assert.Null(endpoint.SubnetId);
                Assert.Null(endpoint.EnableStatus);
                Assert.Null(endpoint.Whitelist);
            }
        ),
        new(
            22,
            "Creating a service takes minutes, and the example of the answer says available at once",
            Created,
            async stage =>
            {
                var made = await stage.Services.CreateAsync(
                    new()
                    {
                        PortId = "port",
                        VpcId = "vpc",
                        ServerType = "VM",
                        Ports = [new(8080, 90, "TCP")],
                    },
                    default
                );
                Assert.Equal("available", made.Status);
                Assert.Equal(made.Id, (await stage.Services.WaitUntilAvailableAsync(made.Id, null, default)).Id);
                // What is there is looked at before anything is made.
                Assert.Equal(["GET", "POST", "GET"], stage.Cloud.Calls.Select(call => call.Method));
            }
        ),
    ];
}
