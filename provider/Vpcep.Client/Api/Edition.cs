namespace Vpcep.Client;

/// <summary>The editions of services and endpoints, as <c>supported_editions</c> names them.</summary>
public static class Edition
{
    /// <summary>What every service and endpoint begins as.</summary>
    public const string Basic = "basic";

    /// <summary>Spelled so by the cloud.</summary>
    public const string Professional = "profession";

    /// <summary>Its word.</summary>
    public static string Named(bool professional) => professional ? Professional : Basic;

    /// <summary>The highest edition of endpoints that the service lets connect; null when the answer does not tell.</summary>
    public static string? OfService(EndpointService service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return service.SupportedEditions is { Count: > 0 } editions ? Named(editions.Any(IsProfessional)) : null;
    }

    // The other spelling is the one that people use.
    private static bool IsProfessional(string edition) =>
        edition.StartsWith(Professional, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A load balancer behind a service that has several.</summary>
/// <param name="ResourceId">Its id.</param>
/// <param name="AvailabilityZoneId">Where it is; null leaves that to the cloud.</param>
public sealed record ServerResource(string ResourceId, string? AvailabilityZoneId);
