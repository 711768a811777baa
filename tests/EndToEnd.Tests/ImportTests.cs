using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>
/// What one stack made, an empty stack of the same program takes over by ids alone, and the program finds nothing to change.
/// </summary>
public abstract class ImportTests(string dialect)
{
    private const string ObjectStorage = "26391a76-546b-42a9-b2fc-496ec68c0e4d";

    [Fact]
    public async Task Every_resource_is_imported_by_its_id_as_the_program_describes_it()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of(dialect), TimeSpan.FromSeconds(1));
        using var maker = Project.OfPaths(cloud, paths: 1);
        maker.Configure("approval", "true");
        maker.Configure("gatewayServiceId", ObjectStorage);
        maker.Configure("routeTables", $"[\"{Guid.NewGuid()}\", \"{Guid.NewGuid()}\"]");
        maker.Configure("whitelist", "[\"10.0.0.0/24\", \"10.1.2.3\"]");
        (await maker.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        var made = await maker.ResourcesAsync();
        Assert.Equal(
            ["approval-0", "endpoint-0", "gateway", "permission-0", "service-0"],
            made.Select(static resource => resource.Name).Order(StringComparer.Ordinal)
        );

        var taker = maker.Stack("taker");
        foreach (var resource in made)
        {
            (await taker.RunAsync("import", resource.Type, resource.Name, resource.Id, "--yes", "--skip-preview"))
                .Succeeds()
                .Says("= 1 imported");
        }

        (await taker.RunAsync("preview")).Succeeds().Says("    6 unchanged").SaysNot("to update");

        // What is imported is protected until the program has had its say.
        var ids = await cloud.IdsAsync();
        (await taker.RunAsync("destroy", "--yes", "--skip-preview")).Fails().Says("protected");
        Assert.Equal(ids, await cloud.IdsAsync());
        (await taker.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("    6 unchanged");
        (await taker.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds();
        Assert.Empty(await cloud.IdsAsync());
    }
}

/// <summary>From a private region, as the Ankara reference has it.</summary>
public sealed class AnkaraImportTests() : ImportTests("ankara");

/// <summary>From Huawei Cloud.</summary>
public sealed class HuaweiCloudImportTests() : ImportTests("huaweicloud");

/// <summary>From Open Telekom Cloud.</summary>
public sealed class OtcImportTests() : ImportTests("otc");
