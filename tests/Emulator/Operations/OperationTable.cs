namespace Vpcep.Emulator;

/// <summary>Every operation. Fixed paths come before those with a name in the same place.</summary>
internal static class OperationTable
{
    private const string Project = "/v1/{project_id}";
    private const string Second = "/v2/{project_id}";
    private const string Services = Project + "/vpc-endpoint-services";
    private const string OneService = Services + "/{vpc_endpoint_service_id}";
    private const string Permissions = OneService + "/permissions";
    private const string Endpoints = Project + "/vpc-endpoints";
    private const string OneEndpoint = Endpoints + "/{vpc_endpoint_id}";
    private const string Tagged = Project + "/{resource_type}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("ListVersions", "GET", "/", VersionOperations.List) { IsOpen = true },
        new("GetVersion", "GET", "/{version}", VersionOperations.Get) { IsOpen = true },
        new("CreateToken", "POST", "/v3/auth/tokens", IdentityOperations.CreateToken)
        {
            IsOpen = true,
            Service = Service.Identity,
        },
        new("GetCatalog", "GET", "/v3/auth/catalog", CatalogOperations.Get) { Service = Service.Identity },
        new("CreateIdToken", "POST", "/v3.0/OS-AUTH/id-token/tokens", FederationOperations.CreateToken)
        {
            IsOpen = true,
            Service = Service.Identity,
        },
        new("CreateKeys", "POST", "/v3.0/OS-CREDENTIAL/securitytokens", KeyOperations.Create)
        {
            IsOpen = true,
            Service = Service.Identity,
        },
        new("ListDomains", "GET", "/v3/auth/domains", IdentityOperations.ListDomains) { Service = Service.Identity },
        new("AssumeAgency", "POST", "/v5/agencies/assume", StsOperations.Assume) { Service = Service.Identity },
        new("GetCaller", "GET", "/v5/caller-identity", StsOperations.Caller) { Service = Service.Identity },
        new("CreateMetadataToken", "PUT", "/meta-data/latest/api/token", MetadataOperations.CreateToken)
        {
            IsOpen = true,
            Service = Service.Identity,
        },
        new("GetServerKeys", "GET", "/openstack/latest/securitykey", MetadataOperations.Keys)
        {
            IsOpen = true,
            Service = Service.Identity,
        },
        new("ListProjects", "GET", "/v3/projects", IdentityOperations.ListProjects) { Service = Service.Identity },
        new("ListPublicServices", "GET", Services + "/public", PublicServiceOperations.List),
        new("DescribeService", "GET", Services + "/describe", PublicServiceOperations.Describe),
        new("CreateService", "POST", Services, ServiceOperations.Create),
        new("ListServices", "GET", Services, ServiceOperations.List),
        new("GetService", "GET", OneService, ServiceOperations.Get),
        new("UpdateService", "PUT", OneService, ServiceOperations.Update),
        Extra("UpdateServiceName", "PUT", OneService + "/name", ServiceOperations.Rename),
        new("DeleteService", "DELETE", OneService, ServiceOperations.Delete),
        new("ListConnections", "GET", OneService + "/connections", ConnectionOperations.List),
        new("ActOnConnections", "POST", OneService + "/connections/action", ConnectionOperations.Act),
        Extra("UpdateConnectionDescriptions", "PUT", OneService + "/connections/description", ConnectionNotes.Set),
        new("ListPermissions", "GET", Permissions, PermissionOperations.List),
        new("ActOnPermissions", "POST", Permissions + "/action", PermissionOperations.Act),
        Extra("CreatePermissions", "POST", Permissions + "/batch-create", PermissionBatchOperations.Create),
        Extra("DeletePermissions", "POST", Permissions + "/batch-delete", PermissionBatchOperations.Delete),
        Extra("UpdatePermission", "PUT", Permissions + "/{permission_id}", PermissionBatchOperations.Describe),
        new("CreateEndpoint", "POST", Endpoints, EndpointOperations.Create),
        new("ListEndpoints", "GET", Endpoints, EndpointOperations.List),
        new("GetEndpoint", "GET", OneEndpoint, EndpointOperations.Get),
        new("DeleteEndpoint", "DELETE", OneEndpoint, EndpointOperations.Delete),
        Extra("UpdateEndpointWhitelist", "PUT", OneEndpoint, EndpointUpdateOperations.SetWhitelist),
        Extra(
            "UpdateEndpointRouteTables",
            "PUT",
            OneEndpoint + "/routetables",
            EndpointUpdateOperations.SetRouteTables
        ),
        Extra("UpdateEndpointPolicy", "PUT", OneEndpoint + "/policy", EndpointUpdateOperations.SetPolicy),
        Extra("DeleteEndpointPolicy", "DELETE", OneEndpoint + "/policy", EndpointUpdateOperations.DeletePolicy),
        Extra("ActOnTags", "POST", Tagged + "/{resource_id}/tags/action", TagOperations.Act),
        Extra("ListTags", "GET", Tagged + "/tags", TagOperations.List),
        Extra("QueryResourcesByTag", "POST", Tagged + "/resource_instances/action", TagQueryOperations.Query),
        Extra(
            "UpgradeService",
            "POST",
            Second + "/vpc-endpoint-services/{vpc_endpoint_service_id}/upgrade",
            EditionOperations.UpgradeService
        ),
        Extra(
            "AddServers",
            "POST",
            Second + "/vpc-endpoint-services/{vpc_endpoint_service_id}/add-server-resources",
            EditionOperations.AddServers
        ),
        Extra(
            "UpgradeEndpoint",
            "POST",
            Second + "/vpc-endpoints/{vpc_endpoint_id}/upgrade",
            EditionOperations.UpgradeEndpoint
        ),
        new("ListQuotas", "GET", Project + "/quotas", QuotaOperations.List),
        new(
            "ListVpnConnections",
            "GET",
            "/v5/{project_id}/p2c-vpn-gateways/{p2c_vgw_id}/connections",
            VpnOperations.List
        )
        {
            Service = Service.Vpn,
            IsExtra = true,
        },
    ];

    /// <summary>The operation of a call, if the site has it.</summary>
    public static (Operation Operation, IReadOnlyDictionary<string, string> Path)? Find(
        string method,
        string[] path,
        Dialect dialect
    )
    {
        foreach (var operation in All.Where(dialect.Offers))
        {
            if (operation.Match(method, path) is { } values)
            {
                return (operation, values);
            }
        }
        return null;
    }

    private static Operation Extra(string name, string method, string template, Func<Call, Answer> run) =>
        new(name, method, template, run) { IsExtra = true };
}
