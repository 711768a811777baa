using System.Globalization;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>
/// What an import of many costs the cloud, counted in calls; that it gives what an import of one does, and that a preview
/// after it is empty.
/// </summary>
public sealed class ImportTests
{
    private const int Many = 500;

    /// <summary>Lists tell all.</summary>
    private const int Listed = Many / 10;

    /// <summary>Details tell more, and each is asked for.</summary>
    private const int Detailed = Many * 11 / 10;

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Services(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var made = await CreateAsync(
            host,
            "EndpointService",
            number =>
                (number % 2 == 0 ? Full.Service(host).With("tcpProxy", "proxy_open") : Props.Service).With(
                    "portId",
                    Props.Id($"port-{number}")
                )
        );

        await ImportAsync(host, made, Listed);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Endpoints(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var closed = await new Managed(host, "EndpointService", "closed").CreateAsync(
            Full.Service(host, "closed").With("approvalEnabled", true)
        );
        var made = await CreateAsync(
            host,
            "Endpoint",
            number =>
                (number % 3) switch
                {
                    0 => Full.Endpoint(host, service.Id).With("subnetId", Props.Id("full")).With("portIp", Ip(number)),
                    1 => Props.Endpoint(service.Id),
                    _ => Props.Endpoint(closed.Id),
                }
        );

        await ImportAsync(host, made, OfEndpoints(dialect));
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Gateway_endpoints(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var made = await CreateAsync(
            host,
            "Endpoint",
            number =>
                (number % 2 == 0 ? Full.Gateway(host) : Full.Gateway(host).Without("policyStatements"))
                    .With("vpcId", Props.Id($"vpc-{number}"))
                    .With("routeTables", Props.List(Props.Id($"table-{number}"), Props.Id($"other-{number}")))
        );

        await ImportAsync(host, made, OfEndpoints(dialect));
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Permissions(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var made = await CreateAsync(
            host,
            "ServicePermission",
            number =>
                Full.Permission(host, service.Id)
                    .With("permission", string.Create(CultureInfo.InvariantCulture, $"iam:domain::{number:x32}"))
        );

        await ImportAsync(host, made, Listed);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Approvals_of_endpoints_here_and_elsewhere(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Full.Service(host).With("approvalEnabled", true)
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        var made = await CreateAsync(
            host,
            "EndpointApproval",
            number =>
            {
                var account = number % 2 == 0 ? Account.Default : Account.Other;
                return Full.Approval(host, service.Id, host.Cloud.Cloud.CreateEndpoint(account, service.Id)!.Id);
            }
        );

        await ImportAsync(host, made, Listed);
    }

    [Theory]
    [InlineData("EndpointService", "GetService", "ListServices")]
    [InlineData("Endpoint", "GetEndpoint", "ListEndpoints")]
    public async Task One_alone_is_its_details_and_its_row(string kind, params string[] calls)
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var made = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        if (kind == "Endpoint")
        {
            made = await new Managed(host, kind, "endpoint").CreateAsync(Props.Endpoint(made.Id));
        }

        var begun = (Calls: host.Cloud.Calls.All.Count, host.Time.Elapsed);
        await new Managed(host, kind, "imported").ImportAsync(made.Id);

        Assert.Equal(calls, host.Cloud.Calls.All.Skip(begun.Calls).Select(static call => call.Operation));
        Assert.Equal(begun.Elapsed, host.Time.Elapsed);
    }

    // By the documents lists lack whether an endpoint is switched on there, and nothing else that a state holds.
    private static int OfEndpoints(string dialect) => dialect == "huaweicloud" ? Detailed : Listed;

    private static string Ip(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"192.168.{1 + (number / 200)}.{1 + (number % 200)}");

    private static Task<Managed[]> CreateAsync(ProviderOnEmulator host, string kind, Func<int, PropertyMap> inputs) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(number => new Managed(host, kind, $"{kind}-{number}").CreateAsync(inputs(number)))
        );

    /// <summary>Imports all at once.</summary>
    private static async Task ImportAsync(ProviderOnEmulator host, Managed[] made, int most)
    {
        var before = host.Cloud.Calls.All.Count;
        var imported = made.Select(one => new Managed(host, one.Kind, $"imported-{one.Id}")).ToList();
        await Task.WhenAll(imported.Select((one, number) => one.ImportAsync(made[number].Id)));

        Assert.InRange(host.Cloud.Calls.All.Count - before, 1, most);
        var alone = new Managed(host, made[0].Kind, "alone");
        await alone.ImportAsync(made[0].Id);
        foreach (var one in imported.Where(static (_, number) => number % 7 == 0))
        {
            // The same one who asks again gets an answer of its own.
            await alone.ImportAsync(one.Id);
            Assert.Equal(alone.Inputs, one.Inputs);
            Assert.Equal(alone.Outputs, one.Outputs);
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await one.DiffAsync(one.Inputs)).Changes);
        }
    }
}
