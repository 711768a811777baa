using System.Security.Cryptography;
using System.Text;
using Pulumi.Provider.Protocol.Values;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>Short ways to write property values.</summary>
#pragma warning disable CA5351 // no secret: test ids
internal static class Props
{
    public static PropertyMap Map(params (string Name, PropertyValue Value)[] entries) =>
        new(entries.Select(static entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static PropertyValue List(params PropertyValue[] items) => new ListValue(items);

    /// <summary>A value of a row of test data.</summary>
    public static PropertyValue Of(object value) => value is bool flag ? flag : (string)value;

    public static PropertyValue Port(double client, double server) =>
        new ObjectValue(Map(("clientPort", client), ("serverPort", server)));

    /// <summary>An id of the form the cloud wants, different for each name.</summary>
    public static string Id(string name) => new Guid(MD5.HashData(Encoding.UTF8.GetBytes(name))).ToString();

    /// <summary>A service that the emulator makes.</summary>
    public static PropertyMap Service { get; } =
        Map(
            ("vpcId", Id("vpc-1")),
            ("portId", Id("port-1")),
            ("serverType", "LB"),
            ("ports", List(Port(80, 8080))),
            ("serviceName", "web")
        );

    /// <summary>An endpoint of the given service.</summary>
    public static PropertyMap Endpoint(string serviceId) =>
        Map(
            ("endpointServiceId", serviceId),
            ("vpcId", Id("vpc-2")),
            ("subnetId", Id("subnet-2")),
            ("enableDns", true)
        );

    public static string Text(this PropertyMap map, string name) => ((StringValue)map[name].Unwrapped).Value;
}
