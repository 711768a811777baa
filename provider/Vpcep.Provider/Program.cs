using Pulumi.Provider.Hosting;
using Pulumi.Provider.Model.Schema;
using Vpcep.Provider;

// The engine's own command line comes first: its start is what people wait for.
switch (args)
{
    case ["--help" or "-h" or "help"]:
        await Console.Out.WriteLineAsync(Help.Text);
        return 0;
    case ["--version" or "version"]:
        await Console.Out.WriteLineAsync(VpcepProvider.Version);
        return 0;
    case ["schema"]:
        var provider = VpcepProvider.Create(TimeProvider.System, static _ => null);
        await Console.Out.WriteAsync(SchemaWriter.Write(provider, VpcepProvider.Package));
        return 0;
    case ["--help" or "-h" or "help" or "--version" or "version" or "schema", ..]:
        await Console.Error.WriteLineAsync($"vpcep: {args[0]} takes no arguments; see --help");
        return 2;
    default:
        return await PluginHost.RunAsync(
            VpcepProvider.Create(TimeProvider.System, Environment.GetEnvironmentVariable),
            args,
            TimeProvider.System
        );
}
