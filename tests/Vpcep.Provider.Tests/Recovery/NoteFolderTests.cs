using Vpcep.Emulator;
using Vpcep.Provider.Tests.Harness;

namespace Vpcep.Provider.Tests.Recovery;

/// <summary>A note that cannot be written costs no creation and no id: the user hears of it, once.</summary>
public sealed class NoteFolderTests
{
    private static string Pulumi(ProviderOnEmulator host) => Path.Combine(host.Home, "vpcep");

    private static string Notes(ProviderOnEmulator host) => Path.Combine(Pulumi(host), "creations");

    private static async Task AssertWorksAsync(ProviderOnEmulator host)
    {
        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var endpoint = await new Managed(host, "Endpoint").CreateAsync(Props.Endpoint(service.Id));

        Assert.Equal(service.Id, Assert.Single(host.Cloud.Cloud.Services).Id);
        Assert.Equal(endpoint.Id, Assert.Single(host.Cloud.Cloud.Endpoints).Id);
        var told = Assert.Single(host.Warnings, static text => text.Contains("notes", StringComparison.Ordinal));
        Assert.Contains(Notes(host), told, StringComparison.Ordinal);
        Assert.Contains("PULUMI_HOME", told, StringComparison.Ordinal);
        await host.FinishAsync();
    }

    [Fact]
    public async Task Home_that_is_a_file()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        await File.WriteAllTextAsync(Pulumi(host), "no folder");

        await AssertWorksAsync(host);
    }

    [Fact]
    public async Task Folder_that_goes_between_request_and_answer()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        var stall = host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Kind = FaultKind.Stall,
                When = FaultWhen.After,
            }
        );
        var creating = AssertWorksAsync(host);
        await stall.Holding;
        Directory.Delete(Pulumi(host), recursive: true);
        stall.Release();

        await creating;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Disk_that_is_full(bool fromTheStart)
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full is Linux's");
        await using var host = await ProviderOnEmulator.StartAsync();
        await new Managed(host, "EndpointService").CreateAsync(Props.Service);
        var note = Assert.Single(Directory.GetFiles(Notes(host)));
        await host.FinishAsync();
        // What is there is read before the first create: whoever reads that device never ends.
        await new Managed(host, "EndpointService", "first").CreateAsync(
            Props.Service.With("portId", Props.Id("first"))
        );
        host.Cloud.Cloud.Reset();
        if (fromTheStart)
        {
            File.CreateSymbolicLink(note, "/dev/full");
            await AssertWorksAsync(host);
            return;
        }

        var stall = host.Cloud.Faults.Add(
            new Fault
            {
                Operation = "CreateService",
                Kind = FaultKind.Stall,
                When = FaultWhen.After,
            }
        );
        var creating = AssertWorksAsync(host);
        await stall.Holding;
        File.Delete(note);
        File.CreateSymbolicLink(note, "/dev/full");
        stall.Release();
        await creating;
    }

    [Fact]
    public async Task Folder_of_notes_that_is_full_of_other_things()
    {
        await using var host = await ProviderOnEmulator.StartAsync();
        Directory.CreateDirectory(Notes(host));
        await File.WriteAllTextAsync(Path.Combine(Notes(host), "odd.json"), "[1, 2");
        await File.WriteAllTextAsync(
            Path.Combine(Notes(host), "old.json"),
            """{"Urn":"urn:pulumi:dev::tests::a::b"}"""
        );
        Directory.CreateDirectory(Path.Combine(Notes(host), "folder.json"));

        var service = await new Managed(host, "EndpointService").CreateAsync(Props.Service);

        Assert.Equal(service.Id, Assert.Single(host.Cloud.Cloud.Services).Id);
    }
}
