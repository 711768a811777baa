using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Support;

namespace Conformance.Tests.Packages;

/// <summary>What the packages of the SDK have in them.</summary>
public sealed class PackageTests(PackedFixture packed) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_sdk_brings_its_generator_and_what_writes_schemas()
    {
        await using var package = await packed.OpenAsync("Pulumi.Provider");

        Assert.Superset(
            new HashSet<string>
            {
                "THIRD-PARTY-NOTICES.txt",
                "analyzers/dotnet/cs/Pulumi.Provider.CodeFixes.dll",
                "analyzers/dotnet/cs/Pulumi.Provider.Generator.dll",
                "build/Pulumi.Provider.props",
                "build/Pulumi.Provider.targets",
                "lib/net10.0/Pulumi.Provider.dll",
                "lib/net10.0/Pulumi.Provider.xml",
                "tools/Generator.dll",
                "tools/Generator.runtimeconfig.json",
                "tools/YamlDotNet.dll",
            },
            Names(package)
        );
        await using var symbols = await packed.OpenAsync("Pulumi.Provider", "snupkg");
        Assert.Contains("lib/net10.0/Pulumi.Provider.pdb", Names(symbols));
        var manifest = await ManifestAsync(package);
        Assert.DoesNotContain("Grpc.Tools", Elements(manifest, "dependency").Select(Id));
        Assert.Equal(
            "Microsoft.AspNetCore.App",
            Assert.Single(Elements(manifest, "frameworkReference")).Attribute("name")!.Value
        );
    }

    [Fact]
    public async Task The_testing_library_needs_the_sdk_of_its_own_version_and_no_test_framework()
    {
        await using var package = await packed.OpenAsync("Pulumi.Provider.Testing");
        Assert.Contains("lib/net10.0/Pulumi.Provider.Testing.xml", Names(package));

        var manifest = await ManifestAsync(package);
        var sdk = Assert.Single(Elements(manifest, "dependency"), static one => Id(one) == "Pulumi.Provider");
        Assert.Equal(Elements(manifest, "version").First().Value, sdk.Attribute("version")!.Value);
        Assert.DoesNotContain(
            Elements(manifest, "dependency"),
            static one => Id(one).Contains("xunit", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Pulumi.Provider")]
    [InlineData("Pulumi.Provider.Testing")]
    [InlineData("Pulumi.Provider.Templates")]
    public async Task Each_says_what_it_is_and_where_it_is_from(string id)
    {
        await using var package = await packed.OpenAsync(id);

        var manifest = await ManifestAsync(package);
        Assert.Equal(id, Elements(manifest, "id").Single().Value);
        Assert.Equal("Apache-2.0", Elements(manifest, "license").Single().Value);
        Assert.All(
            ["icon", "readme"],
            name => Assert.Contains(Elements(manifest, name).Single().Value, Names(package))
        );
        Assert.All(
            ["description", "tags", "projectUrl", "authors"],
            name => Assert.NotEmpty(Elements(manifest, name).Single().Value)
        );
        Assert.StartsWith(
            "https://github.com/",
            Elements(manifest, "repository").Single().Attribute("url")!.Value,
            StringComparison.Ordinal
        );
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(Repository.Root, "provider", id, "README.md")),
            await TextAsync(package, "README.md")
        );
    }

    [Theory]
    [InlineData("Pulumi.Provider")]
    [InlineData("Pulumi.Provider.Testing")]
    public async Task No_path_of_this_machine_is_in_them(string id)
    {
        await using var symbols = await packed.OpenAsync(id, "snupkg");
        using var content = await BytesAsync(symbols, $"lib/net10.0/{id}.pdb");
        using var pdb = MetadataReaderProvider.FromPortablePdbStream(content);
        var reader = pdb.GetMetadataReader();
        var documents = reader.Documents.Select(one => reader.GetString(reader.GetDocument(one).Name)).ToList();

        Assert.NotEmpty(documents);
        Assert.All(documents, static document => Assert.StartsWith("/_/", document, StringComparison.Ordinal));

        await using var package = await packed.OpenAsync(id);
        foreach (var entry in package.Entries)
        {
            using var bytes = await BytesAsync(package, entry.FullName);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Repository.Root)) < 0, entry.FullName);
        }
    }

    [Fact]
    public async Task Nobody_is_a_friend_of_the_sdk()
    {
        await using var package = await packed.OpenAsync("Pulumi.Provider");
        using var content = await BytesAsync(package, "lib/net10.0/Pulumi.Provider.dll");
        using var image = new PEReader(content);
        var reader = image.GetMetadataReader();

        Assert.DoesNotContain(
            "InternalsVisibleToAttribute",
            reader
                .GetAssemblyDefinition()
                .GetCustomAttributes()
                .Select(one => reader.GetCustomAttribute(one).Constructor)
                .Where(static one => one.Kind == HandleKind.MemberReference)
                .Select(one => reader.GetMemberReference((MemberReferenceHandle)one).Parent)
                .Where(static one => one.Kind == HandleKind.TypeReference)
                .Select(one => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)one).Name))
        );
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var feed = await packed.FeedAsync();
        (await packed.PackAsync("provider/Packages.proj", _folder)).Succeeds();

        var files = Directory.GetFiles(feed).Select(Path.GetFileName).ToList();
        Assert.Equal(5, files.Count);
        Assert.All(
            files,
            file =>
                Assert.Equal(
                    File.ReadAllBytes(Path.Combine(feed, file!)),
                    File.ReadAllBytes(Path.Combine(_folder, file!))
                )
        );
    }

    [Fact]
    public async Task A_type_that_the_last_release_had_and_that_is_gone_fails_the_packing()
    {
        const string Id = "Pulumi.Provider.Testing";
        await packed.FeedAsync();
        var released = Path.Combine(_folder, "released.nupkg");
        WriteRelease(released, Id, type: "Gone");

        var run = await packed.PackAsync(
            $"provider/{Id}",
            _folder,
            $"-property:PackageValidationBaselinePath={released}"
        );

        run.Fails().Says("CP0001").Says("Gone");
    }

    private static void WriteRelease(string file, string id, string type)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(id), typeof(object).Assembly);
        assembly.DefineDynamicModule(id).DefineType(type, TypeAttributes.Public | TypeAttributes.Class).CreateType();
        using var package = ZipFile.Open(file, ZipArchiveMode.Create);
        using (var content = package.CreateEntry($"lib/net10.0/{id}.dll").Open())
        {
            assembly.Save(content);
        }

        using var manifest = new StreamWriter(package.CreateEntry($"{id}.nuspec").Open());
        manifest.Write(
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{id}</id><version>0.0.1</version><authors>tests</authors><description>for tests</description>
            </metadata></package>
            """
        );
    }

    private static HashSet<string> Names(ZipArchive package) => [.. package.Entries.Select(static one => one.FullName)];

    private static async Task<XElement> ManifestAsync(ZipArchive package) =>
        XDocument
            .Parse(
                await TextAsync(
                    package,
                    package
                        .Entries.Single(static one => one.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
                        .FullName
                )
            )
            .Root!;

    private static IEnumerable<XElement> Elements(XElement root, string name) =>
        root.Descendants().Where(element => element.Name.LocalName == name);

    private static string Id(XElement dependency) => dependency.Attribute("id")!.Value;

    private static async Task<string> TextAsync(ZipArchive package, string name)
    {
        using var bytes = await BytesAsync(package, name);
        using var text = new StreamReader(bytes);
        return await text.ReadToEndAsync();
    }

    private static async Task<MemoryStream> BytesAsync(ZipArchive package, string name)
    {
        await using var entry = await package.GetEntry(name)!.OpenAsync();
        var bytes = new MemoryStream();
        await entry.CopyToAsync(bytes);
        bytes.Position = 0;
        return bytes;
    }
}
