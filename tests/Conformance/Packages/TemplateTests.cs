using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Conformance.Tests.Plugin;
using Support;
using Support.Processes;

namespace Conformance.Tests.Packages;

/// <summary>What an author has who has nothing but the packages: <c>dotnet new pulumi-provider</c> and what comes after.</summary>
public sealed class TemplateTests(AuthorFixture author, NodeFixture node) : IClassFixture<AuthorFixture>
{
    private const string Key = "a-key-that-seals";

    [Fact]
    public void A_new_project_builds_and_its_tests_pass() => author.FirstRun.Succeeds().Says("Passed!");

    [Fact]
    public void Its_tests_run_on_what_ours_run_on()
    {
        var ours = Versions(Path.Combine(Repository.Root, "Directory.Packages.props"), "PackageVersion");
        var theirs = Versions(Path.Combine(author.Project, "tests", "Acme.Notes.Tests.csproj"), "PackageReference");

        Assert.All(
            theirs.Where(static one => !one.Key.StartsWith("Pulumi.", StringComparison.Ordinal)),
            one => Assert.Equal(ours[one.Key], one.Value)
        );

        static Dictionary<string, string> Versions(string file, string element) =>
            XDocument
                .Load(file)
                .Descendants(element)
                .ToDictionary(one => one.Attribute("Include")!.Value, one => one.Attribute("Version")!.Value);
    }

    [Fact]
    public async Task Its_plugin_is_driven_by_the_official_client()
    {
        author.FirstRun.Succeeds();

        await DriveAsync(Path.Combine(author.Project, "provider/bin/Release/net10.0/pulumi-resource-notes"));
    }

    [Fact]
    public async Task Published_natively_it_does_the_same()
    {
        author.FirstRun.Succeeds();
        Assert.SkipUnless(
            ChildProcess.IsOnPath("gcc") || ChildProcess.IsOnPath("clang"),
            "this machine has neither gcc nor clang, which link native code"
        );

        // What is asked is whether it runs, not how fast: compiled without optimization it is done sooner by a third.
        const string Flags = "FLAGS=--nologo --configuration Release -p:Optimize=false";
        (await author.RunAsync(author.Project, "make", "publish", Flags)).Succeeds();

        var plugin = Path.Combine(author.Project, "bin", "pulumi-resource-notes");
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(plugin)!, "*.dll"));
        await DriveAsync(plugin);
    }

    [Fact]
    public async Task The_provider_for_postgresql_passes_its_own_tests()
    {
        var project = await author.CopyAsync(Path.Combine(Repository.Root, "examples", "provider"));
        var written = Path.Combine(project, "schema.json");
        var schema = await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken);

        var run = (await author.RunAsync(project, "make", "test")).Succeeds();

        Assert.Equal(schema, await File.ReadAllTextAsync(written, TestContext.Current.CancellationToken));
        Assert.SkipWhen(
            run.Output.Contains("Skipped! -", StringComparison.Ordinal),
            "no PostgreSQL can start here: install it (Debian: apt-get install postgresql)"
        );
        run.Says("Passed!").Says("Skipped:     0");
    }

    [Fact]
    public async Task A_build_writes_schema_and_sdks_when_declarations_change_and_only_then()
    {
        author.FirstRun.Succeeds();
        var other = await author.CreateAsync("Contoso.Shelf");
        var provider = Path.Combine(other, "provider");
        var schema = Path.Combine(other, "schema.json");
        await BuildAsync();
        Assert.Contains("What it says.", await File.ReadAllTextAsync(schema), StringComparison.Ordinal);
        var written = File.GetLastWriteTimeUtc(schema);

        Assert.DoesNotContain("Generator.dll", (await BuildAsync()).Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(schema));

        await EditAsync("Note.cs", "What it says.", "What is written on it.");
        (await BuildAsync()).Says("Generator.dll");
        var changed = await File.ReadAllTextAsync(schema);
        Assert.Contains("What is written on it.", changed, StringComparison.Ordinal);
        Assert.Equal(changed, Embedded(Path.Combine(provider, "bin/Release/net10.0/pulumi-resource-shelf.dll")));
        Assert.All(
            ["sdk/dotnet/Note.cs", "sdk/nodejs/note.ts"],
            file =>
                Assert.Contains(
                    "What is written on it.",
                    File.ReadAllText(Path.Combine(other, file)),
                    StringComparison.Ordinal
                )
        );

        await EditAsync("Examples/Note.yaml", "title:", "heading:");
        (await author.RunAsync(provider, "dotnet", Build)).Fails().Says("error PULUMI102").Says("heading");
        Assert.Equal(changed, await File.ReadAllTextAsync(schema));

        async Task<Run> BuildAsync() => (await author.RunAsync(provider, "dotnet", Build)).Succeeds();

        async Task EditAsync(string file, string old, string @new)
        {
            var path = Path.Combine(provider, file);
            var text = await File.ReadAllTextAsync(path);
            Assert.Contains(old, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(path, text.Replace(old, @new, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Contoso.PostgresRoles", "postgres-roles", "PostgresRoles", "POSTGRES_ROLES", "\"contoso\"")]
    [InlineData("Tiny", "tiny", "Tiny", "TINY", null)]
    public async Task Names_follow_the_name(string name, string package, string type, string variable, string? space)
    {
        var folder = await author.CreateAsync(name);

        var provider = await File.ReadAllTextAsync(Path.Combine(folder, "provider", $"{type}Provider.cs"));
        Assert.Contains($"namespace {name};", provider, StringComparison.Ordinal);
        Assert.Contains($"\"{package}:index:Note\"", provider, StringComparison.Ordinal);
        Assert.Equal(space is not null, provider.Contains($"Namespace = {space}", StringComparison.Ordinal));
        var config = await File.ReadAllTextAsync(Path.Combine(folder, "provider", $"{type}Config.cs"));
        Assert.Contains($"\"{variable}_KEY\"", config, StringComparison.Ordinal);
        var project = await File.ReadAllTextAsync(Path.Combine(folder, "provider", $"{name}.csproj"));
        Assert.Contains($"<AssemblyName>pulumi-resource-{package}</AssemblyName>", project, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(folder, "*", SearchOption.AllDirectories),
            file =>
                Assert.DoesNotMatch(
                    "(?i)notes.?package|acme|SDK_VERSION|#if",
                    Path.GetRelativePath(folder, file) + File.ReadAllText(file)
                )
        );
    }

    private static readonly string[] Build =
    [
        "build",
        "--configuration",
        "Release",
        "--nologo",
        "--verbosity",
        "normal",
    ];

    private async Task DriveAsync(string program)
    {
        node.SkipUnlessReady();
        var notes = Directory.CreateTempSubdirectory("notes-");
        try
        {
            await using var plugin = await RunningPlugin.StartAsync(program);

            var seen = await node.RunAsync("notes.js", null, $"{plugin.Port}", notes.FullName, Key);

            var schema = await File.ReadAllTextAsync(Path.Combine(author.Project, "schema.json"));
            Assert.Equal(schema, seen.GetProperty("schema").GetString());
            Assert.Equal(
                "title",
                Assert.Single(seen.GetProperty("wrong").EnumerateArray()).GetProperty("property").GetString()
            );
            Assert.Equal("shopping", seen.GetProperty("id").GetString());
            Assert.Equal(3, seen.GetProperty("created").GetProperty("words").GetInt32());
            Assert.Equal(Seal("milk and bread"), seen.GetProperty("created").GetProperty("seal").GetString());
            Assert.Equal(["text"], seen.GetProperty("diff").EnumerateArray().Select(static one => one.GetString()));
            Assert.Equal(1, seen.GetProperty("updated").GetProperty("words").GetInt32());
            Assert.Equal("milk", seen.GetProperty("read").GetProperty("text").GetString());
            Assert.Equal(
                "shopping",
                Assert.Single(seen.GetProperty("notes").GetProperty("titles").EnumerateArray()).GetString()
            );
            Assert.Equal("", seen.GetProperty("gone").GetString());
            Assert.Empty(notes.GetFiles());
        }
        finally
        {
            notes.Delete(recursive: true);
        }
    }

    private static string Seal(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(text)));

    private static string Embedded(string file)
    {
        using var image = new PEReader(File.OpenRead(file));
        var reader = image.GetMetadataReader();
        var resource = reader.GetManifestResource(Assert.Single(reader.ManifestResources));
        Assert.Equal("schema.json", reader.GetString(resource.Name));
        var content = image
            .GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress)
            .GetReader();
        content.Offset = (int)resource.Offset;
        return content.ReadUTF8(content.ReadInt32());
    }
}
