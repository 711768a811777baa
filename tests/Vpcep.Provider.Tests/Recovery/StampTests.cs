using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>
/// An answer is lost in a cloud whose stamps lag, lead or are in local time, or whose Date header is off: each resource on
/// each cloud is made once, and an equal one that was there before stays its owner's.
/// </summary>
public sealed class StampTests
{
    private static readonly TimeSpan[] Dates = [TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(-10)];

    private static readonly TimeSpan[] Stamps =
    [
        TimeSpan.FromSeconds(4),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(14),
        TimeSpan.FromDays(400),
    ];

    [Theory]
    [ClassData(typeof(Dialects))]
    public Task Lost_answer_makes_nothing_twice(string dialect) =>
        ForEachClockAsync(
            dialect,
            Dates,
            Stamps,
            static async (host, kind, name, inputs, off) =>
            {
                host.Cloud.Faults.Clear();
                host.Cloud.Faults.Add(Fault.LostAnswer with { Method = "POST", StampOff = off });
                return await new Managed(host, kind, name).CreateAsync(inputs);
            }
        );

    [Theory]
    [ClassData(typeof(Dialects))]
    public Task Killed_plugin_leaves_nothing_twice(string dialect) =>
        ForEachClockAsync(
            dialect,
            [TimeSpan.Zero], // killing takes its time
            [TimeSpan.FromHours(14)],
            static async (host, kind, name, inputs, off) =>
            {
                if (kind is "Endpoint" or "EndpointService")
                {
                    await KilledPlugin.CreateAsync(host, kind, inputs, off, name);
                }

                return await new Managed(host, kind, name).CreateAsync(inputs);
            }
        );

    /// <summary>A refresh of what is gone ends soon, though its stamp be hours ahead, and says what it waits for.</summary>
    [Fact]
    public async Task What_is_gone_is_not_waited_for_until_its_stamp()
    {
        await using var host = await StartAsync(Dialect.Otc.Name, TimeSpan.Zero);
        host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Kind = FaultKind.Stall,
                Seconds = 0,
                StampOff = 8 * 3600,
            }
        );
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        host.Cloud.Cloud.Vanish(service.Id);
        var before = host.Time.Elapsed;

        Assert.Null(await service.RefreshAsync());

        Assert.InRange(host.Time.Elapsed - before, TimeSpan.Zero, TimeSpan.FromSeconds(40));
        Assert.Contains(
            host.Messages,
            static message =>
                message.Ephemeral && message.Message.Contains("does not show it yet", StringComparison.Ordinal)
        );
    }

    private static async Task ForEachClockAsync(
        string dialect,
        TimeSpan[] dates,
        TimeSpan[] skews,
        Func<ProviderOnEmulator, string, string, PropertyMap, double, Task<Managed>> create
    )
    {
        foreach (var date in dates)
        {
            await using var host = await StartAsync(dialect, date);
            foreach (var stamps in skews.SelectMany(static skew => new[] { skew, -skew }))
            {
                await PlayAsync(host, $"{dialect}, stamps {stamps}, date {date}", stamps.TotalSeconds, create);
            }
        }
    }

    private static async Task PlayAsync(
        ProviderOnEmulator host,
        string what,
        double off,
        Func<ProviderOnEmulator, string, string, PropertyMap, double, Task<Managed>> create
    )
    {
        // What was listed before does not count any more.
        host.Time.Advance(TimeSpan.FromMinutes(2));
        var cloud = host.Cloud.Cloud;
        cloud.Reset();
        var service = cloud.CreateService(Account.Default, static made => made with { ApprovalEnabled = false });
        var theirs = cloud.CreateEndpoint(Account.Default, service.Id)!;
        var endpoint = Props
            .Endpoint(service.Id)
            .With("vpcId", theirs.VpcId)
            .With("subnetId", theirs.SubnetId!)
            .With("enableDns", theirs.EnableDns);

        var made = await create(host, "Endpoint", what, endpoint, off);
        Assert.True(made.Id != theirs.Id, what);
        Assert.True(cloud.Endpoints.Count == 2, what);

        var web = await create(host, "EndpointService", what, Props.Service, off);
        Assert.True(web.Id != service.Id, what);
        Assert.True(cloud.Services.Count == 2, what);

        var permission = Props.Map(
            ("endpointServiceId", web.Id),
            ("permission", $"iam:domain::{Account.Other.DomainId}")
        );
        await create(host, "ServicePermission", what, permission, off);
        Assert.True(cloud.FindService(web.Id)!.Permissions.Count == 1, what);

        var waiting = cloud.CreateEndpoint(Account.Other, web.Id)!;
        var approval = Props.Map(("endpointServiceId", web.Id), ("endpointId", waiting.Id), ("decision", "accept"));
        await create(host, "EndpointApproval", what, approval, off);
        Assert.True(cloud.FindEndpoint(waiting.Id)!.Status == "accepted", what);
    }

    private static Task<ProviderOnEmulator> StartAsync(string dialect, TimeSpan date) =>
        ProviderOnEmulator.StartAsync(options =>
            options with
            {
                Dialect = Dialect.All.Single(known => known.Name == dialect),
                Delay = TimeSpan.Zero,
                DateSkew = date,
            }
        );
}
