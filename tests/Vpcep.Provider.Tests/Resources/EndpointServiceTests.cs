using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Pulumi.Provider.Testing;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

public sealed class EndpointServiceTests
{
    [Fact]
    public async Task Is_created_when_the_cloud_says_available_and_tells_how_it_goes()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        Assert.Equal("available", service.Outputs.Text("status"));
        Assert.Equal($"tr-central-201.web.{service.Id}", service.Outputs.Text("fullName"));
        Assert.Equal(Account.Default.ProjectId, service.Outputs.Text("projectId"));
        Assert.Equal("web", service.Outputs.Text("serviceName"));
        Assert.True(service.Outputs.ContainsKey("createdAt"));
        Assert.Contains(
            host.Messages,
            message =>
                message.Ephemeral
                && message.Message.StartsWith("creating (", StringComparison.Ordinal)
                && message.Urn == service.Urn
        );
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task Preview_promises_nothing_that_the_cloud_decides()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var preview = await new Managed(host, "EndpointService").PreviewAsync(Props.Service);

        Assert.Equal("web", preview.Text("serviceName"));
        Assert.All(
            ["status", "fullName", "projectId", "createdAt", "connectionCount"],
            name => Assert.Equal(PropertyValue.Unknown, preview[name])
        );
        Assert.Empty(host.Cloud.Cloud.Services);
    }

    [Fact]
    public async Task Changes_in_place_what_the_api_can_change()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var changed = Props
            .Service.With("ports", Props.List(Props.Port(443, 8443), Props.Port(80, 8080)))
            .With("approvalEnabled", false)
            .With("serviceName", "web2")
            .With("portId", Props.Id("port-9"))
            .With("tcpProxy", "proxy_open");

        var diff = await service.DiffAsync(changed);
        Assert.Empty(diff.Replaces);
        Assert.Equal(
            ["approvalEnabled", "portId", "ports", "serviceName", "tcpProxy"],
            diff.Diffs.Order(StringComparer.Ordinal)
        );

        await service.UpdateAsync(changed);
        var held = Assert.Single(host.Cloud.Cloud.Services);
        Assert.Equal(service.Id, held.Id);
        Assert.Equal([443, 80], held.Ports.Select(static port => port.ClientPort));
        Assert.False(held.ApprovalEnabled);
        Assert.Equal("web2", held.Name);
        Assert.Equal(Props.Id("port-9"), held.PortId);
        Assert.Equal("proxy_open", held.TcpProxy);
        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task An_update_sends_only_what_changed()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        await service.UpdateAsync(Props.Service.With("approvalEnabled", false));

        var put = Assert.Single(host.Cloud.Calls.All, static call => call.Method == "PUT");
        Assert.Equal("""{"approval_enabled":false}""", put.Body);
    }

    [Theory]
    [InlineData("vpcId", "vpc-9")]
    [InlineData("serverType", "VM")]
    public async Task Other_changes_replace_and_delete_first_where_ports_collide(string property, string value)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        var diff = await service.DiffAsync(Props.Service.With(property, value));
        Assert.Equal([property], diff.Replaces);
        Assert.Equal(PropertyDiff.Types.Kind.UpdateReplace, diff.DetailedDiff[property].Kind);
        Assert.True(diff.DeleteBeforeReplace);

        var elsewhere = await service.DiffAsync(Props.Service.With(property, value).With("portId", Props.Id("port-2")));
        Assert.False(elsewhere.DeleteBeforeReplace);
    }

    [Fact]
    public async Task While_it_is_made_its_status_shows_every_five_seconds_and_as_soon_as_it_is_another()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var shown = host
            .Statuses.Select(static said => Regex.Match(said, @"^(\w+) \((\d+) s\)$"))
            .Where(static match => match.Success)
            .Select(static match =>
                (match.Groups[1].Value, double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            )
            .ToList();

        Assert.Equal("available", shown[^1].Item1);
        var creating = shown[..^1];
        Assert.InRange(creating.Count, 5, 18);
        Assert.All(creating, static status => Assert.Equal("creating", status.Item1));
        // Rounded to seconds.
        Assert.All(
            creating.Zip(creating.Skip(1)),
            static two => Assert.InRange(two.Second.Item2 - two.First.Item2, 4, 20)
        );
    }

    [Fact]
    public async Task Shows_drift_of_every_input()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Cloud.Cloud.ChangeService(
            service.Id,
            held =>
                held with
                {
                    ApprovalEnabled = false,
                    TcpProxy = "open",
                    PortId = Props.Id("port-7"),
                    Ports = [new PortMapping(81, 8080)],
                    Name = "other",
                    ServiceName = held.ServiceName.Replace("web", "other", StringComparison.Ordinal),
                }
        );

        Assert.Equal(
            ["approvalEnabled", "portId", "ports[0].clientPort", "serviceName", "tcpProxy"],
            await service.RefreshAsync() ?? []
        );
    }

    [Fact]
    public async Task Shows_what_the_cloud_says_even_if_it_is_a_word_of_tomorrow_or_nothing()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var inputs = Props.Service.With("ports", Props.List(Props.Port(80, 8080), Props.Port(443, 8443)));
        var service = await new Managed(host, "EndpointService").CreateAsync(inputs);
        host.Cloud.Cloud.ChangeService(
            service.Id,
            held =>
                held with
                {
                    ServerType = "GWLB",
                    TcpProxy = "proxy_v2",
                    Ports = [new PortMapping(443, 8443, "QUIC"), new PortMapping(80, 8080)],
                    Name = null,
                    ServiceName = held.ServiceName.Replace("web.", "", StringComparison.Ordinal),
                }
        );

        Assert.Equal(
            ["ports[1].protocol", "serverType", "serviceName", "tcpProxy"],
            await service.RefreshAsync() ?? []
        );
    }

    [Fact]
    public async Task Is_gone_when_the_cloud_says_so_and_deleting_it_again_is_fine()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        await service.DeleteAsync();

        Assert.Empty(host.Cloud.Cloud.Services);
        Assert.Null(await service.RefreshAsync());
        await service.DeleteAsync();
    }

    [Fact]
    public async Task In_use_it_is_not_deleted_and_the_error_says_why()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService").CreateAsync(
            Props.Service.With("approvalEnabled", false)
        );
        await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));

        var failure = await Assert.ThrowsAsync<RpcException>(service.DeleteAsync);
        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("EndPoint.3006", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Single(host.Cloud.Cloud.Services);
    }

    [Fact]
    public async Task Is_imported_by_id_alone_with_inputs_that_check_and_do_not_differ()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var made = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var imported = new Managed(host, "EndpointService", "imported");
        var inputs = await imported.ImportAsync(made.Id);

        var (_, failures) = await imported.CheckAsync(inputs);
        Assert.Empty(failures);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await imported.DiffAsync(Props.Service)).Changes);
    }

    [Fact]
    public async Task A_failed_one_is_kept_quotes_the_cloud_and_is_replaced_next_time()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Kind = FaultKind.CreateFails,
                When = FaultWhen.After,
            }
        );
        var service = new Managed(host, "EndpointService");

        var failure = await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync(Props.Service));
        var kept = failure.Detail<ErrorResourceInitFailed>();
        Assert.NotNull(kept);
        Assert.Equal(Assert.Single(host.Cloud.Cloud.Services).Id, kept.Id);
        Assert.Contains("EndPoint.", Assert.Single(kept.Reasons), StringComparison.Ordinal);
        Assert.Equal(["status"], (await service.DiffAsync(Props.Service)).Replaces);
    }

    [Fact]
    public async Task Out_of_time_it_is_kept_and_the_next_update_waits_on()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = new Managed(host, "EndpointService");

        // Longer than the pauses that the clock skips by itself, shorter than the cloud needs.
        var failure = await Assert.ThrowsAsync<RpcException>(() => service.CreateAsync(Props.Service, timeout: 50));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.Contains("customTimeouts", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal("creating", service.Outputs.Text("status"));

        await service.UpdateAsync(Props.Service);
        Assert.Equal("available", service.Outputs.Text("status"));
        Assert.Single(host.Cloud.Calls.All, static call => call.Operation == "CreateService");
    }
}
