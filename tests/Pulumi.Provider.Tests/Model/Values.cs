using Pulumi.Provider.Protocol.Values;

namespace Pulumi.Provider.Tests.Model;

/// <summary>Short ways to write property values in tests.</summary>
internal static class Values
{
    public static PropertyMap Map(params (string Name, PropertyValue Value)[] entries) =>
        new(entries.Select(static entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static PropertyValue Object(params (string Name, PropertyValue Value)[] entries) =>
        new ObjectValue(Map(entries));

    public static PropertyValue List(params PropertyValue[] items) => new ListValue(items);

    public static PropertyValue Rule(double port, PropertyValue? protocol = null) =>
        protocol is null ? Object(("port", port)) : Object(("port", port), ("protocol", protocol));
}
