using System.Text.Json;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class PermissionTests
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData("*", "*", "iam:domain::*")]
    [InlineData("iam:domain::*", "*", "iam:domain::*")]
    [InlineData(" IAM:Domain::* ", "*", "iam:domain::*")]
    [InlineData("iam:domain::AbC", "iam:domain::AbC", "iam:domain::AbC")]
    [InlineData("organizations:orgPath::*", "organizations:orgPath::*", "organizations:orgPath::*")]
    public void Permission_has_one_form_to_compare_and_one_to_send(string written, string normal, string sent)
    {
        Assert.Equal(normal, PermissionName.Normalize(written));
        Assert.Equal(sent, PermissionName.ToRequest(written));
        Assert.True(PermissionName.Same(written, sent));
    }

    [Theory]
    [InlineData("*", "organizations:orgPath::*")]
    [InlineData("iam:domain::a", "iam:domain::A")]
    [InlineData("iam:domain::a", "iam:domain::b")]
    public void Different_callers_are_different_permissions(string a, string b) =>
        Assert.False(PermissionName.Same(a, b));

    [Fact]
    public async Task All_pages_are_read_and_everyone_is_found_in_either_form()
    {
        var items = Enumerable
            .Range(0, 600)
            .Select(number => $$"""{"id":"r{{number}}","permission":"iam:domain::d{{number}}"}""")
            .Append("""{"id":"last","permission":"iam:domain::*"}""")
            .ToList();
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
            {
                Assert.InRange(call.Query("limit", 10), 1, 500);
                var page = items.Skip(call.Query("offset", 0)).Take(call.Query("limit", 10));
                return FakeCloud.JsonAsync(
                    context,
                    $$"""{"permissions":[{{string.Join(',', page)}}],"total_count":{{items.Count}}}"""
                );
            }
        );
        var permissions = cloud.Client(_time).Permissions;

        Assert.Equal(601, (await permissions.ListAsync("s", default).ToListAsync().AsTask().DefaultTimeout()).Count);
        Assert.Equal("last", (await permissions.GetAsync("s", "*", default).DefaultTimeout())!.Id);
        Assert.Equal("r599", (await permissions.GetAsync("s", "iam:domain::d599", default).DefaultTimeout())!.Id);
        Assert.Null(await permissions.GetAsync("s", "iam:domain::nobody", default).DefaultTimeout());
    }

    [Fact]
    public async Task Adding_and_removing_send_the_documented_form()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"permissions":["x"]}""")
        );
        var permissions = cloud.Client(_time).Permissions;

        await permissions.AddAsync("s", ["*", "iam:domain::*", "iam:domain::a"], default).DefaultTimeout();
        await permissions.RemoveAsync("s", ["iam:domain::a"], default).DefaultTimeout();
        await permissions.AddAsync("s", [], default).DefaultTimeout();

        Assert.Equal(
            [
                """{"permissions":["iam:domain::*","iam:domain::a"],"action":"add"}""",
                """{"permissions":["iam:domain::a"],"action":"remove"}""",
            ],
            cloud.Calls.Select(call => call.Body)
        );
        Assert.All(cloud.Calls, call => Assert.Equal("/v1/p0/vpc-endpoint-services/s/permissions/action", call.Target));
    }

    [Fact]
    public async Task Batch_that_is_too_large_is_halved_until_it_fits()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                Names(call).Count > 20
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.0016")
                    : FakeCloud.JsonAsync(context, "{}")
        );
        var names = Enumerable.Range(0, 70).Select(number => $"iam:domain::d{number}").ToList();

        await cloud.Client(_time).Permissions.AddAsync("s", names, default).DefaultTimeout();

        Assert.Equal(names, cloud.Calls.Select(Names).Where(sent => sent.Count <= 20).SelectMany(sent => sent));
    }

    [Theory]
    [InlineData("iam:domain::a", true, false)]
    [InlineData("iam:domain::b", false, true)]
    public async Task Refusal_counts_only_when_the_list_is_not_as_asked(string permission, bool adds, bool removes)
    {
        await using var cloud = await RefusingAsync();
        var permissions = cloud.Client(_time).Permissions;

        var add = await Record.ExceptionAsync(() => permissions.AddAsync("s", [permission], default).DefaultTimeout());
        var remove = await Record.ExceptionAsync(() =>
            permissions.RemoveAsync("s", [permission], default).DefaultTimeout()
        );

        Assert.Equal(adds, add is null);
        Assert.Equal(removes, remove is null);
    }

    [Fact]
    public async Task Refusal_of_several_counts_unless_all_are_as_asked()
    {
        await using var cloud = await RefusingAsync();

        await Assert.ThrowsAsync<VpcepException>(() =>
            cloud.Client(_time).Permissions.AddAsync("s", ["iam:domain::a", "iam:domain::b"], default).DefaultTimeout()
        );
    }

    // Changes nothing, and has one record.
    private static Task<FakeCloud> RefusingAsync() =>
        FakeCloud.StartAsync(
            static (context, call) =>
                call.Method == "POST"
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.3002")
                    : FakeCloud.JsonAsync(
                        context,
                        """{"permissions":[{"id":"1","permission":"iam:domain::a"}],"total_count":1}"""
                    )
        );

    [Fact]
    public async Task Permission_of_a_service_that_is_gone_is_gone_too()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.ErrorAsync(context, 400, "EndPoint.2003")
        );
        var permissions = cloud.Client(_time).Permissions;

        Assert.Null(await permissions.GetAsync("s", "*", default).DefaultTimeout());
        await permissions.RemoveAsync("s", ["*"], default).DefaultTimeout();
        var error = await Assert.ThrowsAsync<VpcepException>(() =>
            permissions.AddAsync("s", ["*"], default).DefaultTimeout()
        );
        Assert.True(await cloud.Client(_time).Services.IsGoneAsync(error, "s", default));
    }

    [Fact]
    public async Task Organization_path_is_sent_with_its_type()
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));

        await cloud
            .Client(_time)
            .Permissions.AddAsync("s", ["organizations:orgPath::o/r/*", "iam:domain::a"], default)
            .DefaultTimeout();

        Assert.Equal(
            [
                """{"permissions":["organizations:orgPath::o/r/*"],"action":"add","permission_type":"orgPath"}""",
                """{"permissions":["iam:domain::a"],"action":"add"}""",
            ],
            cloud.Calls.Select(call => call.Body)
        );
    }

    [Fact]
    public async Task Filter_is_sent_as_written()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"permissions":[],"total_count":0}""")
        );

        await cloud
            .Client(_time)
            .Permissions.ListAsync("s", new PermissionFilter { Permission = "iam:domain::a" }, default)
            .ToListAsync();

        Assert.Equal(
            "/v1/p0/vpc-endpoint-services/s/permissions?permission=iam%3Adomain%3A%3Aa&limit=500",
            cloud.Calls.Single().Target
        );
    }

    private static List<string?> Names(SeenCall call)
    {
        using var body = JsonDocument.Parse(call.Body);
        return [.. body.RootElement.GetProperty("permissions").EnumerateArray().Select(name => name.GetString())];
    }
}
