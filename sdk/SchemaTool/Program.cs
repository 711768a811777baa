using System.Text;
using Generator.Examples;
using Generator.Schema;
using Pulumi.Provider.Model.Schema;
using Vpcep.Provider;

// <folder with examples> <schema.json>: what the records declare, and the examples beside them. No part of the plugin,
// which embeds the result.
if (args is not [var folder, var file])
{
    await Console.Error.WriteLineAsync("usage: SchemaTool folder-with-examples schema.json");
    return 2;
}

try
{
    var declared = SchemaWriter.Write(
        VpcepProvider.Create(TimeProvider.System, static _ => null),
        VpcepProvider.Package
    );
    var schema = ExampleSet.Weave(declared, ExampleSet.Read(folder));
    await File.WriteAllTextAsync(file, schema, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    return 0;
}
catch (SchemaException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
