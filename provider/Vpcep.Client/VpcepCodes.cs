namespace Vpcep.Client;

/// <summary>The codes that callers act on, as <see cref="VpcepException.Code"/> spells them.</summary>
public static class VpcepCodes
{
    /// <summary>The requested thing, whichever kind, is not there.</summary>
    public const string NotFound = "EndPoint.0005";

    /// <summary>A page was asked for behind the end.</summary>
    public const string InvalidOffset = "EndPoint.0010";

    /// <summary>The endpoint service that the path names is not there (HTTP 400).</summary>
    public const string ServiceMissing = "EndPoint.2003";

    /// <summary>The endpoint is no connection of the service (HTTP 400).</summary>
    public const string NotConnected = "EndPoint.2013";

    /// <summary>The connection is accepted already.</summary>
    public const string AlreadyConnected = "EndPoint.2014";

    /// <summary>The endpoint is on its way out.</summary>
    public const string EndpointDeleting = "EndPoint.2018";

    /// <summary>Endpoints hold on to the service.</summary>
    public const string ServiceInUse = "EndPoint.3006";

    /// <summary>The endpoint has no policy.</summary>
    public const string NoPolicy = "EndPoint.2049";

    /// <summary>The endpoint or service is of that edition already.</summary>
    public const string NothingToSwitch = "EndPoint.2052";

    /// <summary>More items in one request than the site takes.</summary>
    public const string BatchTooLarge = "EndPoint.0016";

    /// <summary>Too many requests (HTTP 400).</summary>
    public const string RateLimited = "EndPoint.0022";

    /// <summary>Another service on the same port id serves a port of this one.</summary>
    public const string PortsTaken = "EndPoint.3044";

    /// <summary>Another endpoint of the service is bound to the route table.</summary>
    public const string RouteTableTaken = "EndPoint.2039";

    /// <summary>Another endpoint has the address.</summary>
    public const string AddressTaken = "EndPoint.2042";
}
