using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>Which answers ask the engine to read the resource before it does anything else with it.</summary>
public sealed class UnsettledTests
{
    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task A_pending_endpoint_is_read_until_it_is_decided(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await ServiceAsync(host, approval: true);
        foreach (
            var (decision, isSettled) in new[] { ("pendingAcceptance", false), ("accepted", true), ("rejected", true) }
        )
        {
            var made = await CreateAsync(host, "Endpoint", Props.Endpoint(service.Id));
            Assert.True(made.RefreshBeforeUpdate);
            host.Cloud.Cloud.ChangeEndpoint(made.Id, held => held with { Status = decision });
            var read = await ReadAsync(host, "Endpoint", made.Id, made.Properties, Props.Endpoint(service.Id));
            Assert.Equal(!isSettled, read.RefreshBeforeUpdate);
            Assert.Equal(decision == "accepted", StructCodec.Decode(read.Properties).ContainsKey("ip"));
            host.Cloud.Cloud.Vanish(made.Id);
        }
    }

    [Fact]
    public async Task What_is_settled_is_not()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await CreateAsync(host, "EndpointService", Full.Service(host));
        Assert.False(service.RefreshBeforeUpdate);
        var endpoint = await CreateAsync(host, "Endpoint", Full.Endpoint(host, service.Id));
        Assert.False(endpoint.RefreshBeforeUpdate);
        Assert.False((await CreateAsync(host, "Endpoint", Full.Gateway(host))).RefreshBeforeUpdate);
        Assert.False(
            (await CreateAsync(host, "ServicePermission", Full.Permission(host, service.Id))).RefreshBeforeUpdate
        );
        var read = await ReadAsync(host, "Endpoint", endpoint.Id, endpoint.Properties, Full.Endpoint(host, service.Id));
        Assert.False(read.RefreshBeforeUpdate);
    }

    [Fact]
    public async Task An_update_says_so_too()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host, approval: true);
        var inputs = Props.Endpoint(service.Id);
        var made = await CreateAsync(host, "Endpoint", inputs);
        Assert.True((await UpdateAsync()).RefreshBeforeUpdate);
        host.Cloud.Cloud.ChangeEndpoint(made.Id, static held => held with { Status = "accepted", Materialised = true });
        Assert.False((await UpdateAsync()).RefreshBeforeUpdate);

        async Task<UpdateResponse> UpdateAsync() =>
            await host
                .Provider.Client.UpdateAsync(
                    new UpdateRequest
                    {
                        Id = made.Id,
                        Urn = Urn(host, "Endpoint"),
                        Type = "vpcep:index:Endpoint",
                        Olds = made.Properties,
                        OldInputs = StructCodec.Encode(inputs),
                        News = StructCodec.Encode(inputs.With("enableWhitelist", true)),
                    }
                )
                .DefaultTimeout();
    }

    // With reasons in the state the next update goes on with the create; a read that finds it done takes them away.
    [Fact]
    public async Task A_create_that_nobody_saw_the_end_of_is_read_first()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host, approval: false);
        var inputs = Props.Endpoint(service.Id);
        var failure = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(host, "Endpoint", inputs, timeout: 50));
        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.True(kept.RefreshBeforeUpdate);

        var still = await Assert.ThrowsAsync<RpcException>(() =>
            ReadAsync(host, "Endpoint", kept.Id, kept.Properties, inputs)
        );
        Assert.True(still.Detail<ErrorResourceInitFailed>()!.RefreshBeforeUpdate);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.False((await ReadAsync(host, "Endpoint", kept.Id, kept.Properties, inputs)).RefreshBeforeUpdate);
    }

    // A read without reasons would end the waiting: then no update follows.
    [Fact]
    public async Task Who_waits_for_acceptance_is_not_done_before_it()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await ServiceAsync(host, approval: true);
        var inputs = Props.Endpoint(service.Id).With("waitForAcceptance", true);
        var failure = await Assert.ThrowsAsync<RpcException>(() => CreateAsync(host, "Endpoint", inputs, timeout: 300));
        var kept = failure.Detail<ErrorResourceInitFailed>()!;

        var pending = await Assert.ThrowsAsync<RpcException>(() =>
            ReadAsync(host, "Endpoint", kept.Id, kept.Properties, inputs)
        );
        Assert.Contains(
            "the next `pulumi up` waits for it",
            Assert.Single(pending.Detail<ErrorResourceInitFailed>()!.Reasons),
            StringComparison.Ordinal
        );
        host.Cloud.Cloud.ChangeEndpoint(kept.Id, static held => held with { Status = "accepted", Materialised = true });
        var read = await ReadAsync(host, "Endpoint", kept.Id, kept.Properties, inputs);
        Assert.False(read.RefreshBeforeUpdate);
        Assert.NotEmpty(StructCodec.Decode(read.Properties).Text("ip"));
    }

    // The engine opens the provider from the state, before the program; by then its configuration may be another one.
    [Theory]
    [InlineData("", "", "missing required configuration: accessKey, secretKey")]
    [InlineData("accessKey", "an-old-one", "(APIGW.0301, HTTP 401")]
    [InlineData("endpoint", "http://127.0.0.1:1", "the host cannot be reached")]
    public async Task Who_cannot_ask_says_so_and_leaves_it_as_it_is(string key, string value, string why)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await CreateAsync(host, "EndpointService", Full.Service(host).With("approvalEnabled", true));
        var inputs = Props.Endpoint(service.Id);
        var made = await CreateAsync(host, "Endpoint", inputs);
        var config = StructCodec.Decode(ProviderOnEmulator.Config(host.Cloud));
        config = key is "" ? config.Without("accessKey").Without("secretKey") : config.With(key, value);
        await host.OpenFromStateAsync(config);

        var pending = await Assert.ThrowsAsync<RpcException>(() =>
            ReadAsync(host, "Endpoint", made.Id, made.Properties, inputs)
        );
        var kept = pending.Detail<ErrorResourceInitFailed>()!;
        Assert.Contains(why, Assert.Single(kept.Reasons), StringComparison.Ordinal);
        Assert.Contains("stays as it was", kept.Reasons[0], StringComparison.Ordinal);
        Assert.Equal((made.Id, true), (kept.Id, kept.RefreshBeforeUpdate));
        Assert.Equal((made.Properties, StructCodec.Encode(inputs)), (kept.Properties, kept.Inputs));

        var refreshed = await host
            .Provider.Client.DiffAsync(
                new DiffRequest
                {
                    Id = made.Id,
                    Urn = Urn(host, "Endpoint"),
                    Type = "vpcep:index:Endpoint",
                    Olds = kept.Properties,
                    OldInputs = kept.Inputs,
                    News = kept.Inputs,
                }
            )
            .DefaultTimeout();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, refreshed.Changes);

        // What is settled is asked for by nobody but a refresh, and that fails.
        var settled = await Assert.ThrowsAsync<RpcException>(() =>
            ReadAsync(host, "EndpointService", service.Id, service.Properties, Full.Service(host))
        );
        Assert.Null(settled.Detail<ErrorResourceInitFailed>());
        Assert.Contains(why, settled.Status.Detail, StringComparison.Ordinal);

        await host.RestartAsync();
        Assert.True((await ReadAsync(host, "Endpoint", made.Id, kept.Properties, inputs)).RefreshBeforeUpdate);
    }

    private static async Task<Managed> ServiceAsync(ProviderOnEmulator host, bool approval) =>
        await new Managed(host, "EndpointService", "service").CreateAsync(
            Props.Service.With("approvalEnabled", approval)
        );

    private static string Urn(ProviderOnEmulator host, string kind) =>
        $"urn:pulumi:{host.Stack}::tests::vpcep:index:{kind}::r";

    private static async Task<CreateResponse> CreateAsync(
        ProviderOnEmulator host,
        string kind,
        PropertyMap inputs,
        double timeout = 0
    ) =>
        await host
            .Provider.Client.CreateAsync(
                new CreateRequest
                {
                    Urn = Urn(host, kind),
                    Type = $"vpcep:index:{kind}",
                    Properties = StructCodec.Encode(inputs),
                    Timeout = timeout,
                }
            )
            .DefaultTimeout();

    private static async Task<ReadResponse> ReadAsync(
        ProviderOnEmulator host,
        string kind,
        string id,
        Google.Protobuf.WellKnownTypes.Struct state,
        PropertyMap inputs
    ) =>
        await host
            .Provider.Client.ReadAsync(
                new ReadRequest
                {
                    Id = id,
                    Urn = Urn(host, kind),
                    Type = $"vpcep:index:{kind}",
                    Properties = state,
                    Inputs = StructCodec.Encode(inputs),
                }
            )
            .DefaultTimeout();
}
