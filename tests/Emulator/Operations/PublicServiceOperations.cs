namespace Vpcep.Emulator;

/// <summary>Sections 4.2.10 and 4.2.11: what may be known of services that are not one's own.</summary>
internal static class PublicServiceOperations
{
    public static Answer List(Call call)
    {
        var name = call.Query.Text("endpoint_service_name");
        var id = call.Query.Id("id", "EndPoint.3062");
        var found = call.Cloud.PublicServices.Where(service =>
            (name is null || service.ServiceName.Contains(name, StringComparison.OrdinalIgnoreCase))
            && (id is null || service.Id == id)
        );
        return Listing.Page(
            call,
            "endpoint_services",
            found,
            SortKeys<EndpointService>.Of<EndpointService>(),
            call.Dialect.Writer.PublicService
        );
    }

    public static Answer Describe(Call call)
    {
        var name = call.Query.Text("endpoint_service_name");
        var id = call.Query.Id("id", "EndPoint.3062");
        if (name is null == id is null)
        {
            throw new ApiException("EndPoint.0002", "exactly one of id and endpoint_service_name");
        }
        var service =
            (id is null ? call.Cloud.ServiceNamed(name!, call.View) : call.Cloud.FindService(id, call.View))
            ?? throw new ApiException("EndPoint.0005");
        return Answer.Ok(() => call.Dialect.Writer.BasicInformation(service));
    }
}
