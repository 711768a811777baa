using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Support;
using Support.Processes;

namespace Generator.Tests;

/// <summary>What users of C# get: the package, packed as the release does, against a feed that has a Pulumi package.</summary>
public sealed class SdkPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_has_all_that_a_package_of_an_sdk_has()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        WritePulumiPackage(feed);

        await PackAsync(feed);

        var file = Assert.Single(Directory.GetFiles(_folder, "*.nupkg"));
        await using var package = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken);
        var names = package.Entries.Select(static entry => entry.FullName).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "README.md",
                "icon.png",
                "content/pulumi-plugin.json",
                "content/version.txt",
                "lib/net10.0/Pulumi.Vpcep.dll",
                "lib/net10.0/Pulumi.Vpcep.pdb",
                "lib/net10.0/Pulumi.Vpcep.xml",
            },
            names
        );
        var manifest = XDocument.Parse(await TextAsync(package, "Pulumi.Vpcep.nuspec")).Root!;
        var dependency = Assert.Single(Elements(manifest, "dependency"));
        Assert.Equal("Pulumi", dependency.Attribute("id")!.Value);
        Assert.StartsWith("[3.", dependency.Attribute("version")!.Value, StringComparison.Ordinal);
        var version = Elements(manifest, "version").First().Value;
        Assert.Equal($"Pulumi.Vpcep.{version}.nupkg", Path.GetFileName(file));
        Assert.Equal(version, await TextAsync(package, "content/version.txt"));
        Assert.Contains(
            $"\"version\": \"{version}\"",
            await TextAsync(package, "content/pulumi-plugin.json"),
            StringComparison.Ordinal
        );
        Assert.All(["icon", "readme", "license", "repository"], name => Assert.Single(Elements(manifest, name)));
        Assert.Equal(
            ["Pulumi.Vpcep.pulumi-plugin.json", "Pulumi.Vpcep.version.txt"],
            await EmbeddedAsync(package, "lib/net10.0/Pulumi.Vpcep.dll")
        );
    }

    // The feed that tests run against may have none: the stand-in, wrapped up, is one.
    private static void WritePulumiPackage(string feed)
    {
        const string Version = "3.112.1"; // not the oldest that the SDK takes: not every feed has that
        var standIn = Directory
            .GetFiles(
                Path.Combine(Repository.Root, "artifacts/bin/Pulumi.StandIn"),
                "Pulumi.dll",
                SearchOption.AllDirectories
            )
            .MaxBy(File.GetLastWriteTimeUtc)!;
        using var package = ZipFile.Open(Path.Combine(feed, $"Pulumi.{Version}.nupkg"), ZipArchiveMode.Create);
        package.CreateEntryFromFile(standIn, "lib/net10.0/Pulumi.dll");
        using var manifest = new StreamWriter(package.CreateEntry("Pulumi.nuspec").Open());
        manifest.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>Pulumi</id><version>{Version}</version><authors>tests</authors><description>for tests</description>
              <dependencies><group targetFramework="net10.0" /></dependencies>
            </metadata></package>
            """
        );
    }

    private async Task PackAsync(string feed)
    {
        var start = Tools.Script(
            "dotnet",
            "pack",
            Path.Combine(Repository.Root, "sdk/dotnet"),
            "--configuration",
            "Release",
            "--verbosity",
            "quiet",
            "-p:UsersFramework=net10.0",
            // What else it needs was restored when it was built.
            $"-p:RestoreSources={feed}%3B{Packages}",
            $"-p:ArtifactsPath={_folder}/artifacts/",
            "--output",
            _folder
        );
        start.Environment["UsePulumiStandIn"] = "false";
        // Not among everyone's packages: what is called Pulumi here is not.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var pack = Process.Start(start)!;
        (await Tools.EndAsync(pack)).Succeeds();
    }

    private static string Packages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task<string[]> EmbeddedAsync(ZipArchive package, string name)
    {
        await using var entry = await package.GetEntry(name)!.OpenAsync();
        using var image = new MemoryStream();
        await entry.CopyToAsync(image);
        image.Position = 0;
        using var assembly = new PEReader(image);
        var metadata = assembly.GetMetadataReader();
        return
        [
            .. metadata
                .ManifestResources.Select(one => metadata.GetString(metadata.GetManifestResource(one).Name))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<XElement> Elements(XElement root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name);

    private static async Task<string> TextAsync(ZipArchive package, string name)
    {
        using var reader = new StreamReader(await package.GetEntry(name)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
