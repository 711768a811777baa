using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Efficiency;

/// <summary>What a refresh of many costs the cloud, counted in calls, and that it misses nothing.</summary>
public sealed class RefreshTests
{
    private const int Many = 100;
    private const int MostCalls = 50; // however many there are

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Endpoints_of_which_each_input_drifts(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Full.Service(host));
        var inputs = Full.Endpoint(host, service.Id);
        var drift = Drift.Endpoint.Where(one => inputs.ContainsKey(one.Key)).ToList();
        var endpoints = await CreateAsync(
            host,
            "Endpoint",
            number => inputs.With("portIp", $"192.168.{1 + (number / 200)}.{1 + (number % 200)}")
        );
        await NamesEachDriftAsync(host, endpoints, drift, host.Cloud.Cloud.ChangeEndpoint);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Gateway_endpoints_of_which_each_input_drifts(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var drift = Drift.Gateway.Where(one => Full.Gateway(host).ContainsKey(one.Key)).ToList();
        var endpoints = await CreateAsync(
            host,
            "Endpoint",
            number =>
                Full.Gateway(host)
                    .With("vpcId", Props.Id($"vpc-{number}"))
                    .With("routeTables", Props.List(Props.Id($"table-{number}"), Props.Id($"other-{number}")))
        );
        await NamesEachDriftAsync(host, endpoints, drift, host.Cloud.Cloud.ChangeEndpoint);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Services_of_which_each_input_drifts(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var drift = Drift.Service.Where(one => Full.Service(host).ContainsKey(one.Key)).ToList();
        var services = await CreateAsync(
            host,
            "EndpointService",
            number => Full.Service(host).With("portId", Props.Id($"port-{number}"))
        );
        await NamesEachDriftAsync(host, services, drift, host.Cloud.Cloud.ChangeService);
    }

    [Theory]
    [ClassData(typeof(Dialects))]
    public async Task Permissions_and_approvals_of_one_service(string dialect)
    {
        await using var host = await ProviderOnEmulator.StartAsync(dialect);
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(
            Full.Service(host).With("approvalEnabled", true)
        );
        var permissions = await CreateAsync(
            host,
            "ServicePermission",
            number =>
                Props.Map(
                    ("endpointServiceId", service.Id),
                    ("permission", $"iam:domain::{Props.Id($"{number}").Replace("-", "", StringComparison.Ordinal)}")
                )
        );
        host.Cloud.Cloud.SetPermission(service.Id, "*", present: true);
        var approvals = await CreateAsync(
            host,
            "EndpointApproval",
            _ =>
                Props.Map(
                    ("endpointServiceId", service.Id),
                    ("endpointId", host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!.Id)
                )
        );
        host.Cloud.Cloud.SetPermission(service.Id, permissions[7].Inputs.Text("permission"), present: false);
        host.Cloud.Cloud.ChangeEndpoint(
            approvals[9].Inputs.Text("endpointId"),
            static endpoint => endpoint with { Status = "rejected" }
        );

        var (drifted, calls) = await RefreshAsync(host, [.. permissions, .. approvals]);

        Assert.Equal("gone", drifted[7]);
        Assert.Equal("decision", drifted[Many + 9]);
        Assert.Equal(2, drifted.Count(static input => input.Length > 0));
        Assert.InRange(calls, 1, MostCalls);
    }

    [Fact]
    public async Task An_engine_sends_a_few_at_a_time()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var endpoints = await CreateAsync(host, "Endpoint", _ => Props.Endpoint(service.Id));
        var before = host.Cloud.Calls.All.Count;
        var left = new Queue<Managed>(endpoints);
        var gate = new Lock();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => WorkAsync()));

        Assert.InRange(host.Cloud.Calls.All.Count - before, 1, MostCalls);

        async Task WorkAsync()
        {
            while (Next() is { } next)
            {
                Assert.Empty(await next.RefreshAsync() ?? ["gone"]);
            }
        }

        Managed? Next()
        {
            lock (gate)
            {
                return left.TryDequeue(out var next) ? next : null;
            }
        }
    }

    [Fact]
    public async Task One_alone_is_one_call()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var begun = (Calls: host.Cloud.Calls.All.Count, host.Time.Elapsed);

        Assert.Empty(await service.RefreshAsync() ?? ["gone"]);

        Assert.Equal(1, host.Cloud.Calls.All.Count - begun.Calls);
        Assert.Equal(begun.Elapsed, host.Time.Elapsed);
    }

    [Fact]
    public async Task What_this_run_changed_is_not_answered_from_a_list_of_before()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var service = await new Managed(host, "EndpointService", "service").CreateAsync(Props.Service);
        var inputs = Props.Endpoint(service.Id);
        var endpoints = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number => new Managed(host, "Endpoint", $"endpoint-{number}").CreateAsync(inputs))
        );
        await RefreshAsync(host, endpoints[..10]);

        var changed = inputs.With("whitelist", Props.List("10.0.0.1")).With("enableWhitelist", true);
        await endpoints[15].UpdateAsync(changed);
        var (drifted, _) = await RefreshAsync(host, endpoints[10..]);

        Assert.All(drifted, Assert.Empty);
        Assert.Equal(changed["whitelist"], endpoints[15].Outputs["whitelist"]);
    }

    // The drifts take turns.
    private static async Task NamesEachDriftAsync<T>(
        ProviderOnEmulator host,
        Managed[] resources,
        IReadOnlyList<KeyValuePair<string, Func<T, T>>> drift,
        Func<string, Func<T, T>, T?> change
    )
        where T : class
    {
        for (var number = 0; number < resources.Length; number++)
        {
            change(resources[number].Id, drift[number % drift.Count].Value);
        }

        var (drifted, calls) = await RefreshAsync(host, resources);

        Assert.Equal(Enumerable.Range(0, Many).Select(number => drift[number % drift.Count].Key), drifted);
        Assert.InRange(calls, 1, MostCalls);
    }

    /// <summary>Refreshes all at once.</summary>
    /// <returns>For each the inputs that drifted, or that it is gone; and what that cost.</returns>
    private static async Task<(IReadOnlyList<string> Drifted, int Calls)> RefreshAsync(
        ProviderOnEmulator host,
        IReadOnlyList<Managed> resources
    )
    {
        var before = host.Cloud.Calls.All.Count;
        var drifted = await Task.WhenAll(resources.Select(static resource => resource.RefreshAsync()));
        return (
            [
                .. drifted.Select(static paths =>
                    string.Join(
                        ',',
                        (paths ?? ["gone"]).Select(static path => PropertyPath.Parse(path).Head).Distinct()
                    )
                ),
            ],
            host.Cloud.Calls.All.Count - before
        );
    }

    private static Task<Managed[]> CreateAsync(ProviderOnEmulator host, string kind, Func<int, PropertyMap> inputs) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(number => new Managed(host, kind, $"{kind}-{number}").CreateAsync(inputs(number)))
        );
}
