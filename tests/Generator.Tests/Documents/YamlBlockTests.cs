using Generator.Examples;
using Generator.Schema;
using Pulumi.LocalEngine.Projects;
using Support;
using Support.Documents;

namespace Generator.Tests.Documents;

/// <summary>YAML and JSON on pages is what its readers take.</summary>
public sealed class YamlBlockTests : IDisposable
{
    private static readonly PackageSchema Package = SchemaReader.Read(
        File.ReadAllText(Path.Combine(Repository.Root, "schema.json"))
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("vpcep-blocks-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_program_fits_the_schema() =>
        Assert.All(
            CodeBlocks.Of(BlockKind.YamlProgram),
            static block => ExampleBinder.Bind(Package, ExampleFile.Parse(block.ToString(), $"# {block}\n{block.Text}"))
        );

    [Fact]
    public void Every_part_of_a_project_file_is_read_by_the_engine() =>
        Assert.All(
            CodeBlocks.Of(BlockKind.ProjectFile),
            block =>
            {
                File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), $"name: it\nruntime: dotnet\n{block.Text}");

                Assert.Equal([Package.Name], ProjectFile.Load(_folder).PluginPaths.Keys);
            }
        );

    [Fact]
    public void Every_part_of_a_stack_file_is_read_and_sets_what_there_is() =>
        Assert.All(
            CodeBlocks.Of(BlockKind.StackFile),
            block =>
            {
                File.WriteAllText(Path.Combine(_folder, "Pulumi.dev.yaml"), block.Text);
                var config = StackFile
                    .Load(_folder, "it", "dev")
                    .Read(
                        new Dictionary<string, string>(),
                        static _ => throw new InvalidOperationException("a secret")
                    );

                Assert.All(
                    config.OfPackage(Package.Name),
                    static entry => Assert.Contains(entry.Key, Package.Config.Select(static one => one.Name))
                );
            }
        );

    [Fact]
    public void Every_import_file_is_read_and_names_types_that_there_are() =>
        Assert.All(
            CodeBlocks.Of(BlockKind.ImportFile),
            block =>
            {
                var file = Path.Combine(_folder, "import.json");
                File.WriteAllText(file, block.Text);

                Assert.All(
                    ImportFile.Read(file),
                    static item => Assert.Contains(item.Type, Package.Resources.Select(static one => one.Token))
                );
            }
        );
}
