using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>Whatever ends a run, the next one knows of everything that was made.</summary>
public sealed class InterruptionTests
{
    private static int Posts(ProviderOnEmulator host) =>
        host.Cloud.Calls.All.Count(static call => call.Operation == "CreateService");

    [Fact]
    public async Task Cancel_ends_the_wait_and_reports_what_was_made()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        using var standing = host.Time.Hold(); // the cloud never gets ready
        var service = new Managed(host, "EndpointService");
        var create = service.CreateAsync(Props.Service);
        await UntilAsync(() => host.Cloud.Cloud.Services.Count == 1);

        await host.Provider.Client.CancelAsync(new Empty()).DefaultTimeout();
        var failure = await Assert.ThrowsAsync<RpcException>(() => create);
        var id = Assert.Single(host.Cloud.Cloud.Services).Id;
        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Equal(id, kept.Id);
        Assert.Equal(
            $"interrupted before it was finished; it exists (id {id}) and is kept in the state; `pulumi up` goes on with it",
            failure.Status.Detail
        );
        Assert.Equal([failure.Status.Detail], kept.Reasons);
    }

    [Fact]
    public async Task After_cancel_calls_are_refused_until_the_next_handshake()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await host.Provider.Client.CancelAsync(new Empty());
        var service = new Managed(host, "EndpointService");

        await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync(Props.Service));
        Assert.Empty(host.Cloud.Cloud.Services);

        await host.ConfigureAsync();
        await service.CreateAsync(Props.Service);
        Assert.Equal("available", service.Outputs.Text("status"));
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_finds_what_it_made()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Kind = FaultKind.Reset,
                When = FaultWhen.After,
            }
        );
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        Assert.Equal(service.Id, Assert.Single(host.Cloud.Cloud.Services).Id);
        Assert.Equal(1, Posts(host));
    }

    [Fact]
    public async Task Killed_while_waiting_the_next_create_goes_on_with_what_is_there()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        using (host.Time.Hold())
        {
            var create = new Managed(host, "EndpointService").CreateAsync(Props.Service);
            await UntilAsync(() => host.Cloud.Cloud.Services.Count == 1);
            await host.RestartAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => create);
        }

        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        Assert.Equal(service.Id, Assert.Single(host.Cloud.Cloud.Services).Id);
        Assert.Equal(1, Posts(host));
        Assert.Contains(
            host.Messages,
            static message => message.Message.Contains("interrupted run", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task After_an_orderly_end_an_equal_resource_is_a_new_one()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        await host.FinishAsync();

        // The same URN again, as a replacement has it: the journal must not hand out the old one.
        var second = Props.Service.With("portId", Props.Id("other")).With("serviceName", "web");
        await new Managed(host, "EndpointService").CreateAsync(second);
        Assert.Equal(2, Posts(host));
        Assert.DoesNotContain(
            host.Messages,
            static message => message.Message.Contains("interrupted run", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_answered_just_before_an_interrupt_is_not_forgotten(bool saysGoodbye)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        // Nothing is under way any more, but the engine, interrupted twice, has not stored the answer yet.
        await host.Provider.Client.CancelAsync(new Empty());
        if (saysGoodbye)
        {
            await host.FinishAsync();
        }
        else
        {
            await host.RestartAsync();
        }

        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        Assert.Equal(service.Id, Assert.Single(host.Cloud.Cloud.Services).Id);
        Assert.Equal(1, Posts(host));
    }

    [Fact]
    public async Task What_an_interrupted_run_made_is_not_forgotten_before_the_engine_shows_that_it_knows_it()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        using (host.Time.Hold())
        {
            var create = new Managed(host, "EndpointService").CreateAsync(Props.Service);
            await UntilAsync(() => host.Cloud.Cloud.Services.Count == 1);
            await host.Provider.Client.CancelAsync(new Empty()).DefaultTimeout();
            await Assert.ThrowsAsync<RpcException>(() => create);
        }

        // An engine that is interrupted twice throws that answer away, and says goodbye as after any run.
        await host.Provider.Client.CancelAsync(new Empty()).DefaultTimeout();
        await host.RestartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        Assert.Equal(service.Id, Assert.Single(host.Cloud.Cloud.Services).Id);
        Assert.Equal(1, Posts(host));
    }

    [Fact]
    public async Task A_refused_create_leaves_nothing_behind()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        host.Cloud.Faults.Add(new Fault { Operation = "CreateService", Code = "EndPoint.3056" });
        var service = new Managed(host, "EndpointService");

        var failure = await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync(Props.Service));
        Assert.Null(failure.Detail<ErrorResourceInitFailed>());
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
        await host.RestartAsync();
        await service.CreateAsync(Props.Service);
        Assert.DoesNotContain(
            host.Messages,
            static message => message.Message.Contains("interrupted run", StringComparison.Ordinal)
        );
    }

    // A point in the life of another party that nothing announces: look until it is reached.
    private static async Task UntilAsync(Func<bool> reached)
    {
        async Task Look()
        {
            while (!reached())
            {
                await Task.Yield();
            }
        }

        await Look().DefaultTimeout();
    }
}
