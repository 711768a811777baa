using System.Diagnostics;
using System.Text;
using Support;
using Support.Processes;

namespace Conformance.Tests.TypeScript;

/// <summary>The TypeScript that the generator writes of a schema with everything in it.</summary>
public sealed class GeneratorTests(NodeFixture node) : IDisposable
{
    private const string Listing = "depot.d.txt";
    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-generated-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>With ACCEPT=1 in the environment the listing is rewritten instead.</summary>
    [Fact]
    public async Task Strictly_typed_and_its_public_surface_equals_the_listing()
    {
        node.SkipUnlessReady();
        var schema = Path.Combine(Repository.Root, "tests", "Generator.Tests", "TestData", "depot.json");
        using var generator = Process.Start(Tools.Start("Generator", "Generator.dll", ["nodejs", schema, _folder]))!;
        (await Tools.EndAsync(generator)).Succeeds();
        Directory.CreateSymbolicLink(Path.Combine(_folder, "node_modules"), NodeFixture.Modules);

        await node.CompileAsync(_folder, "--removeComments");

        var listing = Path.Combine(Repository.Root, "tests", "Conformance", "TypeScript", Listing);
        var surface = Surface(Path.Combine(_folder, "bin"));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(listing, surface);
        }

        Assert.Equal(await File.ReadAllTextAsync(listing), surface, ignoreLineEndingDifferences: true);
    }

    private static string Surface(string compiled)
    {
        var surface = new StringBuilder();
        var files = Directory
            .EnumerateFiles(compiled, "*.d.ts", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(compiled, file).Replace('\\', '/'));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            surface.Append($"== {file}\n{File.ReadAllText(Path.Combine(compiled, file))}");
        }

        return surface.ToString();
    }
}
