using Grpc.Core;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Configuration;

/// <summary>A region of which only the identity service is known: its catalog has the addresses.</summary>
public sealed class CatalogTests
{
    private const string Region = "private-1";

    // Where nothing listens.
    private const string Nowhere = "http://127.0.0.1:1";

    private static string Vpcep(params string[] endpoints) =>
        $$"""[{"type":"iam","endpoints":[{"interface":"public","region":"{{Region}}","url":"{{Nowhere}}"}]},{"type":"vpcep","endpoints":[{{string.Join(',', endpoints)}}]}]""";

    private static string Entry(string url, string region = $"\"region\":\"{Region}\"", string kind = "public") =>
        $$"""{"interface":"{{kind}}",{{region}},"url":"{{url}}"}""";

    private static Task<ProviderOnEmulator> StartAsync(string? catalog = null) =>
        ProviderOnEmulator.StartAsync(options => options with { Region = Region, Catalog = catalog });

    // The rest of the configuration is that of every test; a blank value is none.
    private static Task OnlyIdentityAsync(ProviderOnEmulator host, params (string, PropertyValue)[] more) =>
        host.ConfigureAsync([
            ("endpoint", ""),
            ("vpnEndpoint", ""),
            ("cloud", ""),
            ("region", Region),
            ("iamEndpoint", $"{host.Cloud.Url}v3"),
            .. more,
        ]);

    public static TheoryData<string, string> Catalogs =>
        new()
        {
            { "project", Vpcep(Entry("{url}/v1/6e9dfd51d1124e8d8498dce894923a0d")) },
            { "mark", Vpcep(Entry("{url}/v1/$(tenant_id)s")) },
            { "mark of another kind", Vpcep(Entry("{url}/v1/%(project_id)s")) },
            { "no project", Vpcep(Entry("{url}/v1")) },
            { "host only", Vpcep(Entry("{url}")) },
            { "two regions", Vpcep(Entry(Nowhere, "\"region\":\"other-2\""), Entry("{url}/v1")) },
            {
                "other case",
                Vpcep(Entry(Nowhere, "\"region\":\"other-2\""), Entry("{url}", "\"region\":\"PRIVATE-1\""))
            },
            { "id of the region", Vpcep(Entry("{url}", $"\"region_id\":\"{Region}\"")) },
            {
                "two interfaces",
                Vpcep(Entry(Nowhere, kind: "internal"), Entry("{url}/v1"), Entry(Nowhere, kind: "admin"))
            },
            { "no region", Vpcep(Entry("{url}/v1", "\"region\":\"\"")) },
            { "region null", Vpcep(Entry("{url}/v1", "\"region\":null")) },
            { "any region", Vpcep(Entry("{url}/v1", "\"region\":\"*\"")) },
            { "own before any", Vpcep(Entry(Nowhere, "\"region\":\"\""), Entry("{url}/v1")) },
            { "first of several", Vpcep(Entry("{url}/v1"), Entry(Nowhere)) },
            { "no address before one", Vpcep(Entry(""), Entry("{url}/v1")) },
            { "services without addresses", """[{"type":"obs"},""" + Vpcep(Entry("{url}/v1"))[1..] },
        };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public async Task The_address_of_the_region_is_taken_without_its_path(string kind, string catalog)
    {
        await using var host = await StartAsync(catalog);
        await OnlyIdentityAsync(host);

        Assert.True((await host.AskAsync("getQuotas")).Items("quotas").Length > 0, kind);
    }

    [Fact]
    public async Task It_is_asked_once_for_all_services_and_not_before_it_is_needed()
    {
        await using var host = await StartAsync();
        host.Cloud.Calls.Clear();
        await OnlyIdentityAsync(host);
        Assert.Empty(host.Cloud.Calls.All);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.AskAsync("getQuotas")));
        await host.AskAsync("vpcep:vpn:getP2cGatewayConnections", ("p2cGatewayId", VpnGateway.DefaultId));
        Assert.Equal(1, host.CallsOf("GetCatalog"));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("password")]
    public async Task Whoever_signs_in_reads_it(string way)
    {
        await using var host = await StartAsync();
        await OnlyIdentityAsync(
            host,
            [
                ("accessKey", ""),
                ("secretKey", ""),
                .. way == "token"
                    ? ((string, PropertyValue)[])[("token", Account.Default.Token!)]
                    :
                    [
                        ("userName", Account.Default.UserName),
                        ("password", Account.Default.Password),
                        ("domainName", Account.Default.DomainName),
                    ],
            ]
        );
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.AskAsync("getQuotas")));

        Assert.InRange(host.CallsOf("GetCatalog"), 0, 1);
        Assert.Equal(way == "password" ? 1 : 0, host.CallsOf("CreateToken"));
    }

    [Fact]
    public async Task Without_a_region_the_first_address_is_taken()
    {
        await using var host = await StartAsync(
            Vpcep(Entry("{url}", "\"region\":\"a\""), Entry(Nowhere, "\"region\":\"b\""))
        );
        await OnlyIdentityAsync(host, ("region", ""));

        Assert.NotEmpty((await host.AskAsync("getQuotas")).Items("quotas"));
    }

    [Theory]
    [InlineData("[]", "no public address of it")]
    [InlineData("""[{"type":"obs","endpoints":[{"interface":"public","url":"{url}"}]}]""", "no public address of it")]
    [InlineData(
        """[{"type":"vpcep","endpoints":[{"interface":"admin","region":"private-1","url":"{url}"}]}]""",
        "no public address of it"
    )]
    [InlineData(
        """[{"type":"vpcep","endpoints":[{"interface":"public","region":"other-2","url":"{url}"}]}]""",
        "in other-2, and not in private-1"
    )]
    public async Task A_catalog_without_it_names_the_key_that_helps(string catalog, string problem)
    {
        await using var host = await StartAsync(catalog);
        await OnlyIdentityAsync(host);
        for (var i = 0; i < 3; i++)
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));
            Assert.Contains(problem, failure.Status.Detail, StringComparison.Ordinal);
            Assert.Contains("vpcep:endpoint", failure.Status.Detail, StringComparison.Ordinal);
        }

        Assert.Equal(1, host.CallsOf("GetCatalog"));
    }

    [Fact]
    public async Task An_identity_service_without_a_catalog_says_the_same()
    {
        await using var host = await StartAsync();
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "GetCatalog",
                Status = 404,
                Body = "{}",
            }
        );
        await OnlyIdentityAsync(host);

        var failure = await Assert.ThrowsAsync<RpcException>(() => host.AskAsync("getQuotas"));
        Assert.Contains("vpcep:endpoint", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_addresses_are_not_asked_for()
    {
        await using var host = await StartAsync();
        await host.ConfigureAsync(("iamEndpoint", host.Cloud.Url.ToString()), ("region", Region));
        await host.AskAsync("getQuotas");

        Assert.Equal(0, host.CallsOf("GetCatalog"));
    }
}
