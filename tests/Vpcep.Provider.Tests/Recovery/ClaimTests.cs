using Pulumi.Provider.Protocol.Messages;
using Pulumi.Provider.Protocol.Values;
using Vpcep.Emulator;
using Vpcep.Provider.Recovery;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>
/// A permission or an approval that the program wants is there when the run ends, in whatever order engines create and
/// delete, and in whatever process; one that nobody wants any more goes.
/// </summary>
public sealed class ClaimTests
{
    private static readonly Dictionary<string, Func<Records, Task<Managed[]>>> Ways = new()
    {
        ["replaced, created first"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            await old.DiffAsync(it.Inputs);
            var next = await it.CreateAsync("r");
            await old.DeleteAsync();
            return [next];
        },
        ["replaced, deleted first"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            await old.DiffAsync(it.Inputs);
            await old.DeleteAsync();
            return [await it.CreateAsync("r")];
        },
        ["replaced without a diff"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            var next = await it.CreateAsync("r");
            await old.DeleteAsync();
            return [next];
        },
        ["renamed"] = static async it =>
        {
            var old = await it.MadeAsync("old");
            var renamed = await it.CreateAsync("renamed");
            await old.DeleteAsync();
            return [renamed];
        },
        ["renamed after a refresh of all"] = static async it =>
        {
            var old = await it.MadeAsync("old");
            await old.RefreshAsync();
            var renamed = await it.CreateAsync("renamed");
            await old.DeleteAsync();
            return [renamed];
        },
        ["a second name in one run, the first removed in another"] = static async it =>
        {
            var first = await it.MadeAsync("first");
            var second = await it.MadeAsync("second");
            await second.DiffAsync(it.Inputs);
            await first.DeleteAsync();
            return [second];
        },
        ["a first name that another process removes"] = static async it =>
        {
            var first = await it.MadeAsync("first");
            var second = await it.MadeAsync("second");
            await second.DiffAsync(it.Inputs);
            await it.Host.StartAnotherAsync();
            await first.DeleteAsync();
            return [second];
        },
        ["its provider replaced"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            await old.CheckAsync(it.Inputs);
            var next = await it.CreateAsync("r");
            await it.Host.StartAnotherAsync();
            await old.DeleteAsync();
            return [next];
        },
        ["its provider replaced, and the old one left over by a killed run"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            await old.CheckAsync(it.Inputs);
            var next = await it.CreateAsync("r");
            await it.Host.RestartAsync();
            await next.DiffAsync(it.Inputs);
            await it.Host.StartAnotherAsync();
            await old.DeleteAsync();
            return [next];
        },
        ["replaced, and the old one left over by a killed run"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            var next = await it.CreateAsync("r");
            await it.Host.RestartAsync();
            await next.DiffAsync(it.Inputs);
            await old.DeleteAsync();
            return [next];
        },
        ["made by a version that knew no claims"] = static async it =>
        {
            var old = await it.MadeAsync("r");
            old.Forget("claimId");
            await old.DiffAsync(it.Inputs);
            var next = await it.CreateAsync("r");
            await old.DeleteAsync();
            return [next];
        },
        ["retained"] = static async it =>
        {
            await it.MadeAsync("r");
            return [await it.CreateAsync("r")];
        },
        ["removed before it was known who else has it"] = static async it =>
        {
            var first = await it.MadeAsync("first");
            var second = await it.MadeAsync("second");
            await first.DeleteAsync();
            var diff = await second.DiffAsync(it.Inputs);
            Assert.NotEmpty(diff.Replaces);
            Assert.True(diff.DeleteBeforeReplace);
            await second.DeleteAsync();
            return [await it.CreateAsync("second")];
        },
    };

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (var way in Ways.Keys)
        {
            rows.Add("ServicePermission", way);
            rows.Add("EndpointApproval", way);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task What_the_program_wants_is_there_and_what_nobody_wants_goes(string kind, string way)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var records = await Records.ArrangeAsync(host, kind);

        var left = await Ways[way](records);
        Assert.True(records.IsThere, "gone, and the program wants it");
        await host.FinishAsync();
        Assert.All(
            await Task.WhenAll(left.Select(resource => resource.DiffAsync(records.Inputs))),
            static diff => Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes)
        );

        await host.FinishAsync();
        foreach (var resource in left)
        {
            await resource.DeleteAsync();
        }

        Assert.False(records.IsThere, "there, and nobody wants it");
    }

    [Fact]
    public async Task What_stays_is_told()
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var records = await Records.ArrangeAsync(host, "ServicePermission");
        await Ways["renamed"](records);

        Assert.Contains(
            host.Messages,
            static said => said.Message.Contains("::renamed stands for it", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("ServicePermission")]
    [InlineData("EndpointApproval")]
    public async Task Stacks_do_not_see_each_other(string kind)
    {
        await using var host = await ProviderOnEmulator.StartAsync("huaweicloud");
        var records = await Records.ArrangeAsync(host, kind);
        var ours = await records.MadeAsync("r");
        host.Stack = "other";
        await host.FinishAsync();
        var theirs = await records.CreateAsync("r");
        await host.FinishAsync();

        await theirs.DeleteAsync();

        Assert.False(records.IsThere);
        Assert.NotEmpty(await ours.RefreshAsync() ?? ["gone"]);
    }

    [Fact]
    public async Task Claims_of_a_process_that_ended_count_for_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("vpcep-claims-").FullName;
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder, $"{int.MaxValue}-1-x.jsonl"),
                """{"Urn":"other","Id":"it","Word":"w"}"""
            );
            using var claims = new Claims(new ClaimFiles(folder, static _ => Assert.Fail("nothing to warn of")));

            Assert.Null(claims.Leave("urn", "it", "w"));
            Assert.Empty(Directory.GetFiles(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Claims_that_cannot_be_written_are_warned_of_once_and_work_in_one_process()
    {
        var file = Path.GetTempFileName();
        try
        {
            var warnings = new List<string>();
            using var claims = new Claims(new ClaimFiles(Path.Combine(file, "claims"), warnings.Add));
            claims.Make("one", "it");
            claims.Make("two", "it");

            Assert.Contains(file, Assert.Single(warnings), StringComparison.Ordinal);
            Assert.Equal("one", claims.Leave("one", "it", claim: "of the one that it replaced"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>One record in the cloud, and resources that stand for it.</summary>
    private sealed record Records(ProviderOnEmulator Host, string Kind, PropertyMap Inputs, Func<bool> Look)
    {
        public bool IsThere => Look();

        public static async Task<Records> ArrangeAsync(ProviderOnEmulator host, string kind)
        {
            var cloud = host.Cloud.Cloud;
            var service = await new Managed(host, "EndpointService", "service").CreateAsync(
                Full.Service(host).With("approvalEnabled", true)
            );
            var endpoint = cloud.CreateEndpoint(Account.Other, service.Id)!.Id;
            return kind == "ServicePermission"
                ? new Records(
                    host,
                    kind,
                    Full.Permission(host, service.Id),
                    () => cloud.FindService(service.Id)!.Permissions.Count > 0
                )
                : new Records(
                    host,
                    kind,
                    Full.Approval(host, service.Id, endpoint),
                    () => cloud.FindEndpoint(endpoint)!.Status == Statuses.Accepted
                );
        }

        /// <summary>Makes one in a run of its own.</summary>
        public async Task<Managed> MadeAsync(string name)
        {
            var made = await CreateAsync(name);
            await Host.FinishAsync();
            return made;
        }

        public Task<Managed> CreateAsync(string name) => new Managed(Host, Kind, name).CreateAsync(Inputs);
    }
}
