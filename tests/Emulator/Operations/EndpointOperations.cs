namespace Vpcep.Emulator;

/// <summary>Section 4.3.</summary>
internal static class EndpointOperations
{
    // Above 2^31, as the documents' examples are.
    private const long FirstMarkerId = 322_312_312_312;

    public static Answer Create(Call call)
    {
        var body = call.Body(call.Dialect.EndpointFields);
        var input = EndpointInput.Read(body, call.Dialect);
        var service =
            call.Cloud.FindService(input.ServiceId, call.Cloud.View) ?? throw new ApiException("EndPoint.2003");
        if (!service.Admits(call.Caller.DomainId))
        {
            throw new ApiException("EndPoint.2012");
        }
        if (service.Status != Statuses.Available)
        {
            throw new ApiException("EndPoint.2004", service.Status);
        }
        input.CheckFits(service);
        if (call.Cloud.EndpointsOf(call.Caller.ProjectId, call.Cloud.View).Count >= call.Options.EndpointQuota)
        {
            throw new ApiException("EndPoint.1018");
        }
        var endpoint = Make(call, input, service);
        call.Cloud.Put(endpoint);
        var created = call.Cloud.FindEndpoint(endpoint.Id, call.Cloud.View)!;
        return Answer.Ok(() => call.Dialect.Endpoint(created, Shape.Create));
    }

    public static Answer Get(Call call)
    {
        var endpoint = Named(Own(call, call.View), call, call.View);
        return Answer.Ok(() => call.Dialect.Endpoint(endpoint, Shape.Get));
    }

    public static Answer Delete(Call call)
    {
        var endpoint = Own(call, call.Cloud.View);
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
            .Select(endpoint => Named(endpoint, call, view))
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
            endpoint => call.Dialect.Endpoint(endpoint, Shape.List)
        );
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
            MarkerId = FirstMarkerId + sequence,
            SubnetId = isInterface ? input.SubnetId : null,
            Ip = isInterface ? input.PortIp ?? $"192.168.{sequence / 250 % 250}.{(sequence % 250) + 2}" : null,
            EnableDns = isInterface && input.EnableDns,
            DnsNames = isInterface && input.EnableDns ? [call.Dialect.DnsName(id, call.Options.Region)] : [],
            Routetables = isInterface ? [] : input.Routetables ?? [DefaultRouteTable(input.VpcId)],
            Whitelist = isInterface ? input.Whitelist : [],
            EnableWhitelist = isInterface && input.EnableWhitelist,
            Tags = input.Tags,
            Status = Statuses.Creating,
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
            Next = call.Creation(service.ApprovalEnabled ? Statuses.PendingAcceptance : Statuses.Accepted),
        };
    }

    /// <summary>The route table that a VPC has from the start; the same for a VPC each time.</summary>
    private static string DefaultRouteTable(string vpcId) => "0000" + vpcId[4..];

    /// <summary>The endpoint of the path; others' endpoints do not exist for the caller.</summary>
    private static VpcEndpoint Own(Call call, ReadView view) =>
        call.Cloud.FindEndpoint(call.Id("vpc_endpoint_id", "EndPoint.2017"), view) is { } endpoint
        && endpoint.ProjectId == call.Caller.ProjectId
            ? endpoint
            : throw new ApiException("EndPoint.0005");

    /// <summary>With the name its service has at that moment, for services are renamed.</summary>
    private static VpcEndpoint Named(VpcEndpoint endpoint, Call call, ReadView view) =>
        call.Cloud.FindService(endpoint.EndpointServiceId, view) is { } service
            ? endpoint with
            {
                EndpointServiceName = service.ServiceName,
            }
            : endpoint;
}
