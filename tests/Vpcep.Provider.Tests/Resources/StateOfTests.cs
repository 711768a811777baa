using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Configuration;
using Vpcep.Provider.Resources;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Small readings of what clouds answer: texts, times, failures and tags.</summary>
public sealed class StateOfTests
{
    private const string Moment = "2026-03-04T12:00:00Z";

    [Theory]
    [InlineData("told", "before", "told")]
    [InlineData("", "before", null)]
    [InlineData(null, "before", "before")]
    [InlineData(null, null, null)]
    public void A_text_is_as_told_and_empty_it_is_none(string? told, string? before, string? now) =>
        Assert.Equal(now, StateOf.Text(told, before));

    [Theory]
    [InlineData("2026-03-04T12:00:00.123Z", Moment, Moment)]
    [InlineData("2026-03-04T12:00:01Z", Moment, "2026-03-04T12:00:01Z")]
    [InlineData(null, Moment, Moment)]
    [InlineData("some day", Moment, "some day")]
    public void A_time_is_as_before_where_it_is_the_same_second(string? told, string? before, string? now) =>
        Assert.Equal(now, StateOf.Time(told, before));

    [Fact]
    public void What_failed_gives_the_reasons_of_the_cloud_and_what_is_not_made_says_who_waits()
    {
        CloudError[] errors = [new("EndPoint.1", "no address"), new("EndPoint.2", "no route")];
        Assert.Equal(
            [
                $"the cloud failed to make the endpoint: {errors[0]}; the next `pulumi up` replaces it",
                $"the cloud failed to make the endpoint: {errors[1]}; the next `pulumi up` replaces it",
            ],
            StateOf.Unfinished("endpoint", "failed", errors)
        );
        Assert.Equal(
            ["the cloud failed to make the endpoint and gives no reason; the next `pulumi up` replaces it"],
            StateOf.Unfinished("endpoint", "failed", [])
        );
        Assert.Equal(
            ["the endpoint is still being created; the next `pulumi up` waits for it"],
            StateOf.Unfinished("endpoint", "creating", errors)
        );
        Assert.Empty(StateOf.Unfinished("endpoint", "accepted", errors));
    }

    [Fact]
    public void Tags_of_one_key_are_one_and_requests_have_them_in_order()
    {
        Assert.Equal("2", TagMap.From([new ResourceTag("a", "1"), new ResourceTag("a", "2")])!["a"]);
        Assert.Equal(
            ["a", "b", "c"],
            TagMap
                .ToRequest(
                    new Dictionary<string, string>
                    {
                        ["b"] = "",
                        ["a"] = "",
                        ["c"] = "",
                    }
                )!
                .Select(static tag => tag.Key)
        );
    }

    [Fact]
    public void A_tag_is_ignored_by_any_key_and_any_prefix()
    {
        var policy = new TagPolicy(null, new IgnoreTags { Keys = ["owner", "cost"], KeyPrefixes = ["x-", "y-"] });
        Assert.All(["owner", "cost", "x-1", "y-1", "_sys_a"], key => Assert.True(policy.Ignores(key)));
        Assert.All(["owners", "ax-1", "sys"], key => Assert.False(policy.Ignores(key)));
    }

    [Fact]
    public void All_tags_of_what_has_none_are_none_and_of_unknown_or_secret_ones_unknown_or_secret()
    {
        var policy = new TagPolicy(new Dictionary<string, string> { ["stage"] = "test" }, null);
        var own = new ObjectValue(PropertyMap.Empty.With("app", "web"));
        Assert.Null(TagPolicy.None.All((IReadOnlyDictionary<string, string>?)null));
        Assert.Equal(PropertyValue.Null, TagPolicy.None.All((PropertyValue?)null));
        Assert.Equal(PropertyValue.Unknown, policy.All(PropertyValue.Unknown));
        Assert.IsType<ObjectValue>(policy.All(own));
        Assert.All(
            (PropertyValue[])[new SecretValue(own), new OutputValue(own, true, [])],
            secret => Assert.IsType<SecretValue>(policy.All(secret))
        );
    }
}
