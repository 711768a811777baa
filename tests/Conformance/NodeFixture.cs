using System.Reflection;
using System.Text.Json;

namespace Conformance.Tests;

/// <summary>Node.js with the packages of the node folder, installed when they are not.</summary>
public sealed class NodeFixture : IAsyncLifetime
{
    private static readonly string Folder = Metadata("NodeFolder");
    private static readonly string Protos = Path.GetFullPath(Metadata("ProtoFolder"));
    private string? _missing;

    public async ValueTask InitializeAsync() => _missing = await PrepareAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What the client of one scenario saw.</summary>
    /// <param name="scenario">A name in client.js.</param>
    /// <param name="port">Where the server listens.</param>
    /// <param name="go">When it completes, the client is told to go on.</param>
    public async Task<JsonElement> PlayAsync(string scenario, int port, Task? go = null)
    {
        SkipUnlessReady();
        var run = await ChildProcess.RunAsync("node", ["client.js", scenario, $"{port}", Protos], Folder, go);
        Assert.True(run.ExitCode == 0, run.Everything);
        return JsonElement.Parse(run.Output);
    }

    private void SkipUnlessReady()
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
