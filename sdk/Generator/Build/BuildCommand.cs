using System.Runtime.CompilerServices;
using Generator.Examples;
using Generator.Schema;
using Pulumi.Provider.Model.Mappings;
using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Schema;

namespace Generator.Build;

/// <summary>
/// What the build of a plugin runs: <c>build &lt;plugin.dll&gt; &lt;its project's folder&gt; &lt;schema.json&gt; [what=folder …]</c>
/// writes the schema, from what the plugin declares and the examples beside it, and what else is wanted: the SDK of a
/// language, pages, or <c>mappings</c> from Terraform. Files that are right already are left as they are.
/// </summary>
internal sealed class BuildCommand(IReadOnlyList<ISdkTarget> targets, TextWriter errors)
{
    /// <summary>Runs once.</summary>
    /// <returns>0 done; 1 an error was written, as MSBuild reads errors.</returns>
    internal int Run(string plugin, string project, string schema, IReadOnlyList<string> outputs)
    {
        try
        {
            var program = new PluginProgram(plugin);
            program.Open();
            Write(program, project, schema, outputs);
            return 0;
        }
        catch (PluginProgramException error)
        {
            return Fail("PULUMI101", error.Message);
        }
        catch (Exception error) when (error is SchemaException or InvalidOperationException or FormatException)
        {
            return Fail("PULUMI102", error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Fail("PULUMI103", error.Message);
        }
    }

    // Of its own: types of the SDK are found only once the plugin is open, beside which they lie.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Write(PluginProgram program, string project, string schema, IReadOnlyList<string> outputs)
    {
        var provider = program.Declared();
        var package =
            provider.Package
            ?? throw new InvalidOperationException(
                $"the definition of '{provider.Name}' has no Package, which says what the package is called and is for"
            );
        DefinitionRules.Check(provider);
        var text = ExampleSet.Weave(SchemaWriter.Write(provider, package), ExampleSet.Read(project));
        // All of it before anything is written: what cannot become an SDK is no schema yet.
        List<GeneratedFile> files = [new(schema, text)];
        List<(string Folder, IReadOnlyList<GeneratedFile> Files)> folders = [];
        foreach (var (what, folder) in outputs.Select(Parse))
        {
            if (what == "mappings")
            {
                files.AddRange(Mappings(provider, project, folder));
            }
            else
            {
                folders.Add((folder, Target(what).Generate(SchemaReader.Read(text))));
            }
        }

        foreach (var (folder, content) in folders)
        {
            OutputFolder.Rewrite(folder, content);
        }

        foreach (var file in files)
        {
            OutputFolder.Write(file.Path, file.Text);
        }
    }

    private static (string What, string Folder) Parse(string output) =>
        output.Split('=', 2) is [var what, var folder]
            ? (what, folder)
            : throw new FormatException($"'{output}' is not what=folder");

    private ISdkTarget Target(string name) =>
        targets.FirstOrDefault(target => target.Name == name)
        ?? throw new FormatException(
            $"'{name}' cannot be written; there are {string.Join(", ", targets.Select(static one => one.Name))} and mappings"
        );

    private static IEnumerable<GeneratedFile> Mappings(ProviderDefinition provider, string project, string folder)
    {
        var types = TerraformType.Read(File.ReadLines(Path.Combine(project, "Mappings", "terraform.tsv")));
        return provider.TerraformMappings.Select(mapping => new GeneratedFile(
            Path.Combine(folder, mapping.Provider + ".json"),
            MappingWriter.Write(provider, mapping.Provider, types)
        ));
    }

    private int Fail(string code, string message)
    {
        errors.WriteLine($"Pulumi.Provider : error {code}: {message.ReplaceLineEndings(" ")}");
        return 1;
    }
}
