namespace Vpcep.Emulator;

/// <summary>What the emulator knows of route tables: that they exist unless declared missing, and who uses them.</summary>
internal static class RouteTables
{
    /// <summary>The route table that a VPC has from the start; the same for a VPC each time.</summary>
    public static string DefaultOf(string vpcId) => "0000" + vpcId[4..];

    /// <summary>The endpoint for the same service that is bound to the table; null when it is free.</summary>
    public static VpcEndpoint? UserOf(string table, string serviceId, IEnumerable<VpcEndpoint> endpoints) =>
        endpoints.FirstOrDefault(endpoint =>
            endpoint.EndpointServiceId == serviceId
            && endpoint.Status is not (Statuses.Deleting or Statuses.Failed)
            && endpoint.Routetables.Contains(table)
        );
}
