using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Support;
using Support.Documents;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Documentation;

/// <summary>docs/troubleshooting.md has the messages as users see them: each is produced here, and the page quotes it.</summary>
public sealed partial class MessageTests
{
    private static readonly (Func<ProviderOnEmulator, Task<string>> Produce, string Advice)[] Messages =
    [
        (AbsentInputAsync, "Set it; no value stands beside it, since there is none"),
        (RegionThatIsNoneAsync, "Set the region's name as the console shows it, without a blank"),
        (IdThatIsNoneAsync, "Give the id that the console shows, or `pulumi stack --show-ids`"),
        (
            ImportOfComponentAsync,
            "Import its service, endpoints, permissions and approvals; [components](components.md) says how they are called"
        ),
        (UpdateOfWhatIsGoneAsync, "Somebody else deleted it: `pulumi refresh`, then `pulumi up`"),
        (
            CreationForWhatIsGoneAsync,
            "An interrupted `pulumi destroy` has deleted what the state still has: `pulumi refresh`, then `pulumi up`. Otherwise the id is a wrong one"
        ),
        (InterruptedDeletionAsync, "`pulumi refresh`; what is gone by then leaves the state"),
        (DeletionOutOfTimeAsync, "`pulumi refresh`, or `pulumi destroy` again, which waits on"),
        (CreationOutOfTimeAsync, "`pulumi up` again waits on; `customTimeouts` waits longer at once"),
        (
            WaitingForOwnerAsync,
            "Nothing, where the program has an `EndpointApproval` or a `PrivateLink`; otherwise ask the owner of the service"
        ),
        (WhitelistWithoutEffectAsync, "Set `enableWhitelist`, or leave the whitelist out"),
        (WhitelistOfNobodyAsync, "List who may use the endpoint, or leave `enableWhitelist` out"),
        (ForcedReplacementAsync, "`deleteBeforeReplace: true` among the resource's options, then again"),
        (NoVpnEndpointAsync, "`pulumi config set vpcep:vpnEndpoint https://…`"),
        (EmptyAnswerAsync, "It was tried again, in vain: run again later"),
    ];

    [Fact]
    public async Task Page_quotes_each()
    {
        var rows = new List<string[]>();
        foreach (var (produce, advice) in Messages)
        {
            await using var host = await ProviderOnEmulator.StartAsync();
            rows.Add([Quoted(await produce(host)), advice]);
        }

        PageTable.AssertEquals("docs/troubleshooting.md", "messages", ["message", "what to do"], rows);
    }

    [Theory]
    [InlineData("Endpoint")]
    [InlineData("ServicePermission")]
    [InlineData("EndpointApproval")]
    public async Task What_an_interrupted_destroy_deleted_is_for_a_refresh_to_find(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        var inputs = kind switch
        {
            "Endpoint" => Props.Endpoint(service.Id),
            "ServicePermission" => Props.Map(("endpointServiceId", service.Id), ("permission", "*")),
            _ => Props.Map(("endpointServiceId", service.Id), ("endpointId", endpoint.Id)),
        };
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Cloud.Cloud.Vanish(endpoint.Id);
        host.Cloud.Cloud.Vanish(service.Id);

        var message = await FailureAsync(() => new Managed(host, kind, "new").CreateAsync(inputs));

        Assert.Contains("`pulumi refresh`", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "rejecting 1 connection")]
    [InlineData(2, "rejecting 2 connections")]
    public async Task Numbers_agree_with_their_nouns(int endpoints, string status)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(
            Props.Service.With("approvalEnabled", false).With("rejectConnectionsOnDelete", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        for (var number = 0; number < endpoints; number++)
        {
            host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id);
        }

        await service.DeleteAsync();

        Assert.Contains(host.Messages, message => message.Ephemeral && message.Message == status);
    }

    [Fact]
    public async Task Row_says_what_it_does_and_not_what_it_did_before()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        await endpoint.DeleteAsync();
        var deleted = Statuses(host, endpoint.Urn);
        host.Messages.Clear();

        await endpoint.CreateAsync(Props.Endpoint(service.Id));

        Assert.DoesNotContain(deleted, static status => status.StartsWith("gone", StringComparison.Ordinal));
        Assert.Contains("deleting", deleted);
        Assert.Equal("creating", Statuses(host, endpoint.Urn)[0]);
    }

    private static async Task<string> AbsentInputAsync(ProviderOnEmulator host)
    {
        var answer = await host
            .Provider.Client.CheckAsync(
                new CheckRequest
                {
                    Urn = "urn:pulumi:dev::tests::vpcep:index:EndpointService::r",
                    Type = "vpcep:index:EndpointService",
                    News = StructCodec.Encode(Props.Service.Without("vpcId")),
                }
            )
            .ResponseAsync;
        var failure = Assert.Single(answer.Failures);
        Assert.Empty(failure.Property);
        return failure.Reason;
    }

    private static async Task<string> RegionThatIsNoneAsync(ProviderOnEmulator host)
    {
        var given = Props.Map(
            ("region", "eu de"),
            ("projectId", Account.Default.ProjectId),
            ("token", Account.Default.Token!)
        );
        var answer = await host
            .Provider.Client.CheckConfigAsync(new CheckRequest { News = StructCodec.Encode(given) })
            .ResponseAsync;
        var failure = Assert.Single(answer.Failures);
        return $"{failure.Property}: {failure.Reason}";
    }

    private static Task<string> IdThatIsNoneAsync(ProviderOnEmulator host) =>
        FailureAsync(() => new Managed(host, "Endpoint").ImportAsync(".."));

    private static Task<string> ImportOfComponentAsync(ProviderOnEmulator host) =>
        FailureAsync(() => new Managed(host, "PrivateLink").ImportAsync(Props.Id("link")));

    private static async Task<string> UpdateOfWhatIsGoneAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Cloud.Cloud.Vanish(service.Id);
        return await FailureAsync(() => service.UpdateAsync(Props.Service.With("serviceName", "other")));
    }

    private static async Task<string> CreationForWhatIsGoneAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        host.Cloud.Cloud.Vanish(service.Id);
        return await FailureAsync(() => new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id)));
    }

    private static async Task<string> InterruptedDeletionAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        using (host.Time.Hold())
        {
            var failure = FailureAsync(service.DeleteAsync);
            while (host.CallsOf("DeleteService") == 0)
            {
                await Task.Delay(10);
            }

            await host.Provider.Client.CancelAsync(new Empty()).ResponseAsync;
            return await failure;
        }
    }

    private static async Task<string> DeletionOutOfTimeAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        return await FailureAsync(() =>
            host
                .Provider.Client.DeleteAsync(
                    new DeleteRequest
                    {
                        Id = service.Id,
                        Urn = service.Urn,
                        Type = service.Type,
                        Properties = StructCodec.Encode(service.Outputs),
                        Timeout = 30,
                    }
                )
                .ResponseAsync
        );
    }

    private static Task<string> CreationOutOfTimeAsync(ProviderOnEmulator host) =>
        FailureAsync(() => new Managed(host, "EndpointService").CreateAsync(Props.Service, timeout: 30));

    private static async Task<string> WaitingForOwnerAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        Assert.DoesNotContain(
            host.Messages,
            static message => message is { Ephemeral: false, Severity: not LogSeverity.Debug }
        );
        return Statuses(host, endpoint.Urn)[^1];
    }

    private static Task<string> WhitelistWithoutEffectAsync(ProviderOnEmulator host) =>
        WarningAsync(host, Props.Endpoint(Props.Id("s")).With("whitelist", Props.List("10.0.0.1")));

    private static Task<string> WhitelistOfNobodyAsync(ProviderOnEmulator host) =>
        WarningAsync(host, Props.Endpoint(Props.Id("s")).With("enableWhitelist", true));

    private static async Task<string> ForcedReplacementAsync(ProviderOnEmulator host)
    {
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        return await FailureAsync(() => new Managed(host, "EndpointService", "again").CreateAsync(Props.Service));
    }

    private static async Task<string> NoVpnEndpointAsync(ProviderOnEmulator host)
    {
        var configuration = ProviderOnEmulator.Config(host.Cloud);
        configuration.Fields.Remove("vpnEndpoint");
        await host.Provider.Client.ConfigureAsync(new ConfigureRequest { Args = configuration }).ResponseAsync;
        return await FailureAsync(() =>
            host.AskAsync("vpcep:vpn:getP2cGatewayConnections", ("p2cGatewayId", VpnGateway.DefaultId))
        );
    }

    private static Task<string> EmptyAnswerAsync(ProviderOnEmulator host)
    {
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "ListServices",
                Kind = FaultKind.Answer,
                Status = 200,
                Body = "",
                Count = null,
            }
        );
        return FailureAsync(() => host.AskAsync("getEndpointServices"));
    }

    private static async Task<string> WarningAsync(ProviderOnEmulator host, PropertyMap inputs)
    {
        var (_, failures) = await new Managed(host, "Endpoint").CheckAsync(inputs);
        Assert.Empty(failures);
        return Assert.Single(host.Messages, static message => message.Severity is LogSeverity.Warning).Message;
    }

    private static async Task<string> FailureAsync(Func<Task> call)
    {
        var answer = await Assert.ThrowsAsync<RpcException>(() => call().DefaultTimeout());
        Assert.False(answer.StatusCode is StatusCode.Internal or StatusCode.Unknown, answer.Status.Detail);
        return answer.Status.Detail;
    }

    private static List<string> Statuses(ProviderOnEmulator host, string urn) =>
        [
            .. host
                .Messages.Where(message => message.Ephemeral && message.Urn == urn)
                .Select(static message => message.Message),
        ];

    // Ids, times and requests differ from run to run, and what was seen last with how fast the machine is.
    private static string Quoted(string message)
    {
        var text = LastSeen().Replace(Request().Replace(Uuid().Replace(message, "…"), "request …"), "");
        return $"\"{text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex("request [0-9a-f]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    [GeneratedRegex(@"; last seen: [^;]*\([0-9]+ s\)", RegexOptions.CultureInvariant)]
    private static partial Regex LastSeen();
}
