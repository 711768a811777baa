using System.Text.Json.Nodes;

namespace Vpcep.Emulator;

/// <summary>Sections 4.2.1 to 4.2.5.</summary>
internal static class ServiceOperations
{
    private const string Invalid = "EndPoint.0002";
    private static readonly HashSet<string> NameFields = ["endpoint_service_name"];

    public static Answer Create(Call call)
    {
        var body = call.Body(call.Dialect.ServiceFields);
        var input = ServiceInput.ForCreate(body, call.Dialect);
        call.CheckExists(input.VpcId, "EndPoint.2001");
        call.CheckExists(input.PortId, "EndPoint.3008");
        CheckPortsAreFree(call, input.PortId!, input.Ports!, self: null);
        if (call.Cloud.ServicesOf(call.Caller.ProjectId, call.Cloud.View).Count >= call.Options.ServiceQuota)
        {
            throw new ApiException("EndPoint.1018");
        }
        var id = CloudStore.NewId();
        var service = new EndpointService
        {
            Id = id,
            Sequence = call.Cloud.NextSequence(),
            DomainId = call.Caller.DomainId,
            ProjectId = call.Caller.ProjectId,
            VpcId = input.VpcId!,
            PortId = input.PortId!,
            Name = input.Name,
            ServiceName = EndpointService.FullName(call.Options.Region, input.Name, id),
            ServerType = input.ServerType!,
            ApprovalEnabled = input.ApprovalEnabled ?? true,
            TcpProxy = input.TcpProxy ?? "close",
            Ports = input.Ports!,
            Description = input.Description ?? "",
            Tags = input.Tags,
            VipPortId = input.VipPortId,
            PoolId = input.PoolId,
            Ip = input.Ip,
            IpVersion = input.IpVersion,
            SnatNetworkId = input.SnatNetworkId,
            EnablePolicy = input.EnablePolicy,
            SupportedEditions = input.IpVersion == "ipv6" ? Editions.OfProfessional : Editions.OfBasic,
            Status = Statuses.Creating,
            CreatedAt = call.Stamp,
            UpdatedAt = call.Now,
            Next = call.Creation(Statuses.Available),
        };
        call.Cloud.Put(service);
        // Read back, so that without a delay the answer shows the result, as the document's example does.
        var created = call.Cloud.FindService(id, call.Cloud.View)!;
        return Answer.Ok(() => call.Dialect.Writer.Service(created, Shape.Create));
    }

    public static Answer Get(Call call)
    {
        var service = call.OwnService("EndPoint.0005", call.View);
        return Answer.Ok(() => call.Dialect.Writer.Service(service, Shape.Get));
    }

    public static Answer Update(Call call)
    {
        var service = call.OwnService("EndPoint.0005", call.Cloud.View);
        var input = ServiceInput.ForUpdate(call.Body(call.Dialect.ServiceUpdateFields), call.Dialect);
        if (service.Status != Statuses.Available || service.NextEditions is not null)
        {
            throw new ApiException("EndPoint.3045", service.Status);
        }
        if (input is { PortId: not null, Ip: not null })
        {
            throw new ApiException("EndPoint.3052");
        }
        call.CheckExists(input.PortId, "EndPoint.3008");
        var changed = service with
        {
            PortId = input.PortId ?? service.PortId,
            Name = input.Name ?? service.Name,
            ServiceName = EndpointService.FullName(call.Options.Region, input.Name ?? service.Name, service.Id),
            ApprovalEnabled = input.ApprovalEnabled ?? service.ApprovalEnabled,
            TcpProxy = input.TcpProxy ?? service.TcpProxy,
            Ports = input.Ports ?? service.Ports,
            Description = input.Description ?? service.Description,
            VipPortId = input.VipPortId ?? service.VipPortId,
            Ip = input.Ip ?? service.Ip,
            UpdatedAt = call.Now,
        };
        CheckPortsAreFree(call, changed.PortId, changed.Ports, service.Id);
        call.Cloud.Put(changed);
        return Answer.Ok(() => call.Dialect.Writer.Service(changed, Shape.Create));
    }

    public static Answer Rename(Call call)
    {
        var service = call.OwnService("EndPoint.0005", call.Cloud.View);
        var name =
            ServiceInput.NameOf(call.Body(NameFields), "endpoint_service_name", call.Dialect)
            ?? throw new ApiException("EndPoint.2002", "endpoint_service_name");
        if (service.Status != Statuses.Available)
        {
            throw new ApiException("EndPoint.3045", service.Status);
        }
        var fullName = EndpointService.FullName(call.Options.Region, name, service.Id);
        call.Cloud.Put(service with { Name = name, ServiceName = fullName, UpdatedAt = call.Now });
        return Answer.Ok(() => new JsonObject { ["endpoint_service_name"] = fullName });
    }

    public static Answer Delete(Call call)
    {
        var service = call.OwnService("EndPoint.0005", call.Cloud.View);
        if (call.Cloud.ConnectionsOf(service.Id, call.Cloud.View).Any(endpoint => endpoint.Connects))
        {
            throw new ApiException("EndPoint.3006");
        }
        if (service.Status != Statuses.Deleting)
        {
            call.Cloud.Put(call.Delete(service));
        }
        return new Answer(call.Dialect.DeleteStatus);
    }

    public static Answer List(Call call)
    {
        var name = call.Query.Text("endpoint_service_name");
        var id = call.Query.Id("id", "EndPoint.3062");
        var status = call.Query.OneOf(
            "status",
            "EndPoint.0019",
            Statuses.Creating,
            Statuses.Available,
            Statuses.Failed,
            Statuses.Deleting
        );
        var (group, netType) = call.Dialect.FiltersServices
            ? (call.Query.Text("public_border_group"), call.Query.OneOf("net_type", Invalid, "vlan", "vxlan", "all"))
            : (null, null);
        var view = call.View;
        var found = call
            .Cloud.ServicesOf(call.Caller.ProjectId, view)
            .Where(service =>
                (name is null || service.ServiceName.Contains(name, StringComparison.OrdinalIgnoreCase))
                && (id is null || service.Id == id)
                && (status is null || service.Status == status)
                && (group is null || service.PublicBorderGroup == group)
                && (netType is null or "all" || service.NetType == netType)
            )
            .Select(service =>
                (service, Connections: call.Cloud.ConnectionsOf(service.Id, view).Count(endpoint => endpoint.Connects))
            );
        return Listing.Page(
            call,
            "endpoint_services",
            found,
            new(item => item.service.CreatedAt, item => item.service.UpdatedAt, item => item.service.Sequence),
            item => call.Dialect.Writer.Service(item.service, Shape.List, item.Connections)
        );
    }

    /// <summary>Services that share a backend must differ as the site says.</summary>
    private static void CheckPortsAreFree(Call call, string portId, IReadOnlyList<PortMapping> ports, string? self)
    {
        var taken = call
            .Cloud.ServicesOnPort(portId)
            .Where(service => service.Id != self)
            .SelectMany(service => service.Ports)
            .ToList();
        if (ports.FirstOrDefault(port => taken.Exists(other => call.Dialect.Clash(port, other))) is { } clash)
        {
            throw new ApiException("EndPoint.3044", $"{clash.ClientPort} to {clash.ServerPort} {clash.Protocol}");
        }
    }
}
