using Pulumi.Provider.Model.Declaration;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Provider.Resources;
using Vpcep.Provider.Resources.Endpoint;
using Vpcep.Provider.Resources.EndpointService;
using PortMapping = Vpcep.Client.PortMapping;

namespace Vpcep.Provider.Tests.Resources;

/// <summary>
/// What becomes of an answer about a service or an endpoint: what it tells replaces what was, what it leaves out is as it was,
/// or as it was asked for.
/// </summary>
public sealed class ToldTests
{
    private static readonly EndpointService Service = new()
    {
        Id = "s",
        VpcId = "vpc-1",
        PortId = "port-1",
        ServerType = "VM",
        Ports = [new PortMapping(80, 8080, "UDP")],
        Name = "region.web.s",
        ApprovalEnabled = false,
        ServiceType = "gateway",
        TcpProxy = "open",
        Ip = "10.0.0.1",
        IpVersion = "ipv6",
        SnatNetworkId = "n-1",
        EnablePolicy = true,
        SupportedEditions = ["basic", "profession"],
        Description = "one",
        Tags = [new ResourceTag("a", "1")],
        Status = "available",
        ProjectId = "p-1",
        CreatedAt = "2026-03-04T12:00:00Z",
        UpdatedAt = "2026-03-04T12:00:00Z",
        ConnectionCount = 1,
        PublicBorderGroup = "g-1",
    };

    private static readonly EndpointService OtherService = new()
    {
        Id = "s",
        VpcId = "vpc-2",
        PortId = "port-2",
        ServerType = "VIP",
        Ports = [new PortMapping(81, 8081, "TCP")],
        Name = "region.shop.s",
        ApprovalEnabled = true,
        ServiceType = "interface",
        TcpProxy = "close",
        Ip = "10.0.0.2",
        IpVersion = "ipv4",
        SnatNetworkId = "n-2",
        EnablePolicy = false,
        SupportedEditions = ["basic"],
        Description = "two",
        Tags = [new ResourceTag("b", "2")],
        Status = "failed",
        ProjectId = "p-2",
        CreatedAt = "2026-03-05T12:00:00Z",
        UpdatedAt = "2026-03-05T12:00:00Z",
        ConnectionCount = 2,
        PublicBorderGroup = "g-2",
    };

    private static readonly Endpoint Endpoint = new()
    {
        Id = "e",
        EndpointServiceId = "s-1",
        EndpointServiceName = "region.web.s",
        ServiceType = "interface",
        VpcId = "vpc-1",
        SubnetId = "n-1",
        Ip = "10.0.0.1",
        IpVersion = "dualstack",
        Ipv6Address = "2001:db8::1",
        EnableDns = true,
        DnsNames = ["a"],
        Whitelist = ["10.0.0.1"],
        EnableWhitelist = true,
        Description = "one",
        Tags = [new ResourceTag("a", "1")],
        Status = "accepted",
        MarkerId = "1",
        ActiveStatus = ["active"],
        EnableStatus = "enable",
        SpecificationName = "one",
        PublicBorderGroup = "g-1",
        ProjectId = "p-1",
        CreatedAt = "2026-03-04T12:00:00Z",
        UpdatedAt = "2026-03-04T12:00:00Z",
    };

    private static readonly Endpoint OtherEndpoint = new()
    {
        Id = "e",
        EndpointServiceId = "s-2",
        EndpointServiceName = "region.shop.s",
        ServiceType = "other",
        VpcId = "vpc-2",
        SubnetId = "n-2",
        Ip = "10.0.0.2",
        IpVersion = "ipv4",
        Ipv6Address = "2001:db8::2",
        EnableDns = false,
        DnsNames = ["b"],
        RouteTables = ["t-2"],
        Whitelist = ["10.0.0.2"],
        EnableWhitelist = false,
        PolicyStatement = """[{"Effect":"Allow","Action":["b"],"Resource":["b"]}]""",
        PolicyDocument = """{"Statement":[{"Effect":"Allow","Action":["b"],"Resource":["b"]}]}""",
        Description = "two",
        Tags = [new ResourceTag("b", "2")],
        Status = "accepted",
        MarkerId = "2",
        ActiveStatus = ["inactive"],
        EnableStatus = "disable",
        SpecificationName = "two",
        PublicBorderGroup = "g-2",
        ProjectId = "p-2",
        CreatedAt = "2026-03-05T12:00:00Z",
        UpdatedAt = "2026-03-05T12:00:00Z",
    };

    private static readonly TagPolicy Defaults = new(new Dictionary<string, string> { ["stage"] = "test" }, null);

    [Fact]
    public void What_an_answer_tells_of_a_service_replaces_what_was_but_for_its_date()
    {
        var before = Of(Service, null, null);
        Assert.Null(before.Untold);
        AllIsTold(EndpointServiceState.Model, before.Encode(), "serverResources", "untold");
        AllIsTold(EndpointServiceState.Model, Of(OtherService, null, null).Encode(), "serverResources", "untold");

        Assert.Equal(
            Lines(Of(OtherService, null, null) with { CreatedAt = before.CreatedAt }),
            Lines(Of(OtherService, null, before))
        );
        Assert.Empty(
            Lines(before).Intersect(Lines(Of(OtherService, null, null))).Except(["rejectConnectionsOnDelete: false"])
        );
    }

    [Fact]
    public void What_an_answer_leaves_out_of_a_service_is_as_it_was()
    {
        var before = Of(Service, null, null) with
        {
            RejectConnectionsOnDelete = true,
            Untold = ["ipVersion", "snatNetworkId"],
        };

        Assert.Equal(Lines(before), Lines(Of(new EndpointService { Id = "s" }, null, before)));
    }

    [Fact]
    public void What_an_answer_leaves_out_of_a_service_is_as_it_was_asked_for()
    {
        var asked = new EndpointServiceInputs
        {
            VpcId = "vpc-3",
            PortId = "port-3",
            ServerType = ServerType.Vm,
            Ports = [EndpointServiceMapping.Mapping(new PortMapping(82, 8082, "UDP"))],
            ServiceName = "third",
            ApprovalEnabled = false,
            ServiceType = ServiceType.Gateway,
            TcpProxy = TcpProxy.Open,
            Ip = "10.0.0.3",
            IpVersion = ServiceIpVersion.Ipv6,
            SnatNetworkId = "n-3",
            EnablePolicy = true,
            Description = "three",
            Tags = new Dictionary<string, string> { ["c"] = "3" },
            RejectConnectionsOnDelete = true,
        };
        var made = Of(new EndpointService { Id = "s" }, asked, null);
        Assert.Empty(Lines(asked).Except(Lines(made)));
        Assert.Equal("creating", made.Status);
        Assert.Null(made.Untold);
        Assert.Equal(new Dictionary<string, string> { ["c"] = "3", ["stage"] = "test" }, made.TagsAll);

        // The program knows better than the state, whose own it keeps.
        var changed = Of(
            new EndpointService { Id = "s" },
            asked,
            Of(Service, null, null) with
            {
                Untold = ["ipVersion", "snatNetworkId"],
            }
        );
        Assert.Empty(Lines(asked).Except(Lines(changed)));
        Assert.Equal(("region.web.s", "available", "p-1"), (changed.FullName, changed.Status, changed.ProjectId));
        Assert.Null(changed.Untold);
        Assert.Equal(["a"], changed.TagsAll!.Keys);
        Assert.Equal(
            "10.0.0.1",
            Of(new EndpointService { Id = "s" }, asked with { Ip = null }, Of(Service, null, null)).Ip
        );
    }

    [Fact]
    public void What_an_answer_tells_of_an_endpoint_replaces_what_was_but_for_its_date()
    {
        var before = Of(Endpoint, null, null);
        Assert.Null(before.Untold);
        AllIsTold(EndpointState.Model, Of(OtherEndpoint, null, null).Encode(), "edition", "untold");

        Assert.Equal(
            Lines(Of(OtherEndpoint, null, null) with { CreatedAt = before.CreatedAt, Edition = before.Edition }),
            Lines(Of(OtherEndpoint, null, before))
        );
        Assert.Empty(
            Lines(before)
                .Intersect(Lines(Of(OtherEndpoint, null, null)))
                .Except(["status: \"accepted\"", "waitForAcceptance: false"])
        );
    }

    [Fact]
    public void What_an_answer_leaves_out_of_an_endpoint_is_as_it_was()
    {
        var before = Of(OtherEndpoint, null, null) with { WaitForAcceptance = true };
        var after = Of(new Endpoint { Id = "e", Status = "accepted" }, null, before);

        Assert.Equal(Lines(before with { Ip = null }), Lines(after));
        // Names come with the acceptance, and go with it.
        Assert.Null(Of(new Endpoint { Id = "e", Status = "rejected" }, null, before).DnsNames);
        var untold = before with { Untold = ["portIp", "enableDns", "ipv6Address", "ipVersion"] };
        Assert.Equal(untold.Untold, Of(new Endpoint { Id = "e" }, null, untold).Untold);
    }

    [Fact]
    public void What_an_answer_leaves_out_of_an_endpoint_is_as_it_was_asked_for()
    {
        var asked = new EndpointInputs
        {
            EndpointServiceId = "s-3",
            VpcId = "vpc-3",
            SubnetId = "n-3",
            PortIp = "10.0.0.3",
            IpVersion = EndpointIpVersion.DualStack,
            Ipv6Address = "2001:db8::3",
            EnableDns = true,
            RouteTables = ["t-3"],
            Whitelist = ["10.0.0.3"],
            EnableWhitelist = true,
            Description = "three",
            Tags = new Dictionary<string, string> { ["c"] = "3" },
            WaitForAcceptance = true,
        };
        var made = Of(new Endpoint { Id = "e" }, asked, null);
        Assert.Empty(Lines(asked).Except(Lines(made)));
        Assert.Equal("creating", made.Status);
        Assert.Null(made.Untold);
        Assert.Equal(new Dictionary<string, string> { ["c"] = "3", ["stage"] = "test" }, made.TagsAll);

        var untold = Of(OtherEndpoint, null, null) with
        {
            Untold = ["portIp", "enableDns", "ipv6Address", "ipVersion"],
        };
        var changed = Of(new Endpoint { Id = "e" }, asked, untold);
        Assert.Empty(Lines(asked).Except(Lines(changed)));
        Assert.Equal(("accepted", "2", "p-2"), (changed.Status, changed.MarkerId, changed.ProjectId));
        Assert.Null(changed.Untold);
        Assert.Equal(["b"], changed.TagsAll!.Keys);
    }

    [Fact]
    public void An_endpoint_is_what_the_little_that_is_told_of_it_says()
    {
        var bare = new Endpoint { Id = "e" };
        var before = Of(Endpoint, null, null);
        var asked = new EndpointInputs { EndpointServiceId = "s", VpcId = "v" };

        Assert.Equal(
            EndpointIpVersion.DualStack,
            Of(bare with { Ipv6Address = "2001:db8::1" }, null, null).IpVersion?.Member
        );
        Assert.Equal("2001:db8::1", Of(bare, asked, before).Ipv6Address);
        Assert.True(Of(bare with { EnableDns = true }, null, null).EnableDns);
        var gateway = OtherEndpoint with { ServiceType = "gateway" };
        Assert.Equal(["t-3"], Of(gateway with { RouteTables = ["t-3"] }, null, Of(gateway, null, null)).RouteTables);
        Assert.Equal(OtherEndpoint.CreatedAt, Of(OtherEndpoint, null, null).CreatedAt);
    }

    [Fact]
    public void What_only_the_other_type_of_endpoint_has_is_not_taken_over()
    {
        var gateway = Of(Endpoint with { ServiceType = "gateway", RouteTables = ["t-1"] }, null, null);
        Assert.Equal((null, null, null), (gateway.SubnetId, gateway.PortIp, gateway.Whitelist));
        Assert.Equal(["t-1"], gateway.RouteTables);
        Assert.Null(Of(Endpoint with { RouteTables = ["t-1"] }, null, null).RouteTables);
    }

    private static void AllIsTold(ObjectModel model, PropertyMap state, params string[] but) =>
        Assert.Equal(
            but,
            model.Properties.Select(static output => output.Name).Except(state.Keys).Order(StringComparer.Ordinal)
        );

    private static EndpointServiceState Of(
        EndpointService service,
        EndpointServiceInputs? inputs,
        EndpointServiceState? state
    ) => EndpointServiceMapping.ToState(service, inputs, state, Defaults);

    private static EndpointState Of(Endpoint endpoint, EndpointInputs? inputs, EndpointState? state) =>
        EndpointMapping.ToState(endpoint, inputs, state, Defaults);

    private static IEnumerable<string> Lines(EndpointServiceInputs inputs) => Lines(inputs.Encode());

    private static IEnumerable<string> Lines(EndpointServiceState state) => Lines(state.Encode());

    private static IEnumerable<string> Lines(EndpointInputs inputs) => Lines(inputs.Encode());

    private static IEnumerable<string> Lines(EndpointState state) => Lines(state.Encode());

    private static IEnumerable<string> Lines(PropertyMap map) =>
        map.Select(static entry => $"{entry.Key}: {entry.Value}");
}
