using System.Collections.Immutable;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

/// <summary>What holds for every list: the largest pages, and lists that change while they are read.</summary>
public class PagedListTests
{
    private static readonly ImmutableDictionary<string, Paged> Lists = new Dictionary<string, Paged>
    {
        ["services"] = new(
            "endpoint_services",
            "id",
            1000,
            client => client.Services.ListAsync(null, default).Select(item => item.Id)
        ),
        ["public services"] = new(
            "endpoint_services",
            "id",
            1000,
            client => client.Services.ListPublicAsync(null, default).Select(item => item.Id)
        ),
        ["endpoints"] = new(
            "endpoints",
            "id",
            1000,
            client => client.Endpoints.ListAsync(null, default).Select(item => item.Id)
        ),
        ["connections"] = new(
            "connections",
            "id",
            1000,
            client => client.Connections.ListAsync("s", null, default).Select(item => item.EndpointId)
        ),
        ["permissions"] = new(
            "permissions",
            "permission",
            500,
            client => client.Permissions.ListAsync("s", default).Select(item => item.Name)
        ),
        ["VPN connections"] = new(
            "connections",
            "connection_id",
            100,
            client => client.Vpn.ListP2cConnectionsAsync("gw", default).Select(item => item.Id)
        ),
    }.ToImmutableDictionary();

    public static TheoryData<string> Names { get; } = new(Lists.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_item_comes_once_by_the_largest_pages_and_never_from_behind_the_end(string name)
    {
        var site = new Site(Lists[name]);

        var seen = await site.ReadAsync();

        Assert.Equal(site.Items, seen);
        Assert.InRange(site.Calls, site.Items.Count / site.Kind.Limit, (site.Items.Count / site.Kind.Limit) + 2);
        Assert.Equal(0, site.Refusals);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Items_that_vanish_between_pages_hide_no_others(string name)
    {
        var site = new Site(Lists[name]);
        site.Before = call =>
        {
            if (call == 2)
            {
                site.Items = site.Items.RemoveRange(3, site.Kind.Limit / 2);
            }
        };

        var seen = await site.ReadAsync();

        Assert.Empty(site.Items.Except(seen));
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(0, site.Refusals);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Items_that_appear_between_pages_double_no_others(string name)
    {
        var site = new Site(Lists[name]);
        var before = site.Items;
        site.Before = call => site.Items = site.Items.Insert(0, $"{site.Prefix}new{call}");

        var seen = await site.ReadAsync();

        Assert.Empty(before.Except(seen));
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(0, site.Refusals);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task List_that_is_emptied_while_it_is_read_ends(string name)
    {
        var site = new Site(Lists[name]);
        site.Before = call =>
        {
            if (call == 2)
            {
                site.Items = [];
            }
        };

        Assert.Equal(site.Kind.Limit, (await site.ReadAsync()).Count);
        Assert.InRange(site.Refusals, 0, 1);
    }

    /// <summary>How to read one kind of list.</summary>
    private sealed record Paged(
        string Member,
        string Identity,
        int Limit,
        Func<VpcepClient, IAsyncEnumerable<string>> Read
    );

    /// <summary>A site with the documented rules of paging; VPN lists come in pages of 100 whatever is asked for.</summary>
    private sealed class Site(Paged kind)
    {
        public Paged Kind => kind;

        public string Prefix { get; } = kind.Member == "permissions" ? "iam:domain::" : "";

        public ImmutableList<string> Items { get; set; } =
        [
            .. Enumerable
                .Range(0, (kind.Limit * 2) + (kind.Limit / 2))
                .Select(number => $"{(kind.Member == "permissions" ? "iam:domain::" : "")}d{number:D5}"),
        ];

        public Action<int> Before { get; set; } = _ => { };

        public int Calls { get; private set; }

        public int Refusals { get; private set; }

        public async Task<List<string>> ReadAsync()
        {
            await using var cloud = await FakeCloud.StartAsync(
                (context, call) =>
                {
                    Before(++Calls);
                    var limit = call.Query("limit", kind.Limit);
                    Assert.InRange(limit, 1, kind.Limit);
                    var offset = call.Query("offset", 0);
                    if (offset > 0 && offset >= Items.Count)
                    {
                        Refusals++;
                        return FakeCloud.ErrorAsync(context, 400, "EndPoint.0010");
                    }
                    var items = Items.Skip(offset).Take(limit).Select(id => $$"""{"{{kind.Identity}}":"{{id}}"}""");
                    return FakeCloud.JsonAsync(
                        context,
                        $$"""{"{{kind.Member}}":[{{string.Join(',', items)}}],"total_count":{{Items.Count}}}"""
                    );
                }
            );
            var client = cloud.Client(
                new ManualTime(),
                options => options with { VpnEndpoint = cloud.Uri, RequestsPerSecond = 10_000 }
            );
            return await kind.Read(client).ToListAsync().AsTask().DefaultTimeout();
        }
    }
}
