using System.Text.Json.Nodes;
using Support;
using Support.Documents;
using Support.Processes;

namespace Conformance.Tests.TypeScript;

/// <summary>TypeScript programs with our SDK, run by the official Node.js SDK under our engine.</summary>
public sealed class TypeScriptTests(WorkspaceFixture workspaces) : IClassFixture<WorkspaceFixture>
{
    private const string OtherDomain = "6e9dfd51d1124e8d8498dce894923a0e";
    private static readonly string PrivateLink = Path.Combine(
        Repository.Root,
        "tests",
        "Conformance",
        "TypeScript",
        "private-link.ts"
    );

    /// <summary>The SDK, the example, the programs of these tests and those on pages.</summary>
    [Fact]
    public async Task Every_program_is_strictly_typed()
    {
        var workspace = await workspaces.GetAsync();
        Assert.True(File.Exists(Path.Combine(workspace.Sdk, "bin", "index.d.ts")));
        var folder = Directory.CreateDirectory(Path.Combine(workspace.Program, "others")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "tsconfig.json"),
            """{ "extends": "../tsconfig.json", "files": ["../index.ts"], "include": ["*.ts"] }"""
        );
        File.Copy(PrivateLink, Path.Combine(folder, Path.GetFileName(PrivateLink)));
        var blocks = CodeBlocks.Of(BlockKind.TypeScript);
        Assert.NotEmpty(blocks);
        foreach (var block in blocks)
        {
            // The compiler's complaints name the file.
            var name = block.ToString().Replace('/', '_').Replace(':', '_');
            await File.WriteAllTextAsync(Path.Combine(folder, $"{name}.ts"), block.Text);
        }

        await workspace.CompileAsync(folder);
    }

    [Fact]
    public async Task Example_lives_a_whole_life()
    {
        var workspace = await workspaces.GetAsync();
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("ankara"), TimeSpan.FromSeconds(0.5));
        using var project = NewProject(cloud, workspace.Program);
        project.ConfigureIds("serviceVpcId", "servicePortId", "consumerVpcId", "consumerSubnetId");

        project.Configure("consumerDomainId", OtherDomain);

        (await project.RunAsync("preview")).Succeeds().Says("+ 4 to create");
        Assert.Empty(await cloud.IdsAsync());

        (await project.RunAsync("up", "--yes", "--skip-preview"))
            .Succeeds()
            .Says("+ 4 created")
            .Says("endpointStatus: \"accepted\"")
            .Says("foundName     : \"tr-central-201.web.");
        Assert.Equal(await cloud.IdsAsync(), await project.IdsAsync());
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("    4 unchanged");

        await DriftsAndIsRepairedAsync(cloud, project);

        project.Configure("clientPort", "8443");
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("~ 1 updated");

        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds().Says("- 4 deleted");
        Assert.Empty(await cloud.IdsAsync());
    }

    [Fact]
    public async Task A_component_is_constructed_by_the_provider()
    {
        var workspace = await workspaces.GetAsync();
        var program = workspace.Add(PrivateLink);
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.5));
        using var project = NewProject(cloud, program);
        project.ConfigureIds("serviceVpcId", "servicePortId", "consumerVpcId", "consumerSubnetId");

        project.Configure("consumerDomainId", OtherDomain);

        (await project.RunAsync("preview")).Succeeds().Says("+ 8 to create");
        Assert.Empty(await cloud.IdsAsync());

        (await project.RunAsync("up", "--yes", "--skip-preview"))
            .Succeeds()
            .Says("+ 8 created")
            .Says("address : \"")
            .Says("fullName: \"");
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("    8 unchanged");
        await BelongsAsync(project);

        project.Configure("clientPort", "70000");
        (await project.RunAsync("preview"))
            .Fails()
            .Says("vpcep:index:PrivateLink resource 'link' has a problem: not all inputs are valid")
            .Says("- property ports[0].clientPort has a problem: 70000 is out of range");

        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds().Says("- 8 deleted");
        Assert.Empty(await cloud.IdsAsync());
    }

    [Fact]
    public async Task A_wrong_program_fails_with_every_problem()
    {
        var workspace = await workspaces.GetAsync();
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("ankara"), TimeSpan.FromSeconds(0.5));
        using var project = NewProject(cloud, workspace.Program);

        (await project.RunAsync("up", "--yes", "--skip-preview"))
            .Fails()
            .Says("Missing required configuration variable 'vpcep-typescript:serviceVpcId'");
        Assert.Empty(await cloud.IdsAsync());
    }

    // Each program is compiled by a test: a run need not judge its types once more.
    private static Project NewProject(EmulatedCloud cloud, string program)
    {
        var project = Project.OfExample(cloud, "typescript", program: program);
        project.Environment["PULUMI_NODEJS_TRANSPILE_ONLY"] = "true";
        return project;
    }

    // The children to the component, what was secret to nobody else, and everything to the provider that the program names.
    private static async Task BelongsAsync(Project project)
    {
        var export = (await project.RunAsync("stack", "export")).Succeeds().Output;
        var resources = JsonNode.Parse(export)!["deployment"]!["resources"]!.AsArray();
        var link = resources.Single(static one => (string)one!["type"]! == "vpcep:index:PrivateLink")!;
        var upstream = resources.Single(static one =>
            ((string)one!["urn"]!).EndsWith("::upstream", StringComparison.Ordinal)
        )!;
        var children = resources.Where(one => (string?)one!["parent"] == (string)link["urn"]!).ToList();
        Assert.Equal(4, children.Count);
        Assert.All(children, child => Assert.Equal((string)upstream["provider"]!, (string)child!["provider"]!));
        var service = children.Single(static child => (string)child!["type"]! == "vpcep:index:EndpointService")!;
        Assert.All((JsonNode[])[link, service], static one => Assert.NotNull(one["inputs"]!["portId"]!["ciphertext"]));
        Assert.Equal(
            [(string)upstream["urn"]!],
            service["propertyDependencies"]!["ports"]!.AsArray().Select(static urn => (string)urn!)
        );
        Assert.Contains((string)upstream["urn"]!, link["dependencies"]!.AsArray().Select(static urn => (string)urn!));
    }

    private static async Task DriftsAndIsRepairedAsync(EmulatedCloud cloud, Project project)
    {
        var service = (await project.ResourcesAsync()).Single(static one => one.Type == "vpcep:index:EndpointService");
        await cloud.PatchAsync($"services/{service.Id}", new JsonObject { ["approval_enabled"] = true });

        (await project.RunAsync("refresh", "--yes", "--skip-preview")).Succeeds().Says("[diff: ~approvalEnabled]");
        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds().Says("~ 1 updated");
        (await project.RunAsync("preview", "--refresh")).Succeeds().Says("    4 unchanged");
    }
}
