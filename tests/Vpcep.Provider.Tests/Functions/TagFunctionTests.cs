using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Functions;

/// <summary>Tags that there are, and what is found by them.</summary>
public sealed class TagFunctionTests
{
    private static readonly (string Name, Tag[] Tags)[] Services =
    [
        ("one", [new("env", "live"), new("team", "net"), new("_sys_enterprise_project_id", "0")]),
        ("two", [new("env", "test"), new("team", "core")]),
        ("three", [new("env", "test")]),
        ("four", []),
    ];

    private static async Task<ProviderOnEmulator> StartAsync(string dialect = "huaweicloud")
    {
        var host = await ProviderOnEmulator.StartAsync(dialect);
        foreach (var (name, tags) in Services)
        {
            host.Cloud.Cloud.CreateService(Account.Default, made => made with { Name = name, Tags = tags });
        }

        host.Cloud.Calls.Clear();
        return host;
    }

    private static PropertyValue Filter(params string[] filters) =>
        Props.List([
            .. filters.Select(static filter =>
                (PropertyValue)
                    new ObjectValue(
                        filter.Split('=') is [var key, var values]
                            ? Props.Map(
                                ("key", key),
                                (
                                    "values",
                                    Props.List([.. values.Split('|').Select(static value => (PropertyValue)value)])
                                )
                            )
                            : Props.Map(("key", filter))
                    )
            ),
        ]);

    private static PropertyValue Named(string part) =>
        Props.List(new ObjectValue(Props.Map(("key", "resource_name"), ("value", part))));

    private static Task<PropertyMap> FindAsync(
        ProviderOnEmulator host,
        params (string Name, PropertyValue Value)[] filters
    ) => host.AskAsync("getResourcesByTags", [("resourceType", "endpoint_service"), .. filters]);

    private static string Names(PropertyMap found) =>
        string.Join(' ', found.Items("resources").Select(static one => one.Text("resourceName").Split('.')[1]));

    [Theory]
    [InlineData("huaweicloud")]
    [InlineData("otc")]
    public async Task Tags_are_listed_with_all_their_values(string dialect)
    {
        await using var host = await StartAsync(dialect);
        var tags = (await host.AskAsync("getTags", ("resourceType", "endpoint_service"))).Items("tags");
        Assert.Equal(Props.List("live", "test"), Assert.Single(tags, static tag => tag.Text("key") == "env")["values"]);
        Assert.Empty((await host.AskAsync("getTags", ("resourceType", "endpoint"))).Items("tags"));
    }

    [Fact]
    public async Task Each_filter_finds_what_it_says()
    {
        await using var host = await StartAsync();
        (string Found, (string, PropertyValue)[] Filters)[] rows =
        [
            ("four three two one", []),
            ("two", [("tags", Filter("env", "team=core|other"))]),
            ("two one", [("tagsAny", Filter("env=live", "team"))]),
            ("four three", [("notTags", Filter("env", "team"))]),
            ("four three", [("notTagsAny", Filter(" env =live", "team"))]),
            ("one", [("sysTags", Filter("_sys_enterprise_project_id=0"))]),
            ("four", [("withoutAnyTag", true), ("tags", Filter("env"))]),
            ("three two one", [("withoutAnyTag", false), ("tags", Filter("env"))]),
            ("three", [("matches", Named("THR"))]),
            ("", [("matches", Named(""))]),
            ("two", [("tags", Filter("env=test")), ("notTagsAny", Filter("team=net")), ("matches", Named("two"))]),
        ];
        foreach (var (found, filters) in rows)
        {
            var answer = await FindAsync(host, filters);
            Assert.Equal(found, Names(answer));
            Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, answer.Number("totalCount"));
            var count = await FindAsync(host, [.. filters, ("countOnly", true)]);
            Assert.Equal(answer.Number("totalCount"), count.Number("totalCount"));
            Assert.Empty(count.Items("resources"));
        }
    }

    [Fact]
    public async Task What_is_found_has_all_its_tags()
    {
        await using var host = await StartAsync();
        var found = Assert.Single((await FindAsync(host, ("tags", Filter("team=core")))).Items("resources"));
        Assert.Equal(new ObjectValue(Props.Map(("env", "test"), ("team", "core"))), found["tags"]);
        Assert.Equal(
            host.Cloud.Cloud.Services.Single(static service => service.Name == "two").Id,
            found.Text("resourceId")
        );
    }

    [Fact]
    public async Task All_pages_are_read_with_numbers_as_texts()
    {
        await using var host = await StartAsync();
        for (var number = 0; number < 1200; number++)
        {
            host.Cloud.Cloud.CreateService(
                Account.Default,
                made => made with { Name = $"s{number}", Tags = [new("many", "yes")] }
            );
        }

        var found = await FindAsync(host, ("tags", Filter("many")));
        Assert.Equal(1200, found.Number("totalCount"));
        Assert.Equal(1200, found.Items("resources").Select(static one => one.Text("resourceId")).Distinct().Count());
        var bodies = host.Cloud.Calls.All.Select(static call => call.Body!).ToList();
        Assert.Equal(2, bodies.Count);
        Assert.Contains("\"limit\":\"1000\",\"offset\":\"0\"", bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"limit\":\"1000\",\"offset\":\"999\"", bodies[1], StringComparison.Ordinal);

        host.Cloud.Calls.Clear();
        var count = await FindAsync(host, ("tags", Filter("many")), ("countOnly", true));
        Assert.Equal(1200, count.Number("totalCount"));
        Assert.DoesNotContain("limit", Assert.Single(host.Cloud.Calls.All).Body!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tags[1].key", "tags", "a", "a=1")]
    [InlineData("tagsAny[0].values", "tagsAny", "a=1|1")]
    [InlineData("notTags", "notTags", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k")]
    [InlineData("sysTags[1].key", "sysTags", "a", " a ")]
    [InlineData("tags[0].key", "tags", "  ")]
    public async Task Wrong_filters_are_refused_by_their_place(string path, string name, params string[] filters)
    {
        await using var host = await StartAsync();
        var refused = await Assert.ThrowsAsync<RpcException>(() => FindAsync(host, (name, Filter(filters))));
        Assert.StartsWith(path + ":", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(host.Cloud.Calls.All);
    }

    [Fact]
    public async Task Clouds_that_lack_it_refuse_it_and_name_those_that_have_it()
    {
        await using var ankara = await StartAsync("ankara");
        foreach (var function in (string[])["getTags", "getResourcesByTags"])
        {
            var refused = await Assert.ThrowsAsync<RpcException>(() =>
                ankara.AskAsync(function, ("resourceType", "endpoint"))
            );
            Assert.Contains("Open Telekom Cloud", refused.Status.Detail, StringComparison.Ordinal);
        }

        await using var otc = await StartAsync("otc");
        foreach (var (name, value) in new[] { ("sysTags", Filter("_sys_a")), ("withoutAnyTag", true) })
        {
            var refused = await otc.RefusedAsync("getResourcesByTags", ("resourceType", "endpoint"), (name, value));
            Assert.StartsWith(
                $"{name}: not offered by Open Telekom Cloud",
                Assert.Single(refused),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(
            ["netType", "publicBorderGroup"],
            (await otc.RefusedAsync("getEndpointServices", ("publicBorderGroup", "edge"), ("netType", "vlan"))).Select(
                static problem => problem.Split(':')[0]
            )
        );
    }

    [Fact]
    public async Task Services_are_listed_by_edge_group_and_network()
    {
        await using var host = await StartAsync();
        host.Cloud.Cloud.CreateService(
            Account.Default,
            static made => made with { Name = "edge", PublicBorderGroup = "edge-1", NetType = "vlan" }
        );

        Assert.Equal("edge", await NamesAsync(("publicBorderGroup", "edge-1")));
        Assert.Equal("edge", await NamesAsync(("netType", "vlan")));
        Assert.Equal("", await NamesAsync(("netType", "vxlan"), ("publicBorderGroup", "edge-1")));
        Assert.Equal("edge four three two one", await NamesAsync(("netType", "all")));

        async Task<string> NamesAsync(params (string, PropertyValue)[] filters) =>
            string.Join(
                ' ',
                (await host.AskAsync("getEndpointServices", filters))
                    .Items("endpointServices")
                    .Select(static service => service.Text("serviceName"))
            );
    }
}
