namespace Vpcep.Client.Tests.Api.Disagreements;

/// <summary>What is written in two ways about statuses, paths, codes and signing in.</summary>
internal static class ProtocolRows
{
    public static Disagreement[] All { get; } =
    [
        new(
            11,
            "Codes are EndPoint.2013 in the table and Endpoint.2013 in an example, and are split by spaces in print",
            call =>
                (
                    400,
                    $$"""{"error_code":"{{Uri.UnescapeDataString(call.Path.Split('/').Last())}}","error_msg":"as printed"}"""
                ),
            async stage =>
            {
                foreach (
                    var (printed, code) in new[]
                    {
                        ("Endpoint.2013", "EndPoint.2013"),
                        ("EndPoint.2 010", "EndPoint.2010"),
                        ("Endpoint.1018", "EndPoint.1018"),
                        (" endpoint.4 001 ", "EndPoint.4001"),
                    }
                )
                {
                    var error = await Stage.FailsAsync(() =>
                        stage.Services.UpdateAsync(printed, new UpdateServiceRequest(), default)
                    );
                    Assert.Equal((code, ErrorCodes.Find(code)!.Class), (error.Code, error.Class));
                }
            }
        ),
        new(
            12,
            "Examples of a refused acceptance and of public services are no JSON: commas are missing",
            call =>
                call.Method == "POST"
                    ? (400, "{ \"error_code\": \"Endpoint.2013\"\n \"error_msg\": \"It does not belong.\" }")
                    : (200, """{"endpoint_services":[{"id":"a", "owner":"example" "service_name":"test123"}]}"""),
            async stage =>
            {
                // Made legal, the same examples are read in rows 1 and 11. As printed they are quoted or refused, never read in part.
                var refused = await Stage.FailsAsync(() => stage.Connections.AcceptAsync("s", "e", default));
                Assert.Equal((ErrorClass.InvalidInput, null), (refused.Class, refused.Code));
                Assert.Contains("It does not belong.", refused.Problem, StringComparison.Ordinal);
                var odd = await Stage.FailsAsync(async () =>
                    await stage.Services.ListPublicAsync(null, default).ToListAsync()
                );
                Assert.Equal(ErrorClass.Unavailable, odd.Class);
            }
        ),
        new(
            14,
            "A deletion succeeds with 200 in its notes, with 204 in the table of statuses",
            call => (call.Path.EndsWith("a200", StringComparison.Ordinal) ? 200 : 204, ""),
            async stage =>
            {
                Assert.True(await stage.Services.DeleteAsync("a200", default));
                Assert.True(await stage.Services.DeleteAsync("a204", default));
                Assert.True(await stage.Endpoints.DeleteAsync("a200", default));
                Assert.True(await stage.Endpoints.DeleteAsync("a204", default));
            }
        ),
        new(
            23,
            "The HTTP status is not the kind of error: 400 for a rate limit, 504 for an empty body, 404 for wrong input",
            call =>
            {
                var code = call.Path.Split('/').Last();
                var status = code switch
                {
                    "EndPoint.0011" => 504,
                    "EndPoint.2030" or "EndPoint.4004" => 404,
                    _ => 400,
                };
                return (status, $$"""{"error_code":"{{code}}","error_msg":"as documented"}""");
            },
            async stage =>
            {
                foreach (
                    var (code, kind, sends) in new[]
                    {
                        ("EndPoint.0011", ErrorClass.InvalidInput, 1),
                        ("EndPoint.1018", ErrorClass.Quota, 1),
                        ("EndPoint.2001", ErrorClass.NotFound, 1),
                        ("EndPoint.2030", ErrorClass.InvalidInput, 1),
                        ("EndPoint.4004", ErrorClass.NotFound, 1),
                        ("EndPoint.2004", ErrorClass.Unavailable, 3),
                    }
                )
                {
                    var error = await Stage.FailsAsync(() => stage.Endpoints.GetAsync(code, default));
                    Assert.Equal((code, kind), (error.Code, error.Class));
                    Assert.Equal(sends, stage.Cloud.Count("GET", code));
                }
                var limited = await Stage.FailsAsync(() => stage.Endpoints.GetAsync("EndPoint.0022", default));
                Assert.Equal(ErrorClass.RateLimited, limited.Class);
                Assert.InRange(stage.Cloud.Count("GET", "EndPoint.0022"), 3, 100);
            }
        ),
        new(
            24,
            "409 is a documented status of no documented code; 429 is none, and gateways send it",
            call =>
                call.Path.EndsWith("busy", StringComparison.Ordinal)
                    ? (409, """{"message":"someone else is at it"}""")
                    : (429, """{"error_code":"APIGW.0308","error_msg":"over ratelimit,limit:60,time:1 minute"}"""),
            async stage =>
            {
                var busy = await Stage.FailsAsync(() => stage.Services.GetAsync("busy", default));
                Assert.Equal(
                    (ErrorClass.Conflict, "someone else is at it", 409),
                    (busy.Class, busy.Problem, busy.HttpStatus)
                );
                Assert.Equal(1, stage.Cloud.Count("GET", "busy"));
                var limited = await Stage.FailsAsync(() => stage.Services.GetAsync("much", default));
                Assert.Equal((ErrorClass.RateLimited, "APIGW.0308"), (limited.Class, limited.Code));
                Assert.InRange(stage.Cloud.Count("GET", "much"), 3, 100);
            }
        ),
        new(
            25,
            "Paths of endpoints lack /v1 in the table of actions",
            """{"id":"e1", "status":"creating", "endpoints":[]}""",
            async stage =>
            {
                await stage.Endpoints.CreateAsync(new() { EndpointServiceId = "s", VpcId = "v" }, default);
                await stage.Endpoints.GetAsync("e1", default);
                await stage.Endpoints.ListAsync(null, default).ToListAsync();
                await stage.Endpoints.DeleteAsync("e1", default);
                Assert.All(
                    stage.Cloud.Calls,
                    call => Assert.StartsWith("/v1/p0/vpc-endpoints", call.Target, StringComparison.Ordinal)
                );
            }
        ),
        new(
            27,
            "A token is used at POST /v3/auth/projects in an example; signing wants region and service in one place only",
            call =>
                call.Path.EndsWith("projects", StringComparison.Ordinal)
                    ? (
                        200,
                        """{"projects":[{"id":"a4adasfjljaaaakla12334jklga9sasfg", "name":"eu-de"}], "links":{"next":null}}"""
                    )
                    : (200, """{"id":"s1"}"""),
            async stage =>
            {
                using var identity = new IdentityClient(stage.Client.Options, stage.Time);
                Assert.Equal("a4adasfjljaaaakla12334jklga9sasfg", await identity.FindProjectAsync("eu-de", default));
                var asked = stage.Cloud.Calls.Single();
                Assert.Equal(("GET", "/v3/projects?name=eu-de"), (asked.Method, asked.Target));
                Assert.StartsWith(
                    "SDK-HMAC-SHA256 Access=AK, ",
                    await SignedAsync(stage, new AccessKeyCredential("AK", "SK")),
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    "/eu-de/vpcep/sdk_request, ",
                    await SignedAsync(
                        stage,
                        new AccessKeyCredential("AK", "SK", null, SigningForm.Scoped, "eu-de", "vpcep")
                    ),
                    StringComparison.Ordinal
                );
            }
        ),
        new(
            29,
            "Tags take other characters and lengths on each site and in each edition",
            "{}",
            _ =>
            {
                foreach (
                    var (key, huawei, otc) in new[]
                    {
                        ("team-1_a", true, true),
                        ("team@x", true, true),
                        ("team.x", true, false),
                        ("team x", true, false),
                        ("team/x", false, false),
                        ("_sys_x", false, false),
                        (new string('k', 37), true, false),
                        (new string('k', 129), false, false),
                        (" team", false, false),
                    }
                )
                {
                    Assert.Equal(huawei, CloudHosts.Find("huaweicloud", null)!.Tags.Problem(key, "v") is null);
                    Assert.Equal(otc, CloudHosts.Find("otc", null)!.Tags.Problem(key, "v") is null);
                }
                return Task.CompletedTask;
            }
        ),
    ];

    private static async Task<string> SignedAsync(Stage stage, ICredential credential)
    {
        var client = stage.Cloud.Client(stage.Time, options => options with { Credential = credential });
        await client.Services.GetAsync("s1", default);
        return stage.Cloud.Calls.Last().Headers["Authorization"];
    }
}
