using System.Text;
using Generator.Examples;
using Generator.Schema;
using Pulumi.Provider.Model.Mappings;
using Pulumi.Provider.Model.Schema;
using Vpcep.Provider;

// <provider's folder> <schema.json> <folder for mappings>: what the records declare, the examples beside them, and what
// Terraform calls it all. No part of the plugin, which embeds the results.
if (args is not [var folder, var file, var mappings])
{
    await Console.Error.WriteLineAsync("usage: SchemaTool folder-of-the-provider schema.json folder-for-mappings");
    return 2;
}

try
{
    var provider = VpcepProvider.Create(TimeProvider.System, static _ => null);
    var schema = ExampleSet.Weave(SchemaWriter.Write(provider, VpcepProvider.Package), ExampleSet.Read(folder));
    await WriteAsync(file, schema);
    var types = TerraformType.Read(File.ReadLines(Path.Combine(folder, "Mappings", "terraform.tsv")));
    Directory.CreateDirectory(mappings);
    foreach (var mapping in provider.TerraformMappings)
    {
        await WriteAsync(
            Path.Combine(mappings, mapping.Provider + ".json"),
            MappingWriter.Write(provider, mapping.Provider, types)
        );
    }

    return 0;
}
catch (SchemaException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}

static Task WriteAsync(string file, string text) =>
    File.WriteAllTextAsync(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
