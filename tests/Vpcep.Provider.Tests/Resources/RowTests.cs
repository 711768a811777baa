using Vpcep.Client;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointService;
using PortMapping = Vpcep.Client.PortMapping;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>
/// Which rows of a list are enough to read a resource by: those that lack nothing that the cloud shows or the state has. One
/// more is a call for each resource, one less is drift that is none.
/// </summary>
public sealed class RowTests
{
    private static readonly CloudHosts All = CloudHosts.All.Single(static cloud => cloud.Name == "huaweicloud");
    private static readonly CloudHosts Few = CloudHosts.All.Single(static cloud => cloud.Name == "hcs");

    private static readonly EndpointService ServiceRow = new()
    {
        Id = "s",
        Status = "available",
        Name = "region.web.s",
        PortId = "p",
        VpcId = "v",
        ServerType = "LB",
        ServiceType = "interface",
        ApprovalEnabled = true,
        TcpProxy = "close",
        Ports = [new PortMapping(80, 8080, "TCP")],
        Ip = "10.0.0.1",
        IpVersion = "ipv6",
        SnatNetworkId = "n",
        EnablePolicy = true,
        SupportedEditions = ["professional"],
        Description = "d",
        Tags = [],
    };

    private static readonly EndpointServiceState ServiceState = new()
    {
        Status = "available",
        FullName = "region.web.s",
        PortId = "p",
        VpcId = "v",
        ServerType = ServerType.Lb,
        Ports = [],
        IpVersion = ServiceIpVersion.Ipv4,
    };

    private static readonly Endpoint InterfaceRow = new()
    {
        Id = "e",
        Status = "accepted",
        EndpointServiceId = "s",
        EndpointServiceName = "region.web.s",
        MarkerId = "1",
        VpcId = "v",
        ServiceType = "interface",
        SubnetId = "n",
        EnableDns = true,
        Whitelist = [],
        EnableWhitelist = false,
        Ip = "10.0.0.1",
        DnsNames = ["a", "b"],
        IpVersion = "ipv4",
        Ipv6Address = "2001:db8::7",
        Description = "d",
        Tags = [],
        PolicyStatement = "[]",
        PolicyDocument = "{}",
    };

    private static readonly Endpoint GatewayRow = new()
    {
        Id = "e",
        Status = "accepted",
        EndpointServiceId = "s",
        EndpointServiceName = "region.obs.s",
        MarkerId = "1",
        VpcId = "v",
        ServiceType = "gateway",
        RouteTables = [],
        Description = "d",
        Tags = [],
        PolicyStatement = "[]",
    };

    private static readonly EndpointState Interface = new()
    {
        EndpointServiceId = "s",
        VpcId = "v",
        Status = "accepted",
        IpVersion = EndpointIpVersion.Ipv4,
    };

    [Fact]
    public void A_service_is_not_read_by_a_row_that_lacks_what_all_clouds_show()
    {
        Assert.True(EndpointServiceRow.TellsAll(ServiceRow, null, All));
        Assert.True(EndpointServiceRow.TellsAll(ServiceRow, null, Few));
        Assert.All(
            [
                null,
                ServiceRow with
                {
                    Status = null,
                },
                ServiceRow with
                {
                    Name = null,
                },
                ServiceRow with
                {
                    PortId = null,
                },
                ServiceRow with
                {
                    VpcId = null,
                },
                ServiceRow with
                {
                    ServerType = null,
                },
                ServiceRow with
                {
                    ServiceType = null,
                },
                ServiceRow with
                {
                    ApprovalEnabled = null,
                },
                ServiceRow with
                {
                    TcpProxy = null,
                },
                ServiceRow with
                {
                    Ports = null,
                },
                ServiceRow with
                {
                    Ports = [],
                },
            ],
            static row => Assert.False(EndpointServiceRow.TellsAll(row, null, Few))
        );
    }

    [Fact]
    public void A_service_is_not_read_by_a_row_that_lacks_what_this_cloud_shows_or_the_state_has()
    {
        (EndpointService Row, bool IsShown, EndpointServiceState Having)[] cases =
        [
            (ServiceRow with { Ip = null }, false, ServiceState with { Ip = "10.0.0.1" }),
            (ServiceRow with { IpVersion = null }, false, ServiceState with { IpVersion = ServiceIpVersion.Ipv6 }),
            (ServiceRow with { SnatNetworkId = null }, false, ServiceState with { SnatNetworkId = "n" }),
            (ServiceRow with { EnablePolicy = null }, true, ServiceState with { EnablePolicy = false }),
            (
                ServiceRow with
                {
                    SupportedEditions = null,
                },
                true,
                ServiceState with
                {
                    Edition = Provider.Resources.Edition.Basic,
                }
            ),
            (ServiceRow with { Description = null }, true, ServiceState with { Description = "d" }),
            (
                ServiceRow with
                {
                    Tags = null,
                },
                true,
                ServiceState with
                {
                    Tags = new Dictionary<string, string> { ["a"] = "b" },
                }
            ),
        ];
        Assert.All(
            cases,
            static one =>
            {
                Assert.Equal(!one.IsShown, EndpointServiceRow.TellsAll(one.Row, null, All));
                Assert.True(EndpointServiceRow.TellsAll(one.Row, null, Few));
                Assert.True(EndpointServiceRow.TellsAll(one.Row, ServiceState, Few));
                Assert.False(EndpointServiceRow.TellsAll(one.Row, one.Having, Few));
                Assert.True(EndpointServiceRow.TellsAll(ServiceRow, one.Having, Few));
            }
        );
        // What only some services have, of one that was read before, the state knows.
        Assert.True(EndpointServiceRow.TellsAll(ServiceRow with { EnablePolicy = null }, ServiceState, All));
        Assert.True(EndpointServiceRow.TellsAll(ServiceRow with { SupportedEditions = null }, ServiceState, All));
        Assert.False(EndpointServiceRow.TellsAll(ServiceRow with { Description = null }, ServiceState, All));
        Assert.False(EndpointServiceRow.TellsAll(ServiceRow with { Tags = null }, ServiceState, All));
    }

    [Fact]
    public void An_endpoint_is_not_read_by_a_row_that_lacks_what_all_clouds_show()
    {
        Assert.All(
            [InterfaceRow, GatewayRow],
            static row =>
            {
                Assert.True(EndpointRow.TellsAll(row, null, All));
                Assert.True(EndpointRow.TellsAll(row, null, Few));
            }
        );
        Assert.All(
            [
                null,
                InterfaceRow with
                {
                    Status = null,
                },
                InterfaceRow with
                {
                    EndpointServiceId = null,
                },
                InterfaceRow with
                {
                    EndpointServiceName = null,
                },
                InterfaceRow with
                {
                    MarkerId = null,
                },
                InterfaceRow with
                {
                    VpcId = null,
                },
                InterfaceRow with
                {
                    ServiceType = null,
                },
                InterfaceRow with
                {
                    SubnetId = null,
                },
                InterfaceRow with
                {
                    EnableDns = null,
                },
                InterfaceRow with
                {
                    Whitelist = null,
                },
                InterfaceRow with
                {
                    EnableWhitelist = null,
                },
                InterfaceRow with
                {
                    Ip = null,
                },
                InterfaceRow with
                {
                    DnsNames = null,
                },
                InterfaceRow with
                {
                    DnsNames = [],
                },
                GatewayRow with
                {
                    RouteTables = null,
                },
            ],
            static row => Assert.False(EndpointRow.TellsAll(row, null, Few))
        );
    }

    [Fact]
    public void An_endpoint_is_not_read_by_a_row_that_lacks_what_this_cloud_shows_or_the_state_has()
    {
        (Endpoint Row, bool IsShown, EndpointState Having)[] cases =
        [
            (InterfaceRow with { IpVersion = null }, true, Interface with { IpVersion = EndpointIpVersion.DualStack }),
            (InterfaceRow with { Ipv6Address = null }, false, Interface with { Ipv6Address = "2001:db8::7" }),
            (InterfaceRow with { Description = null }, true, Interface with { Description = "d" }),
            (
                InterfaceRow with
                {
                    Tags = null,
                },
                true,
                Interface with
                {
                    Tags = new Dictionary<string, string> { ["a"] = "b" },
                }
            ),
            (
                InterfaceRow with
                {
                    PolicyStatement = null,
                },
                false,
                Interface with
                {
                    PolicyStatements =
                    [
                        new PolicyStatement
                        {
                            Effect = PolicyEffect.Allow,
                            Actions = [],
                            Resources = [],
                        },
                    ],
                }
            ),
            (
                InterfaceRow with
                {
                    PolicyDocument = null,
                },
                false,
                Interface with
                {
                    PolicyDocument = new PolicyDocument { Statements = [] },
                }
            ),
        ];
        Assert.All(
            cases,
            static one =>
            {
                Assert.Equal(!one.IsShown, EndpointRow.TellsAll(one.Row, null, All));
                Assert.True(EndpointRow.TellsAll(one.Row, null, Few));
                Assert.True(EndpointRow.TellsAll(one.Row, Interface, Few));
                Assert.False(EndpointRow.TellsAll(one.Row, one.Having, Few));
                Assert.True(EndpointRow.TellsAll(InterfaceRow, one.Having, Few));
            }
        );
        Assert.True(EndpointRow.TellsAll(InterfaceRow with { IpVersion = null }, Interface, All));
        Assert.False(EndpointRow.TellsAll(InterfaceRow with { Description = null }, Interface, All));
        Assert.False(EndpointRow.TellsAll(InterfaceRow with { Tags = null }, Interface, All));
        // Of gateway endpoints an import wants the policy, and addresses they have none.
        Assert.False(EndpointRow.TellsAll(GatewayRow with { PolicyStatement = null }, null, All));
        var without = Interface with { PolicyStatements = [] };
        Assert.True(EndpointRow.TellsAll(GatewayRow with { PolicyStatement = null }, Interface, All));
        Assert.True(EndpointRow.TellsAll(GatewayRow with { PolicyStatement = null }, without, All));
        Assert.True(EndpointRow.TellsAll(GatewayRow, Interface with { IpVersion = EndpointIpVersion.DualStack }, All));
    }

    [Fact]
    public void An_address_is_told_with_the_names_that_there_were()
    {
        var pending = InterfaceRow with { Status = "pendingAcceptance", Ip = null, DnsNames = null };
        Assert.True(EndpointRow.TellsAddress(pending, null, null));
        Assert.True(
            EndpointRow.TellsAddress(InterfaceRow with { SubnetId = null, Ip = null, DnsNames = null }, null, null)
        );
        Assert.False(EndpointRow.TellsAddress(pending, "10.0.0.1", null));
        Assert.False(EndpointRow.TellsAddress(pending, null, ["a"]));
        Assert.True(EndpointRow.TellsAddress(InterfaceRow, "10.0.0.1", ["a"]));
        Assert.False(EndpointRow.TellsAddress(InterfaceRow, "10.0.0.1", ["a", "c"]));
        Assert.True(EndpointRow.TellsAddress(InterfaceRow with { EnableDns = false, DnsNames = [] }, null, null));
        Assert.False(EndpointRow.TellsAddress(InterfaceRow with { DnsNames = [] }, null, null));
        Assert.True(EndpointRow.TellsAddress(null, null, null));
        Assert.False(EndpointRow.TellsAddress(null, "10.0.0.1", null));
    }
}
