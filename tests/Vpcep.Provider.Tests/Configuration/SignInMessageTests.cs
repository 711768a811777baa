using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Configuration;

/// <summary>A failure before the API was reached names the keys that lead there, and only those that are in use.</summary>
public sealed class SignInMessageTests
{
    private static readonly string[] EveryKey =
    [
        "vpcep:token",
        "vpcep:accessKey",
        "vpcep:secretKey",
        "vpcep:securityToken",
        "vpcep:userName",
        "vpcep:password",
        "vpcep:domainName",
        "vpcep:endpoint",
        "vpcep:iamEndpoint",
        "vpcep:vpnEndpoint",
    ];

    private static (string, PropertyValue)[] Way(string way) =>
        way switch
        {
            "token" => [("token", Account.Default.Token!)],
            "keys" => [("accessKey", Account.Default.AccessKey!), ("secretKey", Account.Default.SecretKey!)],
            "temporary" => [.. Way("keys"), ("securityToken", "sts-canary")],
            _ =>
            [
                ("userName", Account.Default.UserName),
                ("password", Account.Default.Password),
                ("domainName", Account.Default.DomainName),
            ],
        };

    private static async Task<string> FailureAsync(string way, Fault fault, bool creates = false)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        host.Cloud.Faults.Add(fault with { Count = null });
        await host.Provider.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Args = StructCodec.Encode(
                    Props.Map([
                        ("endpoint", host.Cloud.Url.ToString()),
                        ("iamEndpoint", host.Cloud.Url.ToString()),
                        ("projectId", Account.Default.ProjectId),
                        .. Way(way),
                    ])
                ),
            }
        );
        return (
            await Assert.ThrowsAsync<RpcException>(() =>
                creates
                    ? host
                        .Provider.Client.CreateAsync(
                            new CreateRequest
                            {
                                Urn = "urn:pulumi:dev::p::vpcep:index:EndpointService::web",
                                Type = "vpcep:index:EndpointService",
                                Name = "web",
                                Properties = StructCodec.Encode(Props.Service.With("approvalEnabled", false)),
                            }
                        )
                        .ResponseAsync
                    : host.AskAsync("getQuotas")
            )
        ).Status.Detail;
    }

    private static void Names(string message, params string[] keys) =>
        Assert.Equal(
            string.Join(' ', keys),
            string.Join(' ', EveryKey.Where(key => message.Contains(key, StringComparison.Ordinal)))
        );

    [Theory]
    [InlineData("token", "vpcep:token")]
    [InlineData("keys", "vpcep:accessKey vpcep:secretKey")]
    [InlineData("temporary", "vpcep:accessKey vpcep:secretKey vpcep:securityToken")]
    [InlineData("password", "vpcep:userName vpcep:password vpcep:domainName")]
    public async Task A_refusal_names_the_way_in_use_and_no_other(string way, string keys)
    {
        var message = await FailureAsync(
            way,
            new Fault
            {
                Operation = "ListQuotas",
                Status = 401,
                Code = "APIGW.0301",
            }
        );

        Names(message, keys.Split(' '));
        Assert.DoesNotContain("canary", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_fails_names_its_own_keys()
    {
        var refused = new Fault
        {
            Path = "auth/tokens",
            Status = 401,
            Body = """{"error":{"message":"wrong"}}""",
        };
        var message = await FailureAsync("password", refused);
        Names(message, "vpcep:userName", "vpcep:password", "vpcep:domainName");
        Assert.DoesNotContain("vpcep:projectId", message, StringComparison.Ordinal);

        var noToken = new Fault
        {
            Path = "auth/tokens",
            Status = 201,
            Body = "{}",
        };
        Names(await FailureAsync("password", noToken), "vpcep:iamEndpoint");
        Names(await FailureAsync("password", noToken with { Body = "<html>Welcome" }), "vpcep:iamEndpoint");
    }

    [Theory]
    [InlineData(StatusCodes.Status200OK, false)]
    [InlineData(StatusCodes.Status200OK, true)]
    [InlineData(StatusCodes.Status404NotFound, false)]
    [InlineData(StatusCodes.Status404NotFound, true)]
    [InlineData(StatusCodes.Status502BadGateway, false)]
    [InlineData(StatusCodes.Status502BadGateway, true)]
    public async Task A_web_page_in_place_of_the_api_names_the_endpoint(int status, bool creates)
    {
        var message = await FailureAsync("token", Fault.HtmlPage(status), creates);

        Names(message, "vpcep:endpoint");
        Assert.Contains("a web page instead of an API answer", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_hangs_up_on_plain_text_names_the_endpoint_and_https()
    {
        foreach (var creates in (bool[])[false, true])
        {
            var message = await FailureAsync("token", new Fault { Kind = FaultKind.Reset }, creates);

            Names(message, "vpcep:endpoint");
            Assert.Contains("want https://?", message, StringComparison.Ordinal);
        }
    }
}
