using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>
/// A stack lives a whole life full of mishaps with a different word in every secret: keys, tokens, passwords, inputs that
/// the program marks. The cloud quotes all of them in its errors; every message is shown. Then all that was printed
/// and written is searched.
/// </summary>
public sealed class SecretTests
{
    // All of them contain it, so that a part of one is found, too.
    private const string Canary = "canary";

    // What clouds and JSON write differently is in there.
    private static readonly SortedDictionary<string, string> Inputs = new(StringComparer.Ordinal)
    {
        ["paths:note"] = "canary-note \"a&b\" ö",
        ["paths:team"] = "canary-team",
        ["paths:serviceName"] = "canary-name",
    };

    [Fact]
    public async Task Nothing_that_is_secret_is_found_in_what_a_life_leaves_behind()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.3));
        using var project = await StartAsync(cloud, "password");
        var said = new List<string>();

        await LiveAsync(project, cloud, said);

        var left = await LeftBehindAsync(project, said);
        Assert.Contains("POST /v1/", left, StringComparison.Ordinal); // the debug messages are among it
        Assert.Contains("[secret] | [secret]", left, StringComparison.Ordinal); // and what the cloud quoted
        Assert.DoesNotMatch(Canary, left);
        var issued = Regex.Matches(cloud.Kept, "MII[0-9a-f]{64}").Select(static token => token.Value).ToList();
        Assert.NotEmpty(issued);
        Assert.All(issued, token => Assert.DoesNotContain(token, left, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("keys")]
    [InlineData("token")]
    public async Task Nor_are_other_ways_to_sign_in_found_after_a_failure(string way)
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.1));
        using var project = await StartAsync(cloud, way);
        var said = new List<string>();

        await FailAsync(project, cloud, said);

        var left = await LeftBehindAsync(project, said);
        Assert.Contains("[secret] | [secret]", left, StringComparison.Ordinal);
        Assert.DoesNotMatch(Canary, left);
    }

    [Fact]
    public async Task What_a_program_does_not_mark_is_found()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("huaweicloud"), TimeSpan.FromSeconds(0.1));
        using var project = await StartAsync(cloud, "keys");
        project.Configure("stage", "canary-stage");
        var said = new List<string>
        {
            (await project.RunAsync("up", "--yes", "--skip-preview", "--diff")).Succeeds().Output,
        };

        Assert.Contains("canary-stage", said[0], StringComparison.Ordinal);
        var found = Regex.Matches(await LeftBehindAsync(project, said), Canary + "[a-z-]*");
        Assert.All(found, static one => Assert.Equal("canary-stage", one.Value));
    }

    private static async Task<Project> StartAsync(EmulatedCloud cloud, string way)
    {
        var project = Project.OfPaths(cloud, paths: 1);
        project.KeepWhatThePluginPrints();
        var account = new JsonObject
        {
            ["access_key"] = "canary-AK",
            ["secret_key"] = "canary-SK",
            ["security_token"] = "canary-ST",
            ["token"] = "canary-TOKEN",
            ["password"] = "canary-PASSWORD",
        };
        await cloud.PostAsync("accounts", account);
        project.Environment["HW_ACCESS_KEY"] = way == "keys" ? "canary-AK" : null;
        project.Environment["HW_SECRET_KEY"] = way == "keys" ? "canary-SK" : null;
        project.Environment["HW_SECURITY_TOKEN"] = way == "keys" ? "canary-ST" : null;
        project.Environment["HW_AUTH_TOKEN"] = way == "token" ? "canary-TOKEN" : null;
        if (way == "password")
        {
            project.Configure("vpcep:iamEndpoint", cloud.Address);
            project.Configure("vpcep:userName", "emulator-user");
            project.Configure("vpcep:domainName", "emulator-domain");
            project.Configure("vpcep:password", "canary-PASSWORD");
        }

        foreach (var (key, value) in Inputs)
        {
            project.Configure(key, value);
        }

        return project;
    }

    private static async Task LiveAsync(Project project, EmulatedCloud cloud, List<string> said)
    {
        said.Add((await project.RunAsync("preview", "--diff", "--debug")).Succeeds().Output);
        await FailAsync(project, cloud, said);
        said.Add((await project.RunAsync("up", "--yes", "--skip-preview", "--debug")).Succeeds().Output);

        var service = (await project.ResourcesAsync()).First(static item => item.Type == "vpcep:index:EndpointService");
        await cloud.PatchAsync($"services/{service.Id}", new JsonObject { ["description"] = "canary-drift" });
        said.Add((await project.RunAsync("refresh", "--yes", "--skip-preview", "--diff", "--debug")).Succeeds().Output);

        await QuoteAsync(cloud, "UpdateService");
        said.Add((await project.RunAsync("up", "--yes", "--skip-preview", "--debug")).Fails().Output);

        project.Configure("subnetId", Guid.NewGuid().ToString());
        said.Add(await InterruptedAsync(project));
        said.Add((await project.RunAsync("up", "--yes", "--skip-preview", "--diff", "--debug")).Succeeds().Output);
        said.Add((await project.RunAsync("destroy", "--yes", "--skip-preview", "--debug")).Succeeds().Output);
    }

    private static async Task FailAsync(Project project, EmulatedCloud cloud, List<string> said)
    {
        await QuoteAsync(cloud, "CreateEndpoint");
        said.Add((await project.RunAsync("up", "--yes", "--skip-preview", "--diff", "--debug")).Fails().Output);
    }

    // The cloud refuses once, and tells everything it knows.
    private static Task<JsonNode> QuoteAsync(EmulatedCloud cloud, string operation) =>
        cloud.PostAsync(
            "faults",
            new JsonObject
            {
                ["operation"] = operation,
                ["code"] = "EndPoint.0002",
                ["message"] = string.Join(" | ", Inputs.Values),
            }
        );

    private static async Task<string> InterruptedAsync(Project project)
    {
        using var engine = project.StartAsGroup("up", "--yes", "--skip-preview", "--debug");
        var ended = Tools.EndAsync(engine);
        while (!ended.IsCompleted && !project.HasNotes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        // The shell's own kill: the program of that name may take a group for several options.
        using var kill = Process.Start("sh", ["-c", $"kill -INT -{engine.Id} || true"]);
        await kill.WaitForExitAsync();
        return (await ended).Output;
    }

    private static async Task<string> LeftBehindAsync(Project project, List<string> said)
    {
        said.Add((await project.RunAsync("stack", "export")).Succeeds().Output);
        // All but the configuration, where the test itself wrote them.
        var files = Directory
            .EnumerateFiles(project.Folder, "*", SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) != "Pulumi.dev.yaml");
        return string.Join('\n', said.Concat(files.Select(File.ReadAllText)));
    }
}
