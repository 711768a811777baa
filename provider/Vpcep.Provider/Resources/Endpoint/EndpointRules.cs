using Pulumi.Provider.Model.Rules;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Resources.Endpoint;

/// <summary>What the inputs of an endpoint may not be together.</summary>
internal static class EndpointRules
{
    // Inputs of interface endpoints: they have an address in a subnet. Gateway endpoints have route tables instead.
    private static readonly string[] OfInterfaces = ["subnetId", "portIp", "whitelist"];

    /// <summary>An endpoint is of one type or the other.</summary>
    public static void Check(InputChecker checker, PropertyMap inputs)
    {
        if (!IsSet(inputs, "routeTables"))
        {
            return;
        }

        foreach (var name in OfInterfaces.Where(name => IsSet(inputs, name)))
        {
            checker.Add(
                PropertyPath.Root.Append(name),
                "only endpoints of interface services have it, and only those of gateway services have routeTables; remove one of the two"
            );
        }
    }

    /// <summary>What does not fit the type of the service; null when everything does.</summary>
    public static string? Misfit(EndpointInputs inputs, ServiceType? type) =>
        type switch
        {
            ServiceType.Interface when inputs.SubnetId is null =>
                $"subnetId: required, but not set; endpoint service {inputs.EndpointServiceId} is an interface service, whose endpoints take an address of a subnet",
            ServiceType.Interface when inputs.RouteTables is { Count: > 0 } =>
                $"routeTables: endpoint service {inputs.EndpointServiceId} is an interface service, and only gateway services have route tables; remove it",
            ServiceType.Gateway when inputs.PortIp is not null =>
                $"portIp: endpoint service {inputs.EndpointServiceId} is a gateway service, whose endpoints have no address; remove it",
            ServiceType.Gateway when inputs.Whitelist is { Count: > 0 } =>
                $"whitelist: endpoint service {inputs.EndpointServiceId} is a gateway service, whose endpoints have no whitelist; remove it",
            _ => null,
        };

    /// <summary>
    /// An address belongs to one endpoint at a time, and a route table leads to one endpoint of a service; without any, it
    /// is the default one of the VPC.
    /// </summary>
    public static bool CannotCoexist(PropertyMap old, PropertyMap inputs)
    {
        if (Same(old, inputs, "portIp"))
        {
            return true;
        }

        if (!Same(old, inputs, "endpointServiceId") || IsSet(old, "subnetId") || IsSet(inputs, "subnetId"))
        {
            return false;
        }

        return (Tables(old), Tables(inputs)) switch
        {
            ([], []) => Same(old, inputs, "vpcId"),
            var (before, after) => before.Intersect(after).Any(),
        };
    }

    private static bool IsSet(PropertyMap inputs, string name) =>
        inputs.Find(name)?.Unwrapped is not (null or NullValue or ListValue { Items.IsEmpty: true });

    private static bool Same(PropertyMap old, PropertyMap inputs, string name) =>
        inputs.Find(name)?.Unwrapped is StringValue wanted && wanted.Equals(old.Find(name)?.Unwrapped);

    private static string[] Tables(PropertyMap inputs) =>
        inputs.Find("routeTables")?.Unwrapped is ListValue tables
            ?
            [
                .. tables
                    .Items.Select(static item => item.Unwrapped)
                    .OfType<StringValue>()
                    .Select(static item => item.Value),
            ]
            : [];
}
