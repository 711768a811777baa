using static Vpcep.Client.CodeRetry;
using static Vpcep.Client.ErrorClass;

namespace Vpcep.Client;

/// <summary>Codes of endpoint services (3xxx).</summary>
internal static class ServiceCodes
{
    private const string Step =
        "A step inside the cloud failed; run again, and give its support the request id when it stays";

    public static readonly ErrorCode[] All =
    [
        new("EndPoint.3001", Internal, Once, Step),
        new("EndPoint.3002", InvalidInput, Never, "Write permissions as iam:domain::ID or *"),
        new("EndPoint.3003", InvalidInput, Never, "Use the id of the backend's port (NIC or load balancer port)"),
        new("EndPoint.3004", InvalidInput, Never, "Ports are 1-65535"),
        new("EndPoint.3005", Internal, Once, Step),
        new("EndPoint.3006", Conflict, WhenStateAllows, "Endpoints still use the service: delete or reject them first"),
        new("EndPoint.3008", NotFound, Never, "Use the id of an existing port (NIC or load balancer port)"),
        new("EndPoint.3009", InvalidInput, Never, "Check the CIDR block"),
        new("EndPoint.3010", InvalidInput, Never, "Check the IP address"),
        new("EndPoint.3011", InvalidInput, Never, "Interface services are made by port, not by address"),
        new("EndPoint.3013", InvalidInput, Never, "Leave the VPC out for this kind of service"),
        new("EndPoint.3014", InvalidInput, Never, "Leave the CIDR out for an interface service"),
        new("EndPoint.3015", InvalidInput, Never, "Leave the port out for this kind of service"),
        new("EndPoint.3016", InvalidInput, Never, "Leave the address out for this kind of service"),
        new("EndPoint.3017", InvalidInput, Never, "Check the CIDR blocks"),
        new("EndPoint.3018", InvalidInput, Never, "Leave the VPC out for this kind of service"),
        new("EndPoint.3021", InvalidInput, Never, "Use server type VM or LB"),
        new("EndPoint.3022", Internal, Once, Step),
        new("EndPoint.3023", Internal, Once, Step),
        new("EndPoint.3035", InvalidInput, Never, "Use add or remove"),
        new("EndPoint.3036", InvalidInput, Never, "Name at least one permission"),
        new("EndPoint.3040", Internal, Once, Step),
        new("EndPoint.3042", InvalidInput, Never, "Choose a port (NIC or load balancer port) of the service's VPC"),
        new("EndPoint.3043", InvalidInput, Never, "Ports are 1-65535"),
        new(
            "EndPoint.3044",
            Conflict,
            Never,
            "Another service on the same backend port already serves this port and protocol"
        ),
        new("EndPoint.3045", Conflict, WhenStateAllows, "Wait until the service is available, then change it"),
        new("EndPoint.3046", Conflict, Never, "Another service already uses this address"),
        new("EndPoint.3049", Quota, Never, "Remove permissions that are not needed, or allow everyone with *"),
        new("EndPoint.3051", InvalidInput, Never, "Use the id of the virtual IP's port"),
        new("EndPoint.3052", InvalidInput, Never, "Change port and address in two steps"),
        new("EndPoint.3053", InvalidInput, Never, "Change virtual IP port and address in two steps"),
        new(
            "EndPoint.3054",
            InvalidInput,
            Never,
            "The backend port of this service cannot be changed: replace the service"
        ),
        new("EndPoint.3055", InvalidInput, Never, "The address of this service cannot be changed: replace the service"),
        new("EndPoint.3056", Quota, Never, "Use another backend: this one carries as many services as it may"),
        new("EndPoint.3057", InvalidInput, Never, "The CIDR of this service cannot be changed: replace the service"),
        new("EndPoint.3058", InvalidInput, Never, "Check the domain name"),
        new("EndPoint.3059", Conflict, Never, "Choose another domain name"),
        new("EndPoint.3060", Auth, Never, "Ask the operator for the right to add domain names"),
        new("EndPoint.3061", Quota, Never, "Remove domain names that are not needed"),
        new("EndPoint.3062", InvalidInput, Never, "Use the id of an endpoint service"),
        new("EndPoint.3063", InvalidInput, Never, "Use the id of the backend's port (NIC or load balancer port)"),
        new("EndPoint.3066", InvalidInput, Never, "Give at least one tag"),
        new("EndPoint.3067", InvalidInput, Never, "Use each tag key once"),
        new("EndPoint.3068", InvalidInput, Never, "Check the characters of the tags: sites allow different ones"),
        new("EndPoint.3069", Quota, Never, "Use at most 20 tags"),
        new("EndPoint.3070", InvalidInput, Never, "The resource type is not one the API knows"),
        new("EndPoint.3071", InvalidInput, Never, "Use each tag value once"),
        new("EndPoint.3072", InvalidInput, Never, "Shorten the tag key"),
        new("EndPoint.3073", InvalidInput, Never, "Shorten the tag value"),
        new("EndPoint.3074", Quota, Never, "Use fewer port mappings: at most 200"),
        new("EndPoint.3075", InvalidInput, Never, "Use protocol TCP"),
        new(
            "EndPoint.3076",
            InvalidInput,
            Never,
            "Use 1-16 letters, digits, underscores or hyphens for the service name"
        ),
    ];
}
