using System.Reflection;
using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Support.Documents;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Documentation;

/// <summary>docs/operations.md says what is so.</summary>
public sealed class OperationTableTests
{
    // Every resource on its way through a life, every function asked: on the cloud that has it all.
    private static readonly Dictionary<string, Func<ProviderOnEmulator, Task>> Uses = new()
    {
        ["vpcep:index:EndpointService"] = UseServiceAsync,
        ["vpcep:index:Endpoint"] = UseEndpointAsync,
        ["vpcep:index:ServicePermission"] = UsePermissionAsync,
        ["vpcep:index:EndpointApproval"] = UseApprovalAsync,
        ["vpcep:index:getEndpointServices"] = static host => host.AskAsync("getEndpointServices"),
        ["vpcep:index:getEndpointService"] = static host => host.AskAsync("getEndpointService", ("id", Service(host))),
        ["vpcep:index:getEndpoints"] = static host => host.AskAsync("getEndpoints"),
        ["vpcep:index:getEndpoint"] = static host =>
            host.AskAsync("getEndpoint", ("id", host.Cloud.Cloud.CreateEndpoint(Account.Default, Service(host))!.Id)),
        ["vpcep:index:getServiceConnections"] = static host =>
            host.AskAsync("getServiceConnections", ("endpointServiceId", Service(host))),
        ["vpcep:index:getServicePermissions"] = static host =>
            host.AskAsync("getServicePermissions", ("endpointServiceId", Service(host))),
        ["vpcep:index:getPublicServices"] = static host => host.AskAsync("getPublicServices"),
        ["vpcep:index:getServiceSummary"] = static host => host.AskAsync("getServiceSummary", ("id", Service(host))),
        ["vpcep:index:getQuotas"] = static host => host.AskAsync("getQuotas"),
        ["vpcep:index:getApiVersions"] = static host => host.AskAsync("getApiVersions"),
        ["vpcep:index:getApiVersion"] = static host => host.AskAsync("getApiVersion", ("version", "v1")),
        ["vpcep:vpn:getP2cGatewayConnections"] = static host =>
            host.AskAsync("vpcep:vpn:getP2cGatewayConnections", ("p2cGatewayId", VpnGateway.DefaultId)),
        ["vpcep:index:getTags"] = static host => host.AskAsync("getTags", ("resourceType", "endpoint_service")),
        ["vpcep:index:getResourcesByTags"] = static host =>
            host.AskAsync("getResourcesByTags", ("resourceType", "endpoint_service")),
        [OperationRow.Configuration] = UseConfigurationAsync,
    };

    private static readonly Dictionary<string, Func<ProviderOnEmulator, PropertyMap>> Lists = new()
    {
        ["EndpointService"] = static _ => PropertyMap.Empty,
        ["Endpoint"] = static _ => PropertyMap.Empty,
        ["ServicePermission"] = static host => Props.Map(("endpointServiceId", Service(host))),
        ["EndpointApproval"] = static host => Props.Map(("endpointServiceId", Service(host))),
    };

    public static TheoryData<string> DoneBy { get; } =
    [.. OperationRow.All.Select(static row => row.DoneBy).Distinct()];

    [Fact]
    public void Every_document_and_section_is_there()
    {
        Assert.Equal(39, OperationRow.All.Count);
        string[] sections =
        [
            "4.1.1",
            "4.1.2",
            "4.2.1",
            "4.2.2",
            "4.2.3",
            "4.2.4",
            "4.2.5",
            "4.2.6",
            "4.2.7",
            "4.2.8",
            "4.2.9",
            "4.2.10",
            "4.2.11",
            "4.3.1",
            "4.3.2",
            "4.3.3",
            "4.3.4",
            "4.4.1",
            "7.3",
            "Huawei Cloud: Querying VPC Endpoint Services",
            "OTC: Querying VPC Endpoint Services",
            "OTC: Querying Connections",
            "Huawei Cloud VPN: Querying the Connections of a P2C VPN Gateway",
        ];
        Assert.All(
            sections,
            static section =>
                Assert.Contains(
                    OperationRow.All,
                    row => row.Section == section || row.Section.StartsWith(section + " ", StringComparison.Ordinal)
                )
        );
    }

    [Fact]
    public void Every_resource_and_function_of_the_provider_is_there_and_no_other()
    {
        var provider = VpcepProvider.Create(TimeProvider.System, static _ => null);
        Assert.Equal(
            provider.Resources.Keys.Concat(provider.Functions.Keys).Order(StringComparer.Ordinal),
            OperationRow
                .All.Select(static row => row.DoneBy)
                .Where(static by => by != OperationRow.Configuration)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var tests = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.GetCustomAttributes<FactAttribute>().Any())
            .Select(static method => $"{method.DeclaringType!.Name}.{method.Name}")
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(OperationRow.All, row => Assert.Contains(row.Test, tests));
    }

    [Theory]
    [MemberData(nameof(DoneBy))]
    public async Task Using_it_makes_the_calls(string doneBy)
    {
        var calls = await CallsOfAsync(Uses[doneBy]);
        Assert.All(
            OperationRow.All.Where(row => row.DoneBy == doneBy),
            row => Assert.True(calls.Any(call => row.Is(call.Method, call.Path)), $"{row.Method} {row.Path}")
        );
    }

    [Fact]
    public async Task Each_operation_of_the_newest_api_is_there_with_all_who_call_it()
    {
        var uses = Uses.Where(static use => use.Key != OperationRow.Configuration)
            .Select(static use => (Who: $"`{use.Key.Split(':')[2]}`", Use: use.Value))
            .Concat(
                Lists.Select(static list =>
                    (
                        Who: $"list of `{list.Key}`",
                        Use: (Func<ProviderOnEmulator, Task>)(host => ListAsync(host, list.Key, list.Value(host)))
                    )
                )
            );
        var callers = new List<(string Who, ApiOperation Operation)>();
        foreach (var (who, use) in uses)
        {
            var calls = await CallsOfAsync(use);
            callers.AddRange(
                calls
                    .Select(static call => ApiOperation.Of(call.Method, call.Path))
                    .OfType<ApiOperation>()
                    .Distinct()
                    .Select(operation => (who, operation))
            );
        }

        PageTable.AssertEquals(
            "docs/operations.md",
            "uses",
            ["about", "operation", "call", "called by"],
            ApiOperation.All.Select(operation =>
                (string[])
                    [
                        operation.About,
                        operation.What,
                        $"`{operation.Method} {operation.Path}`",
                        string.Join(
                            ", ",
                            callers
                                .Where(caller => caller.Operation == operation)
                                .Select(static caller => caller.Who)
                                .DefaultIfEmpty("nobody")
                        ),
                    ]
            )
        );
    }

    private static async Task<IReadOnlyList<CallRecord>> CallsOfAsync(Func<ProviderOnEmulator, Task> use)
    {
        await using var host = await ProviderOnEmulator.StartAsync(static options =>
            options with
            {
                Dialect = Dialect.HuaweiCloud,
                Accounts = [Account.Default with { ProjectName = "tr-central-201" }, Account.Other],
            }
        );
        host.Cloud.Calls.Clear();
        await use(host);
        return host.Cloud.Calls.All;
    }

    private static async Task ListAsync(ProviderOnEmulator host, string kind, PropertyMap query)
    {
        using var call = host.Provider.Client.List(
            new ListRequest { Token = $"vpcep:index:{kind}", Query = StructCodec.Encode(query) }
        );
        while (await call.ResponseStream.MoveNext(default)) { }
    }

    private static string Service(ProviderOnEmulator host) => host.Cloud.Cloud.CreateService(Account.Default).Id;

    private static async Task UseServiceAsync(ProviderOnEmulator host)
    {
        var inputs = Full.Service(host);
        var service = await new Managed(host, "EndpointService").CreateAsync(inputs);
        var changed = inputs.With("approvalEnabled", true).Without("tags").With("edition", "professional");
        await service.UpdateAsync(changed);
        await service.UpdateAsync(changed.With("serverResources", Props.List(Full.Server("b"))));
        await service.DeleteAsync();
    }

    private static async Task UseEndpointAsync(ProviderOnEmulator host)
    {
        var inputs = Full.Endpoint(host, Service(host));
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(inputs);
        await endpoint.UpdateAsync(inputs.Without("whitelist").Without("tags"));
        await endpoint.DeleteAsync();

        var professional = host.Cloud.Cloud.CreateService(
            Account.Default,
            static made => made with { SupportedEditions = ["basic", "profession"] }
        );
        await new Managed(host, "Endpoint", "professional").CreateAsync(
            Props.Endpoint(professional.Id).With("edition", "professional")
        );

        var gateway = await new Managed(host, "Endpoint").CreateAsync(Full.Gateway(host));
        var changed = Full.Gateway(host).With("routeTables", Props.List(Props.Id("table-3")));
        await gateway.UpdateAsync(
            changed.With("policyStatements", Props.List(Full.Statement("Deny", "obs:bucket:ListBucket")))
        );
        await gateway.UpdateAsync(changed.Without("policyStatements"));
    }

    private static async Task UsePermissionAsync(ProviderOnEmulator host)
    {
        var inputs = Full.Permission(host, Service(host));
        var permission = await new Managed(host, "ServicePermission").CreateAsync(inputs);
        await permission.UpdateAsync(inputs.With("description", "other"));
        await permission.DeleteAsync();
    }

    private static async Task UseApprovalAsync(ProviderOnEmulator host)
    {
        var service = host.Cloud.Cloud.CreateService(
            Account.Default,
            static made => made with { ApprovalEnabled = true }
        );
        var endpoint = host.Cloud.Cloud.CreateEndpoint(Account.Other, service.Id)!;
        await new Managed(host, "EndpointApproval").CreateAsync(Full.Approval(host, service.Id, endpoint.Id));
    }

    private static async Task UseConfigurationAsync(ProviderOnEmulator host)
    {
        var place = Props.Map(
            ("endpoint", host.Cloud.Url.ToString()),
            ("iamEndpoint", host.Cloud.Url.ToString()),
            ("projectName", "tr-central-201")
        );
        PropertyMap[] ways =
        [
            place.With("accessKey", Account.Default.AccessKey!).With("secretKey", Account.Default.SecretKey!),
            place
                .With("userName", Account.Default.UserName)
                .With("password", Account.Default.Password)
                .With("domainName", Account.Default.DomainName),
        ];
        foreach (var way in ways)
        {
            await host.Provider.Client.ConfigureAsync(new ConfigureRequest { Args = StructCodec.Encode(way) });
            await host.AskAsync("getQuotas");
        }
    }
}
