using System.Diagnostics;
using Support.Processes;

namespace Generator.Tests;

/// <summary>What the build of a plugin says where it finds none; what it writes of one, tests of the packages show.</summary>
public sealed class BuildCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("generator-build-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Engine", "local-pulumi.dll", "does not call PluginHost.RunAsync")]
    [InlineData("Generator", "YamlDotNet.dll", "does not use Pulumi.Provider")]
    [InlineData("Generator", "Generator.runtimeconfig.json", "cannot be loaded")]
    [InlineData("Generator", "Missing.dll", "cannot be loaded")]
    public async Task A_program_without_a_provider_is_an_error_of_the_build(string project, string file, string why)
    {
        var start = Tools.Start(
            "Generator",
            "Generator.dll",
            ["build", Path.Combine(Tools.Folder(project), file), _folder, Path.Combine(_folder, "schema.json")]
        );
        using var process = Process.Start(start)!;

        (await Tools.EndAsync(process)).Fails().Says("Pulumi.Provider : error PULUMI101: ").Says(why);

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }
}
