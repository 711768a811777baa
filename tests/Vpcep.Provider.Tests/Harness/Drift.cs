using System.Text.Json;
using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>What somebody else changes in the cloud, by the input that it is about.</summary>
internal static class Drift
{
    /// <summary>Of services.</summary>
    public static readonly IReadOnlyDictionary<string, Func<EndpointService, EndpointService>> Service = new Dictionary<
        string,
        Func<EndpointService, EndpointService>
    >
    {
        ["vpcId"] = static service => service with { VpcId = Props.Id("other") },
        ["portId"] = static service => service with { PortId = Props.Id("other") },
        ["serverType"] = static service => service with { ServerType = "VM" },
        ["ports"] = static service => service with { Ports = [.. service.Ports, new PortMapping(81, 8081)] },
        ["serviceName"] = static service => service with { Name = "other", ServiceName = $"region.other.{service.Id}" },
        ["approvalEnabled"] = static service => service with { ApprovalEnabled = true },
        ["serviceType"] = static service => service with { ServiceType = "gateway" },
        ["tcpProxy"] = static service => service with { TcpProxy = "proxy_open" },
        ["description"] = static service => service with { Description = "" },
        ["tags"] = static service => service with { Tags = [new Tag("team", "other")] },
    };

    /// <summary>Of services of the professional edition.</summary>
    public static readonly IReadOnlyDictionary<string, Func<EndpointService, EndpointService>> Professional =
        new Dictionary<string, Func<EndpointService, EndpointService>>
        {
            ["ip"] = static service => service with { Ip = "10.0.0.99" },
            ["ipVersion"] = static service => service with { IpVersion = "ipv4" },
            ["snatNetworkId"] = static service => service with { SnatNetworkId = Props.Id("other") },
            ["edition"] = static service => service with { SupportedEditions = ["basic"] },
            ["enablePolicy"] = static service => service with { EnablePolicy = false },
        };

    /// <summary>Of interface endpoints.</summary>
    public static readonly IReadOnlyDictionary<string, Func<VpcEndpoint, VpcEndpoint>> Endpoint = new Dictionary<
        string,
        Func<VpcEndpoint, VpcEndpoint>
    >
    {
        ["endpointServiceId"] = static endpoint => endpoint with { EndpointServiceId = Props.Id("other") },
        ["vpcId"] = static endpoint => endpoint with { VpcId = Props.Id("other") },
        ["subnetId"] = static endpoint => endpoint with { SubnetId = Props.Id("other") },
        ["portIp"] = static endpoint => endpoint with { Ip = "192.168.0.99" },
        ["enableDns"] = static endpoint => endpoint with { EnableDns = false },
        ["whitelist"] = static endpoint => endpoint with { Whitelist = ["10.0.0.1"] },
        ["enableWhitelist"] = static endpoint => endpoint with { EnableWhitelist = false },
        ["description"] = static endpoint => endpoint with { Description = "" },
        ["tags"] = static endpoint => endpoint with { Tags = [new Tag("team", "net")] },
    };

    /// <summary>Of dual-stack endpoints.</summary>
    public static readonly IReadOnlyDictionary<string, Func<VpcEndpoint, VpcEndpoint>> DualStack = new Dictionary<
        string,
        Func<VpcEndpoint, VpcEndpoint>
    >
    {
        ["ipVersion"] = static endpoint => endpoint with { IpVersion = "ipv4" },
        ["ipv6Address"] = static endpoint => endpoint with { Ipv6Address = "2001:db8::99" },
    };

    /// <summary>Of gateway endpoints.</summary>
    public static readonly IReadOnlyDictionary<string, Func<VpcEndpoint, VpcEndpoint>> Gateway = new Dictionary<
        string,
        Func<VpcEndpoint, VpcEndpoint>
    >
    {
        ["routeTables"] = static endpoint => endpoint with { Routetables = [endpoint.Routetables[0]] },
        ["policyStatements"] = static endpoint =>
            endpoint with
            {
                PolicyStatement = JsonElement.Parse(
                    """[{"Effect":"Allow","Action":["obs:*:*"],"Resource":["obs:*:*"]}]"""
                ),
            },
    };

    /// <summary>Of endpoints of a public interface service.</summary>
    public static readonly IReadOnlyDictionary<string, Func<VpcEndpoint, VpcEndpoint>> Keys = new Dictionary<
        string,
        Func<VpcEndpoint, VpcEndpoint>
    >
    {
        ["policyDocument"] = static endpoint =>
            endpoint with
            {
                PolicyDocument = JsonElement.Parse(
                    """{"Version":"5.0","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}"""
                ),
            },
    };
}
