using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;
using static Pulumi.Provider.Protocol.Messages.DiffResponse.Types;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Tags that the provider's configuration gives everything, and those that it leaves to others.</summary>
public sealed class DefaultTagTests
{
    private static readonly PropertyValue Defaults = Tags(("team", "net"), ("env", "dev"));
    private static readonly PropertyValue Ignored = new ObjectValue(
        Props.Map(("keys", new ListValue(["owner"])), ("keyPrefixes", new ListValue(["billing:"])))
    );

    public static TheoryData<string, string> KindsAndClouds()
    {
        var rows = new TheoryData<string, string>();
        foreach (var cloud in (string[])["huaweicloud", "otc"])
        {
            rows.Add("EndpointService", cloud);
            rows.Add("Endpoint", cloud);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task Everything_gets_them_and_programs_see_only_their_own(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud, ("defaultTags", Defaults));
        var inputs = (await InputsAsync(host, kind)).With("tags", Tags(("env", "prod"), ("app", "web")));
        var all = Tags(("app", "web"), ("env", "prod"), ("team", "net"));
        Assert.Equal(all, (await new Managed(host, kind).PreviewAsync(inputs)).Find("tagsAll"));

        var made = await new Managed(host, kind).CreateAsync(inputs);

        Assert.Equal("app=web env=prod team=net", Held(host, made));
        Assert.Equal(all, made.Outputs.Find("tagsAll"));
        Assert.Equal(inputs.Find("tags"), made.Outputs.Find("tags"));
        Assert.Empty((await made.RefreshAsync())!);
        Assert.Equal(inputs.Find("tags"), made.Inputs.Find("tags"));
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);

        // No longer its own: the configuration's again.
        await made.UpdateAsync(inputs.Without("tags"));
        Assert.Equal("env=dev team=net", Held(host, made));
        Assert.Null(made.Outputs.Find("tags"));
        Assert.Empty((await made.RefreshAsync())!);
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task One_that_is_missing_or_another_is_drift_of_all_tags_and_put_right(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud, ("defaultTags", Defaults));
        var inputs = (await InputsAsync(host, kind)).With("tags", Tags(("app", "web")));
        var made = await new Managed(host, kind).CreateAsync(inputs);
        Hold(host, made, new Tag("app", "web"), new Tag("env", "test"));

        Assert.Equal(["tagsAll.env", "tagsAll.team"], (await made.RefreshAsync())!);
        Assert.Equal(inputs.Find("tags"), made.Inputs.Find("tags"));
        Assert.Equal(Tags(("app", "web"), ("env", "test")), made.Outputs.Find("tagsAll"));
        var diff = await made.DiffAsync(inputs);
        Assert.Equal(["tagsAll.env", "tagsAll.team"], diff.DetailedDiff.Keys.Order(StringComparer.Ordinal));
        Assert.All(diff.DetailedDiff.Values, static change => Assert.False(change.InputDiff));
        Assert.Empty(diff.Replaces);

        await made.UpdateAsync(inputs);
        Assert.Equal("app=web env=dev team=net", Held(host, made));
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task Others_of_the_configuration_reach_what_is_there(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud);
        var inputs = await InputsAsync(host, kind);
        Assert.False((await new Managed(host, kind).PreviewAsync(inputs)).ContainsKey("tagsAll"));
        var made = await new Managed(host, kind).CreateAsync(inputs);
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);
        made.Forget("tagsAll"); // as in states of versions before
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);

        await host.ConfigureAsync(("defaultTags", Defaults));
        Assert.Equal(["tagsAll"], (await made.DiffAsync(inputs)).DetailedDiff.Keys);
        await made.UpdateAsync(inputs);
        Assert.Equal("env=dev team=net", Held(host, made));

        await host.ConfigureAsync(("defaultTags", Tags(("team", "web"))));
        await made.UpdateAsync(inputs);
        Assert.Equal("team=web", Held(host, made));

        await host.ConfigureAsync();
        await made.UpdateAsync(inputs);
        Assert.Equal("", Held(host, made));
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task Those_of_others_are_neither_seen_nor_touched(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud, ("ignoreTags", Ignored));
        var inputs = (await InputsAsync(host, kind)).With("tags", Tags(("app", "web")));
        var made = await new Managed(host, kind).CreateAsync(inputs);
        Hold(
            host,
            made,
            new Tag("app", "web"),
            new Tag("billing:unit", "7"),
            new Tag("owner", "somebody"),
            new Tag("_sys_pool", "a")
        );

        Assert.Empty((await made.RefreshAsync())!);
        Assert.Equal(Tags(("app", "web")), made.Outputs.Find("tagsAll"));
        await made.UpdateAsync(inputs.With("tags", Tags(("tier", "1"))));
        Assert.Equal("_sys_pool=a billing:unit=7 owner=somebody tier=1", Held(host, made));
        Assert.Equal(Tags(("tier", "1")), (await new Managed(host, kind).ImportAsync(made.Id)).Find("tags"));

        var (_, failures) = await made.CheckAsync(inputs.With("tags", Tags(("owner", "me"))));
        Assert.Equal(
            ["tags.owner: the provider's ignoreTags leaves this key to others; take it from one of the two"],
            failures
        );
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task An_import_leaves_them_to_the_configuration(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud);
        var inputs = (await InputsAsync(host, kind)).With("tags", Tags(("env", "prod"), ("team", "net")));
        var id = (await new Managed(host, kind).CreateAsync(inputs)).Id;

        await host.ConfigureAsync(("defaultTags", Defaults));
        var imported = new Managed(host, kind);

        Assert.Equal(Tags(("env", "prod")), (await imported.ImportAsync(id)).Find("tags"));
        Assert.Equal(DiffChanges.DiffNone, (await imported.DiffAsync(imported.Inputs)).Changes);
    }

    [Fact]
    public async Task Together_they_are_no_more_than_a_thing_can_have()
    {
        await using var host = await StartAsync("huaweicloud", ("defaultTags", Defaults));
        var own = Tags([.. Enumerable.Range(0, 19).Select(static number => ($"key{number}", "x"))]);
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(Props.Service.With("tags", own));
        Assert.Equal(["tags: with the provider's defaultTags these are 21 tags, at most 20 are allowed"], failures);
    }

    // The stack's configuration is text, and `pulumi config set --path` makes numbers of what looks like one.
    [Fact]
    public async Task The_stack_s_configuration_has_them_as_json()
    {
        await using var host = await StartAsync(
            "huaweicloud",
            ("defaultTags", """{"team": "net", "cost": 42, "shared": true}"""),
            ("ignoreTags", """{"keyPrefixes": ["billing:"]}""")
        );
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        Assert.Equal("cost=42 shared=true team=net", Held(host, service));
    }

    // Tags that no call could change are no reason for one.
    [Fact]
    public async Task Where_the_cloud_cannot_change_tags_they_are_no_difference()
    {
        await using var host = await StartAsync("ankara", ("defaultTags", Defaults));
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));

        foreach (var (made, inputs) in new[] { (service, Props.Service), (endpoint, Props.Endpoint(service.Id)) })
        {
            Assert.Empty((await made.RefreshAsync())!);
            Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);
        }
    }

    [Theory]
    [InlineData("_sys_a", "keys that start with '_sys_' are the cloud's own")]
    [InlineData("owner", "which vpcep:ignoreTags leaves to others")]
    [InlineData("", "a tag with an empty key")]
    public async Task Wrong_ones_are_refused_with_the_configuration(string key, string why)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var refused = await Assert.ThrowsAsync<RpcException>(() =>
            host.ConfigureAsync(("defaultTags", Tags((key, "x"))), ("ignoreTags", Ignored))
        );
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.StartsWith("vpcep:defaultTags has ", refused.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(why, refused.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_endpoints_have_no_tags_they_get_none()
    {
        await using var host = await StartAsync("hcs", ("defaultTags", Defaults));
        var made = await new Managed(host, "Endpoint").CreateAsync(await InputsAsync(host, "Endpoint"));

        Assert.Equal("", Held(host, made));
        Assert.DoesNotContain("tagsAll", made.Outputs.Keys);
    }

    [Fact]
    public async Task Where_tags_cannot_be_changed_those_of_a_new_endpoint_are_previewed_and_stay()
    {
        await using var host = await StartAsync("ankara", ("defaultTags", Defaults));
        var inputs = await InputsAsync(host, "Endpoint");
        Assert.Equal(Defaults, (await new Managed(host, "Endpoint").PreviewAsync(inputs)).Find("tagsAll"));
        var made = await new Managed(host, "Endpoint").CreateAsync(inputs);
        Assert.Equal("env=dev team=net", Held(host, made));

        await host.ConfigureAsync(("defaultTags", Tags(("team", "web"))));
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task A_state_of_before_there_were_any_differs_once_there_are(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud);
        var inputs = (await InputsAsync(host, kind)).With("tags", Tags(("app", "web")));
        var made = await new Managed(host, kind).CreateAsync(inputs);
        made.Forget("tagsAll");
        Assert.Equal(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);

        await host.ConfigureAsync(("defaultTags", Defaults));
        Assert.Equal(DiffChanges.DiffSome, (await made.DiffAsync(inputs)).Changes);
        await host.ConfigureAsync();
        await made.RefreshAsync();
        Hold(host, made, new Tag("app", "web"), new Tag("left", "over"));
        await made.RefreshAsync();
        Assert.NotEqual(DiffChanges.DiffNone, (await made.DiffAsync(inputs)).Changes);
    }

    [Theory]
    [MemberData(nameof(KindsAndClouds))]
    public async Task Tags_are_sent_where_one_of_them_changes_and_not_otherwise(string kind, string cloud)
    {
        await using var host = await StartAsync(cloud);
        var inputs = (await InputsAsync(host, kind)).With("tags", Tags(("app", "web"), ("stage", "test")));
        var made = await new Managed(host, kind).CreateAsync(inputs);
        await made.UpdateAsync(inputs);
        Assert.DoesNotContain(host.Messages, static said => said.Message == "updating the tags");

        await made.UpdateAsync(inputs.With("tags", Tags(("app", "web"), ("stage", "live"))));
        Assert.Equal("app=web stage=live", Held(host, made));
        Assert.Contains(host.Messages, static said => said.Message == "updating the tags");
    }

    [Fact]
    public async Task Too_many_of_the_program_alone_are_told_once()
    {
        await using var host = await StartAsync("huaweicloud");
        var tags = Enumerable.Range(0, 21).Select(static number => ($"key-{number}", "")).ToArray();
        var (_, failures) = await new Managed(host, "EndpointService").CheckAsync(
            Props.Service.With("tags", Tags(tags))
        );

        Assert.Single(failures);
    }

    private static async Task<ProviderOnEmulator> StartAsync(
        string cloud,
        params (string Key, PropertyValue Value)[] config
    )
    {
        var host = await ProviderOnEmulator.StartAsync(cloud);
        await host.ConfigureAsync(config);
        return host;
    }

    private static async Task<PropertyMap> InputsAsync(ProviderOnEmulator host, string kind) =>
        kind == "EndpointService"
            ? Props.Service
            : Props.Endpoint((await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service)).Id);

    private static void Hold(ProviderOnEmulator host, Managed made, params Tag[] tags)
    {
        if (made.Kind == "Endpoint")
        {
            host.Cloud.Cloud.ChangeEndpoint(made.Id, endpoint => endpoint with { Tags = tags });
        }
        else
        {
            host.Cloud.Cloud.ChangeService(made.Id, service => service with { Tags = tags });
        }
    }

    private static string Held(ProviderOnEmulator host, Managed made)
    {
        var tags =
            made.Kind == "Endpoint"
                ? host.Cloud.Cloud.Endpoints.Single(endpoint => endpoint.Id == made.Id).Tags
                : host.Cloud.Cloud.Services.Single(service => service.Id == made.Id).Tags;
        return string.Join(
            ' ',
            tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal).Select(static tag => $"{tag.Key}={tag.Value}")
        );
    }

    private static ObjectValue Tags(params (string Key, string Value)[] tags) =>
        new(Props.Map([.. tags.Select(static tag => (tag.Key, (PropertyValue)tag.Value))]));
}
