using System.Security.Cryptography;
using System.Text;
using Pulumi.Provider.Protocol.Values;

namespace Properties.Tests.Programs;

/// <summary>Short ways to write property values.</summary>
#pragma warning disable CA5351 // no secret: test ids
internal static class Props
{
    public static PropertyMap Map(params (string Name, PropertyValue Value)[] entries) =>
        new(entries.Select(static entry => KeyValuePair.Create(entry.Name, entry.Value)));

    public static PropertyMap WithIf(this PropertyMap map, bool has, string name, PropertyValue value) =>
        has ? map.With(name, value) : map;

    public static PropertyValue Port(double client, double server) =>
        new ObjectValue(Map(("clientPort", client), ("serverPort", server)));

    /// <summary>An id of the form the cloud wants, different for each name.</summary>
    public static string Id(string name) => new Guid(MD5.HashData(Encoding.UTF8.GetBytes(name))).ToString();

    /// <summary>An account's id, different for each name.</summary>
    public static string Domain(string name) => Id(name).Replace("-", "", StringComparison.Ordinal);
}
