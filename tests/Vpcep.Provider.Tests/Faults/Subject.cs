using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Faults;

/// <summary>A kind of resource, with what it needs around it and how the cloud shows it.</summary>
/// <param name="Kind">The resource.</param>
/// <param name="Arrange">Makes what it needs in an empty cloud; answers its inputs.</param>
/// <param name="Change">Inputs that differ and change it in place.</param>
/// <param name="InCloud">Ids of such things in the cloud, as the state has them.</param>
internal sealed record Subject(
    string Kind,
    Func<Cloud, PropertyMap> Arrange,
    Func<PropertyMap, PropertyMap> Change,
    Func<Cloud, IEnumerable<string>> InCloud
)
{
    public static IReadOnlyList<Subject> All { get; } =
    [
        new(
            "EndpointService",
            static _ => Props.Service,
            static inputs => inputs.With("approvalEnabled", false).With("ports", Props.List(Props.Port(81, 8081))),
            static cloud => cloud.Services.Where(IsToStay).Select(static service => service.Id)
        ),
        new(
            "Endpoint",
            static cloud => Props.Endpoint(Service(cloud, approval: false)),
            static inputs => inputs.With("whitelist", Props.List("10.0.0.0/8")).With("enableWhitelist", true),
            static cloud => cloud.Endpoints.Where(IsToStay).Select(static endpoint => endpoint.Id)
        ),
        new(
            "ServicePermission",
            static cloud =>
                Props.Map(
                    ("endpointServiceId", Service(cloud, approval: true)),
                    ("permission", "iam:domain::somebody"),
                    ("description", "before")
                ),
            static inputs => inputs.With("description", "after"),
            static cloud =>
                cloud.Services.SelectMany(static service =>
                    service.Permissions.Select(record => $"{service.Id}/{record.Value}")
                )
        ),
        new(
            "EndpointApproval",
            static cloud =>
            {
                var service = Service(cloud, approval: true);
                var endpoint = cloud.CreateEndpoint(Account.Other, service)!;
                return Props.Map(("endpointServiceId", service), ("endpointId", endpoint.Id), ("decision", "accept"));
            },
            static inputs => inputs.With("description", "after"),
            static cloud =>
                cloud
                    .Endpoints.Where(static endpoint => endpoint.Status == "accepted")
                    .Select(static endpoint => $"{endpoint.EndpointServiceId}/{endpoint.Id}")
        ),
    ];

    private static bool IsToStay(CloudObject thing) => thing.Status != "deleting";

    private static string Service(Cloud cloud, bool approval) =>
        cloud.CreateService(Account.Default, made => made with { ApprovalEnabled = approval }).Id;
}
