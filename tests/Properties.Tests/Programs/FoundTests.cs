using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using static Properties.Tests.Programs.Props;

namespace Properties.Tests.Programs;

/// <summary>Lives that went wrong once, as they were shrunk.</summary>
public sealed class FoundTests
{
    private static readonly PropertyMap Service = Map(
        ("vpcId", Id("vpc-1")),
        ("portId", Id("port-1")),
        ("serverType", "LB"),
        ("ports", new ListValue([Port(80, 8080)]))
    );

    private static readonly PropertyMap Endpoint = Map(("vpcId", Id("vpc-1")), ("subnetId", Id("subnet-1")));

    private static readonly PropertyMap Gateway = Map(
        ("endpointServiceId", PublicServiceDefaults.GatewayId),
        ("vpcId", Id("vpc-2"))
    );

    [Fact]
    public Task An_empty_description_stays_one() =>
        LiveAsync("huaweicloud", Up(Set(Kind.Service, 0, Service.With("description", ""))));

    [Fact]
    public Task A_preview_does_not_promise_the_empty_tags_that_the_program_no_longer_writes() =>
        LiveAsync(
            "huaweicloud",
            Up(Set(Kind.Service, 0, Service.With("tags", new ObjectValue(PropertyMap.Empty)))),
            Up(Set(Kind.Service, 0, Service.With("tcpProxy", "proxy_open")))
        );

    [Fact]
    public Task An_approval_that_gets_another_name_does_not_cut_the_connection() =>
        LiveAsync(
            "ankara",
            Up(
                Set(Kind.Service, 0, Service),
                Set(Kind.Endpoint, 0, Endpoint),
                Set(Kind.Approval, 1, PropertyMap.Empty)
            ),
            // The later one takes the place of the earlier one, as when a program renames it.
            Up(Set(Kind.Approval, 0, PropertyMap.Empty))
        );

    [Fact]
    public Task A_failed_endpoint_is_replaced_after_a_refresh() =>
        LiveAsync(
            "ankara",
            Up(Set(Kind.Service, 0, Service), Set(Kind.Endpoint, 0, Endpoint)),
            new Round([], [new Drift(DriftKind.FailsEndpoint, 0)], [], RefreshesFirst: true)
        );

    [Fact]
    public Task What_was_still_being_created_when_it_was_refreshed_is_waited_for() =>
        LiveAsync(
            "otc",
            new Round(
                [Set(Kind.Service, 0, Service)],
                [new Drift(DriftKind.FailsService, 0)],
                [new Mishap(Fault.ExpiredToken with { Operation = "GetService" })],
                RefreshesFirst: false
            )
        );

    [Fact]
    public Task The_moment_of_creation_stays_as_it_was_told_first() =>
        LiveAsync(
            "otc",
            Up(Set(Kind.Gateway, 1, Gateway)),
            new Round(
                [Set(Kind.Service, 0, Service)],
                [],
                [new Mishap(Fault.ExpiredToken with { Operation = "GetService" })],
                RefreshesFirst: false
            )
        );

    [Theory]
    [MemberData(nameof(Dialects))]
    public Task An_import_of_what_nobody_has_decided_about_yet_replaces_nothing(string dialect) =>
        LiveAsync(
            dialect,
            new Round(
                [
                    Set(Kind.Service, 0, Service),
                    Set(Kind.Endpoint, 0, Endpoint.With("portIp", "192.168.100.7").With("enableDns", true)),
                ],
                [],
                [],
                RefreshesFirst: false
            )
            {
                Turns = [new Turn(TurnKind.Imports, 0), new Turn(TurnKind.Adopts, 0)],
            }
        );

    [Fact]
    public Task A_service_that_is_replaced_for_its_server_port_shares_the_port_of_its_clients() =>
        LiveAsync(
            "otc",
            Up(new Edit(new Slot(Kind.Service, 0), new Wish(0, Service, Forced: true))) with
            {
                Turns = [new Turn(TurnKind.Reorders, 0)],
            }
        );

    [Fact]
    public Task What_an_import_brought_and_the_program_leaves_to_the_cloud_is_not_in_the_way_of_a_later_replacement() =>
        LiveAsync(
            "ankara",
            Up(Set(Kind.Gateway, 0, Gateway)) with
            {
                Turns = [new Turn(TurnKind.Adopts, 0)],
            },
            Up(Set(Kind.Gateway, 0, Gateway.With("tags", new ObjectValue(Map(("env", "prod"))))))
        );

    [Fact]
    public Task A_refresh_of_nothing_asks_no_plugin_and_the_next_update_goes_on_with_what_a_killed_one_made() =>
        LiveAsync("ankara", Up(Set(Kind.Gateway, 1, Gateway)) with { Turns = [new Turn(TurnKind.Dies, 1)] });

    [Fact]
    public Task What_nobody_has_heard_of_is_seen_and_mended() =>
        LiveAsync(
            "huaweicloud",
            Up(Set(Kind.Service, 0, Service.With("serviceName", "web"))) with
            {
                Turns = [new Turn(TurnKind.Drifts, 0)],
            }
        );

    public static TheoryData<string> Dialects => [.. WishGen.Dialects];

    private static Task LiveAsync(string dialect, params Round[] rounds) =>
        Living.RunAsync(new Life(dialect, Parallel: 4, [.. rounds], AtEnd: []));

    private static Round Up(params Edit[] edits) => new([.. edits], [], [], RefreshesFirst: false);

    private static Edit Set(Kind kind, int number, PropertyMap inputs) =>
        new(new Slot(kind, number), new Wish(0, inputs));
}
