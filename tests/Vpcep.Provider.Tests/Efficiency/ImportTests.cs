using System.Globalization;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>
/// What an import of many costs the cloud, counted in calls; that it gives what an import of one does, and that a preview
/// after it is empty.
/// </summary>
public sealed class ImportTests
{
    private const int Many = 200;

    /// <summary>Lists tell all, however many there are.</summary>
    private const int Listed = 50;

    /// <summary>Details tell more, and each is asked for.</summary>
    private const int Detailed = Many + Listed;

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Services(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var kinds = await MakeAsync(
            host,
            "EndpointService",
            Full.Service(host).With("tcpProxy", "proxy_open"),
            Props.Service.With("portId", Props.Id("bare"))
        );
        var ids = Of(
            kinds,
            id => host.Cloud.Cloud.FindService(id)!,
            (kind, number) =>
                host
                    .Cloud.Cloud.CreateService(
                        Account.Default,
                        made =>
                            kind with
                            {
                                Id = made.Id,
                                Sequence = made.Sequence,
                                PortId = Props.Id($"port-{number}"),
                                ServiceName = "",
                            }
                    )
                    .Id
        );

        await ImportAsync(host, "EndpointService", ids, Listed);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Endpoints(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var services = await MakeAsync(
            host,
            "EndpointService",
            Full.Service(host),
            Full.Service(host, "closed").With("approvalEnabled", true)
        );
        var kinds = await MakeAsync(
            host,
            "Endpoint",
            Full.Endpoint(host, services[0]),
            Props.Endpoint(services[0]),
            Props.Endpoint(services[1])
        );

        await ImportAsync(host, "Endpoint", CopiesOfEndpoints(host, kinds), OfEndpoints(dialect));
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Gateway_endpoints(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var kinds = await MakeAsync(
            host,
            "Endpoint",
            Full.Gateway(host),
            Full.Gateway(host).Without("policyStatements").With("routeTables", Props.List(Props.Id("other")))
        );

        await ImportAsync(host, "Endpoint", CopiesOfEndpoints(host, kinds), OfEndpoints(dialect));
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Permissions(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = host.Cloud.Cloud.CreateService(Account.Default);
        var names = Enumerable
            .Range(0, Many)
            .Select(static number => string.Create(CultureInfo.InvariantCulture, $"iam:domain::{number:x32}"))
            .ToList();
        names.ForEach(name => host.Cloud.Cloud.SetPermission(service.Id, name, present: true, "the shop's"));

        await ImportAsync(host, "ServicePermission", [.. names.Select(name => $"{service.Id}/{name}")], Listed);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Approvals_of_endpoints_here_and_elsewhere(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = host.Cloud.Cloud.CreateService(Account.Default);
        var endpoints = Enumerable
            .Range(0, Many)
            .Select(number =>
                host.Cloud.Cloud.CreateEndpoint(
                    number % 2 == 0 ? Account.Default : Account.Other,
                    service.Id,
                    made => made with { Status = number % 3 == 0 ? "pendingAcceptance" : "accepted" }
                )!
            );

        await ImportAsync(host, "EndpointApproval", [.. endpoints.Select(one => $"{service.Id}/{one.Id}")], Listed);
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

    /// <summary>Makes one of each kind, as the API does.</summary>
    private static async Task<string[]> MakeAsync(ProviderOnEmulator host, string type, params PropertyMap[] kinds)
    {
        var made = new List<string>();
        foreach (var inputs in kinds)
        {
            made.Add((await new Managed(host, type, $"{type}-{made.Count}").CreateAsync(inputs)).Id);
        }

        return [.. made];
    }

    /// <summary>Many, each a copy of one that there is.</summary>
    private static string[] Of<T>(string[] kinds, Func<string, T> find, Func<T, int, string> copy)
    {
        var originals = kinds.Select(find).ToList();
        return [.. Enumerable.Range(0, Many).Select(number => copy(originals[number % originals.Count], number))];
    }

    private static string[] CopiesOfEndpoints(ProviderOnEmulator host, string[] kinds) =>
        Of(
            kinds,
            id => host.Cloud.Cloud.FindEndpoint(id)!,
            (kind, number) =>
                host
                    .Cloud.Cloud.CreateEndpoint(
                        Account.Default,
                        kind.EndpointServiceId,
                        made => kind with { Id = made.Id, Sequence = made.Sequence, MarkerId = number }
                    )!
                    .Id
        );

    /// <summary>Imports all at once.</summary>
    private static async Task ImportAsync(ProviderOnEmulator host, string type, string[] ids, int most)
    {
        var before = host.Cloud.Calls.All.Count;
        var imported = ids.Select((id, number) => new Managed(host, type, $"imported-{number}")).ToList();
        await Task.WhenAll(imported.Select((one, number) => one.ImportAsync(ids[number])));

        Assert.InRange(host.Cloud.Calls.All.Count - before, 1, most);
        var alone = new Managed(host, type, "alone");
        await alone.ImportAsync(ids[0]);
        foreach (var one in imported.Where(static (_, number) => number % 7 == 0))
        {
            // The same one who asks again gets an answer of its own.
            await alone.ImportAsync(one.Id);
            Assert.Equal(alone.Inputs, one.Inputs);
            // Some lists show fractions of seconds, and details do not.
            Assert.True(StateOf.Same(alone.Outputs, one.Outputs), $"{alone.Outputs}\n{one.Outputs}");
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await one.DiffAsync(one.Inputs)).Changes);
        }
    }
}
