using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Support;
using Support.Processes;

namespace EndToEnd.Tests;

/// <summary>What <c>make dist</c> packs runs where nothing else is: no .NET, no certificates, no shell.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Plugin = "pulumi-resource-vpcep";
    private readonly string _root = Directory.CreateTempSubdirectory("vpcep-root-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task The_plugin_of_the_package_needs_only_the_c_library()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "chroot and ldd are Linux's");
        Assert.SkipUnless(await HasAsync("gcc") || await HasAsync("clang"), "this machine has no linker");
        var archive = await PackAsync();
        Assert.Equal(
            ["LICENSE", "THIRD-PARTY-NOTICES.txt", Plugin],
            Directory.GetFiles(_root).Select(Path.GetFileName).Order()
        );
        Assert.Equal(
            ["flexibleengine.json", "hcs.json", "huaweicloud.json", "opentelekomcloud.json", "sbercloud.json"],
            Directory.GetFiles(Path.Combine(_root, "mappings")).Select(Path.GetFileName).Order()
        );
        Assert.Contains(
            $"{Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(archive)))}  {Path.GetFileName(archive)}",
            await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(archive)!, "checksums.txt")),
            StringComparison.Ordinal
        );
        await CopyLibrariesAsync();
        Directory.CreateDirectory(Path.Combine(_root, "dev"));
        Assert.SkipUnless(
            (await ChrootAsync("--version")).ExitCode == 0 || Environment.UserName == "root",
            "no right to chroot"
        );

        var version = (await ChrootAsync("--version")).Succeeds().Output.Trim();
        Assert.Contains($"-v{version}-", archive, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema.json")),
            (await ChrootAsync("schema")).Succeeds().Output
        );
        var blind = Chroot("doctor");
        blind.Environment["VPCEP_ENDPOINT"] = "http://127.0.0.1:1";
        blind.Environment["HW_PROJECT_ID"] = "6e9dfd51d1124e8d8498dce894923a0d";
        blind.Environment["HW_ACCESS_KEY"] = blind.Environment["HW_SECRET_KEY"] = "a-key";
        using var doctor = Process.Start(blind)!;
        (await Tools.EndAsync(doctor)).Says("this machine has no OpenSSL");
        await DeploysAsync();
    }

    // An engine outside attaches to the plugin inside. Signing and https need OpenSSL; a token over http, as here, does not.
    private async Task DeploysAsync()
    {
        await using var cloud = await EmulatedCloud.StartAsync(Site.Of("ankara"), TimeSpan.FromSeconds(0.5));
        using var plugin = Process.Start(Chroot())!;
        var port = await plugin.StandardOutput.ReadLineAsync();
        using var project = Project.OfPaths(cloud, paths: 1);
        project.Environment["PULUMI_DEBUG_PROVIDERS"] = $"vpcep:{port}";
        project.Configure("vpcep:endpoint", cloud.Address);
        project.Configure("vpcep:projectId", "6e9dfd51d1124e8d8498dce894923a0d");
        project.Configure("vpcep:token", "emulator-token-1");

        (await project.RunAsync("up", "--yes", "--skip-preview")).Succeeds();
        Assert.NotEmpty(await cloud.IdsAsync());
        (await project.RunAsync("destroy", "--yes", "--skip-preview")).Succeeds();
        Assert.Empty(await cloud.IdsAsync());

        using var kill = Process.Start("kill", plugin.Id.ToString(CultureInfo.InvariantCulture));
        (await Tools.EndAsync(plugin)).Succeeds();
    }

    private async Task<string> PackAsync()
    {
        if (!Tools.IsPacked)
        {
            (await RunAsync(Path.Combine(Repository.Root, "scripts/dist.sh"))).Succeeds();
        }

        var archive = Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, "dist"), "*.tar.gz"));
        (await RunAsync("tar", "-xzf", archive, "-C", _root)).Succeeds();
        return archive;
    }

    private async Task CopyLibrariesAsync()
    {
        var needed = (await RunAsync("ldd", Path.Combine(_root, Plugin))).Succeeds().Output;
        foreach (var library in needed.Split().Where(static word => word.StartsWith('/')))
        {
            Assert.Matches(@"/(ld-linux[^/]*|lib(c|m|dl|rt|pthread))\.so[.\d]*$", library);
            var copy = Path.Combine(_root, library[1..]);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(library, copy);
        }
    }

    // With the devices that every machine and container has: HTTP clients draw random numbers from one of them.
    private ProcessStartInfo Chroot(params string[] args) =>
        Tools.Script(
            "unshare",
            [
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount --rbind /dev \"$0/dev\" && exec chroot \"$0\" \"$@\"",
                _root,
                $"/{Plugin}",
                .. args,
            ]
        );

    private async Task<Run> ChrootAsync(params string[] args)
    {
        using var process = Process.Start(Chroot(args))!;
        return await Tools.EndAsync(process);
    }

    private static async Task<bool> HasAsync(string command) =>
        (await RunAsync("bash", "-c", $"command -v {command}")).ExitCode == 0;

    private static async Task<Run> RunAsync(string file, params string[] args)
    {
        using var process = Process.Start(Tools.Script(file, args))!;
        return await Tools.EndAsync(process);
    }
}
