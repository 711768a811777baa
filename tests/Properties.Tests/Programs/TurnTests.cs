using Pulumi.Provider.Protocol.Values;
using Support;
using Vpcep.Client;
using Vpcep.Emulator;
using static Properties.Tests.Programs.Props;

namespace Properties.Tests.Programs;

/// <summary>
/// Every kind of turn on one full stack per dialect, none by chance, and on one of them about everything that there is. In which
/// order hangs on the dialect; asked for more runs, each kind comes right after each other one on each, about everything.
/// </summary>
public sealed class TurnTests
{
    private static readonly TurnKind[] Kinds = Enum.GetValues<TurnKind>();

    // That of the cloud that has most.
    private const string Whole = "huaweicloud";

    // Of the Ankara reference the one whose answers lack most.
    private static readonly string[] Dialects = ["ankara-examples", "huaweicloud", "otc"];

    public static TheoryData<string, int, bool> Orders()
    {
        var rows = new TheoryData<string, int, bool>();
        foreach (var (index, dialect) in Dialects.Index())
        {
            int[] strides = TestRuns.Asked is null ? [index + 1] : [.. Enumerable.Range(1, Kinds.Length - 1)];
            foreach (var stride in strides)
            {
                rows.Add(dialect, stride, TestRuns.Asked is not null || dialect == Whole);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public Task Whatever_the_turn_nothing_wanted_is_missing_and_nothing_is_replaced_for_nothing(
        string dialect,
        int stride,
        bool whole
    ) =>
        Living.RunAsync(
            new Life(
                dialect,
                Parallel: 4,
                [
                    new Round([.. Full(WishGen.CloudOf(dialect))], [], [], RefreshesFirst: false)
                    {
                        // The number of kinds is prime: any stride meets each once.
                        Turns =
                        [
                            .. Kinds.Select((_, i) => new Turn(Kinds[i * stride % Kinds.Length], whole ? Turn.All : i)),
                        ],
                    },
                ],
                AtEnd: []
            )
        );

    /// <summary>The cloud's address is another one, so that all is replaced, and one process makes what another one deletes.</summary>
    [Fact]
    public async Task A_record_of_somebody_elses_service_stays_when_its_provider_is_another()
    {
        await using var stack = await Stack.StartAsync("huaweicloud", parallel: 4);
        var cloud = stack.Cloud.Cloud;
        var service = cloud.CreateService(Account.Default).Id;
        var endpoint = cloud.CreateEndpoint(Account.Default, service)!.Id;
        IReadOnlyList<WantedResource> program =
        [
            new(new Slot(Kind.Permission, 0), Map(("endpointServiceId", service), ("permission", "*"))),
            new(new Slot(Kind.Approval, 0), Map(("endpointServiceId", service), ("endpointId", endpoint))),
        ];
        Invariant.Succeeded("up", await stack.UpAsync(program));

        stack.Host = "localhost";
        var up = await stack.UpAsync(program);
        Invariant.Succeeded("up", up);
        Assert.Contains("Replace permission0 provider", up.Changes);
        Assert.Equal("*", Assert.Single(cloud.FindService(service)!.Permissions).Value);
        Assert.Equal(Statuses.Accepted, cloud.FindEndpoint(endpoint)!.Status);
        Assert.Empty((await stack.RefreshAsync()).Changes);
        Assert.Empty((await stack.PreviewAsync(program)).Changes);
    }

    /// <summary>One name lets the record go, before anything else, and the engine hears of the other name only then.</summary>
    [Fact]
    public async Task A_record_that_goes_before_its_other_name_is_known_is_made_again()
    {
        await using var stack = await Stack.StartAsync("huaweicloud", parallel: 4);
        var cloud = stack.Cloud.Cloud;
        var service = cloud.CreateService(Account.Default).Id;
        var (first, second) = (new Slot(Kind.Permission, 0), new Slot(Kind.Permission, 1));
        var everyone = Map(("endpointServiceId", service), ("permission", "*"));
        var someone = everyone.With("permission", $"iam:domain::{Domain("someone")}");
        WantedResource other = new(second, everyone) { After = first };
        Invariant.Succeeded("up", await stack.UpAsync([new(first, everyone), other]));

        Invariant.Succeeded("up", await stack.UpAsync([new(first, someone) { DeletedFirst = true }, other]));
        Assert.Equal(
            ["*", someone["permission"]],
            cloud
                .FindService(service)!
                .Permissions.Select(static it => (PropertyValue)it.Value)
                .OrderBy(static it => it.ToString(), StringComparer.Ordinal)
        );
        Assert.Empty((await stack.RefreshAsync()).Changes);
    }

    /// <summary>A resource of each kind with all inputs that the cloud takes, one that waits for an owner, one with the least.</summary>
    private static IEnumerable<Edit> Full(CloudHosts cloud)
    {
        var tags = new ObjectValue(Map(("team", "net"), ("env", "dev")));
        yield return Set(
            Kind.Service,
            0,
            Map(
                    ("vpcId", Id("vpc-1")),
                    ("portId", Id("port-1")),
                    ("serverType", "LB"),
                    ("ports", new ListValue([Port(443, 8443), Port(80, 8080)])),
                    ("serviceName", "web")
                )
                .WithIf(cloud.Has(CloudFeatures.Description), "description", "for the web")
                .WithIf(cloud.Has(CloudFeatures.Tags), "tags", tags)
        );
        yield return Set(
            Kind.Permission,
            0,
            Map(("permission", $"iam:domain::{Domain("account")}"))
                .WithIf(cloud.Has(CloudFeatures.PermissionDescription), "description", "for the web")
        );
        yield return Set(
            Kind.Endpoint,
            0,
            Map(
                    ("vpcId", Id("vpc-1")),
                    ("subnetId", Id("subnet-1")),
                    ("portIp", "192.168.100.7"),
                    ("enableDns", true),
                    ("whitelist", new ListValue(["10.1.0.0/16", "10.0.0.1"])),
                    ("enableWhitelist", true)
                )
                .WithIf(cloud.Has(CloudFeatures.TagsOnEndpointCreate), "tags", tags)
        );
        yield return Set(
            Kind.Endpoint,
            1,
            Map(("vpcId", Id("vpc-1")), ("subnetId", Id("subnet-2")), ("portIp", "192.168.101.7"), ("enableDns", true))
        );
        yield return Set(Kind.Endpoint, 2, Map(("vpcId", Id("vpc-2")), ("subnetId", Id("subnet-3"))));
        yield return Set(
            Kind.Gateway,
            0,
            Map(
                ("endpointServiceId", PublicServiceDefaults.GatewayId),
                ("vpcId", Id("vpc-2")),
                ("routeTables", new ListValue([Id("red"), Id("blue")]))
            )
        );
        yield return Set(
            Kind.Approval,
            0,
            PropertyMap.Empty.WithIf(cloud.Has(CloudFeatures.ConnectionDescription), "description", "for the web")
        );
    }

    private static Edit Set(Kind kind, int number, PropertyMap inputs) =>
        new(new Slot(kind, number), new Wish(0, inputs));
}
