using System.Reflection;
using System.Text.Json;

// One for all test classes: two installations at once would spoil each other.
[assembly: AssemblyFixture(typeof(Conformance.Tests.NodeFixture))]

namespace Conformance.Tests;

/// <summary>Node.js with the packages of the node folder, installed when they are not.</summary>
public sealed class NodeFixture : IAsyncLifetime
{
    private static readonly string Folder = Metadata("NodeFolder");
    private string? _missing;

    public async ValueTask InitializeAsync() => _missing = await PrepareAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What a script of the node folder says.</summary>
    /// <param name="script">Its file.</param>
    /// <param name="go">When it completes, the script gets a line of input.</param>
    /// <param name="args">Its arguments.</param>
    public async Task<JsonElement> RunAsync(string script, Task? go, params string[] args)
    {
        SkipUnlessReady();
        var run = await ChildProcess.RunAsync("node", [script, .. args], Folder, go);
        Assert.True(run.ExitCode == 0, run.Everything);
        return JsonElement.Parse(run.Output);
    }

    /// <summary>The packages, once they are installed.</summary>
    public static string Modules => Path.GetFullPath(Path.Combine(Folder, "node_modules"));

    /// <summary>Compiles the TypeScript of a folder as its tsconfig.json says; what the compiler complains of fails the test.</summary>
    public async Task CompileAsync(string folder, params string[] options)
    {
        SkipUnlessReady();
        var compiler = Path.Combine(Modules, "typescript", "bin", "tsc");
        var run = await ChildProcess.RunAsync("node", [compiler, "--project", folder, .. options], folder);
        Assert.True(run.ExitCode == 0, run.Everything);
    }

    /// <summary>Skips the test where there is no Node.js; fails it there in CI, which is to have it.</summary>
    public void SkipUnlessReady()
    {
        if (_missing is not null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", _missing);
            Assert.Skip(_missing);
        }
    }

    private static async Task<string?> PrepareAsync()
    {
        foreach (var tool in (string[])["node", "npm"])
        {
            if (!ChildProcess.IsOnPath(tool))
            {
                return $"{tool} is not on the PATH: install Node.js 20 or later to run these tests";
            }
        }

        // npm writes this file last; when it is younger than the lock file, it describes the same packages.
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        var wanted = new FileInfo(Path.Combine(Folder, "package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= wanted.LastWriteTimeUtc)
        {
            return null;
        }

        var install = await ChildProcess.RunAsync("npm", ["ci", "--ignore-scripts"], Folder);
        return install.ExitCode == 0 ? null : $"npm ci failed in {Folder}: {install.Everything}";
    }

    private static string Metadata(string key) =>
        typeof(NodeFixture)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key)
            .Value!;
}
