using static Vpcep.Client.CodeRetry;
using static Vpcep.Client.ErrorClass;

namespace Vpcep.Client;

/// <summary>Codes of endpoints (2xxx), with those that only some sites document.</summary>
internal static class EndpointCodes
{
    private const string Step =
        "A step inside the cloud failed; run again, and give its support the request id when it stays";
    private const string Support =
        "Something inside the cloud is missing or in the way; give its support the request id";

    public static readonly ErrorCode[] All =
    [
        new("EndPoint.2001", NotFound, Never, "Use the id of a VPC in this project and region"),
        new("EndPoint.2002", InvalidInput, Never, "A value that the API needs is missing or empty"),
        new("EndPoint.2003", NotFound, Never, "The endpoint service is gone or the id is wrong"),
        new("EndPoint.2004", Unavailable, Always, "The endpoint service is not ready; wait until it is available"),
        new("EndPoint.2006", NotFound, Never, "The endpoint is gone or the id is wrong"),
        new("EndPoint.2007", NotFound, Never, "The endpoint is gone or the id is wrong"),
        new("EndPoint.2008", NotFound, Never, "The endpoint has been deleted"),
        new("EndPoint.2009", NotFound, Never, "Choose a specification that this site offers"),
        new("EndPoint.2010", InvalidInput, Never, "Set the subnet: interface endpoints need one"),
        new("EndPoint.2011", InvalidInput, Never, "Set the VPC of the endpoint"),
        new(
            "EndPoint.2012",
            Auth,
            Never,
            "Ask the owner of the service to add a permission for your account id (iam:domain::ID)"
        ),
        new("EndPoint.2013", NotFound, Never, "The endpoint is not connected to this service: check both ids"),
        new("EndPoint.2014", Conflict, Never, "The connection exists already"),
        new("EndPoint.2015", Auth, Never, "The account is frozen: settle what its active status names"),
        new("EndPoint.2016", NotFound, Never, Support),
        new("EndPoint.2017", InvalidInput, Never, "Use the id of an endpoint in this project"),
        new("EndPoint.2018", Conflict, WhenStateAllows, "The endpoint is being deleted; wait until it is gone"),
        new("EndPoint.2019", Unavailable, Always, "The endpoint is still being made; try again when it is ready"),
        new("EndPoint.2020", Internal, Once, Step),
        new("EndPoint.2021", Internal, Once, Step),
        new("EndPoint.2022", Internal, Once, Step),
        new("EndPoint.2023", NotFound, Never, Support),
        new("EndPoint.2024", NotFound, Never, Support),
        new("EndPoint.2025", NotFound, Never, Support),
        new("EndPoint.2026", Internal, Once, Step),
        new("EndPoint.2027", InvalidInput, Never, "The action is not one the API knows"),
        new("EndPoint.2028", InvalidInput, Never, "Give each port mapping both ports and a protocol"),
        new("EndPoint.2029", InvalidInput, Never, "Set the endpoint service id"),
        new("EndPoint.2030", InvalidInput, Never, "The connection has no marker id yet"),
        new("EndPoint.2031", Conflict, Never, "Accept or reject one endpoint at a time"),
        new("EndPoint.2033", InvalidInput, Never, "enableDns must be true or false"),
        new(
            "EndPoint.2034",
            InvalidInput,
            Never,
            "This service does not offer a private domain name; turn enableDns off"
        ),
        new("EndPoint.2035", Internal, Once, Step),
        new("EndPoint.2037", InvalidInput, Never, "Choose a subnet that belongs to the endpoint's VPC"),
        new("EndPoint.2038", NotFound, Never, Support),
        new("EndPoint.2039", Conflict, Never, "Take the route table off the other endpoint first"),
        new("EndPoint.2040", Conflict, Never, "Bind a route table to the endpoint first"),
        new("EndPoint.2041", InvalidInput, Never, "Use an IPv4 address"),
        new("EndPoint.2042", Conflict, Never, "Choose a free address of the subnet, or leave it out to get one"),
        new("EndPoint.2043", InvalidInput, Never, "Choose an address inside the subnet, or leave it out to get one"),
        new("EndPoint.2044", InvalidInput, Never, "Whitelist entries are IPv4 addresses or CIDR blocks"),
        new(
            "EndPoint.2045",
            Quota,
            Never,
            "An endpoint's whitelist takes at most 20 entries: merge some into CIDR blocks"
        ),
        new("EndPoint.2046", Conflict, Never, Support),
        new("EndPoint.2047", Conflict, Never, "Replace the failed endpoint"),
        new("EndPoint.2048", InvalidInput, Never, "Check effect, actions and resources of the policy"),
        new("EndPoint.2049", NotFound, Never, "There is no policy to change; set one"),
        new("EndPoint.2050", Conflict, Never, "The operator has disabled the endpoint"),
        new("EndPoint.2051", Conflict, WhenStateAllows, "The endpoint is being moved; try again later"),
        new("EndPoint.2052", Internal, Never, Step),
    ];
}
