using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class PagerTests
{
    private readonly ManualTime _time = new();
    private List<string> _items = [.. Enumerable.Range(0, 2500).Select(Name)];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(999, 1)]
    [InlineData(1000, 1)]
    [InlineData(1001, 2)]
    [InlineData(2500, 3)]
    public async Task Every_item_comes_once_and_no_page_is_asked_for_in_vain(int count, int pages)
    {
        _items = [.. Enumerable.Range(0, count).Select(Name)];
        await using var cloud = await FakeCloud.StartAsync((context, call) => PageAsync(context, call));

        Assert.Equal(_items, await ListAsync(cloud));
        Assert.Equal(pages, cloud.Calls.Count);
        Assert.Equal("/v1/p0/vpc-endpoint-services?limit=1000", cloud.Calls.First().Target);
    }

    [Fact]
    public async Task Empty_answer_is_tried_again()
    {
        _items = ["only"];
        var calls = 0;
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                Interlocked.Increment(ref calls) == 1 ? FakeCloud.JsonAsync(context, "") : PageAsync(context, call)
        );
        await using var _ = _time.AutoAdvance();

        Assert.Equal(_items, await ListAsync(cloud));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task Page_size_that_the_site_cuts_is_lived_with()
    {
        await using var cloud = await FakeCloud.StartAsync((context, call) => PageAsync(context, call, most: 400));

        Assert.Equal(_items, await ListAsync(cloud));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000000)]
    public async Task Total_that_promises_too_much_does_not_loop(int total)
    {
        _items = ["only"];
        await using var cloud = await FakeCloud.StartAsync((context, call) => PageAsync(context, call, total: total));

        Assert.Equal(_items, await ListAsync(cloud));
        Assert.InRange(cloud.Calls.Count, 1, 2);
    }

    [Fact]
    public async Task Total_of_a_full_page_that_promises_too_much_ends_with_the_items()
    {
        _items = [.. Enumerable.Range(0, 1000).Select(Name)];
        await using var cloud = await FakeCloud.StartAsync((context, call) => PageAsync(context, call, total: 5000));

        Assert.Equal(_items, await ListAsync(cloud));
        Assert.InRange(cloud.Calls.Count, 1, 2);
    }

    [Fact]
    public async Task Missing_total_is_lived_with()
    {
        await using var cloud = await FakeCloud.StartAsync((context, call) => PageAsync(context, call, total: -1));

        Assert.Equal(_items, await ListAsync(cloud));
    }

    [Fact]
    public async Task List_that_shrinks_below_the_offset_shows_what_is_left()
    {
        var pages = 0;
        await using var cloud = await FakeCloud.StartAsync(
            async (context, call) =>
            {
                if (Interlocked.Increment(ref pages) == 2)
                {
                    _items.RemoveRange(0, 2490);
                }
                await PageAsync(context, call);
            }
        );

        var seen = await ListAsync(cloud);

        Assert.Equal(1010, seen.Count);
        Assert.Empty(_items.Except(seen));
    }

    [Fact]
    public async Task Site_that_refuses_every_offset_is_given_up_on()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
                call.Query("offset", 0) > 0
                    ? FakeCloud.ErrorAsync(context, 400, "EndPoint.0010")
                    : PageAsync(context, call)
        );

        Assert.Equal(1000, (await ListAsync(cloud)).Count);
        Assert.InRange(cloud.Calls.Count, 2, 10);
    }

    [Fact]
    public async Task List_without_end_is_given_up_on()
    {
        var number = 0;
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) =>
            {
                var first = Interlocked.Add(ref number, 2);
                return FakeCloud.JsonAsync(
                    context,
                    $$"""{"endpoint_services":[{"id":"s{{first}}"},{"id":"s{{first + 1}}"}],"total_count":2000000000}"""
                );
            }
        );
        await using var _ = _time.AutoAdvance();

        var error = await Assert.ThrowsAsync<VpcepException>(() => ListAsync(cloud));

        Assert.Contains("does not end", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"endpoint_services":null,"total_count":0}""", true)]
    [InlineData("""{"total_count":0}""", true)]
    [InlineData("""{"endpoint_services":[]}""", true)]
    [InlineData("""{"something":"else"}""", false)]
    [InlineData("[]", false)]
    public async Task Empty_list_is_told_from_no_list(string body, bool empty)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, body));

        if (empty)
        {
            Assert.Empty(await ListAsync(cloud));
        }
        else
        {
            await Assert.ThrowsAsync<VpcepException>(() => ListAsync(cloud));
        }
    }

    // What is left out of a list counts as gone.
    [Theory]
    [InlineData("""{"endpoint_services":[{"id":"a"},{"project_id":"p"},{"id":"b"}],"total_count":3}""")]
    [InlineData("""{"endpoint_services":{},"total_count":[1]}""")]
    [InlineData("""{"endpoint_services":["a"],"total_count":1}""")]
    [InlineData("""{"endpoint_services":"a"}""")]
    public async Task List_that_cannot_be_read_is_an_error_and_not_shorter(string answer)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, answer));

        var error = await Assert.ThrowsAsync<VpcepException>(() => ListAsync(cloud));

        Assert.Equal(ErrorClass.Internal, error.Class);
        Assert.Contains("'endpoint_services'", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_sent_escaped_and_nothing_else_is()
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"endpoint_services":[],"connections":[],"endpoints":[]}""")
        );
        var client = cloud.Client(_time);

        await client
            .Services.ListAsync(new ServiceFilter { Name = "a&b=c", Status = "available" }, default)
            .ToListAsync();
        await client.Endpoints.ListAsync(new EndpointFilter { VpcId = "v 1", Id = "e" }, default).ToListAsync();
        await client
            .Connections.ListAsync("s", new ConnectionFilter { MarkerId = "1", Status = "accepted" }, default)
            .ToListAsync();
        await client.Services.ListPublicAsync(new ServiceFilter { Name = "obs" }, default).ToListAsync();

        Assert.Equal(
            [
                "/v1/p0/vpc-endpoint-services?endpoint_service_name=a%26b%3Dc&status=available&limit=1000",
                "/v1/p0/vpc-endpoints?vpc_id=v%201&id=e&limit=1000",
                "/v1/p0/vpc-endpoint-services/s/connections?marker_id=1&status=accepted&limit=1000",
                "/v1/p0/vpc-endpoint-services/public?endpoint_service_name=obs&limit=1000",
            ],
            cloud.Calls.Select(call => call.Target)
        );
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"s{number:D5}");

    private async Task<List<string>> ListAsync(FakeCloud cloud)
    {
        var services = cloud.Client(_time, options => options with { RequestsPerSecond = 10_000 }).Services;
        return await services
            .ListAsync(null, CancellationToken.None)
            .Select(service => service.Id)
            .ToListAsync()
            .AsTask()
            .DefaultTimeout();
    }

    private Task PageAsync(HttpContext context, SeenCall call, int most = 1000, int? total = null)
    {
        var offset = call.Query("offset", 0);
        if (offset > 0 && offset >= _items.Count)
        {
            return FakeCloud.ErrorAsync(context, 400, "EndPoint.0010");
        }
        var page = _items
            .Skip(offset)
            .Take(Math.Min(most, call.Query("limit", 10)))
            .Select(id => $$"""{"id":"{{id}}"}""");
        var count = total == -1 ? "" : $",\"total_count\":{total ?? _items.Count}";
        return FakeCloud.JsonAsync(context, $$"""{"endpoint_services":[{{string.Join(',', page)}}]{{count}}}""");
    }
}
