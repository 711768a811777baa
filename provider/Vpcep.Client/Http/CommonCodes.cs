using static Vpcep.Client.CodeRetry;
using static Vpcep.Client.ErrorClass;

namespace Vpcep.Client;

/// <summary>Codes of the API as a whole (0xxx, 1xxx) and of what the cloud does behind it (4xxx).</summary>
internal static class CommonCodes
{
    private const string Step =
        "A step inside the cloud failed; run again, and give its support the request id when it stays";
    private const string Support =
        "Something inside the cloud is missing or in the way; give its support the request id";

    public static readonly ErrorCode[] All =
    [
        new(
            "EndPoint.0001",
            Unavailable,
            MaybeDone,
            "The cloud had an internal fault; run again later, and give its support the request id when it stays"
        ),
        new("EndPoint.0002", InvalidInput, Never, "Check the values of the resource against its documentation"),
        new(
            "EndPoint.0003",
            Auth,
            AfterRenewal,
            "Check the credentials: keys, token expiry and the project they belong to"
        ),
        new(
            "EndPoint.0004",
            Auth,
            Never,
            "Give the user the VPC Endpoint rights for this project, and check the project id"
        ),
        new("EndPoint.0005", NotFound, Never, "Check the id and that it belongs to this project and region"),
        new("EndPoint.0006", InvalidInput, Never, "The page size is out of range"),
        new("EndPoint.0007", InvalidInput, Never, "The action is not one the API knows"),
        new("EndPoint.0009", Auth, Never, "Call from an address that the account's access rules allow"),
        new("EndPoint.0010", InvalidInput, Never, "The page starts behind the end of the list"),
        new("EndPoint.0011", InvalidInput, Never, "The request arrived without its body: check proxies on the way"),
        new("EndPoint.0012", InvalidInput, Never, "The request arrived without its headers: check proxies on the way"),
        new("EndPoint.0013", Unavailable, MaybeDone, "The cloud took too long; run again later"),
        new(
            "EndPoint.0014",
            InvalidInput,
            Never,
            "Set the project id of this region; a domain id or a project name does not do"
        ),
        new("EndPoint.0015", InvalidInput, Never, "Choose a specification that this site offers"),
        new("EndPoint.0016", Quota, Never, "Send fewer items at once"),
        new("EndPoint.0017", InvalidInput, Never, "Leave the sort key out: sites spell it differently"),
        new("EndPoint.0018", InvalidInput, Never, "Sort by asc or desc"),
        new("EndPoint.0019", InvalidInput, Never, "Use a status that the list accepts as a filter"),
        new("EndPoint.0020", InvalidInput, Never, "Use the id of a VPC in this project and region"),
        new("EndPoint.0021", InvalidInput, Never, "Use the marker id that the connection list shows"),
        new(
            "EndPoint.0022",
            RateLimited,
            Always,
            "The account sends too many requests; lower the parallelism or try later"
        ),
        new("EndPoint.0023", InvalidInput, Never, "Use the network id of a subnet in the endpoint's VPC"),
        new(
            "EndPoint.1003",
            InvalidInput,
            Never,
            "Use 1-16 letters, digits, underscores or hyphens for the service name"
        ),
        new("EndPoint.1004", InvalidInput, Never, "Check the values of the resource against its documentation"),
        new(
            "EndPoint.1008",
            Auth,
            AfterRenewal,
            "The cloud could not check the credentials; try again, then check them"
        ),
        new("EndPoint.1018", Quota, Never, "Delete what is not needed or ask the operator for a higher quota"),
        new("EndPoint.1019", InvalidInput, Never, "Use the id of a route table of the endpoint's VPC"),
        new("EndPoint.4001", Internal, Once, Step),
        new("EndPoint.4002", Internal, Once, Step),
        new("EndPoint.4003", Internal, Once, Step),
        new("EndPoint.4004", NotFound, Never, "Use the network id of an existing subnet"),
        new("EndPoint.4005", Internal, Once, Step),
        new("EndPoint.4006", Internal, Once, Step),
        new("EndPoint.4007", Internal, Once, Step),
        new("EndPoint.4008", NotFound, Never, "Use the network id of an existing subnet"),
        new("EndPoint.4009", Internal, Once, Step),
        new("EndPoint.4010", Internal, Once, Step),
        new("EndPoint.4011", Internal, Once, Step),
        new("EndPoint.4012", NotFound, Never, "Use the id of an existing port"),
        new("EndPoint.4013", Internal, Once, Step),
        new("EndPoint.4014", Internal, Once, Step),
        new("EndPoint.4015", NotFound, Never, "The VPC has no router: check the VPC"),
        new("EndPoint.4016", Internal, Once, Step),
        new("EndPoint.4017", Internal, Once, Step),
        new("EndPoint.4018", Internal, Once, Step),
        new("EndPoint.4019", Internal, Once, Step),
        new("EndPoint.4020", Internal, Once, Step),
        new("EndPoint.4021", NotFound, Never, Support),
        new("EndPoint.4025", Conflict, Never, "Something still uses the specification"),
        new("EndPoint.4026", Internal, Once, Step),
        new("EndPoint.4027", Internal, Once, Step),
        new("EndPoint.4028", Internal, Once, Step),
        new("EndPoint.4029", Internal, Once, Step),
        new("EndPoint.4030", NotFound, Never, "Use the id of an existing route table"),
    ];
}
