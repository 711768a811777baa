using Pulumi.Provider.Testing;
using Vpcep.Client.Tests.Fakes;

namespace Vpcep.Client.Tests.Api;

public class TagTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task Difference_is_sent_and_added_before_it_is_removed()
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));

        await UpdateAsync(cloud, TaggedKind.Service, "a=1 b=2 e=4 c=3", "a=1 b=9 d=");

        Assert.Equal(
            [
                """{"action":"create","tags":[{"key":"b","value":"9"},{"key":"d","value":""}]}""",
                """{"action":"delete","tags":[{"key":"c"},{"key":"e"}]}""",
            ],
            cloud.Calls.Select(call => call.Body)
        );
        Assert.All(cloud.Calls, call => Assert.Equal("/v1/p0/endpoint_service/x1/tags/action", call.Target));
    }

    [Theory]
    [InlineData("a=1", "a=1", "")]
    [InlineData("", "", "")]
    [InlineData("", "a=1", "create")]
    [InlineData("a=1", "", "delete")]
    [InlineData("a=1", "A=1", "create delete")]
    public async Task Nothing_is_sent_that_is_not_needed(string old, string wanted, string actions)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, "{}"));

        await UpdateAsync(cloud, TaggedKind.Endpoint, old, wanted);

        Assert.Equal(actions, string.Join(' ', cloud.Calls.Select(call => call.Body.Split('"')[3])));
        Assert.All(cloud.Calls, call => Assert.Equal("/v1/p0/endpoint/x1/tags/action", call.Target));
    }

    [Theory]
    [InlineData(TaggedKind.Service, "", "a=1", "add tags to endpoint service x1")]
    [InlineData(TaggedKind.Endpoint, "a=1", "", "remove tags of endpoint x1")]
    public async Task Failure_names_what_was_tried(TaggedKind kind, string old, string wanted, string operation)
    {
        await using var cloud = await FakeCloud.StartAsync(
            (context, _) => FakeCloud.JsonAsync(context, """{"error_msg":"no"}""", 403)
        );

        var error = await Assert.ThrowsAsync<VpcepException>(() => UpdateAsync(cloud, kind, old, wanted));

        Assert.Equal(operation, error.Operation);
    }

    [Fact]
    public async Task Thing_never_has_more_tags_than_fit()
    {
        var there = Enumerable.Range(10, 20).Select(number => $"k{number}").ToHashSet();
        var most = 0;
        await using var cloud = await FakeCloud.StartAsync(
            (context, call) =>
            {
                using var body = System.Text.Json.JsonDocument.Parse(call.Body);
                var keys = body
                    .RootElement.GetProperty("tags")
                    .EnumerateArray()
                    .Select(tag => tag.GetProperty("key").GetString()!);
                if (call.Body.Contains("create", StringComparison.Ordinal))
                {
                    there.UnionWith(keys);
                }
                else
                {
                    there.ExceptWith(keys);
                }
                most = Math.Max(most, there.Count);
                return FakeCloud.JsonAsync(context, "{}");
            }
        );
        var wanted = there.Skip(3).Append("new1").Append("new2").ToList();

        await UpdateAsync(
            cloud,
            TaggedKind.Service,
            string.Join(' ', there.Select(key => $"{key}=v")),
            string.Join(' ', wanted.Select(key => $"{key}=v"))
        );

        Assert.Equal(wanted.Order(), there.Order());
        Assert.Equal(20, most);
        Assert.Equal(["delete", "create", "delete"], cloud.Calls.Select(call => call.Body.Split('"')[3]));
    }

    [Theory]
    [InlineData("""{"tags":[{"key":"a","values":["1","2"]},{"key":"b"}]}""", "a=1,2 b=")]
    [InlineData("""{"tags":[]}""", "")]
    [InlineData("""{"tags":null}""", "")]
    [InlineData("{}", null)]
    public async Task All_tags_are_listed_and_no_list_is_not_an_empty_one(string answer, string? expected)
    {
        await using var cloud = await FakeCloud.StartAsync((context, _) => FakeCloud.JsonAsync(context, answer));

        var listing = cloud.Client(_time).Tags.ListAsync(TaggedKind.Service, default).DefaultTimeout();

        if (expected is null)
        {
            var error = await Assert.ThrowsAsync<VpcepException>(() => listing);
            Assert.Contains("no list 'tags'", error.Message, StringComparison.Ordinal);
            return;
        }
        var tags = await listing;
        Assert.Equal(expected, string.Join(' ', tags.Select(tag => $"{tag.Key}={string.Join(',', tag.Values)}")));
    }

    private Task UpdateAsync(FakeCloud cloud, TaggedKind kind, string old, string wanted) =>
        cloud.Client(_time).Tags.UpdateAsync(kind, "x1", Tags(old), Tags(wanted), default).DefaultTimeout();

    private static Dictionary<string, string> Tags(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(tag => tag.Split('='))
            .ToDictionary(tag => tag[0], tag => tag[1]);
}
