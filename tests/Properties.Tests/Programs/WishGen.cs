using FsCheck;
using FsCheck.Fluent;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Client;
using Vpcep.Emulator;
using static Properties.Tests.Programs.Props;

namespace Properties.Tests.Programs;

/// <summary>Inputs that a cloud accepts. Those of different slots never meet: no shared port, subnet or permission.</summary>
internal static class WishGen
{
    public static readonly string[] Dialects = ["ankara", "huaweicloud", "otc", "hcs", "cloudru"];

    /// <summary>How many resources of a kind there are at most.</summary>
    public static int SlotsOf(Kind kind) =>
        kind switch
        {
            Kind.Service => 3,
            Kind.Gateway => 2,
            _ => 4,
        };

    public static CloudHosts CloudOf(string dialect) =>
        CloudHosts.All.FirstOrDefault(cloud => cloud.Name == dialect) ?? CloudHosts.Private;

    public static Gen<Wish> For(Slot slot, string dialect)
    {
        var cloud = CloudOf(dialect);
        var inputs = slot.Kind switch
        {
            Kind.Service => Service(slot.Number, cloud),
            Kind.Permission => Permission(slot.Number, cloud),
            Kind.Endpoint => Endpoint(slot.Number, cloud),
            Kind.Gateway => Gateway(slot.Number, cloud),
            _ => Approval(cloud),
        };
        return Gen.Choose(0, SlotsOf(slot.Kind == Kind.Approval ? Kind.Endpoint : Kind.Service) - 1)
            .Zip(inputs, static (target, map) => new Wish(target, map));
    }

    private static Gen<PropertyMap> Service(int number, CloudHosts cloud) =>
        Object(
            Always("vpcId", Ids("vpc", 2)),
            Always("portId", Ids($"port-{number}", 2)),
            Always("serverType", Gen.Frequency((4, Text("LB")), (1, Text("VM")))),
            Always("ports", Ports()),
            Maybe("serviceName", Gen.Elements($"web{number}", $"shop-{number}").Select(Value)),
            Maybe("approvalEnabled", Flag()),
            Maybe("serviceType", Text("interface")),
            Maybe("tcpProxy", Gen.Elements("close", "proxy_open").Select(Value)),
            Maybe("rejectConnectionsOnDelete", Flag()),
            If(cloud.Has(CloudFeatures.Description), "description", Words()),
            If(cloud.Has(CloudFeatures.Tags), "tags", Tags())
        );

    private static Gen<PropertyMap> Permission(int number, CloudHosts cloud) =>
        Object(
            Always(
                "permission",
                Gen.Choose(0, 1).Select(choice => Value($"iam:domain::{Domain($"account-{number}-{choice}")}"))
            ),
            If(cloud.Has(CloudFeatures.PermissionDescription), "description", Words())
        );

    private static Gen<PropertyMap> Endpoint(int number, CloudHosts cloud) =>
        Object(
            Always("vpcId", Ids("vpc", 2)),
            Always("subnetId", Ids($"subnet-{number}", 2)),
            Maybe("portIp", Gen.Choose(7, 8).Select(last => Value($"192.168.{100 + number}.{last}"))),
            Maybe("enableDns", Flag()),
            Maybe("whitelist", Gen.SubListOf("10.0.0.1", "10.1.0.0/16", "10.2.3.4").Select(Texts)),
            Maybe("enableWhitelist", Flag()),
            If(cloud.Has(CloudFeatures.Description), "description", Words()),
            If(cloud.Has(CloudFeatures.TagsOnEndpointCreate), "tags", Tags())
        );

    private static Gen<PropertyMap> Gateway(int number, CloudHosts cloud) =>
        Object(
            Always("endpointServiceId", Text(PublicServiceDefaults.GatewayId)),
            Always("vpcId", Ids($"vpc-of-gateway-{number}", 2)),
            Maybe(
                "routeTables",
                Gen.SubListOf("red", "green", "blue")
                    .Where(static tables => tables.Count > 0)
                    .Select(tables => Texts(tables.Select(table => Id($"{table}-{number}"))))
            ),
            If(cloud.Has(CloudFeatures.PolicyOnCreate), "policyStatements", Policy()),
            If(cloud.Has(CloudFeatures.TagsOnEndpointCreate), "tags", Tags())
        );

    private static Gen<PropertyValue> Policy() =>
        Gen.SubListOf("obs:bucket:ListBucket", "obs:object:GetObject", "*")
            .Select(static actions =>
                (PropertyValue)
                    new ListValue([
                        .. actions.Select(static action => new ObjectValue(
                            Map(
                                ("effect", action == "*" ? "Deny" : "Allow"),
                                ("actions", Texts([action])),
                                ("resources", Texts(["obs:*:*:bucket:logs"]))
                            )
                        )),
                    ])
            );

    private static Gen<PropertyMap> Approval(CloudHosts cloud) =>
        Object(
            Maybe("decision", Gen.Frequency((3, Text("accept")), (1, Text("reject")))),
            If(cloud.Has(CloudFeatures.ConnectionDescription), "description", Words())
        );

    private static Gen<PropertyMap> Object(params Gen<KeyValuePair<string, PropertyValue>?>[] entries) =>
        Gen.CollectToArray(entries)
            .Select(static found => new PropertyMap(found.OfType<KeyValuePair<string, PropertyValue>>()));

    private static Gen<KeyValuePair<string, PropertyValue>?> Always(string name, Gen<PropertyValue> value) =>
        value.Select(chosen => (KeyValuePair<string, PropertyValue>?)KeyValuePair.Create(name, chosen));

    private static Gen<KeyValuePair<string, PropertyValue>?> Maybe(string name, Gen<PropertyValue> value) =>
        Gen.Frequency((1, Absent), (1, Always(name, value)));

    private static Gen<KeyValuePair<string, PropertyValue>?> If(bool has, string name, Gen<PropertyValue> value) =>
        has ? Maybe(name, value) : Absent;

    private static Gen<KeyValuePair<string, PropertyValue>?> Absent =>
        Gen.Constant<KeyValuePair<string, PropertyValue>?>(null);

    private static Gen<PropertyValue> Ports() =>
        Gen.SubListOf(Port(80, 8080), Port(443, 8443), Port(5432, 15432))
            .Where(static ports => ports.Count > 0)
            .SelectMany(static ports => Gen.Shuffle(ports.AsEnumerable()))
            .Select(static ports => (PropertyValue)new ListValue([.. ports]));

    private static Gen<PropertyValue> Tags() =>
        Gen.SubListOf(("team", "net"), ("env", "dev"), ("env", "prod"))
            .Select(static tags =>
                (PropertyValue)new ObjectValue(Map([.. tags.Select(static tag => (tag.Item1, Value(tag.Item2)))]))
            );

    private static Gen<PropertyValue> Words() => Gen.Elements("", "for the web", "for the shop").Select(Value);

    private static Gen<PropertyValue> Ids(string name, int count) =>
        Gen.Choose(1, count).Select(choice => Value(Id($"{name}-{choice}")));

    private static Gen<PropertyValue> Flag() => Gen.Elements(true, false).Select(static flag => (PropertyValue)flag);

    private static Gen<PropertyValue> Text(string text) => Gen.Constant(Value(text));

    private static PropertyValue Texts(IEnumerable<string> texts) => new ListValue([.. texts.Select(Value)]);

    private static PropertyValue Value(string text) => text;
}
