using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>
/// A plugin is killed while a request is under way, and then comes something else than the same create: what was made is
/// told of with its id, until it is gone or known.
/// </summary>
public sealed class LeftBehindTests
{
    /// <summary>Things that the cloud gives an id.</summary>
    public static TheoryData<string> Kinds { get; } = ["EndpointService", "Endpoint"];

    private static async Task<(ProviderOnEmulator Host, Managed Other, PropertyMap Inputs)> StartAsync(string kind)
    {
        var host = await ProviderOnEmulator.StartAsync(static options => options with { Delay = TimeSpan.Zero });
        var service = Props.Service.With("portId", Props.Id("other")).With("serviceName", "other");
        var other = await new Managed(host, "EndpointService", "other").CreateAsync(
            service.With("approvalEnabled", false)
        );
        await host.FinishAsync();
        return (host, other, kind == "Endpoint" ? Props.Endpoint(other.Id) : Props.Service);
    }

    private static string Told(ProviderOnEmulator host)
    {
        string[] told =
        [
            .. host.Warnings.Where(static text => text.Contains("that was interrupted", StringComparison.Ordinal)),
        ];
        Assert.True(told.Length == 1, string.Join('\n', host.Messages.Select(static message => message.Message)));
        return told[0];
    }

    private static void AssertSilent(ProviderOnEmulator host) =>
        Assert.DoesNotContain(host.Warnings, static text => text.Contains("interrupted", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Refresh_or_destroy_tells_of_it_before_it_ends(string kind)
    {
        var (host, other, inputs) = await StartAsync(kind);
        await using var _ = host;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, kind, inputs, "web"));

        await other.RefreshAsync();
        await host.FinishAsync();

        Assert.Contains(id, Told(host), StringComparison.Ordinal);
        Assert.Contains("'web'", Told(host), StringComparison.Ordinal);
        Assert.Contains(host.Messages, message => message.Urn.EndsWith("::web", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Program_without_the_resource_tells_of_it_each_time_until_it_is_gone(string kind)
    {
        var (host, other, inputs) = await StartAsync(kind);
        await using var _ = host;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, kind, inputs, "web"));
        for (var run = 1; run <= 2; run++)
        {
            host.Messages.Clear();
            await other.DiffAsync(other.Inputs);
            await host.FinishAsync();
            Assert.Contains(id, Told(host), StringComparison.Ordinal);
        }

        host.Cloud.Cloud.Vanish(id);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        for (var run = 1; run <= 2; run++)
        {
            host.Messages.Clear();
            host.Cloud.Calls.Clear();
            await other.DiffAsync(other.Inputs);
            await host.FinishAsync();
            AssertSilent(host);
        }

        Assert.Empty(host.Cloud.Calls.All);
        Assert.Empty(KilledPlugin.Notes(host));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Other_inputs_make_another_and_tell_of_the_first(string kind)
    {
        var (host, _, inputs) = await StartAsync(kind);
        await using var _ = host;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, kind, inputs, "web"));

        var edited = kind == "Endpoint" ? inputs.With("enableDns", false) : inputs.With("portId", Props.Id("edited"));
        var web = await new Managed(host, kind, "web").CreateAsync(edited);

        Assert.NotEqual(id, web.Id);
        Assert.Contains(id, Told(host), StringComparison.Ordinal);
        Assert.Contains("other inputs", Told(host), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Preview_of_a_program_that_still_asks_for_it_says_nothing_and_the_update_goes_on_with_it(
        string kind
    )
    {
        var (host, _, inputs) = await StartAsync(kind);
        await using var _ = host;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, kind, inputs, "web"));

        await new Managed(host, kind, "web").PreviewAsync(inputs);
        await host.FinishAsync();
        AssertSilent(host);

        var web = await new Managed(host, kind, "web").CreateAsync(inputs);
        await host.FinishAsync();
        Assert.Equal(id, web.Id);
        Assert.Contains($"{id}, which an interrupted run made", Assert.Single(host.Warnings), StringComparison.Ordinal);
        Assert.Empty(KilledPlugin.Notes(host));
    }

    [Fact]
    public async Task Equal_endpoints_get_one_each_of_what_their_creates_made()
    {
        var (host, _, inputs) = await StartAsync("Endpoint");
        await using var _ = host;
        string[] names = ["a", "b", "c", "d"];
        var made = await KilledPlugin.CreateAsync(host, "Endpoint", inputs, names);

        var again = await Task.WhenAll(names.Select(name => new Managed(host, "Endpoint", name).CreateAsync(inputs)));

        Assert.Equal(made, again.Select(static endpoint => endpoint.Id).Order(StringComparer.Ordinal));
        Assert.Equal(names.Length, host.Cloud.Cloud.Endpoints.Count);
    }

    [Fact]
    public async Task More_than_creates_were_left_is_an_error_that_names_all_and_the_way_out()
    {
        var (host, other, inputs) = await StartAsync("Endpoint");
        await using var _ = host;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, "Endpoint", inputs, "web"));
        var twin = await host.ClientOf(Account.Default)
            .Endpoints.CreateAsync(Request(other.Id), CancellationToken.None);

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new Managed(host, "Endpoint", "web").CreateAsync(inputs)
        );

        Assert.Contains(id, failure.Message, StringComparison.Ordinal);
        Assert.Contains(twin.Id, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Assert.Single(KilledPlugin.Notes(host)), failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_made_before_is_not_taken()
    {
        var (host, other, inputs) = await StartAsync("Endpoint");
        await using var _ = host;
        var theirs = await host.ClientOf(Account.Default)
            .Endpoints.CreateAsync(Request(other.Id), CancellationToken.None);
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, "Endpoint", inputs, "web"));

        var web = await new Managed(host, "Endpoint", "web").CreateAsync(inputs);

        Assert.NotEqual(theirs.Id, web.Id);
        Assert.Equal(id, web.Id);
    }

    [Fact]
    public async Task Import_settles_it()
    {
        var (host, _, inputs) = await StartAsync("Endpoint");
        await using var _ = host;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, "Endpoint", inputs, "web"));
        host.Time.Advance(TimeSpan.FromMinutes(1));

        var imported = new Managed(host, "Endpoint", "imported");
        await imported.ImportAsync(id);
        await host.FinishAsync();
        await imported.RefreshAsync();
        await host.FinishAsync();

        AssertSilent(host);
        Assert.Empty(KilledPlugin.Notes(host));
    }

    [Fact]
    public async Task Other_stacks_hear_nothing()
    {
        var (host, other, inputs) = await StartAsync("Endpoint");
        await using var _ = host;
        await KilledPlugin.CreateAsync(host, "Endpoint", inputs, "web");
        host.Cloud.Calls.Clear();

        host.Stack = "prod";
        await host.RestartAsync();
        await new Managed(host, "EndpointService", "other").ImportAsync(other.Id);
        await host.FinishAsync();

        AssertSilent(host);
        Assert.Equal(0, host.CallsOf("ListEndpoints"));
    }

    [Fact]
    public async Task Without_a_note_nothing_is_asked()
    {
        var (host, other, _) = await StartAsync("Endpoint");
        await using var _ = host;
        host.Cloud.Calls.Clear();

        await other.DiffAsync(other.Inputs);
        await host.FinishAsync();

        Assert.Empty(host.Cloud.Calls.All);
    }

    [Theory]
    [InlineData("description", true)]
    [InlineData("vpcId", false)]
    public async Task Secret_inputs_are_in_no_note_and_what_was_made_is_found_all_the_same(string secret, bool isTold)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "s").CreateAsync(
            Props.Service.With("approvalEnabled", false)
        );
        await host.FinishAsync();
        var inputs = Props.Endpoint(service.Id).With("description", "a-word-nobody-may-read");
        inputs = inputs.With(secret, inputs[secret].AsSecret());
        var text = ((StringValue)inputs[secret].Unwrapped).Value;
        var id = Assert.Single(await KilledPlugin.CreateAsync(host, "Endpoint", inputs, "web"));

        Assert.DoesNotContain(
            text,
            await File.ReadAllTextAsync(Assert.Single(KilledPlugin.Notes(host))),
            StringComparison.Ordinal
        );
        await service.RefreshAsync();
        await host.FinishAsync();
        Assert.Equal(isTold, Told(host).Contains(id, StringComparison.Ordinal));

        var web = await new Managed(host, "Endpoint", "web").CreateAsync(inputs);
        Assert.Equal(id, web.Id);
        Assert.Single(host.Cloud.Cloud.Endpoints);
    }

    private static Client.CreateEndpointRequest Request(string service) =>
        new()
        {
            EndpointServiceId = service,
            VpcId = Props.Id("vpc-2"),
            SubnetId = Props.Id("subnet-2"),
            EnableDns = true,
        };
}
