namespace Vpcep.Emulator;

/// <summary>Section 4.3.</summary>
internal static class EndpointOperations
{
    public static Answer Create(Call call)
    {
        var body = call.Body(call.Dialect.EndpointFields);
        var input = EndpointInput.Read(body, call.Dialect);
        var service =
            call.Cloud.FindService(input.ServiceId, call.Cloud.View) ?? throw new ApiException("EndPoint.2003");
        if (!service.Admits(call.Caller))
        {
            throw new ApiException("EndPoint.2012");
        }
        if (service.Status != Statuses.Available)
        {
            throw new ApiException("EndPoint.2004", service.Status);
        }
        input.CheckFits(service, call.Dialect);
        var neighbours = call.Cloud.EndpointsOf(call.Caller.ProjectId, call.Cloud.View);
        if (neighbours.Count >= call.Options.EndpointQuota)
        {
            throw new ApiException("EndPoint.1018");
        }
        CheckSurroundings(call, input, service, neighbours);
        var endpoint = Make(call, input, service);
        call.Cloud.Put(endpoint);
        return Show(call, call.Cloud.FindEndpoint(endpoint.Id, call.Cloud.View)!, Shape.Create);
    }

    public static Answer Get(Call call) => Show(call, call.OwnEndpoint(call.View), Shape.Get);

    public static Answer Delete(Call call)
    {
        var endpoint = call.OwnEndpoint(call.Cloud.View);
        if (endpoint.Status == Statuses.Deleting)
        {
            throw new ApiException("EndPoint.2018");
        }
        call.Cloud.Put(call.Delete(endpoint));
        return new Answer(call.Dialect.DeleteStatus);
    }

    public static Answer List(Call call)
    {
        var name = call.Query.Text("endpoint_service_name");
        var vpcId = call.Query.Id("vpc_id", "EndPoint.0020");
        var id = call.Query.Id("id", "EndPoint.2017");
        var view = call.View;
        var found = call
            .Cloud.EndpointsOf(call.Caller.ProjectId, view)
            .Select(endpoint => Named(endpoint, call.Cloud.FindService(endpoint.EndpointServiceId, view)))
            .Where(endpoint =>
                (name is null || endpoint.EndpointServiceName.Contains(name, StringComparison.OrdinalIgnoreCase))
                && (vpcId is null || endpoint.VpcId == vpcId)
                && (id is null || endpoint.Id == id)
            );
        return Listing.Page(
            call,
            "endpoints",
            found,
            SortKeys<VpcEndpoint>.Of<VpcEndpoint>(),
            endpoint =>
                call.Dialect.Writer.Endpoint(
                    endpoint,
                    Shape.List,
                    call.Cloud.FindService(endpoint.EndpointServiceId, view)
                )
        );
    }

    /// <summary>Answers with an endpoint, under the name its service has at that moment, for services are renamed.</summary>
    public static Answer Show(Call call, VpcEndpoint endpoint, Shape shape)
    {
        var service = call.Cloud.FindService(endpoint.EndpointServiceId, call.View);
        return Answer.Ok(() => call.Dialect.Writer.Endpoint(Named(endpoint, service), shape, service));
    }

    private static VpcEndpoint Named(VpcEndpoint endpoint, EndpointService? service) =>
        service is null ? endpoint : endpoint with { EndpointServiceName = service.ServiceName };

    /// <summary>Refuses what a test has declared missing, and what another endpoint has.</summary>
    private static void CheckSurroundings(
        Call call,
        EndpointInput input,
        EndpointService service,
        IReadOnlyList<VpcEndpoint> neighbours
    )
    {
        call.CheckExists(input.VpcId, "EndPoint.2001");
        call.CheckExists(input.SubnetId, "EndPoint.4004");
        if (
            call.Dialect.PortIpTaken is { } code
            && input.PortIp is { } ip
            && neighbours.Any(other => other.SubnetId == input.SubnetId && other.Ip == ip)
        )
        {
            throw new ApiException(code, ip);
        }
        if (service.ServiceType == "interface")
        {
            return;
        }
        foreach (var table in input.Routetables ?? [RouteTables.DefaultOf(input.VpcId)])
        {
            call.CheckExists(table, "EndPoint.4030");
            if (RouteTables.UserOf(table, service.Id, neighbours) is not null)
            {
                throw new ApiException("EndPoint.2039", table);
            }
        }
    }

    private static VpcEndpoint Make(Call call, EndpointInput input, EndpointService service)
    {
        var id = CloudStore.NewId();
        var sequence = call.Cloud.NextSequence();
        var isInterface = service.ServiceType == "interface";
        return new VpcEndpoint
        {
            Id = id,
            Sequence = sequence,
            DomainId = call.Caller.DomainId,
            ProjectId = call.Caller.ProjectId,
            VpcId = input.VpcId,
            EndpointServiceId = service.Id,
            EndpointServiceName = service.ServiceName,
            ServiceType = service.ServiceType,
            MarkerId = call.Dialect.MarkersFrom + sequence,
            SubnetId = isInterface ? input.SubnetId : null,
            Ip = isInterface ? input.PortIp ?? VpcEndpoint.AddressOf(sequence) : null,
            EnableDns = isInterface && input.EnableDns,
            DnsNames = isInterface && input.EnableDns ? [call.Dialect.DnsName(id, call.Options.Region)] : [],
            Routetables = isInterface ? [] : input.Routetables ?? [RouteTables.DefaultOf(input.VpcId)],
            Whitelist = isInterface ? input.Whitelist : [],
            EnableWhitelist = isInterface && input.EnableWhitelist,
            Tags = input.Tags,
            Description = input.Description,
            SpecificationName = input.SpecificationName ?? "default",
            IpVersion = input.IpVersion,
            Ipv6Address = input.Ipv6Address ?? (input.IsDualStack ? VpcEndpoint.Ipv6AddressOf(sequence) : null),
            Edition = input.IsDualStack ? Editions.Professional : Editions.Basic,
            PolicyStatement = input.Policy.Statement,
            PolicyDocument = input.Policy.Document,
            Status = Statuses.Creating,
            CreatedAt = call.Stamp,
            UpdatedAt = call.Now,
            Next = call.Creation(service.ApprovalEnabled ? Statuses.PendingAcceptance : Statuses.Accepted),
        };
    }
}
