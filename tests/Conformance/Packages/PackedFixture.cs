using System.Diagnostics;
using System.IO.Compression;
using Support;
using Support.Processes;

[assembly: AssemblyFixture(typeof(Conformance.Tests.Packages.PackedFixture))]

namespace Conformance.Tests.Packages;

/// <summary>The packages of the SDK, packed of what is built, once for all tests, in a folder that is a feed.</summary>
public sealed class PackedFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packed-").FullName;
    private readonly SemaphoreSlim _one = new(1); // packing writes between what was built
    private readonly Lazy<Task<string>> _feed;

    public PackedFixture() =>
        _feed = new(async () =>
        {
            (await PackAsync("provider/Packages.proj", Feed)).Succeeds();
            return Feed;
        });

    private string Feed => Path.Combine(_folder, "feed");

    /// <summary>The feed.</summary>
    public Task<string> FeedAsync() => _feed.Value;

    /// <summary>A package of the feed.</summary>
    public async Task<ZipArchive> OpenAsync(string id, string extension = "nupkg") =>
        await ZipFile.OpenReadAsync(
            Assert.Single(Directory.GetFiles(await FeedAsync(), $"{id}.?.*.{extension}")),
            TestContext.Current.CancellationToken
        );

    /// <summary>Packs once more.</summary>
    internal async Task<Run> PackAsync(string project, string output, params string[] properties)
    {
        var start = Tools.Script(
            "dotnet",
            [
                "msbuild",
                Path.Combine(Repository.Root, project),
                "-nologo",
                "-verbosity:quiet",
                "-target:Pack",
                "-property:NoBuild=true",
                $"-property:Configuration={Tools.Configuration}",
                $"-property:PackageOutputPath={output}",
                .. properties,
            ]
        );
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["SOURCE_DATE_EPOCH"] = "1750000000";
        await _one.WaitAsync();
        try
        {
            using var pack = Process.Start(start)!;
            return await Tools.EndAsync(pack);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _one.Dispose();
    }
}
