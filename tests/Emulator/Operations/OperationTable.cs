namespace Vpcep.Emulator;

/// <summary>Every operation. Fixed paths come before those with a name in the same place.</summary>
internal static class OperationTable
{
    private const string Services = "/v1/{project_id}/vpc-endpoint-services";
    private const string Service = Services + "/{vpc_endpoint_service_id}";
    private const string Endpoints = "/v1/{project_id}/vpc-endpoints";
    private const string Endpoint = Endpoints + "/{vpc_endpoint_id}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ListVersions", "GET", "/", VersionOperations.List) { IsOpen = true },
        new("GetVersion", "GET", "/{version}", VersionOperations.Get) { IsOpen = true },
        new("CreateToken", "POST", "/v3/auth/tokens", IdentityOperations.CreateToken)
        {
            IsOpen = true,
            IsIdentity = true,
        },
        new("ListProjects", "GET", "/v3/projects", IdentityOperations.ListProjects) { IsIdentity = true },
        new("ListPublicServices", "GET", Services + "/public", PublicServiceOperations.List),
        new("DescribeService", "GET", Services + "/describe", PublicServiceOperations.Describe),
        new("CreateService", "POST", Services, ServiceOperations.Create),
        new("ListServices", "GET", Services, ServiceOperations.List),
        new("GetService", "GET", Service, ServiceOperations.Get),
        new("UpdateService", "PUT", Service, ServiceOperations.Update),
        new("DeleteService", "DELETE", Service, ServiceOperations.Delete),
        new("ListConnections", "GET", Service + "/connections", ConnectionOperations.List),
        new("ActOnConnections", "POST", Service + "/connections/action", ConnectionOperations.Act),
        new("ListPermissions", "GET", Service + "/permissions", PermissionOperations.List),
        new("ActOnPermissions", "POST", Service + "/permissions/action", PermissionOperations.Act),
        new("CreateEndpoint", "POST", Endpoints, EndpointOperations.Create),
        new("ListEndpoints", "GET", Endpoints, EndpointOperations.List),
        new("GetEndpoint", "GET", Endpoint, EndpointOperations.Get),
        new("DeleteEndpoint", "DELETE", Endpoint, EndpointOperations.Delete),
        new("ListQuotas", "GET", "/v1/{project_id}/quotas", QuotaOperations.List),
    ];

    public static (Operation Operation, IReadOnlyDictionary<string, string> Path)? Find(string method, string[] path)
    {
        foreach (var operation in All)
        {
            if (operation.Match(method, path) is { } values)
            {
                return (operation, values);
            }
        }
        return null;
    }
}
