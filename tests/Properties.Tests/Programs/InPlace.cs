using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;

namespace Properties.Tests.Programs;

/// <summary>Changes that need no new resource.</summary>
internal static class InPlace
{
    /// <summary>The inputs with one changed; the same where the cloud changes none of that kind in place.</summary>
    public static PropertyMap Change(Kind kind, PropertyMap inputs, CloudHosts cloud) =>
        kind switch
        {
            Kind.Service => inputs.With("tcpProxy", IsSaid(inputs, "tcpProxy", "proxy_open") ? "close" : "proxy_open"),
            Kind.Endpoint when cloud.Has(CloudFeatures.WhitelistUpdate) => inputs.With(
                "enableWhitelist",
                !IsSaid(inputs, "enableWhitelist", true)
            ),
            Kind.Permission when cloud.Has(CloudFeatures.PermissionDescription) => Described(inputs),
            Kind.Approval when cloud.Has(CloudFeatures.ConnectionDescription) => Described(inputs),
            _ => inputs,
        };

    private static PropertyMap Described(PropertyMap inputs) =>
        inputs.With("description", IsSaid(inputs, "description", "for the shop") ? "for the web" : "for the shop");

    private static bool IsSaid(PropertyMap inputs, string name, PropertyValue value) => value.Equals(inputs.Find(name));
}
