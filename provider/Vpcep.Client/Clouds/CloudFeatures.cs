namespace Vpcep.Client;

/// <summary>
/// What a cloud's API offers beyond what every one of them does. Which cloud has what, and who says so, is in
/// docs/clouds.md.
/// </summary>
[Flags]
public enum CloudFeatures
{
    /// <summary>Only what all offer.</summary>
    None = 0,

    /// <summary>A free text on services and endpoints.</summary>
    Description = 1 << 0,

    /// <summary>Tags when a service is created, and tags in answers.</summary>
    Tags = 1 << 1,

    /// <summary>Tags when an endpoint is created.</summary>
    TagsOnEndpointCreate = 1 << 2,

    /// <summary>Adding and removing tags later: <c>POST …/{id}/tags/action</c>.</summary>
    TagUpdate = 1 << 3,

    /// <summary>Changing an endpoint's whitelist in place: <c>PUT …/vpc-endpoints/{id}</c>.</summary>
    WhitelistUpdate = 1 << 4,

    /// <summary>Changing a gateway endpoint's route tables in place: <c>PUT …/vpc-endpoints/{id}/routetables</c>.</summary>
    RouteTableUpdate = 1 << 5,

    /// <summary>Setting and removing an endpoint's policy later: <c>PUT</c> and <c>DELETE …/vpc-endpoints/{id}/policy</c>.</summary>
    PolicyUpdate = 1 << 6,

    /// <summary>A policy when an endpoint is created.</summary>
    PolicyOnCreate = 1 << 7,

    /// <summary>Conditions and labels in the statements of an endpoint's policy.</summary>
    PolicyConditions = 1 << 15,

    /// <summary>A policy document, for endpoints of the cloud's own interface services.</summary>
    PolicyDocument = 1 << 16,

    /// <summary>A text with each permission: <c>POST …/permissions/batch-create</c>, <c>PUT …/permissions/{id}</c>.</summary>
    PermissionDescription = 1 << 8,

    /// <summary>Permissions for organization paths besides accounts.</summary>
    OrganizationPermissions = 1 << 9,

    /// <summary>The type of each permission in answers.</summary>
    PermissionTypes = 1 << 10,

    /// <summary>A text with each connection: <c>PUT …/connections/description</c>.</summary>
    ConnectionDescription = 1 << 11,

    /// <summary>Port mappings for UDP.</summary>
    Udp = 1 << 12,

    /// <summary><c>proxy_vni</c> for <c>tcp_proxy</c>.</summary>
    ProxyVni = 1 << 13,

    /// <summary>Server type <c>BMS</c>.</summary>
    Bms = 1 << 14,

    /// <summary>Server type <c>VIP</c>.</summary>
    Vip = 1 << 17,

    /// <summary>IPv6: <c>ip_version</c> of services and endpoints, of the professional edition.</summary>
    Ipv6 = 1 << 20,

    /// <summary>The professional edition, and several servers of a service: <c>POST /v2/…/upgrade</c>, <c>…/add-server-resources</c>.</summary>
    Editions = 1 << 21,

    /// <summary>The backend of a service by address or domain name: <c>ip</c> in requests.</summary>
    ServiceAddress = 1 << 22,

    /// <summary>Lists of services by <c>public_border_group</c> and <c>net_type</c>.</summary>
    ServiceFilters = 1 << 23,

    /// <summary>The tags there are, and resources by them: <c>GET …/tags</c>, <c>POST …/resource_instances/action</c>.</summary>
    TagQueries = 1 << 24,

    /// <summary><c>sys_tags</c> and <c>without_any_tag</c> in questions for resources by tags.</summary>
    SystemTagQueries = 1 << 25,

    /// <summary><c>enable_policy</c> when a service is made: policies of its endpoints.</summary>
    ServicePolicies = 1 << 26,
}
