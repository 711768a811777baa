using System.Diagnostics;
using Support.Processes;

namespace Conformance.Tests.Packages;

/// <summary>
/// An author's machine: an empty folder, the feed with the packages, and nothing else of this repository. What the packages
/// need of others is taken from where it was restored to already.
/// </summary>
public sealed class AuthorFixture(PackedFixture packed) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("author-").FullName;
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The new project.</summary>
    public string Project => Path.Combine(_folder, "Acme.Notes");

    /// <summary>How its <c>make test</c> ended.</summary>
    internal Run FirstRun { get; private set; } = null!;

    // What was restored here of others' packages: of ours, an author of this repository may have packed older ones.
    private string Others => Path.Combine(_folder, "others");

    public async ValueTask InitializeAsync()
    {
        var feed = await packed.FeedAsync();
        var restored =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(Others);
        foreach (var package in Directory.EnumerateDirectories(restored))
        {
            if (!Path.GetFileName(package).StartsWith("pulumi.provider", StringComparison.Ordinal))
            {
                Directory.CreateSymbolicLink(Path.Combine(Others, Path.GetFileName(package)), package);
            }
        }

        await File.WriteAllTextAsync(
            Path.Combine(_folder, "nuget.config"),
            $"""<configuration><packageSources><add key="feed" value="{feed}" /></packageSources></configuration>"""
        );
        var templates = Assert.Single(Directory.GetFiles(feed, "Pulumi.Provider.Templates.*.nupkg"));
        (await RunAsync(_folder, "dotnet", "new", "install", templates)).Succeeds();
        await CreateAsync("Acme.Notes");
        FirstRun = await RunAsync(Project, "make", "test");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        _one.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes a project of a name.</summary>
    /// <returns>Its folder.</returns>
    internal async Task<string> CreateAsync(string name)
    {
        (await RunAsync(_folder, "dotnet", "new", "pulumi-provider", "-n", name)).Succeeds();
        return Path.Combine(_folder, name);
    }

    /// <summary>Takes a project over as git has it: what was built of it stays behind, and so does the feed that it names.</summary>
    /// <returns>Its folder.</returns>
    internal async Task<string> CopyAsync(string project)
    {
        var copy = Path.Combine(_folder, Path.GetFileName(project));
        string[] leftOut = ["bin", "obj", "sdk", "nuget.config"];
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(project, file);
            if (!path.Split(Path.DirectorySeparatorChar).Intersect(leftOut).Any())
            {
                var target = Path.Combine(copy, path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await File.WriteAllBytesAsync(target, await File.ReadAllBytesAsync(file));
            }
        }

        return copy;
    }

    /// <summary>Runs a command as the author does; one at a time, for most of them write the same files.</summary>
    internal async Task<Run> RunAsync(string folder, string program, params string[] args)
    {
        var start = Tools.Script(program, args);
        start.WorkingDirectory = folder;
        start.Environment["DOTNET_CLI_HOME"] = Path.Combine(_folder, "home");
        start.Environment["NUGET_FALLBACK_PACKAGES"] = Others;
        start.Environment["NUGET_PACKAGES"] = Path.Combine(_folder, "packages");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("MAKEFLAGS"); // our own make's, where it runs these tests
        // That it links and runs is to be seen, not how fast it is: a third of the time.
        start.Environment["Optimize"] = "false";
        start.Environment["NativeDebugSymbols"] = "false";
        await _one.WaitAsync();
        try
        {
            using var process = Process.Start(start)!;
            return await Tools.EndAsync(process);
        }
        finally
        {
            _one.Release();
        }
    }
}
