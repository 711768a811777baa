using System.Diagnostics;
using System.Text.Json;
using Support;
using Support.Processes;

namespace Generator.Tests;

/// <summary>Which Pulumi package C# projects get, as MSBuild sees it.</summary>
public sealed class PulumiPackageTests
{
    [Theory]
    [InlineData("sdk/dotnet/Pulumi.Vpcep.csproj")]
    [InlineData("examples/csharp/CrossVpc.csproj")]
    public async Task Inside_the_repository_the_stand_in_is_taken(string project)
    {
        var evaluated = await EvaluateAsync(project);

        Assert.Equal("net10.0", evaluated.Framework);
        Assert.Contains("Pulumi.StandIn.csproj", evaluated.Projects);
        Assert.DoesNotContain("Pulumi", evaluated.Packages);
    }

    [Fact]
    public async Task Told_so_the_sdk_takes_the_package_and_builds_for_its_users()
    {
        var evaluated = await EvaluateAsync("sdk/dotnet/Pulumi.Vpcep.csproj", "-p:UsePulumiStandIn=false");

        Assert.Equal("net8.0", evaluated.Framework);
        Assert.DoesNotContain("Pulumi.StandIn.csproj", evaluated.Projects);
        Assert.Contains("Pulumi", evaluated.Packages);
    }

    [Fact]
    public async Task Packing_with_the_stand_in_is_refused()
    {
        var (exitCode, output) = await MSBuildAsync("sdk/dotnet/Pulumi.Vpcep.csproj", "-t:Pack", "-p:NoBuild=true");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error VPCEP0001", output, StringComparison.Ordinal);
        Assert.Contains("-p:UsePulumiStandIn=false", output, StringComparison.Ordinal);
    }

    private static async Task<(string Framework, string[] Projects, string[] Packages)> EvaluateAsync(
        string project,
        params string[] arguments
    )
    {
        var (exitCode, output) = await MSBuildAsync(
            project,
            ["-getProperty:TargetFramework", "-getItem:ProjectReference,PackageReference", .. arguments]
        );
        Assert.True(exitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        var items = json.RootElement.GetProperty("Items");
        return (
            json.RootElement.GetProperty("Properties").GetProperty("TargetFramework").GetString()!,
            [.. Identities(items, "ProjectReference").Select(static path => Path.GetFileName(path))],
            [.. Identities(items, "PackageReference")]
        );
    }

    private static IEnumerable<string> Identities(JsonElement items, string kind) =>
        items.GetProperty(kind).EnumerateArray().Select(static item => item.GetProperty("Identity").GetString()!);

    private static async Task<Run> MSBuildAsync(string project, params string[] arguments)
    {
        var start = Tools.Script(
            "dotnet",
            ["msbuild", "-nologo", Path.Combine(Repository.Root, project), .. arguments]
        );
        start.Environment.Remove("UsePulumiStandIn");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        return await Tools.EndAsync(process);
    }
}
