using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>Resources with every input that a cloud offers.</summary>
internal static class Full
{
    private static readonly PropertyValue Tags = new ObjectValue(Props.Map(("team", "net"), ("env", "dev")));

    public static PropertyMap Service(ProviderOnEmulator host, string name = "web") =>
        Props
            .Service.With("serviceName", name)
            .With("portId", Props.Id(name))
            .With("approvalEnabled", false)
            .With("serviceType", "interface")
            .With("tcpProxy", "close")
            .WithIf(host, CloudFeatures.Description, "description", "for the web")
            .WithIf(host, CloudFeatures.Tags, "tags", Tags);

    public static PropertyMap Endpoint(ProviderOnEmulator host, string service) =>
        Props
            .Endpoint(service)
            .With("portIp", "192.168.0.7")
            .With("whitelist", Props.List("10.0.0.1", "10.1.0.0/16"))
            .With("enableWhitelist", true)
            .WithIf(host, CloudFeatures.Description, "description", "for the shop")
            .WithIf(host, CloudFeatures.TagsOnEndpointCreate, "tags", Tags);

    /// <summary>An endpoint of the public gateway service, which is what route tables and policies are for.</summary>
    public static PropertyMap Gateway(ProviderOnEmulator host) =>
        Props
            .Map(
                ("endpointServiceId", PublicServiceDefaults.GatewayId),
                ("vpcId", Props.Id("vpc-2")),
                ("routeTables", Props.List(Props.Id("table-1"), Props.Id("table-2")))
            )
            .WithIf(
                host,
                CloudFeatures.PolicyOnCreate,
                "policyStatements",
                Props.List(
                    Has(host, CloudFeatures.PolicyConditions)
                        ? Conditional("obs:bucket:ListBucket")
                        : Statement("Allow", "obs:bucket:ListBucket"),
                    Statement("Deny", "obs:object:DeleteObject")
                )
            );

    /// <summary>An endpoint of a public interface service, which is what policy documents are for.</summary>
    public static PropertyMap Keys(ProviderOnEmulator host) =>
        Props
            .Endpoint(PublicServiceDefaults.KeysId)
            .WithIf(
                host,
                CloudFeatures.PolicyDocument,
                "policyDocument",
                new ObjectValue(
                    Props.Map(
                        ("version", "5.0"),
                        ("statements", Props.List(Conditional("kms:cmk:get"), NotStatement("kms:cmk:delete")))
                    )
                )
            );

    /// <summary>A service with what the professional edition has, and a server that is found by its name.</summary>
    public static PropertyMap Professional(ProviderOnEmulator host, string name = "pro") =>
        Service(host, name)
            .WithIf(host, CloudFeatures.ServiceAddress, "ip", "db.example.com")
            .WithIf(host, CloudFeatures.ServicePolicies, "enablePolicy", true)
            .WithIf(host, CloudFeatures.Ipv6, "ipVersion", "ipv6")
            .WithIf(host, CloudFeatures.Ipv6, "snatNetworkId", Props.Id("snat"))
            .WithIf(host, CloudFeatures.Editions, "edition", "professional");

    /// <summary>An endpoint with an IPv6 address, of a service of the professional edition.</summary>
    public static PropertyMap DualStack(ProviderOnEmulator host, string service) =>
        Props
            .Endpoint(service)
            .WithIf(host, CloudFeatures.Ipv6, "ipVersion", "dualstack")
            .WithIf(host, CloudFeatures.Ipv6, "ipv6Address", "2001:db8::7");

    /// <summary>A load balancer behind a service.</summary>
    public static PropertyValue Server(string name) =>
        new ObjectValue(Props.Map(("resourceId", Props.Id(name)), ("availabilityZoneId", $"cn-east-4{name}")));

    public static PropertyValue Statement(string effect, string action) =>
        new ObjectValue(
            Props.Map(
                ("effect", effect),
                ("actions", Props.List(action)),
                ("resources", Props.List("obs:*:*:bucket:logs"))
            )
        );

    private static ObjectValue Conditional(string action) =>
        new ObjectValue(
            ((ObjectValue)Statement("Allow", action))
                .Fields.With("sid", "mine")
                .With(
                    "condition",
                    new ObjectValue(
                        Props.Map(("StringEquals", new ObjectValue(Props.Map(("g:SourceVpc", Props.List("a", "b"))))))
                    )
                )
        );

    private static ObjectValue NotStatement(string action) =>
        new ObjectValue(
            Props.Map(
                ("effect", "Deny"),
                ("principal", new ObjectValue(Props.Map(("IAM", Props.List("urn:a"))))),
                ("notActions", Props.List(action)),
                ("notResources", Props.List("kms:*:*:cmk:shared"))
            )
        );

    public static PropertyMap Permission(ProviderOnEmulator host, string service) =>
        Props
            .Map(("endpointServiceId", service), ("permission", $"iam:domain::{Account.Other.DomainId}"))
            .WithIf(host, CloudFeatures.PermissionDescription, "description", "the shop's account");

    public static PropertyMap Approval(ProviderOnEmulator host, string service, string endpoint) =>
        Props
            .Map(("endpointServiceId", service), ("endpointId", endpoint), ("decision", "accept"))
            .WithIf(host, CloudFeatures.ConnectionDescription, "description", "the shop");

    private static PropertyMap WithIf(
        this PropertyMap map,
        ProviderOnEmulator host,
        CloudFeatures feature,
        string name,
        PropertyValue value
    ) => Has(host, feature) ? map.With(name, value) : map;

    private static bool Has(ProviderOnEmulator host, CloudFeatures feature) =>
        ProviderOnEmulator.CloudOf(host.Cloud.Options.Dialect).Has(feature);
}
