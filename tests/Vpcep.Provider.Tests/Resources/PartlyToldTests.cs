using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>
/// Answers that tell an id and a status only: what they leave out is as it was, and has its default where it never was told.
/// </summary>
public sealed class PartlyToldTests
{
    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task What_answers_about_a_service_leave_out_stays_as_it_was(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);

        await StaysAsync(host, "EndpointService", Full.Professional(host));
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task What_answers_about_an_endpoint_leave_out_stays_as_it_was(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Full.Professional(host).With("approvalEnabled", false)
        );

        // An address that is not told any more is none.
        await StaysAsync(host, "Endpoint", Full.Endpoint(host, service.Id), lost: "ip");
        await StaysAsync(host, "Endpoint", Full.DualStack(host, service.Id), lost: "ip");
        // None told is none, of policies alone.
        await StaysAsync(host, "Endpoint", Full.Gateway(host).Without("policyStatements"));
    }

    [Fact]
    public async Task What_nobody_ever_told_of_an_imported_service_has_its_default()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var made = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        TellLittle(host, made);
        var imported = new Managed(host, "EndpointService", "imported");
        await imported.ImportAsync(made.Id);

        Assert.Equal(
            [
                "approvalEnabled: true",
                "fullName: \"\"",
                "ipVersion: \"ipv4\"",
                "portId: \"\"",
                "rejectConnectionsOnDelete: false",
                "serverType: \"LB\"",
                "serviceType: \"interface\"",
                "status: \"available\"",
                "tcpProxy: \"close\"",
                "untold: [\"ipVersion\", \"snatNetworkId\", \"serverResources\"]",
                "vpcId: \"\"",
            ],
            Lines(imported.Outputs)
        );
    }

    [Fact]
    public async Task What_nobody_ever_told_of_an_imported_endpoint_has_its_default()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var made = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));
        TellLittle(host, made);
        var imported = new Managed(host, "Endpoint", "imported");
        await imported.ImportAsync(made.Id);

        Assert.Equal(
            [
                "enableDns: false",
                "enableWhitelist: false",
                "endpointServiceId: \"\"",
                "ipVersion: \"ipv4\"",
                "status: \"accepted\"",
                "vpcId: \"\"",
                "waitForAcceptance: false",
            ],
            Lines(imported.Outputs)
        );
    }

    private static async Task StaysAsync(ProviderOnEmulator host, string kind, PropertyMap inputs, string lost = "")
    {
        var resource = await new Managed(host, kind).CreateAsync(inputs);
        Assert.Empty(await resource.RefreshAsync() ?? ["gone"]);
        var before = resource.Outputs;
        TellLittle(host, resource);
        Assert.Empty(await resource.RefreshAsync() ?? ["gone"]);
        Assert.Equal(Lines(before.Without(lost)), Lines(resource.Outputs));
        host.Cloud.Faults.Clear();
        host.Cloud.Cloud.Vanish(resource.Id);
    }

    private static IEnumerable<string> Lines(PropertyMap map) =>
        map.Where(static entry => entry.Value.Unwrapped is not ListValue { Items.IsEmpty: true })
            .Select(static entry => $"{entry.Key}: {entry.Value}");

    private static void TellLittle(ProviderOnEmulator host, Managed resource)
    {
        var (kind, list) = resource.Kind == "Endpoint" ? ("Endpoint", "endpoints") : ("Service", "endpoint_services");
        var told = $$"""{"id": "{{resource.Id}}", "status": "{{resource.Outputs.Text("status")}}"}""";
        Tell($"Get{kind}", told);
        Tell($"List{kind}s", $$"""{"{{list}}": [{{told}}], "total_count": 1}""");

        void Tell(string operation, string body) =>
            host.Cloud.Faults.Add(
                new Fault
                {
                    Operation = operation,
                    Status = 200,
                    Body = body,
                    Count = null,
                }
            );
    }
}
