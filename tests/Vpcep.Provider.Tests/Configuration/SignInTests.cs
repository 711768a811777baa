using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Configuration;

public sealed class SignInTests
{
    private static readonly (string, PropertyValue)[] Key =
    [
        ("accessKey", Account.Default.AccessKey!),
        ("secretKey", Account.Default.SecretKey!),
    ];

    private static readonly (string, PropertyValue)[] Password =
    [
        ("userName", Account.Default.UserName),
        ("password", Account.Default.Password),
        ("domainName", Account.Default.DomainName),
    ];

    /// <summary>Configures the provider so and asks for something.</summary>
    private static async Task<PropertyMap> TryAsync(ProviderOnEmulator host, params (string, PropertyValue)[] config)
    {
        await host.Provider.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Args = StructCodec.Encode(Props.Map([("endpoint", host.Cloud.Url.ToString()), .. config])),
            }
        );
        return await host.AskAsync("getQuotas");
    }

    private static async Task<RpcException> FailsAsync(params (string, PropertyValue)[] config)
    {
        await using var provider = await ProviderHarness.StartAsync(
            VpcepProvider.Create(TimeProvider.System, static _ => null)
        );
        return await Assert.ThrowsAsync<RpcException>(() =>
            provider
                .Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(Props.Map(config)) })
                .ResponseAsync
        );
    }

    private static string[] Missing(RpcException failure) =>
        [.. failure.Detail<ConfigureErrorMissingKeys>()!.MissingKeys.Select(static key => key.Name)];

    private static (string, PropertyValue) Iam(ProviderOnEmulator host) => ("iamEndpoint", $"{host.Cloud.Url}v3");

    [Theory]
    [InlineData("access")]
    [InlineData("scoped")]
    public async Task Keys_sign_in_both_forms(string signing)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var quotas = await TryAsync(
            host,
            [.. Key, ("projectId", Account.Default.ProjectId), ("signing", signing), ("region", "tr-central-201")]
        );
        Assert.NotEmpty(quotas.Items("quotas"));
    }

    [Fact]
    public async Task Blanks_belong_to_no_key_but_they_may_to_a_password()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var project = ("projectId", (PropertyValue)$" {Account.Default.ProjectId}\n");
        (string, PropertyValue)[] keys =
        [
            ("accessKey", $" {Account.Default.AccessKey}\n"),
            ("secretKey", $"{Account.Default.SecretKey}\r\n"),
        ];

        Assert.NotEmpty((await TryAsync(host, [.. keys, project])).Items("quotas"));
        Assert.NotEmpty((await TryAsync(host, ("token", $"{Account.Default.Token}\n"), project)).Items("quotas"));
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            TryAsync(host, Password[0], ("password", $"{Account.Default.Password} "), Password[2], Iam(host), project)
        );
        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_never_quoted()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            TryAsync(host, Key[0], ("secretKey", "wrong-canary"), ("projectId", Account.Default.ProjectId))
        );
        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
        Assert.DoesNotContain("canary", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Temporary_keys_take_their_token_along()
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Accounts = [Account.Default with { SecurityToken = "sts-token" }],
            }
        );
        var project = ("projectId", (PropertyValue)Account.Default.ProjectId);
        Assert.NotEmpty((await TryAsync(host, [.. Key, project, ("securityToken", "sts-token")])).Items("quotas"));
        await Assert.ThrowsAsync<RpcException>(() => TryAsync(host, [.. Key, project]));
    }

    [Fact]
    public async Task A_password_signs_in_once_for_many_calls()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await TryAsync(host, [.. Password, Iam(host), ("projectId", Account.Default.ProjectId)]);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.AskAsync("getQuotas")));
        Assert.Equal(1, host.CallsOf("CreateToken"));

        host.Cloud.Cloud.ExpireTokens();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.AskAsync("getQuotas")));
        Assert.Equal(2, host.CallsOf("CreateToken"));
    }

    [Fact]
    public async Task A_project_is_found_by_its_name()
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Accounts = [Account.Default with { ProjectName = "tr-central-201_net" }],
            }
        );
        var name = ("projectName", (PropertyValue)"tr-central-201_net");
        Assert.NotEmpty((await TryAsync(host, [.. Key, Iam(host), name])).Items("quotas"));
        Assert.NotEmpty((await TryAsync(host, [.. Password, Iam(host), name])).Items("quotas"));
    }

    [Fact]
    public async Task A_project_name_of_several_lists_their_ids()
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Accounts =
                [
                    Account.Default with
                    {
                        ProjectName = "twice",
                    },
                    Account.Default with
                    {
                        ProjectName = "twice",
                        ProjectId = "11111111111111111111111111111111",
                        AccessKey = null,
                        Token = null,
                    },
                ],
            }
        );
        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            TryAsync(host, [.. Key, Iam(host), ("projectName", "twice")])
        );
        Assert.Contains(Account.Default.ProjectId, failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("11111111111111111111111111111111", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_ways_at_once_are_named()
    {
        var failure = await FailsAsync([.. Key, .. Password, ("token", "t"), ("region", "eu-de"), ("projectId", "p")]);
        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        foreach (var name in (string[])["vpcep:token", "vpcep:accessKey", "vpcep:userName"])
        {
            Assert.Contains(name, failure.Status.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_a_password_needs_besides_is_listed_at_once()
    {
        var failure = await FailsAsync(("userName", "u"), ("endpoint", "https://vpcep.example.com"));
        Assert.Equal(["vpcep:projectId", "vpcep:password", "vpcep:domainName", "vpcep:iamEndpoint"], Missing(failure));
    }

    [Fact]
    public async Task A_project_name_in_a_private_region_needs_the_identity_service()
    {
        var failure = await FailsAsync([.. Key, ("endpoint", "https://vpcep.example.com"), ("projectName", "p")]);
        Assert.Equal(["vpcep:iamEndpoint"], Missing(failure));
    }

    [Fact]
    public async Task A_way_that_is_configured_wins_over_another_in_the_environment()
    {
        string? Variable(string name) =>
            name switch
            {
                "HW_ACCESS_KEY" or "HW_SECRET_KEY" or "OS_USERNAME" or "OS_PASSWORD" => "of the environment",
                _ => null,
            };
        await using var provider = await ProviderHarness.StartAsync(
            VpcepProvider.Create(TimeProvider.System, Variable),
            null,
            Variable
        );
        var config = Props.Map(("region", "eu-de"), ("projectId", "p"));
        foreach (
            var way in (PropertyMap[])
                [config.With("token", "t"), config.With("userName", "u").With("password", "p").With("domainName", "d")]
        )
        {
            await provider.Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(way) });
        }
    }

    [Fact]
    public async Task A_region_is_the_name_of_its_first_project()
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Accounts = [Account.Default with { ProjectName = "tr-central-201" }],
            }
        );
        Assert.NotEmpty((await TryAsync(host, [.. Key, Iam(host), ("region", "tr-central-201")])).Items("quotas"));
    }
}
